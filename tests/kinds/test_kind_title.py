"""title: reigning on a day, winners of a holding, former champions."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.checking.run import Checker
from harness.corpus.beats import Story
from harness.kinds.title import sentences
from harness.records.model import Unknown
from harness.truth.index import Truth

EVENT = {"event": "1500m", "sex": "men"}
PARIS_DAY = date(2024, 8, 6).toordinal()


def title(athlete, competition, status="reigning", **scope):
    return {
        "kind": "title",
        "athlete": athlete,
        "status": status,
        "scope": EVENT | {"competition": competition} | scope,
    }


@pytest.mark.parametrize(
    "athlete, competition, published, verdict",
    [
        pytest.param("Berg", "Olympic Games", "2024-07-31", "supported", id="before the Games"),
        # The Games have begun, their final is still to come: it is in the pack, four days later.
        pytest.param("Berg", "Olympic Games", "2024-08-02", "supported", id="during the heats"),
        pytest.param("Stone", "Olympic Games", "2024-08-02", "refuted", id="not yet"),
        pytest.param("Stone", "Olympic Games", "2024-08-06", "supported", id="on the day of the final"),
        pytest.param("Berg", "Olympic Games", "2024-08-06", "refuted", id="no longer"),
        pytest.param("Koech", "worlds", "2021-08-07", "supported", id="2019 champion in 2021"),
        pytest.param("Koech", "worlds", "2024-08-01", "refuted", id="2019 champion in 2024"),
        pytest.param("Clark", "worlds", "2024-08-01", "supported", id="2023 champion in 2024"),
        pytest.param("Berg", "European Championships", "2024-08-01", "supported", id="European champion"),
        pytest.param("Ramos", "Olympic Games", "2017-04-30", "supported", id="until he was struck out"),
        pytest.param("Stone", "Olympic Games", "2017-05-01", "supported", id="moved up"),
        pytest.param("Berg", "Fjord Games", "2024-08-01", "not_enough_info", id="no statement on all holdings"),
        pytest.param("Berg", "Olympic Games", "2025-01-01", "not_enough_info", id="later than the statement"),
        pytest.param("Berg", "Olympic Games", "2010-01-01", "not_enough_info", id="before any holding"),
    ],
)
def test_reigning(judge, athlete, competition, published, verdict):
    assert judge(title(athlete, competition), published).verdict == verdict


def test_a_title_of_no_named_competition(judge):
    claim = {"kind": "title", "athlete": "Berg", "status": "won", "scope": EVENT}
    open_ = judge(claim).known
    assert isinstance(open_, Unknown)
    assert "which competition" in open_.why
    assert (
        judge(claim | {"time": "at least 1", "scope": EVENT | {"level": "global championship"}}).verdict == "supported"
    )


@pytest.mark.parametrize(
    "athlete, published, verdict",
    [
        pytest.param("Berg", "2024-07-31", "supported", id="before the Games"),
        pytest.param("Berg", "2024-08-02", "supported", id="during the heats"),
        pytest.param("Berg", "2024-08-06", "supported", id="the report of the final that he lost"),
        pytest.param("Stone", "2024-08-06", "refuted", id="who had just won it defends nothing yet"),
        pytest.param("Berg", "2024-08-12", "supported", id="the day after the Games"),
        pytest.param("Berg", "2024-08-20", "not_enough_info", id="still reported, or no longer"),
        pytest.param("Stone", "2024-08-20", "not_enough_info", id="already, or not yet"),
        pytest.param("Koech", "2024-08-20", "refuted", id="neither of them"),
        pytest.param("Stone", "2017-05-01", "supported", id="later it is the latest winner"),
        pytest.param("Berg", "2025-01-01", "not_enough_info", id="later than the statement"),
    ],
)
def test_defending(judge, athlete, published, verdict):
    assert judge(title(athlete, "Olympic Games", "defending"), published).verdict == verdict


@pytest.mark.parametrize(
    "athlete, competition, verdict",
    [
        pytest.param("Berg", "Paris 2024", "supported", id="had won in Tokyo"),
        pytest.param("Stone", "Paris 2024", "refuted", id="won in Paris itself"),
        pytest.param("Koech", "Budapest 2023", "supported", id="the holding before was four years earlier"),
        pytest.param("Clark", "Budapest 2023", "refuted", id="that year's winner"),
        pytest.param("Ramos", "Tokyo 2020", "refuted", id="had been struck out long before"),
        pytest.param("Stone", "Tokyo 2020", "supported", id="had moved up"),
        pytest.param("Stone", "Rio 2016", "not_enough_info", id="of the holding before nothing is known"),
    ],
)
def test_who_defends_at_a_holding_had_won_the_one_before(judge, athlete, competition, verdict):
    assert judge(title(athlete, competition, "defending")).verdict == verdict


def test_a_title_that_was_lost_is_no_conflict(judge, resolved):
    """ "Defending champion Berg was fourth" says nothing against who won, nor of a first place."""
    from harness.kinds.title import facts

    lost = title("Berg", "Paris 2024", "defending")
    assert judge(lost).assertion.quantity != judge(title("Stone", "Paris 2024", "won")).assertion.quantity
    assert facts(resolved(lost)) == ()


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(title("Clark", "worlds", "won", year=2023), "supported", id="the year's"),
        pytest.param(title("Berg", "worlds", "won", year=2023), "refuted", id="not the year's"),
        pytest.param(title("Berg", "Fjord Games 2024", "won"), "supported", id="a meeting's race"),
        pytest.param(title("Stone", "Olympic Games", "former"), "supported", id="has won one"),
        pytest.param(title("Koech", "Olympic Games", "former"), "refuted", id="every medal known, no gold"),
        pytest.param(title("Hill", "European Championships", "won"), "not_enough_info", id="perhaps an older one"),
        pytest.param(title("Moss", "worlds", "won", event="long jump", sex="women"), "supported", id="another event"),
        pytest.param({"kind": "title", "athlete": "Clark", "scope": {"event": "1500m", "competition": "worlds"}},
                     "supported", id="men's, because he is one"),
        pytest.param({"kind": "title", "athlete": "Clark", "scope": {"competition": "worlds"}}, "not_enough_info",
                     id="which event"),
        pytest.param({"kind": "title", "athlete": "Clark", "scope": {"event": "1500m"}}, "not_enough_info",
                     id="champion of what"),
        pytest.param({"kind": "title", "athlete": "Clark", "status": "won",
                      "scope": {"event": "1500m", "level": "global championship"}}, "supported", id="a global title"),
    ],
)  # fmt: skip
def test_won(judge, claim, verdict):
    assert judge(claim).verdict == verdict


def test_never_falls_back_to_an_earlier_holding(judge, truth_with):
    """Without the winner of 2024, nobody is known to reign: not the winner of 2021."""
    truth = truth_with("games-2024", "1500m", "eric-stone", place=None)
    assert judge(title("Berg", "Olympic Games"), truth=truth).verdict == "not_enough_info"
    assert judge(title("Clark", "Olympic Games"), truth=truth).verdict == "not_enough_info"


def test_while_the_final_is_to_come_the_holding_before_must_be_known(judge):
    """In Budapest, three days before the final, who had won in Doha reigns: if nothing was held in between."""
    assert judge(title("Koech", "worlds"), "2023-08-20").verdict == "supported"
    later = [replace(one, start="2023-08-19") if one.id == "worlds-held" else one for one in PACK.completeness]
    truth = Truth(replace(PACK, completeness=tuple(later)))
    assert judge(title("Koech", "worlds"), "2023-08-20", truth).verdict == "not_enough_info"
    assert judge(title("Clark", "worlds"), "2023-08-23", truth).verdict == "supported"


def test_two_claims_on_one_title_are_one_quantity(judge):
    one, other = judge(title("Berg", "worlds")).assertion, judge(title("Clark", "worlds")).assertion
    assert one.quantity == other.quantity
    assert one.claimed != other.claimed


def test_the_derivation(judge):
    known = judge(title("Clark", "worlds")).known
    assert known.relied_on == ("worlds-held",)
    assert [item.id for item in known.evidence] == ["worlds-2023/1500m/final/ben-clark"]


def test_facts(resolved):
    from harness.kinds.title import facts

    (fact,) = facts(resolved(title("Clark", "worlds", "won", year=2023)))
    assert (fact.edition, fact.place.low) == ("worlds-2023", 1)
    assert facts(resolved(title("Clark", "worlds"))) == ()
    assert facts(resolved(title("Clark", "worlds", "former", year=2023))) == ()


def test_a_win_that_is_disputed_may_be_a_title(judge, truth_with):
    truth = truth_with("games-2020", "1500m", "anders-berg", disputes=[("place", "2")])
    assert judge(title("Berg", "Olympic Games", "former")).verdict == "supported"
    assert judge(title("Berg", "Olympic Games", "former"), truth=truth).verdict == "not_enough_info"


def test_who_defends_is_open_where_another_holding_may_have_begun_with_the_one_before(judge):
    """What is stated begins when Doha had begun: another may have come between the two."""
    later = [replace(one, start="2019-09-30") if one.id == "worlds-held" else one for one in PACK.completeness]
    truth = Truth(replace(PACK, completeness=tuple(later)))
    assert judge(title("Koech", "Budapest 2023", "defending"), truth=truth).verdict == "not_enough_info"


def test_who_defends_rests_on_the_statement_of_what_was_held(judge):
    assert judge(title("Berg", "Paris 2024", "defending")).known.relied_on == ("games-held",)


def test_a_report_of_one_result_tells_the_champion_s_title(tiny_truth):
    """Of Paris nothing but Berg's result is told: he came as Olympic champion, as of the day before."""
    final = [
        one for one in tiny_truth.by_edition["games-2024"] if one.athlete == "anders-berg" and one.round == "final"
    ]
    told = [one.claim for one in sentences(Story(Checker(tiny_truth), final, PARIS_DAY))]
    assert {(claim["athlete"], claim["as_of"]) for claim in told} == {("Anders Berg", "2024-08-05")}
