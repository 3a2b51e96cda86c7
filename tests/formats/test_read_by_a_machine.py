"""Every format says who read an article, how much of it, what was not printed, and which claims are to be checked."""

from __future__ import annotations

import json
from functools import cache

import pytest

import harness
from harness.checking.load.unread import figures_read
from harness.extract import SourceArticle, extract
from harness.present.formats import View, formats, write
from harness.records.model import Report

TEXT = """\
Cole Hocker won the 1500m final at the Paris 2024 Olympics in 3:27.56. Josh Kerr took silver in 3:27.79.

The defending champion, Jakob Ingebrigtsen, finished fifth in 3:28.24, ahead of 14 others."""
FOR_PROGRAMS = ("json", "json-lines")  # what they write is data, and no sentence


@cache
def read() -> tuple[Report, View]:
    article = SourceArticle(id="draft", title="Draft", publisher="Arden Post", published="2024-08-07", text=TEXT)
    report = harness.check([extract("rules", article).document])
    return report, View(texts={"draft": TEXT}, figures=figures_read({"draft": TEXT}, report.findings))


def test_the_draft_has_an_error_and_a_claim_to_check() -> None:
    report, view = read()
    assert (report.counts.refuted, report.counts.contradicted) == (1, 1)
    assert view.figures["draft"].unread


@pytest.mark.parametrize("name", formats())
def test_a_format_says_who_read_the_article_and_how_much_of_it(name: str) -> None:
    report, view = read()
    written = write(report, name, view)
    assert "rules (harness" in written, f"format {name} does not say which system read the article"
    assert name in FOR_PROGRAMS or "figures read" in written, f"format {name} does not say how many figures were read"
    assert "competition" in written, f"format {name} does not name the fields that are not printed"


def test_the_formats_for_programs_hold_the_figures_of_each_text() -> None:
    report, view = read()
    expected = {"total": view.figures["draft"].total, "unread": [list(place) for place in view.figures["draft"].unread]}
    assert json.loads(write(report, "json", view))["articles"][0]["figures"] == expected
    rows = [json.loads(line) for line in write(report, "json-lines", view).splitlines()]
    assert [row["figures"] for row in rows if row["record"] == "article"] == [expected]
    for name in FOR_PROGRAMS:
        assert '"figures"' not in write(report, name), f"{name} has figures of a text that nobody gave"


@pytest.mark.parametrize("name", formats())
def test_a_format_tells_what_is_to_be_checked_from_errors_and_from_what_is_open(name: str) -> None:
    report, view = read()
    written = write(report, name, view).casefold()
    marks = {"json": '"contradicted_as_read": true', "json-lines": '"contradicted_as_read":true', "csv": ",yes\n"}
    assert marks.get(name, "check this") in written, f"format {name} does not tell what is to be checked from errors"


@pytest.mark.parametrize("name", [name for name in formats() if name not in FOR_PROGRAMS])
def test_nothing_is_said_of_machines_where_people_read(name: str) -> None:
    article = SourceArticle(id="draft", title="Draft", publisher="Arden Post", published="2024-08-07", text=TEXT)
    document = extract("rules", article).document
    assert document is not None
    del document["article"]["read_by"]
    document["claims"] = [claim for claim in document["claims"] if "inferred" not in claim]
    written = write(harness.check([document]), name, View())
    assert "machine" not in written
    assert "figures read" not in written
