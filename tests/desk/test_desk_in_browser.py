"""The desk in a real browser: from paste to sign-off by mouse, and by keyboard alone; small, dark, and without scripts.

Debian's Chromium is driven from outside; where it or the driver is missing, these tests are skipped with that reason.
No page may ask for anything but the desk's own, and nothing may be complained of on the console.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from arden import PACK
from browser import IN_BROWSER
from desk_browser import Open, card, settled, waiting
from desk_process import RunningDesk, running

pytest.importorskip("playwright", reason="playwright drives the browser: pip install playwright")
pytestmark = IN_BROWSER

DRAFT = """Holt is too strong for Berg

Peter Holt won the men's 1500m final at the Arden Games 2024 in 3:30.21.

Anders Berg finished third in the men's 1500m final at the Arden Games 2024 in 3:31.00.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RunningDesk]:
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth" / "pack.json").write_text(json.dumps(PACK), encoding="utf-8")
    with running(tmp_path / "desk", "--truth", str(tmp_path / "truth")) as made:
        yield made


def paste(page: Any, text: str = DRAFT) -> None:
    page.fill("#draft-text", text)
    page.fill("#draft-published", "2024-06-03")
    page.click("text=Read and check")
    page.wait_for_selector(".decide-on.is-current, #cards .panel")  # keys are listened to by then


def text_of(desk: RunningDesk) -> str:
    [path] = (desk.folder / "texts").iterdir()
    return path.read_text(encoding="utf-8")


def test_the_whole_loop_by_mouse(opened: Open, desk: RunningDesk) -> None:
    with opened() as page:
        paste(page)
        assert len(waiting(page)) == 2
        page.click(f"{card('3:30.21')} >> [data-does=accept]")
        page.wait_for_selector(card("3:30.21"), state="detached")
        assert "3:30.12" in text_of(desk)
        page.click(f"{card('third')} >> [data-does=dismiss]")
        page.fill("#ask-words", "the jury's protocol says so")
        page.click("#ask-yes")
        page.wait_for_selector(card("third"), state="detached")
        assert "dismissed: the jury's protocol says so" in page.inner_text("#decided")
        page.click("[data-does=sign-off]")
        page.click("#ask-yes")
        page.wait_for_selector(".signed.signed >> text=Signed off by Ada")
        page.click("a:has-text('The desk')")
        assert "signed off by Ada" in page.inner_text(".queue")


def tab_to(page: Any, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")


def test_the_whole_loop_by_keyboard_alone(opened: Open, desk: RunningDesk) -> None:
    with opened() as page:
        tab_to(page, "#draft-text")
        page.keyboard.insert_text(DRAFT)
        tab_to(page, "#draft-published")
        page.keyboard.type("06032024")
        tab_to(page, "#new-draft button")
        page.keyboard.press("Enter")
        page.wait_for_selector(".decide-on")
        while "3:30.21" in " ".join(waiting(page)):
            current = page.get_attribute(".decide-on.is-current", "data-quote")
            page.keyboard.press("a" if "3:30.21" in current else "j")
            settled(page)
        page.keyboard.press("d")
        page.keyboard.type("sic")
        page.keyboard.press("Enter")
        page.wait_for_selector(".decide-on", state="detached")
        page.keyboard.press("u")
        page.wait_for_selector(".decide-on")
        page.keyboard.press("t")
        page.keyboard.press("Enter")
        page.wait_for_selector(".decide-on", state="detached")
        page.keyboard.press("s")
        page.keyboard.press("Enter")
        page.wait_for_selector(".signed.signed >> text=Signed off by Ada")
        assert "3:30.12" in text_of(desk)
        page.keyboard.press("?")
        assert page.locator("#help").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("#help").is_visible()


def test_typing_in_the_text_is_read_and_checked(opened: Open, desk: RunningDesk) -> None:
    with opened() as page:
        paste(page)
        page.keyboard.press("e")
        page.fill("#editor", DRAFT.replace("3:30.21", "3:30.12"))
        page.wait_for_selector(card("3:30.21"), state="detached")
        page.keyboard.press("Escape")
        assert "3:30.12" in page.inner_text("#text")
        assert "3:30.12" in text_of(desk)


def test_a_note_a_name_and_another_reading(opened: Open) -> None:
    with opened() as page:
        paste(page)
        page.click(f"{card('third')} >> [data-does=note]")
        page.fill("#ask-words", "ask <b>Berg</b>")
        page.keyboard.press("Enter")
        page.wait_for_selector(".card .decided >> text=ask <b>Berg</b>")
        page.click(f"{card('third')} >> [data-does=reading]")
        page.fill("#ask-place", "second")
        page.keyboard.press("Enter")
        settled(page)
        page.click("[data-does=undo]")
        settled(page)
        page.click(f"{card('third')} >> [data-does=no-claim]")
        page.wait_for_selector(card("third"), state="detached")


def test_two_windows(opened: Open, desk: RunningDesk) -> None:
    with opened(complaints=1) as page:  # the browser itself logs the answer 409
        paste(page)
        another = page.context.new_page()
        another.goto(page.url)
        another.click(f"{card('third')} >> [data-does=dismiss]")
        another.fill("#ask-words", "sic")
        another.keyboard.press("Enter")
        another.wait_for_selector(card("third"), state="detached")
        page.click(f"{card('3:30.21')} >> [data-does=accept]")
        page.wait_for_selector("#conflict >> text=dismissed: sic")
        page.click("text=Do mine as well")
        page.wait_for_selector(card("3:30.21"), state="detached")
        assert "3:30.12" in text_of(desk)
        assert waiting(page) == []


def test_a_draft_without_a_day_is_asked_for_it(opened: Open) -> None:
    with opened(complaints=1) as page:
        page.fill("#draft-text", DRAFT)
        page.click("text=Read and check")
        page.wait_for_selector("#new-problem >> text=day of publication")
        assert page.evaluate("document.activeElement.id") == "draft-published"
        assert page.input_value("#draft-title") == "Holt is too strong for Berg"
        assert page.input_value("#draft-published") == ""


def test_a_queue_fills_while_drafts_are_checked(opened: Open) -> None:
    """The page is made to say that nothing is checked yet, as it does where there are many drafts."""
    with opened() as page:
        paste(page)

        def unchecked(route: Any) -> None:
            whole = route.fetch()
            body = re.sub(
                r'(<div id="queue">).*(</div>\s*<section class="panel" id="new">)',
                r'\1<p class="warning">0 of 1</p><a href="/drafts/x">x</a>\2',
                whole.text(),
                flags=re.DOTALL,
            )
            route.fulfill(response=whole, body=body.replace('data-unchecked="0"', 'data-unchecked="1"'))

        page.route(re.compile("/$"), unchecked)
        page.click("a:has-text('The desk')")
        page.wait_for_selector(".queue >> text=2 errors")
        page.wait_for_selector("#status:text('All drafts are checked')", state="attached")
        assert not page.locator("#queue p.warning").count()


def drop(page: Any, text: str) -> None:
    page.evaluate(
        """text => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], "dropped.txt"));
          document.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, cancelable: true}));
        }""",
        text,
    )


def test_a_file_that_is_dropped_is_asked_for_its_day_and_kept_meanwhile(opened: Open, desk: RunningDesk) -> None:
    with opened(complaints=1) as page:
        drop(page, DRAFT)
        page.wait_for_selector("#new-problem >> text=day of publication")
        assert page.input_value("#draft-text") == ""  # the file itself is sent again
        page.fill("#draft-published", "2024-06-03")
        page.click("text=Read and check")
        page.wait_for_selector(".decide-on")
        assert text_of(desk) == DRAFT


def test_a_decision_shows_before_the_desk_has_carried_it_out(opened: Open) -> None:
    """The answer is held back: the card is gone and the text is right all the same."""
    with opened() as page:
        paste(page)
        page.route("**/decisions", lambda route: None)
        page.click(f"{card('3:30.21')} >> [data-does=accept]")
        page.wait_for_selector(f"{card('3:30.21')}.is-going", state="hidden")
        assert "3:30.12" in page.inner_text("#text")
        page.unroute_all(behavior="ignoreErrors")


def test_what_was_not_carried_out_comes_back(opened: Open, desk: RunningDesk) -> None:
    with opened(complaints=1) as page:
        paste(page)
        page.route("**/decisions", lambda route: route.fulfill(status=422, json={"message": "not now"}))
        page.click(f"{card('3:30.21')} >> [data-does=accept]")
        page.wait_for_selector("#problem >> text=not now")
        page.wait_for_selector(f"{card('3:30.21')}:not(.is-going)")
        assert "3:30.21" in page.inner_text("#text")


def test_an_earlier_decision_is_taken_back(opened: Open, desk: RunningDesk) -> None:
    with opened() as page:
        paste(page)
        page.click(f"{card('3:30.21')} >> [data-does=accept]")
        page.wait_for_selector(card("3:30.21"), state="detached")
        page.click(f"{card('third')} >> [data-does=no-claim]")
        page.wait_for_selector(card("third"), state="detached")
        page.click("#decided li:has-text('3:30.12') >> [data-does=take-back]")
        page.wait_for_selector(card("3:30.21"))
        assert text_of(desk) == DRAFT
        assert waiting(page) == ["3:30.21"]


def test_characters_that_a_page_shows_otherwise_stay_in_the_text(opened: Open, desk: RunningDesk) -> None:
    """A mark of direction is shown as an escape on pages, and browsers drop the first line end of a text box."""
    odd = "\n\u200f" + DRAFT
    with opened() as page:
        paste(page)
        [path] = (desk.folder / "texts").iterdir()
        path.write_text(odd, encoding="utf-8")
        page.reload()
        page.keyboard.press("e")
        page.wait_for_selector("#editing:not([hidden])")
        page.evaluate("document.getElementById('editor').setSelectionRange(1e6, 1e6)")
        page.keyboard.type("So.")
        page.wait_for_selector("#status:text('Read and checked again')", state="attached")
        assert text_of(desk) == odd + "So."


def test_what_is_typed_stays_while_the_desk_is_gone(opened: Open, desk: RunningDesk) -> None:
    with opened(complaints=1) as page:
        paste(page)
        page.keyboard.press("e")
        page.wait_for_selector("#editing:not([hidden])")
        desk.process.kill()
        page.keyboard.type("Typed. ")
        page.wait_for_selector("#problem >> text=is it still running?")
        page.keyboard.press("Escape")
        page.keyboard.press("e")
        assert "Typed. " in page.input_value("#editor")


def test_an_error_that_waits_is_told_before_anybody_signs(opened: Open) -> None:
    with opened() as page:
        paste(page)
        page.keyboard.press("s")
        page.wait_for_selector("#problem >> text=2 errors not decided")


def test_a_file_that_is_chosen(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "report-2024-06-03.txt"
    path.write_text(DRAFT, encoding="utf-8")
    with opened() as page:
        page.fill("#draft-published", "2024-06-03")
        page.set_input_files("#draft-file", path)
        page.wait_for_selector(".decide-on")
        assert page.url.endswith("/report-2024-06-03")


def test_at_twice_the_size(opened: Open) -> None:
    with opened((640, 450), device_scale_factor=2) as page:  # what a zoom of 200 % leaves of 1280 by 900
        paste(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.click(f"{card('3:30.21')} >> [data-does=accept]")
        page.wait_for_selector(card("3:30.21"), state="detached")


def test_without_scripts_a_draft_can_be_read(opened: Open, desk: RunningDesk) -> None:
    with opened() as page:
        paste(page)
        state, url = page.context.storage_state(), page.url
        plain = page.context.browser.new_context(java_script_enabled=False, storage_state=state)
        reading = plain.new_page()
        reading.goto(url)
        assert "deciding on findings needs it" in reading.inner_text("noscript")
        assert "3:30.21" in reading.inner_text("#cards")
        plain.close()
