"""Many articles at a look: bars, rows, publishers, and scores in words."""

from __future__ import annotations

import pytest
from findings import article, finding

from harness.present.page.overview import WIDTH, accuracy, article_rows, bar, publisher_rows, share, worst_first
from harness.present.page.standing import WORST_FIRST
from harness.records.model import Counts, PublisherReport, Ratio


def test_a_bar_is_whole_and_leaves_nothing_out() -> None:
    slices = bar({"error": 1, "confirmed": 2, "outside": 1, "decide": 0})
    assert [(one.standing.name, one.number, one.start, one.width) for one in slices] == [
        ("error", 1, 0, WIDTH / 4),
        ("confirmed", 2, WIDTH / 4, WIDTH / 2),
        ("outside", 1, WIDTH * 3 / 4, WIDTH / 4),
    ]


def test_every_standing_has_its_part_of_a_bar() -> None:
    assert {part.standing for part in bar({standing.name: 1 for standing in WORST_FIRST})} == set(WORST_FIRST)


def test_a_bar_of_nothing() -> None:
    assert bar({"error": 0}) == ()


@pytest.mark.parametrize(
    "ratio, words",
    [
        (Ratio(0.987, 0.967, 0.995), "98.7% (95% interval 96.7 to 99.5)"),
        (Ratio(), "undefined (0/0)"),
    ],
)
def test_accuracy_in_words(ratio: Ratio, words: str) -> None:
    assert accuracy(ratio) == words


def test_a_share_in_words() -> None:
    assert (share(0.9214), share(1.0), share(None)) == ("92.1%", "100.0%", "undefined (0/0)")


def test_rows_and_publishers() -> None:
    findings = {"a": [finding("x", "x", "refuted")], "b": [finding("x", "x"), finding("x", "x")]}
    rows = article_rows([article("a"), article("b"), article("empty")], findings)
    assert [(row.tally["error"], row.tally["confirmed"]) for row in rows] == [(1, 0), (0, 2), (0, 0)]
    publisher = PublisherReport(
        name="Arden Post", articles=3, counts=Counts(), accuracy=Ratio(), coverage=None, consistency=None
    )
    (row,) = publisher_rows([publisher], rows)
    assert (row.tally["error"], row.tally["confirmed"], len(row.bar)) == (1, 2, 2)


def test_the_worst_article_stands_first() -> None:
    counts = {"fine": Counts(), "low": Counts(refuted=1, low=1), "high": Counts(refuted=1, high=1)}
    rows = article_rows([article(name, counts=one) for name, one in counts.items()], {})
    assert [row.scored.counts for row in worst_first(rows)] == [counts[name] for name in ("high", "low", "fine")]
