"""claimreview: a review a claim, a declared scale, who said it and where."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from harness.present.formats import write
from harness.records.model import Report


def graph(report: Report) -> list[dict[str, Any]]:
    document = json.loads(write(report, "claimreview"))
    assert document["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = document["@graph"]
    return nodes


def review(report: Report, claim: str) -> dict[str, Any]:
    index = [finding.claim for finding in report.findings].index(claim)
    return graph(report)[1 + index]


SCALE = {"@type": "Rating", "worstRating": 1, "bestRating": 3}


@pytest.mark.parametrize(
    "claim, rating",
    [
        ("holt-won", {**SCALE, "ratingValue": 3, "alternateName": "True"}),
        ("berg-misprint", {**SCALE, "ratingValue": 2, "alternateName": "True, with a remark"}),
        ("holt-second", {**SCALE, "ratingValue": 1, "alternateName": "False"}),
        # Not knowing is not half-way between true and false: no number.
        ("berg-heat", {"@type": "Rating", "alternateName": "Not enough information"}),
        ("berg-mood", {"@type": "Rating", "alternateName": "Not checkable"}),
        ("odd-mark", {"@type": "Rating", "alternateName": "Not readable"}),
    ],
)
def test_ratings(arden: Report, claim: str, rating: dict[str, object]) -> None:
    assert review(arden, claim)["reviewRating"] == rating


def test_who_said_it_and_where(arden: Report) -> None:
    quoted, printed = review(arden, "holt-second")["itemReviewed"], review(arden, "holt-won")["itemReviewed"]
    assert quoted["author"] == {"@type": "Person", "name": "Anders Berg"}
    assert printed["author"] == {"@type": "Organization", "name": "Arden Post"}
    assert printed["appearance"]["datePublished"] == "2024-06-03"
    assert "url" not in printed["appearance"]
    online = tuple(msgspec.structs.replace(one, url="https://arden.example/1") for one in arden.articles)
    linked = review(msgspec.structs.replace(arden, articles=online), "holt-won")
    assert linked["itemReviewed"]["appearance"]["url"] == "https://arden.example/1"


def test_a_waived_review_is_marked(arden: Report) -> None:
    assert review(arden, "holt-mark")["keywords"] == "waived"
    assert "keywords" not in review(arden, "holt-second")


def test_nothing_is_claimed_of_the_reviewer(arden: Report) -> None:
    """Who publishes a review, where and when is not in a report."""
    assert not {"author", "url", "datePublished"} & set(review(arden, "holt-won"))
