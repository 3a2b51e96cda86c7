"""What an editor reads in a finding: what is claimed, what is known, and what can be pasted in its place."""

from __future__ import annotations

from typing import Any

import pytest
from judging import WORDS, judge
from msgspec.structs import replace
from tiny_pack import PACK

from harness.checking.gathering import conflicts_among
from harness.checking.load import default_truth_folder, load_truth
from harness.checking.run import Checker
from harness.corpus.make import make_corpus
from harness.records.model import Finding
from harness.truth.index import Truth

PUBLISHED = "2024-08-20"
MEN = {"event": "1500m", "sex": "men"}
TOKYO, PARIS = {**MEN, "competition": "Tokyo 2020"}, {**MEN, "competition": "Paris 2024"}
FJORD = {**MEN, "competition": "Fjord Games", "year": 2024}
RANK = {"kind": "rank", "scope": MEN}
SINCE = {"kind": "since", "scope": {**TOKYO, "nation": "Britain"}}


SEASON = {**MEN, "season": 2024}
(PARIS_FINAL,) = [one for one in PACK.races if (one.edition, one.event, one.round) == ("games-2024", "1500m", "final")]


@pytest.fixture(scope="module")
def truth() -> Truth:
    """The invented ground truth of tiny_pack.py."""
    return Truth(PACK)


@pytest.fixture(scope="module")
def shipped() -> Truth:
    loaded = load_truth(default_truth_folder())
    assert isinstance(loaded, Truth)
    return loaded


def said(truth: Truth, claim: dict[str, Any], published: str = PUBLISHED) -> Finding:
    (finding,) = judge(truth, claim, published=published)
    return finding


@pytest.mark.parametrize(
    "claim, message, suggestion",
    [
        pytest.param(
            {"kind": "mark", "athlete": "Berg", "mark": "3:28.23", "scope": TOKYO},
            "printed 3:28.23, the ground truth has 3:28.32", "3:28.32", id="a figure",
        ),
        pytest.param(
            {"kind": "place", "athlete": "Berg", "place": "second", "scope": TOKYO},
            "printed second, the ground truth has 1st", "first", id="in the article's way of printing",
        ),
        pytest.param(
            {"kind": "place", "athlete": "Clark", "after": "Berg", "scope": TOKYO},
            "claimed: 1 place behind; the ground truth has: 2 places behind", "2 places", id="a plural",
        ),
        pytest.param(  # not "-2"
            {"kind": "place", "athlete": "Berg", "after": "Clark", "by": "at least 1", "scope": TOKYO},
            "printed at least 1 place behind, the ground truth has 2 places ahead", "", id="ahead and not behind",
        ),
        pytest.param(  # not "-0.69 s"
            {"kind": "margin", "ahead": "Koech", "behind": "Berg", "gap": "0.69", "scope": TOKYO},
            "printed 0.69, the ground truth has Anders Berg ahead by 0.69 s", "", id="the other one won",
        ),
        pytest.param(
            {"kind": "margin", "ahead": "Berg", "behind": "Koech", "gap": "0.96", "scope": TOKYO},
            "printed 0.96, the ground truth has 0.69 s", "0.69", id="a unit that is left out",
        ),
        pytest.param(
            {"kind": "medal", "athlete": "Clark", "medal": "silver", "scope": TOKYO},
            "claimed: silver; the ground truth has: bronze", "bronze", id="another medal",
        ),
        pytest.param(
            {"kind": "medal", "athlete": "Hill", "medal": "bronze", "scope": TOKYO},
            "claimed: bronze; the ground truth has: no medal (Duncan Hill was not in the 1500m, final, Tokyo 2020)",
            "no medal", id="no medal",
        ),
        pytest.param(
            {"kind": "medal_count", "nation": "Britain", "medal": "gold", "count": 1, "scope": TOKYO},
            "printed 1, the ground truth has 0", "", id="none can be put in the place of a number",
        ),
        pytest.param(
            {"kind": "rank", "athletes": ["Ramos", "Stone"], "rank": "1 or 2", "scope": MEN},
            "printed 1 or 2, the ground truth has Eric Stone 3rd", "Eric Stone 3rd", id="one of two athletes",
        ),
        pytest.param(
            {"kind": "rank", "athletes": ["Stone", "Clark"], "rank": "1 or 2", "scope": MEN},
            "printed 1 or 2, the ground truth has Eric Stone 3rd, Ben Clark 4th", "Eric Stone 3rd, Ben Clark 4th",
            id="two athletes",
        ),
        pytest.param(
            {**RANK, "athlete": "Clark", "rank": 5, "mark": "3:29.05"},
            "printed 5, 3:29.05, the ground truth has 4th, 3:27.79", "4th, 3:27.79", id="two wrong figures",
        ),
        pytest.param(
            {"kind": "rank", "athlete": "Hill", "rank": 4, "scope": MEN},
            "printed 4, the ground truth has 6th or lower", "", id="a bound is no figure to print",
        ),
        pytest.param(
            {"kind": "date", "date": "2 to 5 August 2024", "whole": True, "scope": PARIS},
            "printed 2 to 5 August 2024, the ground truth has 2 to 6 August 2024", "2 to 6 August 2024",
            id="all the days where one end is wrong",
        ),
        pytest.param(
            {"kind": "date", "scope": PARIS, "relative_to": FJORD, "offset": "one week"},
            "printed one week, the ground truth has 68 days", "sixty-eight days", id="how much later",
        ),
        pytest.param(
            {"kind": "date", "scope": FJORD, "relative_to": PARIS},
            "claimed: later; the ground truth has: 68 days earlier", "", id="earlier and not later",
        ),
        pytest.param(
            {"kind": "title", "athlete": "Koech", "scope": {**MEN, "competition": "Olympic Games"}},
            "claimed: Cyrus Koech; the ground truth has: Eric Stone", "", id="a title that is not held",
        ),
        pytest.param(
            {"kind": "only", "members": ["Stone"], "how": "first", "feat": {"medals": 2},
             "scope": {**MEN, "competition": "Olympic Games"}},
            "claimed: 1st; the ground truth has: 2nd, after Cyrus Koech", "2nd", id="not the first",
        ),
        pytest.param(
            {**SINCE, "athlete": "Clark", "feat": {"medal": "any"}, "since": "2012"},
            "claimed: none since 2012; the ground truth has: "
            "Duncan Hill, 1500m, final, Rio 2016, 3:50.24, place 3 (20 August 2016)", "2016", id="who came between",
        ),
        pytest.param(
            {"kind": "since", "athlete": "Stone", "feat": {"mark": "sub-3:31"}, "since": "2023", "scope": PARIS},
            "claimed: none since 2023; the ground truth has: Anders Berg, 1500m, final, Fjord Games 2024, 3:29.74, "
            "place 1 (30 May 2024), if not later", "", id="who came between, and perhaps others after that",
        ),
    ],
)  # fmt: skip
def test_a_refuted_claim_is_told_in_an_editors_words(
    truth: Truth, claim: dict[str, Any], message: str, suggestion: str
) -> None:
    finding = said(truth, claim)
    assert (finding.verdict, finding.message, finding.suggestion) == ("refuted", message, suggestion)


def test_the_evidence_of_what_is_wrong_stands_first(truth: Truth) -> None:
    """He did run in Paris; the editor asks what came before it."""
    scope = {**PARIS, "season": 2024}
    finding = said(truth, {"kind": "since", "athlete": "Clark", "feat": {"race": "any"}, "scope": scope})
    assert finding.found.startswith("at least 2 earlier, the first Ben Clark, 2 miles")
    assert finding.evidence[0].summary == "Ben Clark, 2 miles, final, New York, 8:00.67, place 1"


def test_a_suggestion_puts_all_of_it_right_or_there_is_none(truth: Truth) -> None:
    finding = said(truth, {"kind": "rank", "athletes": ["Stone", "Hill"], "rank": "1 or 2", "scope": MEN})
    assert (finding.found, finding.suggestion) == ("Eric Stone 3rd, Duncan Hill 6th or lower", "")


@pytest.mark.parametrize(
    "claim, message, missing",
    [
        pytest.param(
            {"kind": "count", "athlete": "Berg", "of": "races", "count": 9, "scope": {**MEN, "indoor": False}},
            "printed 9, the ground truth has 9, but perhaps not all",
            "all of: races of Anders Berg, men, 1500m, outdoors", id="perhaps more",
        ),
        pytest.param(
            {"kind": "only", "members": ["Berg"], "feat": {"titles": 1}, "how": "first",
             "scope": {**MEN, "competition": "European Championships"}},
            "claimed: 1st; the ground truth has nobody before, but perhaps not all",
            "all of: earlier titles of Anders Berg, men, 1500m, European Championships", id="nobody that is known",
        ),
        pytest.param(
            {"kind": "mark", "athlete": "Berg", "mark": "2:40.0", "at": "1200m", "scope": TOKYO},
            "the ground truth has no split at 1200m of Anders Berg, 1500m, final, Tokyo 2020",
            "split at 1200m of Anders Berg, 1500m, final, Tokyo 2020", id="no id of a result",
        ),
        pytest.param(
            {"kind": "bio", "athlete": "Stone", "age": 34},
            "printed 34, the ground truth knows only 33 to 34", "exactly: age of Eric Stone", id="not exact enough",
        ),
        pytest.param(
            {"kind": "since", "athlete": "Clark", "feat": {"race": "any"}, "scope": FJORD},
            "claimed: a race; the ground truth does not say",
            "all of: races of Ben Clark, men, 1500m, Fjord Games 2024", id="nothing known of it",
        ),
        pytest.param(
            {"kind": "since", "order": "last", "feat": {"medal": "gold"}, "last_holder": "Berg",
             "scope": {**MEN, "competition": "European Championships"}},
            "nothing says that nobody came between",
            "latest gold medals, men, 1500m, European Championships", id="the latest of all",
        ),
    ],
)  # fmt: skip
def test_an_undecided_claim_tells_what_would_settle_it(
    truth: Truth, claim: dict[str, Any], message: str, missing: str
) -> None:
    finding = said(truth, claim)
    assert (finding.verdict, finding.message, finding.missing) == ("not_enough_info", message, missing)


def nation(name: str, rank: int, by: str) -> dict[str, Any]:
    return {"kind": "rank", "of": "nations", "by": by, "nation": name, "rank": rank,
            "scope": {"competition": "Paris Olympics"}}  # fmt: skip


def test_a_shared_rank_is_joint(shipped: Truth, truth: Truth) -> None:
    brazil = said(shipped, nation("Brazil", 13, "medals"), "2024-08-20")
    assert (brazil.verdict, brazil.found, brazil.suggestion) == ("refuted", "joint 12th", "joint 12th")
    france = said(shipped, nation("France", 6, "golds"), "2024-08-20")
    assert (france.found, france.suggestion) == ("5th", "5th")


def test_equal_marks_are_joint(truth: Truth) -> None:
    equals = [replace(row, mark="3:27.79") if row.athlete == "cyrus-koech" else row for row in PARIS_FINAL.results]
    races = tuple(replace(one, results=tuple(equals)) if one is PARIS_FINAL else one for one in PACK.races)
    finding = said(Truth(replace(PACK, races=races)), {"kind": "rank", "athlete": "Koech", "rank": 3, "scope": SEASON})
    assert finding.suggestion == "joint 2nd"
    both = {"kind": "rank", "athletes": ["Koech", "Moss"], "rank": 3, "scope": {"event": "1500m", "season": 2024}}
    assert (
        said(Truth(replace(PACK, races=races)), both).found == "Cyrus Koech joint 2nd"
    )  # each on the list of their sex


def test_a_conflict_is_labelled_with_the_part_that_is_in_conflict(truth: Truth) -> None:
    """His heat is told first, and it is the season's first race that cannot be true with the other claim."""
    opener = {"kind": "since", "athlete": "Clark", "feat": {"race": "any"}, "scope": {**PARIS, "season": 2024}}
    there = {"kind": "mark", "athlete": "Clark", "mark": "3:27.79", "scope": PARIS}
    earlier = {"kind": "mark", "athlete": "Clark", "mark": "3:45.34",
               "scope": {"event": "mile", "sex": "men", "competition": "Fjord Games", "year": 2024}}  # fmt: skip
    conflicts = conflicts_among(judge(truth, opener, there, earlier, published=PUBLISHED))
    assert [(one.quantity.partition("(")[0], one.message) for one in conflicts] == [
        ("since.earlier", "claimed: no earlier race; the article's own claims give: at least 1 earlier")
    ]


def pasted(claim: dict[str, Any], finding: Finding) -> dict[str, Any] | None:
    """The claim with its one wrong figure replaced; None where it is not one figure of one field."""
    wrong = {one.printed for one in finding.judged if one.verdict == "refuted"}
    fields = [name for name, value in claim.items() if name not in ("text", "quote") and str(value) in wrong]
    return {**claim, fields[0]: finding.suggestion} if len(fields) == len(wrong) == 1 else None


def test_a_pasted_suggestion_puts_the_claim_right(shipped: Truth) -> None:
    """What is planted wrong in written articles, and printed as suggested, is right."""
    tried = 0
    for written in make_corpus(Checker(shipped), 60, 0.4, seed=3):
        published = written.claim_file["article"]["published"]
        claims = [{**claim, **WORDS} for claim in written.claim_file["claims"]]
        for at, finding in enumerate(judge(shipped, *claims, published=published)):
            if finding.verdict == "refuted" and finding.suggestion and (right := pasted(claims[at], finding)):
                tried += 1
                mended = judge(shipped, *claims[:at], right, *claims[at + 1 :], published=published)[at]
                assert mended.verdict == "supported", (right, finding.suggestion)
    assert tried > 50
