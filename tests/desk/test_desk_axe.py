"""Every view of the desk, light and dark, wide and narrow: axe finds nothing, and nothing runs over the edge.

On the shipped ground truth, so that the cards have all that cards can have: corrections, tables, a timeline.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import IN_BROWSER
from desk_browser import Open, settled
from desk_process import RunningDesk, running

playwright = pytest.importorskip("playwright.sync_api", reason="playwright drives the browser: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = IN_BROWSER

DRAFT = """Kerr strikes in Budapest

Josh Kerr won the men's 1500m final at the 2023 World Championships in Budapest in 3:29.83.

Jakob Ingebrigtsen finished third in the men's 1500m final at the 2023 World Championships in Budapest.

Kerr, 25, has won two Olympic medals. Norway won three medals at the 2023 World Championships.

The world record of 3:26.00 has stood since 1999. Kerr's 3:29.38 was the fifth fastest time in history.
"""
ERROR = ".decide-on:not(.is-going):has(.card.error)"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RunningDesk]:
    with running(tmp_path / "desk") as made:
        yield made


class Looking:
    """Looks at view after view, and keeps what is wrong with each."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.wrong: list[str] = []

    def at(self, view: str, shows: str) -> None:
        self.page.wait_for_selector(shows)
        rules = [violation["id"] for violation in axe.Axe().run(self.page).response["violations"]]
        if not self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            rules.append("runs over")
        self.wrong += [f"{view}: {rule}" for rule in rules]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 900), (390, 800)], ids=["desktop", "phone"])
def test_axe_finds_nothing_in_any_view(opened: Open, desk: RunningDesk, size: tuple[int, int], scheme: str) -> None:
    # the browser logs a draft without a day, a change of an old version, and a draft that is not there
    with opened(size, complaints=3, color_scheme=scheme) as page:
        look = Looking(page)
        look.at("no drafts", "#new")
        page.fill("#draft-text", DRAFT)
        page.click("text=Read and check")
        look.at("asked for the day", "#new-problem:not([hidden])")
        page.fill("#draft-published", "2023-08-24")
        page.click("text=Read and check")
        look.at("the draft", ".decide-on.is-current")  # its script has begun: keys are heard
        address = page.url
        _ask(page, look)
        _decide(page, look)
        _outdate(page, look)
        page.goto(f"http://{desk.address}/")
        look.at("the queue", ".queue >> text=sign-off outdated")
        page.goto(f"http://{desk.address}/evergreen")
        look.at("no longer true", "main .panel q")
        page.goto(f"http://{desk.address}/drafts/nowhere")
        look.at("a problem", ".problem")
        page.goto(address)
        assert look.wrong == []


def press(page: Any, key: str, shows: str) -> None:
    """Press the key, again where a busy browser drops it while a dialog gives the focus back."""
    for _ in range(8):
        page.keyboard.press(key)
        try:
            page.wait_for_selector(shows, timeout=4000)
        except playwright.TimeoutError:
            continue
        return
    raise AssertionError(f"{key} does not show {shows}")


def _ask(page: Any, look: Looking) -> None:
    """Every dialog, and the text being edited."""
    for key in "?dtwrng":
        press(page, key, "dialog[open]")
        look.at(f"after {key}", "dialog[open]")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog[open]", state="detached")
    press(page, "e", "#editing:not([hidden])")
    look.at("the text being edited", "#editing:not([hidden])")
    page.keyboard.press("Escape")
    press(page, "s", "#problem:not([hidden])")
    look.at("errors that wait", "#problem:not([hidden])")


def _decide(page: Any, look: Looking) -> None:
    """A note in another window, which the first one meets; then everything is dismissed and signed."""
    another = page.context.new_page()
    another.goto(page.url)
    press(another, "n", "#ask[open]")
    another.fill("#ask-words", "asked the federation")
    another.keyboard.press("Enter")
    another.wait_for_selector("#decided li")
    page.locator(ERROR).first.locator("[data-does=dismiss]").click()
    page.fill("#ask-words", "sic")
    page.click("#ask-yes")
    look.at("changed in another window", "#conflict[open]")
    page.click("#conflict-again")
    page.wait_for_selector("#conflict[open]", state="detached")
    another.close()
    settled(page)
    while page.locator(ERROR).count():
        page.locator(ERROR).first.locator("[data-does=dismiss]").click()
        page.fill("#ask-words", "sic")
        page.click("#ask-yes")
        page.wait_for_selector(".is-going", state="detached")
        settled(page)
    press(page, "s", "#ask[open]")
    look.at("signing", "#ask[open]")
    page.click("#ask-yes")
    look.at("signed", ".signed.signed:not(.unsigned)")


def _outdate(page: Any, look: Looking) -> None:
    """The sentence of a decision goes, and the sign-off with it."""
    press(page, "e", "#editing:not([hidden])")
    page.fill("#editor", DRAFT.replace("finished third", "ran"))
    page.wait_for_selector(".signed.outdated")
    page.keyboard.press("Escape")
    look.at("outdated, with an orphan", ".decided .orphan")
