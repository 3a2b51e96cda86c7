"""Conflicts as quotes side by side."""

from __future__ import annotations

from findings import conflict, finding, judged

from harness.present.page.pairs import ConflictSide, Pairs
from harness.records.model import ClaimRef, Finding
from harness.values import Range, exactly

TEXT = "first fourth 4th best"
KEY = "rank.rank(holt)"


def ranked(quote: str, claimed: Range, found: Range | None = None) -> Finding:
    return finding(TEXT, quote, judged=(judged("refuted", "ordinal", claimed, found, quantity=KEY),))


def by_claim(*findings: Finding) -> dict[ClaimRef, Finding]:
    return {ClaimRef(one.article, one.claim): one for one in findings}


def test_claims_of_one_value_stand_on_one_side() -> None:
    first, fourth, again = ranked("first", exactly(1)), ranked("fourth", exactly(4)), ranked("4th", exactly(4))
    (pair,) = Pairs([conflict(first, fourth, again, quantity=KEY)], by_claim(first, fourth, again)).of("arden")
    assert pair.sides == (ConflictSide("1st", (first,)), ConflictSide("4th", (fourth, again)))
    assert pair.known == ""


def test_what_the_results_say_stands_beside() -> None:
    first, fourth = ranked("first", exactly(1)), ranked("fourth", exactly(4), exactly(4))
    (pair,) = Pairs([conflict(first, fourth, quantity=KEY)], by_claim(first, fourth)).of("arden")
    assert pair.known == "4th"


def test_a_claim_that_conflicts_by_arithmetic_alone_gives_no_value() -> None:
    first, best = ranked("first", exactly(1)), finding(TEXT, "best")
    (pair,) = Pairs([conflict(first, best, quantity=KEY)], by_claim(first, best)).of("arden")
    assert [side.value for side in pair.sides] == ["1st", ""]


def test_a_claim_that_is_not_in_the_report_is_left_out() -> None:
    first, fourth = ranked("first", exactly(1)), ranked("fourth", exactly(4))
    (pair,) = Pairs([conflict(first, fourth, quantity=KEY)], by_claim(first)).of("arden")
    assert pair.sides == (ConflictSide("1st", (first,)),)


def test_what_is_claimed_in_words_is_told_in_them() -> None:
    part = judged("refuted", "count", exactly(0), Range(3, None), quantity=KEY)
    words = finding(TEXT, "first", "refuted", judged=(part,), claimed="no earlier race", found="at least 3 earlier")
    (pair,) = Pairs([conflict(words, quantity=KEY)], by_claim(words)).of("arden")
    assert (pair.sides[0].value, pair.known) == ("no earlier race", "at least 3 earlier")


def test_each_article_names_its_own_claims_in_a_large_conflict() -> None:
    others = [
        finding(TEXT, "fourth", article=f"other-{number}", claim=f"c{number}",
                judged=(judged("refuted", "ordinal", exactly(number), None, quantity=KEY),))
        for number in range(2, 40)
    ]  # fmt: skip
    mine = [ranked("first", exactly(1)), ranked("4th", exactly(4))]
    whole = Pairs([conflict(*mine, *others, quantity=KEY)], by_claim(*mine, *others))
    (pair,) = whole.of("arden")
    members = [claim for side in pair.sides for claim in side.claims]
    assert members == mine
    assert len(members) + pair.more + sum(side.more for side in pair.sides) == len(mine) + len(others)
    (listed,) = whole.between
    assert sum(len(side.claims) for side in listed.sides) == len(mine) + len(others)
    assert pair.anchor == listed.anchor != ""


def test_of_few_claims_all_are_named_in_every_article() -> None:
    mine, other = ranked("first", exactly(1)), finding(TEXT, "4th", article="other", judged=(
        judged("refuted", "ordinal", exactly(4), None, quantity=KEY),))  # fmt: skip
    (pair,) = Pairs([conflict(mine, other, quantity=KEY)], by_claim(mine, other)).of("arden")
    assert (len(pair.sides), pair.anchor, pair.more) == (2, "", 0)
