"""only: the only ones to achieve a feat, the first, or the nth."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, Feat, PrintedCount, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Qualifier, Quantity, Setting, Unknown, Unreadable
from harness.truth.feat_readings import over_readings
from harness.truth.feats import Wanted, complete, occurrences
from harness.truth.index import Truth
from harness.truth.many_medals import listed_with
from harness.truth.results import Result
from harness.truth.teams import is_team
from harness.values import Range, exactly, minus, partial_date
from harness.wording import Noun, Wording, feats_in_words


class Only(Claim, tag="only", frozen=True, kw_only=True):
    """That the members, and nobody else, have achieved a feat in the scope; or that a member was the first, or the nth.

    ## What it claims

    That nobody else did it, that nobody had done it before, or how many had.

    ## Fields

    `titles` and `medals` in the feat say how often ("two" means at least two), or once if they give no number; `within`
    says that this was at one edition or on one day ("both on one night", with the two in `scope.events`). "only": every
    member has done it that often, and no other athlete has. "first": nobody had done it before the first of the
    members. "nth": `nth` minus one had ("nth": 2 is the second man to do it). Groups in the words are in the scope: men
    by its sex, Britons by its nation. Titles and medals are those of official editions: the Games of 1906 do not count.
    A mark without a bound means that mark or better, outdoors unless the scope says otherwise. A time printed without
    decimals ("13 minutes", "3:29") may mean that bound or a time that is printed so; both are judged.

    ## How it is judged

    supported         the members did it, and the number of others is as claimed
    refuted           another did it (earlier), or a member did not and all medals or marks are known; not what is so
                      with the marks of halls, or of finals alone, where the words leave that open
    not_enough_info   no statement says that all medals, or all marks down to the feat's, are in the ground truth: then
                      the number of others is "at least"; or it is not known when the member did it

    ## What absence proves

    That nobody else did it, where a statement says that every medal, or every mark down to the feat's, is in the ground
    truth.

    ## Example

        {"kind": "only", "id": "two-golds", "text": "Sebastian Coe is the only man to win it twice",
         "quote": "only man", "start": 10, "end": 18, "members": ["Sebastian Coe"], "feat": {"titles": 2},
         "scope": {"event": "1500m", "sex": "men", "competition": "Olympic Games"}}

    ## Source

    Counted from results and their completeness statements.
    """

    members: Annotated[tuple[AthleteName, ...], explained("everybody who did it", ["Coe"])]
    feat: Annotated[Feat, explained("what they did", {"titles": "two"})]
    how: Annotated[Literal["only", "first", "nth"], explained("the only ones, the first, or the nth", "first")] = "only"
    nth: Annotated[PrintedCount | None, explained("which they were, where `how` is nth", "third")] = None
    scope: Annotated[
        Scope, explained("among whom, and where", {"event": "1500m", "competition": "Olympic Games", "sex": "men"})
    ] = Scope()


class OnlyAttribute(StrEnum):
    """How often a member did it; how many others did; how many others had before the first of the members."""

    TIMES = "times"
    OTHERS = "others"
    OTHERS_BEFORE = "others before"


class OnlyFeat(Qualifier, frozen=True):
    """The feat, and how often it must be achieved; None if the question is how often it was."""

    feat: Wanted
    times: int | None = None

    def __str__(self) -> str:
        return str(self.feat) if self.times is None else f"{self.feat} times={self.times}"


def assertions(resolved: Resolved[Only]) -> tuple[Assertion, ...] | Unreadable:
    claim, members, figures = resolved.claim, resolved.who("members"), resolved.figures
    feat = resolved.wanted("feat")
    number = figures.get("feat.titles") or figures.get("feat.medals")
    times = (number.value.low or 1) if number is not None and claim.feat.within is None else 1
    if len(set(members)) < len(members):
        return Unreadable("members", "somebody is named twice")
    if claim.how == "nth" and "nth" not in figures:
        return Unreadable("nth", "which one is not said")
    others = minus(figures["nth"].value, exactly(1)) if claim.how == "nth" else exactly(0)
    attribute = OnlyAttribute.OTHERS if claim.how == "only" else OnlyAttribute.OTHERS_BEFORE
    each = Range(times, None)
    return (
        *(
            resolved.asserts(OnlyAttribute.TIMES, (member,), each, "count", qualifier=OnlyFeat(feat))
            for member in members
        ),
        resolved.asserts(attribute, tuple(sorted(members)), others, "count", qualifier=OnlyFeat(feat, times)),
    )


def known(quantity: Quantity[OnlyAttribute, OnlyFeat], truth: Truth, as_of: int) -> Known | Unknown:
    feat, setting = quantity.qualifier.feat, quantity.setting
    return over_readings(truth, feat, setting, lambda reading: _known(quantity, reading, truth, as_of))


def _known(quantity: Quantity[OnlyAttribute, OnlyFeat], feat: Wanted, truth: Truth, as_of: int) -> Known | Unknown:
    setting, times = quantity.setting, quantity.qualifier.times
    if times is None:
        occurred = occurrences(truth, feat, setting, as_of, quantity.subjects[0])
        licence = complete(truth, feat, setting, as_of, quantity.subjects[0])
        relied_on = licence.statements if licence else ()
        return Known(occurred.number(licence), tuple(occurred.certain), relied_on=relied_on)
    day: Range | None = None
    if quantity.attribute == OnlyAttribute.OTHERS_BEFORE:
        day = _reached(truth, feat, setting, as_of, quantity.subjects, times)
        if day is None:
            return Unknown("the ground truth does not say when it was first done")
        setting = replace(setting, end=day.high)
    return _others(truth, feat, setting, as_of, quantity.subjects, times, day)


def _reached(
    truth: Truth, feat: Wanted, setting: Setting, as_of: int, members: tuple[str, ...], times: int
) -> Range | None:
    """The day on which the first of the members had done it so often: at the latest, where one may be missing."""
    days: list[Range] = []
    others_may = False  # have done it as well, and before
    for member in members:
        occurred = occurrences(truth, feat, setting, as_of, member)
        if len(occurred.certain) >= times:
            last = occurred.certain[times - 1].date
            licence = complete(truth, feat, replace(setting, end=last.high), as_of, member)
            sure = licence is not None and not occurred.perhaps(licence)
            days.append(last if sure else Range(_born(truth, member), last.high))
        else:
            licence = complete(truth, feat, setting, as_of, member)
            others_may |= licence is None or len(occurred.certain) + len(occurred.perhaps(licence)) >= times
    if not days:
        return None
    lows = [day.low for day in days if day.low is not None]
    high = min(day.high or as_of for day in days)
    lows += [born for born in (_born(truth, member) for member in members) if others_may and born is not None]
    all_told = len(lows) == len(days) + (sum(1 for _ in members) if others_may else 0)
    return Range(min(lows) if all_told else None, high)


def _born(truth: Truth, athlete: str) -> int | None:
    """Nobody does anything before they are born."""
    born = truth.athletes[athlete].born if athlete in truth.athletes else None
    return partial_date(born).low if born is not None else None


def _others(
    truth: Truth, feat: Wanted, setting: Setting, as_of: int, members: tuple[str, ...], times: int, day: Range | None
) -> Known:
    """Athletes other than the members who did it so often, before the day if there is one."""
    persons = not any(is_team(truth, member) for member in members)
    occurred = occurrences(truth, feat, setting, as_of, persons=persons)
    licence = complete(truth, feat, setting, as_of, persons=persons)
    by_total: frozenset[str] = frozenset()
    if licence is None and persons and (listed := listed_with(truth, feat, times, setting, as_of)):
        licence, by_total = listed.licence, listed.by_total - set(members)
    certain: dict[str, list[Result]] = {}
    perhaps: dict[str, list[Result]] = {}
    for results, is_certain in ((occurred.certain, True), (occurred.possible, False)):
        for achievement in results:
            if achievement.athlete in members or (day is not None and (achievement.date.low or 0) >= (day.high or 0)):
                continue
            perhaps.setdefault(achievement.athlete, []).append(achievement)
            earlier = day is None or (day.low is not None and (achievement.date.high or 0) < day.low)
            if earlier and is_certain:
                certain.setdefault(achievement.athlete, []).append(achievement)
    did = [results for results in certain.values() if len(results) >= times]
    may = {athlete for athlete, results in perhaps.items() if len(results) >= times} | by_total
    evidence = tuple(result for results in did for result in results)
    most = len(may) if licence else None
    return Known(Range(len(did), most), evidence, relied_on=licence.statements if licence else ())


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """How often the member did it; who else did, and so the member's place in the order."""
    quantity, value = assertion.quantity, known.value
    assert isinstance(value, Range)
    number = truth.show(value, "count")
    if quantity.attribute == OnlyAttribute.TIMES:
        assert isinstance(assertion.claimed, Range)
        return Wording(_often(assertion.claimed), "none" if value.high is None and not value.low else _often(value))
    names = ", ".join(_names(known, truth))
    if quantity.attribute == OnlyAttribute.OTHERS:
        others = f"{number} other{'' if number.endswith('1') else 's'}: {names}"
        return Wording("nobody else", others if value.low else "nobody else")
    assert isinstance(assertion.claimed, Range)
    before = f", after {names}" if names and value.low else ""
    rank = "nobody before" if value.low == 0 else _nth(value, truth) + before
    return Wording(_nth(assertion.claimed, truth), rank, _nth(value, truth) if value.low == value.high else "")


def _nth(before: Range, truth: Truth) -> str:
    """ "3rd" where two came before."""
    low, high = (None if end is None else end + 1 for end in (before.low, before.high))
    return truth.show(Range(low, high), "ordinal")


def _often(times: Range) -> str:
    """ "never", "once", "at least twice", "3 times"."""
    number, least = times.low or 0, "" if times.low == times.high else "at least "
    return least + ({0: "never", 1: "once", 2: "twice"}.get(number) or f"{number} times")


def _names(known: Known, truth: Truth) -> list[str]:
    """Who the evidence is of."""
    return list(dict.fromkeys(truth.name(fact.athlete) for fact in known.evidence if isinstance(fact, Result)))


def noun(quantity: Quantity[OnlyAttribute, OnlyFeat]) -> Noun:
    feats = feats_in_words(quantity.qualifier.feat)
    match quantity.attribute:
        case OnlyAttribute.TIMES:
            return Noun(feats)
        case OnlyAttribute.OTHERS:
            return Noun(f"all the {feats}")
    return Noun(f"earlier {feats}")


KIND = Kind(
    claim=Only,
    assertions=assertions,
    attributes={attribute: Attribute(known, heading="only") for attribute in OnlyAttribute},
    about=lambda claim: ("event", "sex") if claim.feat.mark is not None else ("sex",),
    severity="high",
    worded=worded,
    noun=noun,
    plants=Plants(scope=True),
)
