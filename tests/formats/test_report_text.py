"""The text report: what a person sees, held as golden files, at 80 columns, with and without colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from arden import CLAIMS, RACE, World, claim

from harness.present.formats import View, formats, renderer, write
from harness.present.formats.text import derivation
from harness.records.model import Counts, Evidence, Finding, Gate, Mistake, Ratio, Report

GOLDEN = Path(__file__).parent / "golden"


def test_the_report_on_arden(world: World) -> None:
    printed = re.sub(r"(claims|truth): [0-9a-f]{12}", r"\1: ............", world.check().stdout)
    assert printed == (GOLDEN / "arden.txt").read_text(encoding="utf-8")


def test_the_derivation_of_a_margin(world: World) -> None:
    printed = world.run("why", "arden", "by-a-second", "--truth", "truth").stdout
    assert printed == (GOLDEN / "arden-why.txt").read_text(encoding="utf-8")


def test_worst_first(world: World) -> None:
    world.claims(
        claim("mark", "slightly-off", "3:30.10", athlete="Holt", mark="3:30.10", scope=RACE),
        claim("place", "wrong-winner", "won", athlete="Berg", place=1, scope=RACE),
        claim("bio", "wrong-age", "25", athlete="Peter Holt", age=24),
        *CLAIMS[1:2],
    )
    printed = world.check().stdout
    order = [printed.index(f"[{name}]") for name in ("wrong-winner", "wrong-age", "slightly-off")]
    assert order == sorted(order)


def empty(**changes: object) -> Report:
    fields: dict[str, object] = {
        "signature": "none", "counts": Counts(), "accuracy": Ratio(), "coverage": None, "consistency": None,
        "articles": (), "findings": (), "conflicts": (), "mistakes": (), "gate": Gate(False, 5, "gate: nothing"),
    }  # fmt: skip
    return Report(**{**fields, **changes})  # type: ignore[arg-type]


def test_nothing_checked_prints_no_table_and_no_score() -> None:
    assert write(empty(), "text") == "\nsignature: none\ngate: nothing\n"


def test_mistakes_come_first_with_their_place() -> None:
    mistake = Mistake("claims/a.json", 3, 7, "$.claims[0].kind", "unknown kind 'recrod': did you mean 'record'?")
    printed = write(empty(mistakes=(mistake,)), "text")
    assert printed.startswith("COULD NOT CHECK (1)\nclaims/a.json:3:7: $.claims[0].kind: unknown kind 'recrod'")


def test_a_long_line_is_wrapped_and_said_words_are_attributed() -> None:
    finding = Finding(
        article="a", claim="c", kind="other", verdict="refuted", severity="low", text="word " * 40, quote="q", start=0,
        end=1, attributed_to="Josh Kerr",
    )  # fmt: skip
    printed = write(empty(findings=(finding,)), "text")
    assert max(map(len, printed.splitlines())) <= 80
    assert "(said by Josh Kerr)" in " ".join(printed.split())


def test_colour_only_where_it_is_asked_for() -> None:
    assert "\x1b[" not in write(empty(), "text")
    assert write(empty(), "text", View(colour=True)).endswith("\x1b[31;1mgate: nothing\x1b[0m\n")


def test_the_folder_is_the_registry() -> None:
    assert {"json", "text"} <= set(formats())
    with pytest.raises(KeyError):
        renderer("jsn")


def test_waived_findings_stay_in_their_section_and_are_marked(arden: Report) -> None:
    printed = write(arden, "text")
    assert "REFUTED (2, 1 waived)" in printed
    assert (
        printed.index("[holt-second]") < printed.index("  low (waived) claims/arden.json") < printed.index("CONFLICTS")
    )
    assert "    waived by Ann Editor on 2024-06-05 until 2024-12-31: the book is wrong here\n" in printed


def test_the_derivation_says_what_is_complete_and_who_says_so() -> None:
    finding = Finding(
        article="a", claim="c", kind="rank", verdict="supported", severity=None, text="Holt is third", quote="third",
        start=0, end=5, relied_on=("marks", "gone"),
    )  # fmt: skip
    said = Evidence("marks", "Every mark of the year.", ("The book (https://book.example/2)",))
    rows = derivation(finding, statements=(said,)).splitlines()
    assert rows[-3:] == [
        "  complete    Every mark of the year. [marks]",
        "              source: The book (https://book.example/2)",
        "  complete    gone",
    ]


def test_no_words_steer_the_terminal() -> None:
    finding = Finding(
        article="a", claim="c", kind="other", verdict="refuted", severity="low", text="\u202eright to left\n\n to left",
        quote="\x1b]0;title\x07", start=0, end=1, file="a\x1b[2J.json",
    )  # fmt: skip
    printed = write(empty(findings=(finding,)), "text")
    assert r"low a\x1b[2J.json:0:0" in printed
    assert r'"\x1b]0;title\x07" [c]: \u202eright to left to left' in printed
    assert "\x1b" not in printed + derivation(finding)


def test_a_conflict_is_told_by_what_its_claims_say(world: World) -> None:
    world.claims(claim("place", "holt-second", "won", text="Holt came second", athlete="Holt", place=2, scope=RACE),
                 claim("place", "holt-won", "won", text="Holt won", athlete="Holt", place=1, scope=RACE))  # fmt: skip
    printed = world.check().stdout
    assert "in one article, place: 1st against 2nd\n" in printed
    assert 'arden holt-second: "won": Holt came second\n' in printed
    assert "place.place(" not in printed
