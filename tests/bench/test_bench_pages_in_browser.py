"""The bench's two pages in a real browser: differences are settled and saved, a run's figures lead to their pairs.

Debian's Chromium is driven from outside; where it or the driver is missing, these tests are skipped with that reason.
Only they may open sockets: the driver talks to its own process through a pair of them. No page may ask for anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from arden import CLAIMS, TEXT, World, article
from browser import IN_BROWSER

pytest.importorskip("playwright", reason="playwright drives the browser: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = IN_BROWSER

Open: TypeAlias = Callable[..., AbstractContextManager[Any]]
PHONE, DESKTOP = (360, 740), (1280, 900)
HELD = TEXT.replace("Arden", "Birk")


@pytest.fixture
def opened(chromium: Any) -> Open:
    """Opens a page from disk; afterwards nothing else was asked for, nothing complained of, and it fits."""

    @contextmanager
    def opening(path: Path, size: tuple[int, int] = DESKTOP) -> Iterator[Any]:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True)
        page = context.new_page()
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri())
        yield page
        assert {url.partition("#")[0] for url in asked if not url.startswith("blob:")} == {path.as_uri()}
        assert complaints == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the window"
        context.close()

    return opening


def violations(page: Any) -> list[str]:
    return [entry["id"] for entry in axe.Axe().run(page).response["violations"]]


# -- the page on which two annotators' differences are settled ---------------------------------------------------------


@pytest.fixture
def differences(world: World) -> Path:
    """The second annotator has another mark for Holt, no mark for Berg, and repeats a claim that the first has not."""
    world.write("texts/arden.txt", TEXT)
    world.write("first/arden.json", {"article": article(), "claims": CLAIMS[:3]})
    moved = {**CLAIMS[0], "mark": "3:30.12"}
    again = {**CLAIMS[4], "id": "holt-mark", "repeats": "holt-won"}
    world.write("second/arden.json", {"article": article(), "claims": [{**moved, "id": "mark"}, CLAIMS[2], again]})
    run = world.run("bench", "agree", "first", "second", "--articles", "texts", "--page", "page.html")
    assert (run.returncode, run.stderr) == (0, "")
    return world.root / "page.html"


def saved(page: Any, world: World) -> dict[str, Any]:
    """What the button saves, once `validate` has found it a claim file that fits its text."""
    with page.expect_download() as download:
        page.click("text=Save arden.json")
    path = world.root / "merged" / download.value.suggested_filename
    path.parent.mkdir(exist_ok=True)
    download.value.save_as(path)
    run = world.run("validate", "merged", "--articles", "texts")
    assert run.returncode == 0, run.stdout + run.stderr
    merged: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return merged


def test_what_is_not_touched_is_the_first_reading_and_what_only_the_second_has(
    opened: Open, differences: Path, world: World
) -> None:
    with opened(differences) as page:
        merged = saved(page, world)
    assert merged["article"] == article()
    assert [claim["quote"] for claim in merged["claims"]] == ["won", "3:30.10", "3:31.00", "25"]
    assert [claim["id"] for claim in merged["claims"]] == ["holt-won", "holt-mark", "berg-mark", "holt-mark-2"]
    assert merged["claims"][1]["mark"] == "3:30.10"


def test_the_second_or_neither_is_chosen(opened: Open, differences: Path, world: World) -> None:
    with opened(differences) as page:
        mark, won = (page.locator("fieldset", has_text=f'quote: "{quote}"') for quote in ("3:30.10", "won"))
        mark.get_by_label("second").check()
        won.get_by_label("neither").check()
        merged = saved(page, world)
    assert [claim["id"] for claim in merged["claims"]] == ["mark", "berg-mark", "holt-mark"]
    assert merged["claims"][0]["mark"] == "3:30.12"
    assert "repeats" not in merged["claims"][2], "what it repeats is not in the file"


def test_what_differs_stands_out_and_the_place_in_the_text_is_shown(opened: Open, differences: Path) -> None:
    with opened(differences) as page:
        mark = page.locator("fieldset", has_text='mark: "3:30.1')
        assert mark.locator("pre mark").all_inner_texts() == ['mark: "3:30.10"', 'mark: "3:30.12"']
        assert mark.locator("blockquote mark").inner_text() == "3:30.10"
        assert page.locator("fieldset.same").count() == 1
        assert page.locator("pre", has_text="no claim").count() == 2


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_differences_can_be_settled_by_anybody(opened: Open, differences: Path, size: tuple[int, int]) -> None:
    with opened(differences, size) as page:
        assert violations(page) == []
        page.locator("input[type=radio]").first.focus()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.value") == "1"
        assert page.evaluate("document.activeElement.checked")


# -- the page over a bench run -----------------------------------------------------------------------------------------


@pytest.fixture
def viewer(world: World) -> Path:
    """Gold of two articles (Holt's mark is wrong in both); `poor` has one of Berg's marks wrong and misses claims."""
    held = article("held", HELD)
    places = {claim["id"]: HELD.index(claim["quote"]) for claim in CLAIMS}
    own = [{**c, "start": places[c["id"]], "end": places[c["id"]] + len(c["quote"])} for c in CLAIMS]
    world.write("claims/held.json", {"article": held, "claims": own[:3]})
    for name, text in (("arden", TEXT), ("held", HELD)):
        world.write(f"texts/{name}.txt", text)
    for system, claims in (("same", CLAIMS), ("poor", [{**CLAIMS[1], "mark": "3:32.00"}, CLAIMS[0]])):
        world.write(f"{system}/arden.json", {"article": article(), "claims": claims})
    world.write("poor/held.json", {"article": held, "claims": own[:1]})
    run = world.run(
        "bench", "run", "--truth", "truth", "--resamples", "200", "--system", "poor=poor", "--system", "same=same",
        "--articles", "texts", "--output", "results", "claims",
    )  # fmt: skip
    assert (world.root / "results" / "viewer.html").exists(), run.stderr
    return world.root / "results" / "viewer.html"


# The page follows its address in a task of its own: what it shows is waited for.
SHOWN = "number => document.getElementById('count').innerText.split(' ')[0] === number"
AS_MANY_ROWS = (
    "() => String(document.querySelectorAll('#pairs tr').length) === "
    "document.getElementById('count').innerText.split(' ')[0]"
)


def test_every_figure_leads_to_as_many_pairs(opened: Open, viewer: Path) -> None:
    with opened(viewer) as page:
        links = page.locator("table a").all()
        assert len(links) > 20
        for link in links:
            label = link.inner_text()
            link.click()
            page.wait_for_function("hash => location.hash === hash", arg=link.get_attribute("href"))
            if not label.startswith("(F1"):  # its pairs are those that fail the rung
                page.wait_for_function(SHOWN, arg=label.split()[0])
            page.wait_for_function(AS_MANY_ROWS)


def test_flagged_errors_come_first(opened: Open, viewer: Path) -> None:
    with opened(viewer) as page:
        assert page.locator("h2").all_inner_texts() == ["Flagged errors", "Ladder", "Pairs"]
        page.locator("table >> nth=0 >> tr", has_text="poor").locator("a", has_text="1").last.click()
        page.wait_for_function("document.querySelector('select[name=show]').value === 'alarms'")
        (row,) = page.locator("#pairs tr").all()
        assert row.locator("td >> nth=1").inner_text() == "3:31.00"
        assert row.locator(".differs").all_inner_texts() == ['mark: "3:31.00"\n', 'mark: "3:32.00"\n']


def test_filters_by_kind_and_rung(opened: Open, viewer: Path) -> None:
    with opened(viewer) as page:
        page.select_option("select[name=system]", "poor")
        page.select_option("select[name=kind]", "mark")
        page.select_option("select[name=show]", "not:value")
        assert page.locator("#pairs tr td:nth-child(2)").all_inner_texts() == ["3:31.00", "3:31.00"]
        page.select_option("select[name=show]", "missed")
        assert page.locator("#pairs tr td:nth-child(1)").all_inner_texts() == ["held"]
        page.select_option("select[name=kind]", "place")
        assert page.inner_text("#count") == "2 pairs"


def test_a_kind_that_only_a_system_has_can_be_chosen(opened: Open, world: World, viewer: Path) -> None:
    """Fault: the kinds were those of gold, so that a system's own could not be looked at."""
    rank = {**{name: CLAIMS[2][name] for name in ("id", "text", "quote", "start", "end", "athlete")}, "kind": "rank"}
    world.write(
        "ranked/arden.json", {"article": article(), "claims": [{**rank, "rank": 2, "scope": CLAIMS[2]["scope"]}]}
    )
    run = world.run("bench", "run", "--no-check", "--system", "ranked=ranked", "--output", "run", "claims")
    assert "unusable" in run.stdout, run.stderr
    with opened(world.root / "run" / "viewer.html") as page:
        page.select_option("select[name=kind]", "rank")
        assert page.inner_text("#count") == "1 pairs"
        assert page.locator(".differs").all_inner_texts() == ['kind: "place"\n', 'kind: "rank"\n']


def test_gold_and_reading_lie_over_each_other_in_the_text(opened: Open, viewer: Path) -> None:
    with opened(viewer) as page:
        assert page.inner_text("#text").startswith("Choose an article")
        page.select_option("select[name=system]", "poor")
        page.select_option("select[name=article]", "arden")
        assert page.locator("#text").inner_text() == TEXT
        marks = {
            piece.inner_text(): set(piece.get_attribute("class").split())
            for piece in page.locator("#text span[class]:not([class=''])").all()
        }
        assert marks["3:30.10"] == {"gold", "read"}
        assert marks["3:31.00"] == {"gold", "read", "bad"}
        assert marks["by a second"] == {"gold", "bad"}, "missed"


def test_marked_words_lead_to_their_pair(opened: Open, viewer: Path) -> None:
    """By mouse and by keyboard: a finger has no tooltip."""
    with opened(viewer) as page:
        page.select_option("select[name=system]", "poor")
        page.select_option("select[name=article]", "arden")
        page.click("#text span:text-is('3:31.00')")
        assert page.locator(".chosen td >> nth=1").inner_text() == "3:31.00"
        page.locator("#text span:text-is('3:30.10')").focus()
        page.keyboard.press("Enter")
        assert page.locator(".chosen td >> nth=1").all_inner_texts() == ["3:30.10"]


def test_a_figure_leads_to_where_its_pairs_are_and_a_phone_can_show_them(opened: Open, viewer: Path) -> None:
    """Fault: on a phone nothing was seen to happen, and each pair was two columns of single letters."""
    with opened(viewer, PHONE) as page:
        link = page.locator("table >> nth=1 >> a").first
        for _ in range(2):  # the second time its address is there already
            page.evaluate("scrollTo(0, 0)")
            link.click()
            page.wait_for_function("Math.abs(document.getElementById('chosen-pairs').getBoundingClientRect().y) < 40")
        widths = page.locator("#pairs pre").evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")
        assert min(widths) > 250


def test_words_for_the_same_figure_or_athlete_do_not_stand_out(opened: Open, world: World, viewer: Path) -> None:
    """Fault: what the scorer takes for the same stood out, since it was printed otherwise."""
    mark = {**CLAIMS[1], "mark": "3:32.00", "athlete": "Anders Berg"}
    world.write("named/arden.json", {"article": article(), "claims": [mark]})
    world.run(
        "bench", "run", "--truth", "truth", "--resamples", "200", "--system", "named=named", "--output", "run", "claims"
    )
    with opened(world.root / "run" / "viewer.html") as page:
        page.locator("table >> nth=1 >> a").first.click()
        page.wait_for_function(SHOWN, arg="1")
        assert page.inner_text("#count") == "1 pairs"
        assert page.locator(".differs").all_inner_texts() == ['mark: "3:31.00"\n', 'mark: "3:32.00"\n']


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_the_viewer_is_for_everybody(opened: Open, viewer: Path, size: tuple[int, int]) -> None:
    with opened(viewer, size) as page:
        page.select_option("select[name=article]", "arden")
        assert violations(page) == []
