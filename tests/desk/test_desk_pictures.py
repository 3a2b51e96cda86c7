"""The pictures of docs/desk.md, made by going its way; what they show is held as text, so that they stay true.

`HARNESS_WRITE_PICTURES=1` takes the pictures anew. Without it the words on each screen must be those of the pictures.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from browser import IN_BROWSER
from desk_process import running

pytest.importorskip("playwright", reason="playwright drives the browser: pip install playwright")
pytestmark = IN_BROWSER

DOCS = Path(__file__).parent.parent.parent / "docs"
WORDS = DOCS / "pictures" / "desk.txt"
WRITE = bool(os.environ.get("HARNESS_WRITE_PICTURES"))

DRAFT = """Kerr strikes in Budapest

Josh Kerr won the men's 1500m final at the 2023 World Championships in Budapest in 3:29.83.

Jakob Ingebrigtsen finished third in the men's 1500m final at the 2023 World Championships in Budapest.
"""


class Screens:
    """Takes the picture of a screen, and keeps its words."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.words: list[str] = []

    def take(self, name: str) -> None:
        self.page.wait_for_selector("main:not([aria-busy])")
        self.page.wait_for_selector("button[data-copies][hidden]", state="detached")  # until copying is offered
        if WRITE:
            self.page.screenshot(path=DOCS / "pictures" / f"desk-{name}.png")
        text = re.sub(r"[0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2}", "DAY", self.page.inner_text("main"))
        text = re.sub(r"\S+/claims/", "claims/", text)
        self.words.append(f"== {name}\n{text}\n")


def test_the_pictures_of_the_documentation(chromium: Any, tmp_path: Path) -> None:
    with running(tmp_path / "desk") as desk:
        page = chromium.new_page(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
        page.goto(desk.link)
        screens = Screens(page)
        page.fill("#draft-text", DRAFT)
        page.fill("#draft-published", "2023-08-24")
        page.fill("#draft-publisher", "The Evening Post")
        screens.take("new")
        page.click("text=Read and check")
        page.wait_for_selector(".decide-on.is-current")
        screens.take("draft")
        page.click(".decide-on[data-quote*='3:29.83'] [data-does=accept]")
        page.wait_for_selector(".decide-on[data-quote*='3:29.83']", state="detached")
        page.click(".decide-on[data-quote*='third'] [data-does=dismiss]")
        page.fill("#ask-words", "the agency has third; asked for a correction")
        page.click("#ask-yes")
        page.wait_for_selector(".decide-on[data-quote*='third']", state="detached")
        screens.take("decided")
        page.click("[data-does=sign-off]")
        page.click("#ask-yes")
        page.wait_for_selector(".signed.signed >> text=Signed off by Ada")
        screens.take("signed")
        page.close()
    words = "\n".join(screens.words)
    if WRITE:
        WORDS.write_text(words, encoding="utf-8")
    assert words == WORDS.read_text(encoding="utf-8"), "take the pictures anew: HARNESS_WRITE_PICTURES=1 make test"


def test_every_picture_of_the_page_is_there() -> None:
    named = re.findall(r"\(pictures/([^)]+)\)", (DOCS / "desk.md").read_text(encoding="utf-8"))
    assert len(named) == 4
    assert all((DOCS / "pictures" / name).stat().st_size > 10_000 for name in named)
