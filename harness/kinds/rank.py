"""rank: the nth on a list of athletes, of performances or of nations."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, NationName, PrintedCount, PrintedMark, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import (
    Assertion,
    Evidence,
    EvidenceTable,
    Known,
    Qualifier,
    Quantity,
    Setting,
    Unknown,
    Unreadable,
)
from harness.truth import lists
from harness.truth.ages import ByAge, age_rank
from harness.truth.athlete_ranks import medal_rank
from harness.truth.evidence_tables import around_rank, from_evidence
from harness.truth.index import Truth
from harness.truth.list_ranks import athlete_rank, best_mark, performance_rank
from harness.truth.medal_tables import By
from harness.truth.nation_ranks import nation_rank, shares_rank
from harness.truth.races import one_race
from harness.values import Range, Value, clear
from harness.wording import Noun, Wording, in_figures

RankedBy: TypeAlias = Literal["mark", "golds", "golds alone", "medals", "youngest", "oldest"]


class Rank(Claim, tag="rank", frozen=True, kw_only=True):
    """The nth on a list: one more than the number of those strictly better, so ties share a rank.

    ## What it claims

    A rank on a list that is ordered by marks, by medals or by age.

    ## Fields

    `of` is "athletes" (each with their best), "performances", or "nations". Nations are ranked in the medal table of
    the scope: `by` golds, then silvers, then bronzes; by "golds alone", so that nations level on golds share a rank; or
    by all "medals". A scope that is a whole edition, without an event, means its published table, and with `scope.area`
    only the nations of that area in it. A list of marks is all-time as of the claim's date, of one season with
    `scope.season`, of a nation or area with `scope.nation` or `scope.area`, and outdoors unless the scope says indoors
    or the event has one list for both. Athletes can be ranked `by` medals or golds in the same way as nations ("the
    most decorated athlete in Paris"), and by age: "youngest" or "oldest" among those with the place or medal in the
    scope, at that time; without either, among all who started in the race that it names. With `mark`, the claim is also
    that this is the athlete's best (or the performance). A performance is the one in the race that the scope names, or
    else the athlete's with the printed `mark`. `athletes` names several, each in `rank`.

    ## How it is judged

    supported         a list that is complete down to the mark gives that rank
    refuted           it gives another; or the athlete is behind everybody on a complete list
    not_enough_info   there is no complete list, or it ends before the claimed rank

    ## What absence proves

    That nobody else is ahead, where a list is complete down to the mark; and that an athlete who is not on it is behind
    everybody who is.

    ## Example

        {"kind": "rank", "id": "kerr-19th", "text": "Kerr is the 19th-fastest ever", "quote": "nineteenth rank",
         "start": 10, "end": 25, "athlete": "Kerr", "rank": "nineteenth", "mark": "3:29:05",
         "scope": {"event": "1500m", "sex": "men"}}

    ## Source

    Standard competition ranking (1, 2, 2, 4) of results, or a published medal table.
    """

    rank: Annotated[PrintedCount, explained("which rank", "fourth-fastest")]
    athlete: Annotated[AthleteName | None, explained("who has it", "Ingebrigtsen")] = None
    athletes: Annotated[tuple[AthleteName, ...], explained("several who have it each", ["Kerr", "Nuguse"])] = ()
    nation: Annotated[NationName | None, explained("the nation that has it", "Kenya")] = None
    mark: Annotated[PrintedMark | None, explained("the mark that ranks there", "3:26.73")] = None
    of: Annotated[Literal["athletes", "performances", "nations"], explained("what the list is of", "performances")] = (
        "athletes"
    )
    by: Annotated[RankedBy, explained("what the list goes by", "medals")] = "mark"
    scope: Annotated[Scope, explained("whose list, and of when", {"event": "1500m", "sex": "men", "season": 2024})] = (
        Scope()
    )


class RankAttribute(StrEnum):
    RANK = "rank"
    BEST = "best"  # the mark by which the place is taken
    MARK = "mark"  # of the one race that is named


class RankedList(Qualifier, frozen=True):
    """A list of athletes or performances by their marks, or of nations by their medals.

    `printed` says which of an athlete's performances is meant, if the scope names no race. `outdoors`: the words say
    so; otherwise the common list is meant, if the event has one list for indoor and outdoor marks.
    """

    of: Literal["athletes", "performances", "nations"]
    by: RankedBy = "mark"
    printed: Range | None = None
    outdoors: bool = False

    def __str__(self) -> str:
        if self.of == "nations" or self.by != "mark":
            return f"{self.of} by {self.by}"
        of = f"{self.of} outdoors" if self.outdoors else self.of
        return of if self.printed is None else f"{of} at {self.printed.low}..{self.printed.high}"


_RankQuantity: TypeAlias = Quantity[RankAttribute, RankedList | None]


def assertions(resolved: Resolved[Rank]) -> tuple[Assertion, ...] | Unreadable:
    claim, place, mark = resolved.claim, resolved.figures["rank"], resolved.figures.get("mark")
    setting = replace(resolved.setting, place=None, medal=None, indoor=bool(resolved.setting.indoor))
    if claim.of == "nations":
        table = RankedList("nations", "golds" if claim.by == "mark" else claim.by)
        whole = replace(setting, nation=None, indoor=resolved.setting.indoor)
        whose = resolved.who("nation") or (() if setting.nation is None else (setting.nation,))
        ranked = resolved.asserts(RankAttribute.RANK, whose, place, "ordinal", setting=whole, qualifier=table)
        return (ranked,) if whose else Unreadable("nation", "whose rank among the nations it is")
    athletes, asserted = resolved.who("athlete", "athletes"), []
    if claim.by != "mark":
        return _of_athletes(resolved, athletes)
    race = claim.of == "performances" and one_race(setting)
    printed = mark.value if mark and not race and claim.of == "performances" else None
    list_ = RankedList(claim.of, printed=printed, outdoors=resolved.outdoors)
    if claim.of == "athletes":
        setting = replace(setting, round=None)
    for athlete in athletes:
        rank = resolved.asserts(RankAttribute.RANK, (athlete,), place, "ordinal", setting=setting, qualifier=list_)
        asserted.append(rank)
        if mark is not None and (race or claim.of == "athletes"):
            attribute = RankAttribute.MARK if race else RankAttribute.BEST
            of_best = list_ if list_.outdoors else None
            best = resolved.asserts(attribute, (athlete,), mark, resolved.measure, setting=setting, qualifier=of_best)
            asserted.append(best)
    return tuple(asserted) or Unreadable("athlete", "whose rank it is")


def _of_athletes(resolved: Resolved[Rank], athletes: tuple[str, ...]) -> tuple[Assertion, ...] | Unreadable:
    """Ranks by medals or by age, each of its own."""
    claim, setting = resolved.claim, resolved.setting
    if claim.of != "athletes" or claim.mark is not None:
        return Unreadable("by", f"{claim.by} is of athletes or nations, without a mark")
    if claim.by not in ("youngest", "oldest"):
        setting = replace(setting, place=None, medal=None, round=None)
    list_ = RankedList("athletes", claim.by)
    ranked = [
        resolved.asserts(
            RankAttribute.RANK, (athlete,), resolved.figures["rank"], "ordinal", setting=setting, qualifier=list_
        )
        for athlete in athletes
    ]
    return tuple(ranked) or Unreadable("athlete", "whose rank it is")


def known(quantity: _RankQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    who, setting, list_ = quantity.subjects[0], quantity.setting, quantity.qualifier
    if list_ is not None and list_.of == "nations":
        return nation_rank(truth, who, setting, _order(list_), as_of)
    if list_ is not None and list_.by in ("youngest", "oldest"):
        return _by_age(quantity, truth, as_of)
    if list_ is not None and list_.by != "mark":
        return medal_rank(truth, who, setting, _order(list_), as_of)
    if setting.sex is None:
        setting = replace(setting, sex=truth.athletes[who].sex)
    setting = lists.on_list(truth, setting, list_ is not None and list_.outdoors)
    if quantity.attribute == RankAttribute.MARK or (list_ is not None and list_.of == "performances"):
        of_mark = quantity.attribute == RankAttribute.MARK
        printed = None if list_ is None else list_.printed
        return performance_rank(truth, who, setting, printed, as_of, mark=of_mark)
    if quantity.attribute == RankAttribute.BEST:
        return best_mark(truth, who, setting, as_of)
    if truth.stated:
        return _from_stated(quantity, truth, as_of)
    return athlete_rank(truth, who, setting, as_of)


def _by_age(quantity: _RankQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    """The rank by age; words that do not tell the sex may mean the athlete's own only."""
    who, setting, list_ = quantity.subjects[0], quantity.setting, quantity.qualifier
    by: ByAge = "oldest" if list_ is not None and list_.by == "oldest" else "youngest"
    ranked = age_rank(truth, who, setting, by, as_of)
    if setting.sex is not None or isinstance(ranked, Unknown):
        return ranked
    own = age_rank(truth, who, replace(setting, sex=truth.athletes[who].sex), by, as_of)
    if isinstance(own, Unknown) or own.value == ranked.value:
        return ranked
    assert isinstance(own.value, Range)
    return replace(ranked, or_else=own.value)


def _order(list_: RankedList) -> By:
    orders: dict[RankedBy, By] = {"golds alone": "golds alone", "medals": "medals"}
    return orders.get(list_.by, "golds")


def _from_stated(quantity: _RankQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    """What an article's other ranks on the same list leave for this one: the better mark has the better rank."""
    on_list = [
        (claim, assertion)
        for claim, assertion in truth.stated
        if assertion.as_of == as_of
        and (assertion.quantity.kind, assertion.quantity.setting) == ("rank", quantity.setting)
    ]
    marks = {
        assertion.quantity.subjects: (claim, assertion.claimed)
        for claim, assertion in on_list
        if assertion.quantity.attribute == RankAttribute.BEST
    }
    low, high = 1, None
    claims: list[str] = []
    for claim, assertion in on_list:
        rank, mine, theirs = assertion.claimed, marks.get(quantity.subjects), marks.get(assertion.quantity.subjects)
        same_list = (
            assertion.quantity.attribute == RankAttribute.RANK and assertion.quantity.qualifier == quantity.qualifier
        )
        if not same_list or mine is None or theirs is None or not clear(mine[1], theirs[1]):
            continue
        assert isinstance(rank, Range)
        better = _first(truth, quantity.setting, mine[1]) < _first(truth, quantity.setting, theirs[1])
        if better and rank.high is not None and rank.high > 1:
            high, claims = min(high or rank.high, rank.high - 1), [*claims, claim, mine[0], theirs[0]]
        elif not better and rank.low is not None:
            low, claims = max(low, rank.low + 1), [*claims, claim, mine[0], theirs[0]]
    if not claims or (high is not None and low > high):
        return Unknown("nothing else is stated of the list")
    return Known(Range(low, high), tuple(Evidence(claim, "stated here") for claim in dict.fromkeys(claims)))


def _first(truth: Truth, setting: Setting, mark: Value) -> int:
    assert isinstance(mark, Range)
    return lists.ends(truth, setting.event or "", mark)[0]


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """A rank that is known to be shared is called joint."""
    words, quantity, value = in_figures(assertion, known, truth), assertion.quantity, known.value
    exact = isinstance(value, Range) and value.low is not None and value.low == value.high
    if quantity.attribute != RankAttribute.RANK or not exact or not _is_shared(quantity, truth, assertion.as_of):
        return words
    return Wording(words.claimed, f"joint {words.found}", words.instead and f"joint {words.instead}")


def _is_shared(quantity: _RankQuantity, truth: Truth, as_of: int) -> bool:
    """Whether another has the same rank, as far as is known."""
    if quantity.qualifier is not None and quantity.qualifier.of == "athletes" and quantity.qualifier.by != "mark":
        return False
    who, setting, list_ = quantity.subjects[0], quantity.setting, quantity.qualifier
    if list_ is not None and list_.of == "nations":
        return shares_rank(truth, who, setting, _order(list_), as_of)
    if list_ is None or list_.of != "athletes":
        return False
    if setting.sex is None:
        setting = replace(setting, sex=truth.athletes[who].sex)
    setting = lists.on_list(truth, setting, list_.outdoors)
    best = lists.best_cost(truth, who, setting, as_of)
    return best is not None and lists.ranking(truth, "athletes", setting, as_of).shares(best)


def noun(quantity: _RankQuantity) -> Noun:
    what = "best mark" if quantity.attribute == RankAttribute.BEST else quantity.attribute
    return Noun(what, "" if quantity.qualifier is None else str(quantity.qualifier))


def tables(assertion: Assertion, known: Known, truth: Truth) -> tuple[EvidenceTable, ...]:
    """The list around the claimed and the true rank; for a nation, its row in the medal table."""
    quantity, list_ = assertion.quantity, assertion.quantity.qualifier
    if quantity.attribute != RankAttribute.RANK or list_.of == "nations" or list_.by != "mark":
        return from_evidence(assertion, known, truth)
    return around_rank(truth, list_.of, list_.outdoors, assertion, known)


KIND = Kind(
    claim=Rank,
    assertions=assertions,
    attributes={attribute: Attribute(known) for attribute in RankAttribute},
    about=lambda claim: () if claim.of == "nations" else ("event", "sex"),
    severity="medium",
    worded=worded,
    noun=noun,
    tables=tables,
    plants=Plants(number="rank", scope=True, of_one=lambda claim: True),
)
