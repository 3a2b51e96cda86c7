"""web-annotation: what the W3C model requires, selectors, the words around a quote, conflicts over several quotes."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from arden import TEXT

from harness.present.formats import View, write
from harness.records.model import Report


def collection(report: Report, view: View = View()) -> dict[str, Any]:  # noqa: B008
    found: dict[str, Any] = json.loads(write(report, "web-annotation", view))
    return found


def annotation(report: Report, claim: str, view: View = View()) -> dict[str, Any]:  # noqa: B008
    index = [finding.claim for finding in report.findings].index(claim)
    found: dict[str, Any] = collection(report, view)["first"]["items"][index]
    return found


def selectors(report: Report, claim: str, text: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = annotation(report, claim, View(texts={"arden": text}))["target"]["selector"]
    return found


def test_what_the_model_requires(arden: Report) -> None:
    whole = collection(arden)
    items = whole["first"]["items"]
    assert (whole["@context"], whole["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    assert whole["total"] == len(items) == len(arden.findings) + len(arden.conflicts) + len(arden.mistakes)
    assert len({item["id"] for item in items}) == len(items)
    assert all(item["type"] == "Annotation" and item["target"] for item in items)
    assert all(body["type"] == "TextualBody" for item in items for body in item["body"])


def test_a_quote_is_found_by_its_words_and_by_its_place(arden: Report) -> None:
    quote, place = selectors(arden, "holt-won")
    start = TEXT.index("won")
    assert quote == {"type": "TextQuoteSelector", "exact": "won"}
    assert place == {"type": "TextPositionSelector", "start": start, "end": start + 3}


@pytest.mark.parametrize(
    "claim, prefix, suffix",
    [
        pytest.param("holt-won", "Holt ", " the Arden 1500m in 3:30.10 from", id="near the start"),
        pytest.param("holt-age", "cond, for his first gold. He is ", ".", id="near the end"),
    ],
)
def test_words_around_a_quote_where_the_text_is_given(arden: Report, claim: str, prefix: str, suffix: str) -> None:
    quote, _ = selectors(arden, claim, TEXT)
    assert (quote["prefix"], quote["suffix"]) == (prefix, suffix)
    assert f"{prefix}{quote['exact']}{suffix}" in TEXT


def test_no_words_around_a_quote_that_is_not_where_it_was(arden: Report) -> None:
    assert selectors(arden, "holt-won", "Today " + TEXT)[0] == {"type": "TextQuoteSelector", "exact": "won"}


def test_the_source_is_the_address_where_there_is_one(arden: Report) -> None:
    assert annotation(arden, "holt-won")["target"]["source"] == "urn:x-harness:article:arden"
    online = tuple(msgspec.structs.replace(one, url="https://arden.example/1") for one in arden.articles)
    linked = annotation(msgspec.structs.replace(arden, articles=online), "holt-won")
    assert linked["target"]["source"] == "https://arden.example/1"


def test_bodies_say_what_they_are_for(arden: Report) -> None:
    bodies = {(body["purpose"], body["value"]) for body in annotation(arden, "holt-mark")["body"]}
    assert {("tagging", "refuted"), ("tagging", "low"), ("tagging", "waived"), ("editing", "3:30.12")} <= bodies


def test_a_conflict_links_its_quotes(arden: Report) -> None:
    conflict = collection(arden)["first"]["items"][len(arden.findings)]
    quotes = [target["selector"][0]["exact"] for target in conflict["target"]]
    assert conflict["motivation"] == "linking"
    assert len(quotes) == len(arden.conflicts[0].claims)
