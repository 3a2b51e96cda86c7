"""The page in a real browser: clicked, sorted, copied from, printed, read by keyboard, without scripts, on a phone.

Debian's Chromium is driven from outside; where it or the driver is missing, these tests are skipped with that reason.
Only they may open sockets: the driver talks to its own process through a pair of them. No page may ask for anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from arden import TEXT
from browser import IN_BROWSER
from findings import article, conflict, finding, report
from msgspec.structs import replace
from pages import hostile, many, wrong

from harness.present.formats import View, write
from harness.records.model import Counts, Mistake, PublisherReport, Ratio, Report, Waiver

pytest.importorskip("playwright", reason="playwright drives the browser: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = IN_BROWSER

Open: TypeAlias = Callable[..., AbstractContextManager[Any]]
PHONE, DESKTOP, A4 = (360, 740), (1280, 900), (794, 1123)

WRONG = wrong(TEXT, "3:30.10", notes=("lenient_supported",))
HELD = wrong(TEXT, "3:31.00", article="held", claimed="3:31.00", waiver=Waiver("sic", "Ed", "2024-06-03"))
LOST = finding(TEXT, "nowhere to be found", "not_enough_info", message="no such list", missing="all of: lists")
OTHERS = (finding(TEXT, "won"), finding(TEXT, "Berg", "not_checkable"), LOST)
ONE = report(WRONG, *OTHERS)
TWO = report(
    WRONG, *OTHERS, HELD,
    conflicts=(conflict(WRONG, HELD, quantity="mark.mark(holt; event=1500m)"),),
    mistakes=(Mistake("a.json", 1, 2, "$", "not JSON"),),
    publishers=(
        PublisherReport(name="Arden Post", articles=2, counts=Counts(claims=5, refuted=2, high=2, supported=1),
                        accuracy=Ratio(1 / 3, 0.1, 0.6), coverage=0.75, consistency=1.0),
    ),
)  # fmt: skip
TEXTS = {"arden": TEXT, "held": TEXT}


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Open:
    """Opens a report's page from disk; afterwards nothing else was asked for and nothing was complained of."""

    @contextmanager
    def opening(
        shown: Report, texts: dict[str, str] | None = None, size: tuple[int, int] = DESKTOP, **more: Any
    ) -> Iterator[Any]:
        path = tmp_path / "page.html"
        path.write_text(write(shown, "html", View(texts=texts or {}, command="harness check")), encoding="utf-8")
        settings = {"viewport": {"width": size[0], "height": size[1]}, "reduced_motion": "reduce", **more}
        context = chromium.new_context(**settings)
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        page.goto(path.as_uri())
        yield page
        assert {url.partition("#")[0] for url in asked} == {path.as_uri()}
        assert said == []
        context.close()

    return opening


def in_view(page: Any, selector: str) -> bool:
    found: bool = page.locator(selector).evaluate(
        "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight }"
    )
    return found


def test_from_a_mark_to_its_card_and_back(opened: Open) -> None:
    with opened(ONE, TEXTS) as page:
        page.click("a.mark.error")
        card = f"#card\\.arden\\.{WRONG.claim}"
        assert in_view(page, card)
        assert page.locator(card).evaluate("one => one.matches(':target')")
        page.click(f"{card} >> text=In the article")
        assert in_view(page, "a.mark.error")


def test_from_the_index_to_an_article_and_back(opened: Open) -> None:
    with opened(TWO, TEXTS) as page:
        page.click("#article\\.held .kicker a")
        assert in_view(page, "#articles")
        page.click('table.sortable a[href="#article.held"]')
        assert in_view(page, "#title\\.held")


def test_from_the_index_to_the_last_of_many_long_articles(opened: Open) -> None:
    """Pages out of sight are drawn late: the jump over them lands where it should all the same."""
    one, text = many(200)
    ids = [f"a{number}" for number in range(6)]
    shown = report(*(replace(found, article=id_) for id_ in ids for found in one.findings))
    with opened(shown, dict.fromkeys(ids, text), reduced_motion="no-preference") as page:
        page.click('table.sortable a[href="#article.a5"]')
        assert in_view(page, "#title\\.a5")
        page.click("a.mark.error >> nth=-1")
        assert in_view(page, "#card\\.a5\\.c190")


def test_the_index_is_sorted_by_any_column(opened: Open) -> None:
    with opened(TWO, TEXTS) as page:
        titles = "table.sortable >> nth=0 >> tbody tr th a"
        head = page.locator("table.sortable >> nth=0 >> thead th", has_text="Confirmed")
        orders = []
        for _ in range(2):
            head.locator("button").click()
            orders.append([link.get_attribute("href") for link in page.locator(titles).all()])
            assert f"Sorted by Confirmed, {'falling' if len(orders) == 1 else 'rising'}" in page.inner_text("#status")
        assert orders == [["#article.arden", "#article.held"], ["#article.held", "#article.arden"]]
        assert head.get_attribute("aria-sort") == "ascending"
        assert page.locator("[aria-sort]").count() == 1


@pytest.mark.parametrize("way", ["by the clipboard", "where the clipboard is shut"])
def test_a_correction_is_copied(opened: Open, way: str) -> None:
    with opened(ONE, TEXTS, permissions=["clipboard-read", "clipboard-write"]) as page:
        if way == "where the clipboard is shut":
            page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('shut')) }")
        button = page.locator(".card button")
        button.click()
        page.wait_for_function("document.getElementById('status').textContent === 'Copied'")
        assert page.evaluate("navigator.clipboard.readText()") == "3:30.12"
        assert button.inner_text() == "Copied"
        page.get_by_role("button", name="Copy the corrections").click()
        page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('Corrections to'))")
        assert "“3:30.10” should read “3:30.12”." in page.evaluate("navigator.clipboard.readText()")


def test_the_word_at_every_sign_is_shown_on_demand(opened: Open) -> None:
    with opened(ONE, TEXTS) as page:
        word = page.locator("a.mark.confirmed .word")
        assert word.bounding_box()["width"] <= 1
        page.check(".words input")
        assert word.bounding_box()["width"] > 20
        assert page.locator("a.mark.error .word").bounding_box()["width"] > 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("shown", [ONE, TWO, report()], ids=["one", "two", "none"])
def test_axe_finds_nothing(opened: Open, shown: Report, size: tuple[int, int], scheme: str) -> None:
    with opened(shown, TEXTS, size, color_scheme=scheme) as page:
        found = axe.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 360, 700, 1024])
@pytest.mark.parametrize("shown", [ONE, TWO, hostile()[0]], ids=["one", "two", "hostile"])
def test_nothing_is_wider_than_the_screen(opened: Open, shown: Report, width: int) -> None:
    with opened(shown, TEXTS, (width, 740)) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        beyond = (
            "[...document.querySelectorAll('main *')].filter(one => one.getBoundingClientRect().right > innerWidth)"
        )
        assert page.evaluate(f"{beyond}.map(one => one.outerHTML.slice(0, 80))") == []  # what is cut off is lost too


def test_dark_is_dark(opened: Open) -> None:
    with opened(ONE, TEXTS, color_scheme="dark") as page:
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 20, 22)"


def test_by_keyboard_alone(opened: Open) -> None:
    def focused(page: Any) -> str:
        name: str = page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
        return name

    with opened(TWO, TEXTS) as page:
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to the findings"
        page.keyboard.press("Enter")
        assert focused(page) == "main"
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert focused(page) == "Errors"
        page.keyboard.press("Enter")
        assert page.get_attribute("table.sortable thead th:nth-child(2)", "aria-sort") == "descending"
        page.focus("a.mark.error")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        assert focused(page) == f"card.arden.{WRONG.claim}"
        page.keyboard.press("Tab")
        assert focused(page) == "Copy"


def test_without_scripts(opened: Open) -> None:
    with opened(TWO, TEXTS, java_script_enabled=False) as page:
        assert page.locator("button:visible").count() == 0
        assert page.locator(".card").count() == 2
        page.click("a.mark.error >> nth=0")
        assert page.url.endswith(f"#card.arden.{WRONG.claim}")
        page.click("summary >> nth=0")
        assert page.locator("details .quotes").is_visible()
        page.check(".words input >> nth=0")
        assert page.locator("a.mark.confirmed .word").bounding_box()["width"] > 20


def test_on_paper(opened: Open) -> None:
    with opened(TWO, TEXTS, A4, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.locator(".parts").first.is_hidden()
        assert page.locator(".card button").first.is_hidden()
        assert page.locator("details .quotes").is_visible()  # nothing stays folded away
        assert page.locator("table.sortable thead").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= A4[0]
        printed = page.pdf(prefer_css_page_size=True)
        assert printed.count(b"/MediaBox [0 0 594.95996 841.91998]") == printed.count(b"/MediaBox") >= 3


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_hostile_words_do_nothing(opened: Open, scripts: bool) -> None:
    shown, text = hostile()
    with opened(shown, {"arden": text}, java_script_enabled=scripts) as page:
        assert page.title().startswith("1 error")
        assert page.locator("script").count() == 1
        assert page.locator("main img, main iframe, [onload], [onerror], [onclick]").count() == 0
        assert page.locator("main svg:not(.bar)").count() == 0
        assert "<script>document.title='owned'</script>" in page.inner_text(".text")


def test_words_that_run_the_other_way_stay_in_their_place(opened: Open) -> None:
    text = "יוסי כהן \u202eran 3:30.10 and won\u202c.\nHolt was second."
    findings = (wrong(text, "3:30.10"), finding(text, "Holt was second"))
    with opened(report(*findings, articles=(article(publisher="עיתון 7"),)), {"arden": text}) as page:
        name, whole = (page.locator(one).bounding_box() for one in (".kicker bdi", ".kicker"))
        assert name["x"] == whole["x"]  # the date stands after the name, not in the middle of it
        paragraphs = page.locator(".text p")
        assert paragraphs.nth(0).evaluate("one => getComputedStyle(one).direction") == "rtl"
        assert paragraphs.nth(1).evaluate("one => getComputedStyle(one).direction") == "ltr"
        assert page.inner_text("a.mark.error .said") == "3:30.10"
        assert r"\u202eran" in paragraphs.nth(0).inner_text()


def test_a_text_of_two_megabytes(opened: Open) -> None:
    text = ("Holt ran 3:30.10 and won. " * 8 + "\n") * 10_000
    assert len(text) > 2_000_000
    with opened(report(wrong(text, "3:30.10")), {"arden": text}) as page:
        page.click("a.mark.error")
        assert in_view(page, f"#card\\.arden\\.at-{text.index('3:30.10')}-7")


def test_four_hundred_claims(opened: Open) -> None:
    shown, text = many(400)
    with opened(shown, {"arden": text}) as page:
        assert page.locator(".text a.mark").count() == page.locator(".claims > li").count() == 400
        assert page.locator(".card").count() == 40
