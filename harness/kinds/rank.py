"""rank: the nth on a list of athletes, of performances or of nations."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Literal, TypeAlias

from msgspec.structs import replace

from harness.claim import AthleteName, Claim, NationName, PrintedCount, PrintedMark, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.model import Assertion, Evidence, Known, Qualifier, Quantity, Setting, Text, Unknown, Unreadable, phrase
from harness.truth import completeness, lists, medal_tables
from harness.truth.feats import PODIUM, occurrences
from harness.truth.index import Truth
from harness.truth.medals import table, tally
from harness.truth.pack import MedalTable
from harness.truth.races import one_race, result_of
from harness.values import Range, Value, clear, exactly
from harness.wording import Noun, Wording, in_figures


class Rank(Claim, tag="rank", frozen=True, kw_only=True):
    """The nth on a list: one more than the number of those strictly better, so that equals share a rank.

    `of` athletes (each by his best mark), of "performances", or of "nations" (the medal table of the scope: `by` golds,
    then silvers, then bronzes; or by all "medals"; a scope of a whole edition, without an event, means its published
    table). The list is all-time as of the claim's date, of one season with
    `scope.season`, of a nation or area with `scope.nation` or `scope.area`, and outdoors unless the scope says indoors.
    With `mark`, the athlete's best (or the performance) is claimed to be that as well. A performance is the one in the
    race that the scope names, else the athlete's with the printed `mark`. `athletes` names several, each in `rank`.

    supported         a list that is complete down to the mark gives the rank
    refuted           it gives another; or the athlete is behind all of a complete list
    not_enough_info   no complete list, or it ends before the claimed rank

        {"kind": "rank", "id": "kerr-19th", "text": "Kerr is the 19th-fastest ever", "quote": "nineteenth rank",
         "start": 10, "end": 25, "athlete": "Kerr", "rank": "nineteenth", "mark": "3:29:05",
         "scope": {"event": "1500m", "sex": "men"}}
    """

    rank: PrintedCount
    athlete: AthleteName | None = None
    athletes: tuple[AthleteName, ...] = ()
    nation: NationName | None = None
    mark: PrintedMark | None = None
    of: Literal["athletes", "performances", "nations"] = "athletes"
    by: Literal["mark", "golds", "medals"] = "mark"
    scope: Scope = Scope()


class RankAttribute(StrEnum):
    """The place on a list; the athlete's best mark, by which it is taken; the mark of the one race that is named."""

    RANK = "rank"
    BEST = "best"
    MARK = "mark"


class RankedList(Qualifier, frozen=True):
    """Of athletes or performances by their marks, or of nations by their medals.

    `printed` tells which of an athlete's performances is meant, where the scope names no race.
    """

    of: Literal["athletes", "performances", "nations"]
    by: Literal["mark", "golds", "medals"] = "mark"
    printed: Range | None = None

    def __str__(self) -> str:
        if self.of == "nations":
            return f"nations by {self.by}"
        return self.of if self.printed is None else f"{self.of} at {self.printed.low}..{self.printed.high}"


_RankQuantity: TypeAlias = Quantity[RankAttribute, RankedList | None]


def assertions(resolved: Resolved[Rank]) -> tuple[Assertion, ...] | Unreadable:
    claim, place, mark = resolved.claim, resolved.figures["rank"], resolved.figures.get("mark")
    setting = lists.on_list(replace(resolved.setting, place=None, medal=None))
    if claim.of == "nations":
        table = RankedList("nations", "medals" if claim.by == "medals" else "golds")
        whole = replace(setting, nation=None, indoor=resolved.setting.indoor)
        whose = resolved.who("nation") or (() if setting.nation is None else (setting.nation,))
        ranked = resolved.asserts(RankAttribute.RANK, whose, place, "ordinal", setting=whole, qualifier=table)
        return (ranked,) if whose else Unreadable("nation", "whose rank among the nations it is")
    athletes, asserted = resolved.who("athlete", "athletes"), []
    race = claim.of == "performances" and one_race(setting)
    list_ = RankedList(claim.of, printed=mark.value if mark and not race and claim.of == "performances" else None)
    if claim.of == "athletes":
        setting = replace(setting, round=None)
    for athlete in athletes:
        rank = resolved.asserts(RankAttribute.RANK, (athlete,), place, "ordinal", setting=setting, qualifier=list_)
        asserted.append(rank)
        if mark is not None and (race or claim.of == "athletes"):
            attribute = RankAttribute.MARK if race else RankAttribute.BEST
            asserted.append(resolved.asserts(attribute, (athlete,), mark, resolved.measure, setting=setting))
    return tuple(asserted) or Unreadable("athlete", "whose rank it is")


def known(quantity: _RankQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    who, setting, list_ = quantity.subjects[0], quantity.setting, quantity.qualifier
    if list_ is not None and list_.of == "nations":
        return _nation(quantity, list_, truth, as_of)
    if setting.sex is None:
        setting = replace(setting, sex=truth.athletes[who].sex)
    if quantity.attribute == RankAttribute.MARK or (list_ is not None and list_.of == "performances"):
        return _performance(replace(quantity, setting=setting), truth, as_of)
    if quantity.attribute == RankAttribute.BEST:
        best = lists.best(truth, who, setting, as_of)
        if best is None:
            return Unknown(phrase("the ground truth has no mark of {}", who), phrase("best mark of {}", who))
        evidence = (best.cost.result,) if best.cost else ()
        return Known(best.mark, evidence, relied_on=best.relied_on, step=best.step)
    if truth.stated:
        return _from_stated(quantity, truth, as_of)
    cost = lists.best_cost(truth, who, setting, as_of)
    return _listed(truth, "athletes", setting, as_of, [cost] if cost else [])


def _listed(truth: Truth, of: lists.Of, setting: Setting, as_of: int, meant: list[lists.Cost]) -> Known | Unknown:
    ranked = lists.rank(truth, of, setting, as_of, meant)
    if ranked is None:
        where = phrase(f"{of} in {{}}", setting)
        return Unknown(phrase("the ground truth has no complete list of {}", where), phrase("list: {}", where))
    evidence = tuple(cost.result for cost in meant)
    better = f"{(ranked.value.low or 1) - 1} better on the list of {of} in {{}}"
    arithmetic = phrase(better if meant else f"not on the list of {of} in {{}}: behind all who are", setting)
    return Known(ranked.value, evidence, arithmetic, (ranked.statement,))


def _performance(quantity: _RankQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    """The rank of a performance: of the one in the race that is named, else of the one with the printed mark."""
    who, setting = quantity.subjects[0], quantity.setting
    if not one_race(setting):
        meant = _with_mark(quantity, truth, as_of)
        if meant or _is_not_listed(quantity, truth, as_of):
            return _listed(truth, "performances", setting, as_of, meant)
        return Unknown(phrase("the ground truth has no such performance of {}", who))
    result = result_of(truth, who, setting, as_of)
    if isinstance(result, Unknown):
        return result
    cost = lists.cost_of(truth, result)
    if cost is None or result.mark is None:
        return Unknown(phrase("the ground truth has no mark of {}", result), phrase("mark of {}", result))
    if quantity.attribute == RankAttribute.MARK:
        return Known(result.mark, (result,), step=result.step)
    whole = replace(setting, competition=None, edition=None, round=None, start=None, end=None)
    return _listed(truth, "performances", whole, as_of, [cost])


def _with_mark(quantity: _RankQuantity, truth: Truth, as_of: int) -> list[lists.Cost]:
    """The athlete's performances with the printed mark; where the list ends inside what it may mean, all of that."""
    setting, printed = quantity.setting, quantity.qualifier.printed if quantity.qualifier else None
    if printed is None:
        return []
    every = lists.costs(truth, quantity.subjects[0], setting, as_of)
    meant = [one for one in every if one.result.mark and not clear(one.result.mark, printed)]
    best, worst = lists.ends(truth, setting.event or "", printed) if meant else (0, 0)
    reach = lists.depth(truth, "performances", setting, as_of)
    return [lists.Cost(best, worst, meant[0].result)] if meant and reach and worst > reach.cost else meant


def _is_not_listed(quantity: _RankQuantity, truth: Truth, as_of: int) -> bool:
    """Whether a performance that is not among the results is behind the list: it would be on it, or lies beyond it."""
    printed = quantity.qualifier.printed if quantity.qualifier else None
    reach = lists.depth(truth, "performances", quantity.setting, as_of)
    if printed is None or reach is None:
        return False
    best, worst = lists.ends(truth, quantity.setting.event or "", printed)
    return worst <= reach.cost or best > reach.cost


def _nation(quantity: _RankQuantity, list_: RankedList, truth: Truth, as_of: int) -> Known | Unknown:
    nation, by = quantity.subjects[0], _table_by(list_)
    published = medal_tables.standing(truth, quantity.setting, as_of)
    if published is not None:
        return _in_table(truth, published, nation, by)
    complete = completeness.medals(truth, quantity.setting, as_of)
    podium = occurrences(truth, PODIUM, quantity.setting, as_of)
    settled = all(one.nation and one.medal_as_of(as_of) for one in podium.certain)
    if complete is None or not settled or podium.possible or podium.blank:
        every = phrase("the ground truth does not have every medal of {}", quantity.setting)
        return Unknown(every, phrase("medals: {}", quantity.setting))
    ranks, medals = table(truth, quantity.setting, as_of, by), tally(truth, quantity.setting, as_of)
    won = truth.matching(replace(quantity.setting, nation=nation, medal="any"), as_of)
    return Known(
        exactly(ranks.get(nation, len(ranks) + 1)),
        tuple(won),
        arithmetic=_top(ranks, medals),
        relied_on=complete,
    )


def _table_by(list_: RankedList) -> medal_tables.By:
    return "medals" if list_.by == "medals" else "golds"


def _in_table(truth: Truth, table: MedalTable, nation: str, by: medal_tables.By) -> Known:
    """The rank in the published table of a whole edition."""
    place = medal_tables.rank(truth, table, nation, by)
    evidence = (medal_tables.MedalTableRow(table, place.row),) if place.row is not None else ()
    arithmetic = f"{(place.value.low or 1) - 1} nations with more, by {by}"
    return Known(place.value, evidence, arithmetic, (place.statement,) if place.statement is not None else ())


def _top(ranks: dict[str, int], medals: dict[str, Counter[str]]) -> Text:
    """The first five of the table, each with its golds, silvers and bronzes."""
    first = sorted(ranks, key=lambda nation: (ranks[nation], nation))[:5]
    rows = ((nation, [medals[nation][colour] for colour in ("gold", "silver", "bronze")]) for nation in first)
    return phrase(", ".join(f"{ranks[nation]} {{}} {'-'.join(map(str, counts))}" for nation, counts in rows), *first)


def _from_stated(quantity: _RankQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    """What an article's other ranks on the same list leave for this one: the better mark has the better rank."""
    on_list = [
        (claim, one)
        for claim, one in truth.stated
        if one.as_of == as_of and (one.quantity.kind, one.quantity.setting) == ("rank", quantity.setting)
    ]
    marks = {
        one.quantity.subjects: (claim, one.claimed)
        for claim, one in on_list
        if one.quantity.attribute == RankAttribute.BEST
    }
    low, high = 1, None
    claims: list[str] = []
    for claim, one in on_list:
        other, mine, theirs = one.claimed, marks.get(quantity.subjects), marks.get(one.quantity.subjects)
        same_list = one.quantity.attribute == RankAttribute.RANK and one.quantity.qualifier == quantity.qualifier
        if not same_list or mine is None or theirs is None or not clear(mine[1], theirs[1]):
            continue
        assert isinstance(other, Range)
        better = _first(truth, quantity.setting, mine[1]) < _first(truth, quantity.setting, theirs[1])
        if better and other.high is not None and other.high > 1:
            high, claims = min(high or other.high, other.high - 1), [*claims, claim, mine[0], theirs[0]]
        elif not better and other.low is not None:
            low, claims = max(low, other.low + 1), [*claims, claim, mine[0], theirs[0]]
    if not claims or (high is not None and low > high):
        return Unknown("nothing else is stated of the list")
    return Known(Range(low, high), tuple(Evidence(claim, "stated here") for claim in dict.fromkeys(claims)))


def _first(truth: Truth, setting: Setting, mark: Value) -> int:
    assert isinstance(mark, Range)
    return lists.ends(truth, setting.event or "", mark)[0]


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """A rank that is known to be shared is joint."""
    words, quantity, value = in_figures(assertion, known, truth), assertion.quantity, known.value
    if (
        quantity.attribute != RankAttribute.RANK
        or not isinstance(value, Range)
        or value.low is None
        or value.low != value.high
    ):
        return words
    if not _is_shared(quantity, truth, assertion.as_of, value.low):
        return words
    return Wording(words.claimed, f"joint {words.found}", words.instead and f"joint {words.instead}")


def _is_shared(quantity: _RankQuantity, truth: Truth, as_of: int, rank: int) -> bool:
    """Whether another has the same rank, as far as is known."""
    who, setting, list_ = quantity.subjects[0], quantity.setting, quantity.qualifier
    if list_ is not None and list_.of == "nations":
        by = _table_by(list_)
        published = medal_tables.standing(truth, setting, as_of)
        if published is not None:
            return medal_tables.is_shared(published, who, by)
        ranks = table(truth, setting, as_of, by)
        return who in ranks and list(ranks.values()).count(rank) > 1
    if list_ is None or list_.of != "athletes":
        return False
    if setting.sex is None:
        setting = replace(setting, sex=truth.athletes[who].sex)
    best = lists.best_cost(truth, who, setting, as_of)
    return best is not None and lists.ranking(truth, "athletes", setting, as_of).shares(best)


def noun(quantity: _RankQuantity) -> Noun:
    what = "best mark" if quantity.attribute == RankAttribute.BEST else quantity.attribute
    return Noun(what, "" if quantity.qualifier is None else str(quantity.qualifier))


KIND = Kind(
    claim=Rank,
    assertions=assertions,
    attributes={attribute: Attribute(known) for attribute in RankAttribute},
    severity="medium",
    worded=worded,
    noun=noun,
    plants=Plants(number="rank", scope=True, of_one=lambda claim: True),
)
