"""The errors of a desk, one at a time: what each makes of a claim that is right, and which claims it leaves alone."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from harness.claims.roles import own_fields
from harness.claims.scope import Feat, Scope
from harness.corpus.errors import ERRORS
from harness.corpus.planting import Elsewhere
from harness.kinds import kinds

RACE = {"event": "1500m", "competition": "Arden Games", "year": 2024}
MARK = {"kind": "mark", "athlete": "Anders Bergmann", "mark": "3:31.05", "scope": RACE}
PLACE = {"kind": "place", "athlete": "Anders Bergmann", "place": 2, "scope": RACE}
BEHIND = {"kind": "place", "athlete": "Anders Bergmann", "after": "Peter Holt", "scope": RACE}
MEDAL = {"kind": "medal", "athlete": "Anders Bergmann", "medal": "silver", "scope": RACE}
COUNT = {"kind": "medal_count", "athlete": "Anders Bergmann", "medal": "any", "count": "three", "scope": {}}
RANK = {"kind": "rank", "athlete": "Anders Bergmann", "rank": "fourth", "scope": {"event": "1500m", "indoor": True}}
MARGIN = {"kind": "margin", "ahead": "Holt", "behind": "Bergmann", "gap": "0.80", "scope": RACE}
TABLE = {"kind": "comparison", "nation": "Norway", "how": "more", "nations": ["Kenya"], "scope": {"group": "sprints"}}
BIO = {"kind": "bio", "athlete": "Anders Bergmann", "age": 25}
DATE = {"kind": "date", "date": "7 August 2021", "scope": RACE}
ORDER = {"kind": "date", "scope": {"event": "mile"}, "relative_to": RACE, "offset": "one week"}
SINCE = {"kind": "since", "athlete": "Anders Bergmann", "feat": {"medal": "any"}, "since": "1988", "scope": RACE}
VENUE = {"kind": "venue", "place": "Ardenholm", "scope": {"competition": "Arden Games"}}
TITLE = {"kind": "title", "athlete": "Anders Bergmann", "status": "won", "scope": RACE}
ONLY = {"kind": "only", "members": ["Anders Bergmann"], "how": "only", "feat": {"titles": 2}, "scope": RACE}
TALLY = {"kind": "medal_count", "nation": "Norway", "golds": 2, "silvers": 1, "total": 3, "scope": {}}
LAPS = {"kind": "mark", "athlete": "Anders Bergmann", "laps": ["58.1", "61"], "scope": RACE}
PAIR = {"kind": "rank", "athletes": ["Anders Bergmann", "Jon Moe"], "rank": "1 or 2", "scope": {"event": "1500m"}}
NATIONAL = {"kind": "record", "level": "national", "athlete": "Anders Bergmann", "scope": {"nation": "Norway"}}
SERIES = {"kind": "edition", "series": "Golden Tour", "scope": RACE}
LEG = {"kind": "mark", "athlete": "Anders Bergmann", "leg": "anchor", "scope": RACE}
MATCH = {"kind": "score", "athlete": "Arden", "result": "won", "score": "31-17", "scope": RACE}
RECORD = {"kind": "record", "level": "world", "athlete": "Anders Bergmann", "stood": "12 years", "since": "2009",
          "number": "third", "ratified": True, "scope": RACE}  # fmt: skip
AROUND = Elsewhere(
    rivals=("Peter Holt", "Ola Lund"),
    neighbours=("Peter Holt",),
    races=(("Fjord Games", 2023),),
    stale_ranks=(6, 14),
    rival_marks=("3:30.12",),
    rival_places=(1,),
    earlier_marks=("3:33.40",),
    events=("mile",),
    venues=("Fjordby",),
    series=("Silver Tour",),
)

BY_NAME = {error.name: error for error in ERRORS}


def planted(name: str, claim: dict[str, Any], around: Elsewhere = AROUND) -> list[dict[str, Any]]:
    """What each planted claim has otherwise."""
    return [
        {field: value for field, value in wrong.items() if claim.get(field) != value}
        for wrong in BY_NAME[name].plant(claim, around)
    ]


@pytest.mark.parametrize(
    "name, claim, changes",
    [
        pytest.param("wrong-digit", MARK, [{"mark": one} for one in
                     ("4:31.05", "3:41.05", "3:32.05", "3:31.15", "3:31.06")], id="each digit is another"),
        pytest.param("swapped-digits", MARK, [{"mark": "3:13.05"}, {"mark": "3:31.50"}], id="neighbours change places"),
        pytest.param("wrong-margin", MARGIN, [{"gap": "0.90"}], id="a margin, never of nought"),
        pytest.param("turned-comparison", TABLE, [{"how": "fewer"}], id="the other way round"),
        pytest.param("turned-comparison", TABLE | {"how": "as many"}, [{"how": "more"}], id="a tie as a lead"),
        pytest.param("turned-comparison", TABLE | {"how": "level"}, [{"how": "ahead"}], id="level as ahead"),
        pytest.param("dropped-scope", TABLE, [{"scope": {}}], id="a group of events"),
        pytest.param("wrong-athlete", MARK, [{"athlete": "Peter Holt"}, {"athlete": "Ola Lund"}], id="the rivals"),
        pytest.param("swapped-places", PLACE, [{"athlete": "Peter Holt"}], id="the next man"),
        pytest.param("swapped-places", BEHIND, [{"athlete": "Peter Holt", "after": "Anders Bergmann"}], id="behind"),
        pytest.param("medal-colour", MEDAL, [{"medal": "gold"}, {"medal": "bronze"}], id="the other colours"),
        pytest.param("golds-for-medals", COUNT, [{"medal": "gold"}], id="all of them as golds"),
        pytest.param("off-by-one", PLACE, [{"place": 1}, {"place": 3}], id="in figures"),
        pytest.param("off-by-one", COUNT, [{"count": "two"}, {"count": "four"}], id="in words"),
        pytest.param("off-by-one", PLACE | {"place": 1}, [{"place": 2}], id="nothing comes before first"),
        pytest.param("dropped-scope", RANK, [{"scope": {"event": "1500m"}}], id="indoor is left out"),
        pytest.param("stale-rank", RANK, [{"rank": "sixth"}], id="in words as far as words go"),
        pytest.param("stale-rank", RANK | {"rank": 4}, [{"rank": 6}, {"rank": 14}], id="in figures as printed"),
        pytest.param("wrong-competition", MEDAL, [{"scope": {"event": "1500m", "competition": "Fjord Games",
                     "year": 2023}}], id="another race of his"),
        pytest.param("wrong-competition", PLACE, [{"scope": {"event": "1500m", "competition": "Fjord Games",
                     "year": 2023}}], id="the place that somebody had in another race"),
        pytest.param("misprint", MARK, [{"mark": "3:31:05"}], id="a colon for the point"),
        pytest.param("misspelling", MARK, [{"athlete": "Anders Bergamnn"}], id="two letters change places"),
        pytest.param("wrong-age", BIO, [{"age": age} for age in (23, 24, 26, 27)], id="a year or two"),
        pytest.param("wrong-age", BIO | {"age": "twenty"}, [{"age": age} for age in ("eighteen", "nineteen")],
                     id="in words as far as words go"),
        pytest.param("wrong-count", COUNT, [{"count": count} for count in ("five", "six", "one")],
                     id="by two and more"),
        pytest.param("wrong-day", DATE, [{"date": "6 August 2021"}, {"date": "8 August 2021"},
                     {"date": "7 September 2021"}, {"date": "7 August 2020"}], id="a day, a month, a year"),
        pytest.param("wrong-order", ORDER, [{"scope": RACE, "relative_to": {"event": "mile"}}],
                     id="the wrong way round"),
        pytest.param("wrong-last-time", SINCE, [{"since": "1984"}, {"since": "1992"}], id="four years off"),
        pytest.param("wrong-last-time", RECORD, [{"since": "2005"}, {"since": "2013"}], id="of a record"),
        pytest.param("wrong-length", RECORD, [{"stood": "15 years"}, {"stood": "10 years"}], id="in figures"),
        pytest.param("wrong-length", ORDER, [{"offset": "four week"}], id="in words as far as words go"),
        pytest.param("wrong-score", MATCH, [{"score": "32-17"}, {"result": "lost"}], id="a point, the winner"),
        pytest.param("wrong-leg", LEG, [{"leg": 1}, {"leg": 2}, {"leg": 3}], id="the other legs"),
        pytest.param("wrong-ratification", RECORD, [{"ratified": False}], id="not yet"),
        pytest.param("off-by-one", RECORD, [{"number": "second"}, {"number": "fourth"}], id="how many records"),
        pytest.param("wrong-venue", VENUE, [{"place": "Fjordby"}], id="where another edition was"),
        pytest.param("wrong-event", MEDAL, [{"scope": RACE | {"event": "mile"}}], id="another event"),
        pytest.param("rivals-figure", MARK, [{"mark": "3:30.12"}], id="a rival's mark"),
        pytest.param("rivals-figure", PLACE, [{"place": 1}], id="a rival's place"),
        pytest.param("last-editions-figure", MARK, [{"mark": "3:33.40"}], id="the mark of the time before"),
        pytest.param("letter-changed", MARK, [{"athlete": "Anders Bergeann"}], id="one letter is another"),
        pytest.param("won-for-retained", TITLE, [{"status": "defending"}], id="won is retained"),
        pytest.param("first-for-only", ONLY, [{"how": "first"}], id="only is first"),
        pytest.param("first-for-only", {k: v for k, v in ONLY.items() if k != "how"}, [{"how": "first"}],
                     id="only goes without saying"),
        pytest.param("medal-for-start", PLACE | {"place": "seventh"}, [{"kind": "medal", "medal": "any"}],
                     id="a finalist has won a medal"),
        pytest.param("wrong-sum", TALLY, [{"golds": 3}, {"silvers": 2}, {"total": 4}], id="each figure of a tally"),
        pytest.param("wrong-list", LAPS, [{"laps": ["59.1", "61"]}, {"laps": ["58.1", "62"]}], id="a lap"),
        pytest.param("wrong-list", PAIR, [{"athletes": ["Jon Moe"]}, {"athletes": ["Anders Bergmann"]},
                     {"athletes": ["Anders Bergmann", "Peter Holt"]}, {"athletes": ["Anders Bergmann", "Ola Lund"]}],
                     id="one is left out, or is a rival"),
        pytest.param("wrong-barrier", MARK | {"mark": "sub-3:30"}, [{"mark": "sub-3:29"}, {"mark": "sub-3:20"}],
                     id="a barrier beyond"),
        pytest.param("wrong-series", SERIES, [{"series": "Silver Tour"}], id="another series"),
        pytest.param("dropped-scope", NATIONAL, [{"scope": {}}, {"level": "world", "scope": {}}],
                     id="a record of a nation is one of the world"),
    ],
)  # fmt: skip
def test_what_it_plants(name: str, claim: dict[str, Any], changes: list[dict[str, Any]]) -> None:
    assert planted(name, claim) == changes


@pytest.mark.parametrize(
    "name, claim",
    [
        # A mark to the second stands for two seconds: the next one may still be a fair print of it.
        pytest.param("wrong-digit", MARK | {"mark": "3:31"}, id="a mark to the second"),
        pytest.param("wrong-digit", MARK | {"mark": "sub-3:32"}, id="a bound"),
        pytest.param("wrong-digit", MARK | {"hedge": "about"}, id="a hedged mark"),
        pytest.param("wrong-athlete", MEDAL | {"medal": "any"}, id="a medal that two may have won"),
        pytest.param("wrong-athlete", BEHIND, id="behind somebody, as others are"),
        pytest.param("swapped-places", PLACE | {"at": "800m"}, id="a place on the way"),
        pytest.param("off-by-one", COUNT | {"count": "at least 3"}, id="a bounded count"),
        pytest.param("off-by-one", COUNT | {"hedge": "about"}, id="a hedged count"),
        pytest.param("stale-rank", RANK | {"rank": "1 or 2"}, id="a rank in a range"),
        pytest.param("misprint", MARK | {"mark": "58.20"}, id="a mark without minutes"),
        pytest.param("misspelling", MARK | {"athlete": "Holt"}, id="a short name"),
        pytest.param("wrong-margin", {"kind": "margin", "ahead": "Holt", "against": "world"}, id="no figure"),
        pytest.param("wrong-length", RECORD | {"stood": "decades"}, id="a length without a number"),
        pytest.param("wrong-leg", LEG | {"leg": "own"}, id="whichever leg it was"),
        pytest.param("wrong-margin", MARGIN | {"gap": "a second"}, id="a margin in words"),
        pytest.param("medal-for-start", PLACE, id="a medallist"),
        pytest.param("medal-for-start", PLACE | {"place": 7, "scope": {}}, id="a place of no competition"),
        pytest.param("wrong-barrier", MARK, id="a mark is no barrier"),
    ],
)
def test_what_it_leaves_alone(name: str, claim: dict[str, Any]) -> None:
    assert planted(name, claim) == []


def test_nothing_else_is_said_where_nothing_else_is_known() -> None:
    for name in ("wrong-athlete", "swapped-places", "wrong-competition", "stale-rank"):
        assert [planted(name, claim, Elsewhere()) for claim in (MARK, PLACE, RANK)] == [[], [], []], name


def test_a_planted_claim_is_never_the_claim_itself() -> None:
    for claim in (
        MARK,
        PLACE,
        BEHIND,
        MEDAL,
        COUNT,
        RANK,
        MARGIN,
        BIO,
        DATE,
        ORDER,
        SINCE,
        VENUE,
        TITLE,
        ONLY,
        TALLY,
        LAPS,
        PAIR,
        SERIES,
        LEG,
        RECORD,
        MATCH,
    ):
        for error in ERRORS:
            assert all(wrong != claim for wrong in error.plant(claim, AROUND)), error.name


def test_every_error_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(ERRORS) == 44


WAY = {"at", "stretch", "leg", "attempt", "laps", "each", "hedge"}
PLAIN = {"athlete": "Anders Bergmann", "age": 26, "goals": 12, "rank": "fourth", "level": "national", "span": "8 years",
         "scope": RACE,
         "relative_to": RACE | {"year": 2023}}  # fmt: skip


def examples(type_: type[Any]) -> dict[str, Any]:
    """Every field of a record with the example that its schema gives."""
    properties = msgspec.json.schema(type_)["$defs"][type_.__name__]["properties"]
    return {name: field["examples"][0] for name, field in properties.items() if field.get("examples")}


def changed_fields(claim: dict[str, Any]) -> set[tuple[str, ...]]:
    """The fields of the claim that some error changes, and those inside its scope and its feat."""
    changed: set[tuple[str, ...]] = set()
    for error in ERRORS:
        for wrong in error.plant(claim, AROUND):
            for field in {*claim, *wrong}:
                before, after = claim.get(field), wrong.get(field)
                if before != after:
                    changed.add((field,))
                if isinstance(before, dict) and isinstance(after, dict):
                    changed |= {(field, name) for name in {*before, *after} if before.get(name) != after.get(name)}
    return changed


@pytest.mark.parametrize("kind", [name for name, kind in kinds().items() if kind.checkable])
def test_some_error_changes_each_field_of_a_kind(kind: str) -> None:
    own, type_ = own_fields(kinds()[kind].claim), kinds()[kind].claim
    whole = {name: PLAIN.get(name, value) for name, value in examples(type_).items() if name in own}
    claims = [{"kind": kind, **whole}]
    needed = msgspec.json.schema(type_)["$defs"][type_.__name__]["required"]
    for left_out in (WAY, *({field} for field in own if field not in needed)):
        claims.append({"kind": kind, **{name: value for name, value in whole.items() if name not in left_out}})
    changed = set().union(*map(changed_fields, claims))
    assert sorted({(field,) for field in own} - changed) == [], f"kind {kind}: no planted error changes these fields"


def test_some_error_changes_each_field_of_a_scope_and_of_a_feat() -> None:
    whole, feat = examples(Scope), examples(Feat)
    changed = changed_fields({"kind": "count", "of": "wins", "count": 2, "scope": whole, "feat": feat})
    changed |= changed_fields({"kind": "rank", "athlete": "Jon Moe", "rank": 1, "scope": whole})
    changed |= changed_fields({"kind": "mark", "athlete": "Jon Moe", "mark": "3:31.05", "scope": whole})
    assert sorted({("scope", name) for name in whole} - changed) == []
    assert sorted({("feat", name) for name in feat} - changed) == []


@pytest.mark.parametrize(
    "name, claim, changes",
    [
        pytest.param("other-number", TITLE | {"in_a_row": "third"}, [{"in_a_row": "second"}, {"in_a_row": "fourth"}],
                     id="how many in a row"),
        pytest.param("other-number", PLACE | {"gained": 1}, [{"gained": 2}], id="places made up"),
        pytest.param("other-number", MARK | {"attempt": "11th"}, [{"attempt": "10th"}, {"attempt": "12th"}],
                     id="ordinals"),
        pytest.param("other-number", MARK | {"attempt": "2nd"}, [{"attempt": "1st"}, {"attempt": "3rd"}], id="endings"),
        pytest.param("other-word", TITLE | {"status": "regained"}, [{"status": "won"}, {"status": "retained"}],
                     id="regained"),
        pytest.param("other-word", {"kind": "record", "level": "world", "women_only": True, "scope": RACE},
                     [{"women_only": False}], id="of mixed races"),
        pytest.param("other-point", MARK | {"stretch": "last 400m"},
                     [{"stretch": one} for one in ("last 200m", "last lap", "first half")], id="a stretch"),
        pytest.param("other-person", MARGIN, [{"behind": "Peter Holt"}, {"behind": "Ola Lund"}, {"ahead": "Peter Holt"},
                     {"ahead": "Ola Lund"}], id="a rival"),
        pytest.param("other-nation", TABLE, [{"nations": ["Great Britain"]}, {"nation": "Kenya"},
                     {"nation": "Great Britain"}], id="nations"),
        pytest.param("other-life", BIO | {"club": "Arden AC", "birth_date": "May 1999"}, [{"birth_date": "May 1998"},
                     {"birth_date": "May 2000"}, {"club": None, "birthplace": "Arden AC"}], id="a life"),
        pytest.param("other-set", MATCH | {"sets": ["6-4"]}, [{"sets": ["7-4"]}], id="a set"),
        pytest.param("other-feat", ONLY, [{"feat": {"titles": 1}}, {"feat": {"titles": 3}}], id="a feat"),
        pytest.param("other-scope", MEDAL, [{"scope": RACE | {"year": 2023}}], id="another year"),
    ],
)  # fmt: skip
def test_errors_in_every_other_field(name: str, claim: dict[str, Any], changes: list[dict[str, Any]]) -> None:
    told = planted(name, claim)
    assert all(change in told or any(change.items() <= ({**wrong, "club": None}).items() for wrong in told)
               for change in changes), told  # fmt: skip
