"""count: the number of races, wins, finals, medals or titles, in a row or in total; goals and caps; how many did
something."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, Feat, NationName, PrintedCount, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Qualifier, Quantity, Setting, Unknown, Unreadable, phrase
from harness.truth.feat_readings import or_as, over_readings
from harness.truth.feats import (
    ANY_RACE,
    FINAL_WITH_MEDALS,
    TITLE,
    Wanted,
    achieves,
    complete,
    occurrences,
)
from harness.truth.index import Truth
from harness.truth.takers import Takers, number_of
from harness.truth.totals import both, published
from harness.values import Range, exactly
from harness.wording import Noun, Wording, feat_in_words, in_figures


class Count(Claim, tag="count", frozen=True, kw_only=True):
    """How many races, wins, finals, medals or titles an athlete or a nation has in the scope; or how many did
    something.

    ## What it claims

    A number of races, wins, finals, medals or titles; that all of them were of one sort; or the length of an unbroken
    run. Or the goals, points, runs or caps of a career; or how many nations or athletes did something.

    ## Fields

    A race is any start, including heats; a win is a first place; a final is a start in one; medals and titles are won
    in finals that award medals. The scope narrows all of them ("round": "final") and limits the time. With `all`, every
    one of those counted must meet that condition: "won four races since May, all of them" is 4 races, all with place 1.
    With `streak`, the count is the unbroken run up to the latest in the scope: of wins, of medals, of titles, or of
    races that meet `all`. For "nations" or "athletes", the count is of those that did what `feat` says ("twelve African
    nations won medals", with the area in the scope), or that started at all if `feat` is left out.

    ## How it is judged

    supported         the count is right, and everything counted meets `all`
    refuted           the count is wrong (of wins without a round, in finals alone too), or one of those does not
                      meet `all`
    not_enough_info   no statement says that every race (for which the scope must limit the time and name the event),
                      every final or every medal of the scope is known: then a count is "at least", and a streak is not
                      known

    ## What absence proves

    That there were no more, where a statement says that every race, final or medal of the scope is in the ground truth.
    Without such a statement a count is "at least", and a streak is not known.

    ## Example

        {"kind": "count", "id": "four-finals", "text": "He has run four 1500 m finals since May and won all",
         "quote": "four", "start": 10, "end": 14, "athlete": "Ingebrigtsen", "of": "races", "count": 4,
         "all": {"place": 1}, "scope": {"event": "1500m", "round": "final", "after": "25 May 2024"}}

    ## Source

    Counted from results, as of the claim's date. Published totals of exactly that scope bound the count before and
    after their day. Goals, points, runs and caps come from published totals only.
    """

    of: Annotated[Literal[
        "races", "wins", "finals", "medals", "titles", "goals", "points", "runs", "caps", "nations", "athletes"
    ], explained("what is counted", "wins")]  # fmt: skip
    count: Annotated[PrintedCount, explained("how many", "five")]
    athlete: Annotated[AthleteName | None, explained("whose they are", "Ingebrigtsen")] = None
    nation: Annotated[NationName | None, explained("the nation whose they are", "Kenya")] = None
    all: Annotated[Feat | None, explained("what every one of them was", {"place": 1})] = None
    feat: Annotated[Feat | None, explained("what each of the nations or athletes did", {"medal": "any"})] = None
    streak: Annotated[bool, explained("true: of the unbroken run that ends with the latest", True)] = False
    scope: Annotated[
        Scope, explained("among which races, and from when to when", {"event": "1500m", "season": 2024})
    ] = Scope()


class CountAttribute(StrEnum):
    """What is counted; its unbroken run up to the latest; and how many of those counted do not meet what is said of
    all."""

    RACES = "races"
    WINS = "wins"
    FINALS = "finals"
    MEDALS = "medals"
    TITLES = "titles"
    RACES_IN_A_ROW = "races in a row"
    WINS_IN_A_ROW = "wins in a row"
    FINALS_IN_A_ROW = "finals in a row"
    MEDALS_IN_A_ROW = "medals in a row"
    TITLES_IN_A_ROW = "titles in a row"
    RACES_THAT_FALL_SHORT = "races that fall short"
    WINS_THAT_FALL_SHORT = "wins that fall short"
    FINALS_THAT_FALL_SHORT = "finals that fall short"
    MEDALS_THAT_FALL_SHORT = "medals that fall short"
    TITLES_THAT_FALL_SHORT = "titles that fall short"
    GOALS = "goals"
    POINTS = "points"
    RUNS = "runs"
    CAPS = "caps"
    NATIONS = "nations"
    ATHLETES = "athletes"


_A = CountAttribute
IN_A_ROW = {
    _A.RACES: _A.RACES_IN_A_ROW, _A.WINS: _A.WINS_IN_A_ROW, _A.FINALS: _A.FINALS_IN_A_ROW,
    _A.MEDALS: _A.MEDALS_IN_A_ROW, _A.TITLES: _A.TITLES_IN_A_ROW,
}  # fmt: skip
FALL_SHORT = {
    _A.RACES: _A.RACES_THAT_FALL_SHORT, _A.WINS: _A.WINS_THAT_FALL_SHORT, _A.FINALS: _A.FINALS_THAT_FALL_SHORT,
    _A.MEDALS: _A.MEDALS_THAT_FALL_SHORT, _A.TITLES: _A.TITLES_THAT_FALL_SHORT,
}  # fmt: skip
COUNTED = {
    _A.RACES: ANY_RACE,
    _A.WINS: Wanted(place=exactly(1)),
    _A.FINALS: Wanted(final=True),
    _A.MEDALS: Wanted(place=Range(1, 3), final=True, medal=True),
    _A.TITLES: replace(TITLE, medal=True),
}
# A run goes through these: a race that gives no medals does not break a run of medals.
RUN_THROUGH = {
    _A.RACES_IN_A_ROW: (ANY_RACE, _A.RACES),
    _A.WINS_IN_A_ROW: (ANY_RACE, _A.WINS),
    _A.MEDALS_IN_A_ROW: (FINAL_WITH_MEDALS, _A.MEDALS),
    _A.TITLES_IN_A_ROW: (FINAL_WITH_MEDALS, _A.TITLES),
}
ONLY_PUBLISHED = frozenset({_A.GOALS, _A.POINTS, _A.RUNS, _A.CAPS})
OF_WINS = frozenset({_A.WINS, _A.WINS_IN_A_ROW, _A.WINS_THAT_FALL_SHORT})
OF_WHICH = {short: counted for counted, short in FALL_SHORT.items()}


class AllOf(Qualifier, frozen=True):
    """The condition that all of those counted are said to meet."""

    feat: Wanted

    def __str__(self) -> str:
        return str(self.feat)


def assertions(resolved: Resolved[Count]) -> tuple[Assertion, ...] | Unknown | Unreadable:
    claim, who, count = resolved.claim, resolved.who("athlete", "nation"), resolved.figures["count"]
    if claim.of in ("nations", "athletes"):
        return _takers(resolved) if not who else Unreadable("of", f"one {claim.of[:-1]} is not how many there are")
    if claim.feat is not None:
        return Unreadable("feat", "what nations or athletes did; of one athlete it is `all`")
    if claim.of in ONLY_PUBLISHED and (claim.streak or claim.all is not None):
        return Unreadable("of", f"{claim.of} are known as a total only: no run of them, nor what all of them were")
    if len(who) != 1:
        return Unknown("one of athlete and nation is to be given")
    counted, alike = CountAttribute(claim.of), AllOf(resolved.wanted("all")) if claim.all is not None else None
    if claim.streak:
        return (resolved.asserts(IN_A_ROW[counted], who, count, "count", qualifier=alike),)
    number = resolved.asserts(counted, who, count, "count")
    if alike is None:
        return (number,)
    return number, resolved.asserts(FALL_SHORT[counted], who, exactly(0), "count", qualifier=alike)


def _takers(resolved: Resolved[Count]) -> tuple[Assertion, ...] | Unreadable:
    claim, setting = resolved.claim, replace(resolved.setting, place=None, medal=None)
    if claim.streak or claim.all is not None:
        return Unreadable("all", f"what the {claim.of} did is `feat`")
    feat = AllOf(resolved.wanted("feat")) if claim.feat is not None else AllOf(ANY_RACE)
    count = resolved.figures["count"]
    return (resolved.asserts(CountAttribute(claim.of), (), count, "count", setting=setting, qualifier=feat),)


def known(quantity: Quantity[CountAttribute, AllOf | None], truth: Truth, as_of: int) -> Known | Unknown:
    if not quantity.subjects:
        feat = ANY_RACE if quantity.qualifier is None else quantity.qualifier.feat
        of: Takers = "nations" if quantity.attribute == CountAttribute.NATIONS else "athletes"
        return over_readings(
            truth, feat, quantity.setting, lambda reading: number_of(truth, of, reading, quantity.setting, as_of)
        )
    who, setting, alike = quantity.subjects[0], quantity.setting, quantity.qualifier
    total = published(truth, quantity.attribute, who, setting, as_of)
    if quantity.attribute in ONLY_PUBLISHED:
        if total is not None:
            return Known(total.value, total.facts)
        missing = phrase(f"{quantity.attribute} of {{}}, {{}}", who, setting)
        return Unknown(phrase(f"the ground truth has no total of {quantity.attribute} of {{}}", who), missing)
    counted = _counted(quantity, truth, as_of)
    if quantity.attribute in OF_WINS and setting.round is None:
        counted = or_as(counted, _counted(quantity, truth, as_of, of_finals=True))
    if total is None or isinstance(counted, Unknown) or alike is not None:
        return counted
    assert isinstance(counted.value, Range)
    return replace(counted, value=both(counted.value, total.value), evidence=(*counted.evidence, *total.facts))


def _counted(
    quantity: Quantity[CountAttribute, AllOf | None], truth: Truth, as_of: int, *, of_finals: bool = False
) -> Known | Unknown:
    """What the results come to; those of finals alone, where these are asked for."""
    who, setting, alike = quantity.subjects[0], quantity.setting, quantity.qualifier
    athlete = None if who in truth.nations else who
    if athlete is None:
        setting = replace(setting, nation=who)
    if quantity.attribute in IN_A_ROW.values():
        return _streak(truth, quantity, athlete, setting, as_of, of_finals=of_finals)
    which = OF_WHICH.get(quantity.attribute, quantity.attribute)
    counted = replace(COUNTED[which], of_finals=of_finals)
    if which == CountAttribute.TITLES and _is_meeting(truth, setting):
        counted = TITLE  # at a meeting that gives no medals, a first place is the title
    occurred = occurrences(truth, counted, setting, as_of, athlete)
    licence = complete(truth, counted, setting, as_of, athlete)
    results, value = occurred.certain, occurred.number(licence)
    if value.high is None and athlete is not None and counted.final and _names_one_final(setting):
        value = Range(value.low, max(1, value.low or 0))
    if alike is not None:
        results = [result for result in occurred.certain if achieves(truth, alike.feat, result, as_of) is False]
        all_of = (*occurred.certain, *occurred.perhaps(licence))
        unlike = [achievement for achievement in all_of if not achieves(truth, alike.feat, achievement, as_of)]
        value = Range(len(results), None if licence is None else len(unlike))
        total = published(truth, which, who, quantity.setting, as_of)
        if licence is None and total is not None and total.value.high is not None:  # no more than that are missing
            missing = max(0, total.value.high - len(occurred.certain))
            wrong = sum(not achieves(truth, alike.feat, one, as_of) for one in occurred.certain)
            return Known(Range(len(results), wrong + missing), (*results, *total.facts))
    return Known(value, tuple(results), relied_on=licence.statements if licence else ())


def _is_meeting(truth: Truth, setting: Setting) -> bool:
    """Whether the words name a competition, and one without medals."""
    return setting.competition is not None and not truth.competitions[setting.competition].medals


def _names_one_final(setting: Setting) -> bool:
    """An event of one holding has one final, in which an athlete can win one title."""
    return setting.event is not None and setting.edition is not None and setting.sex is not None


def _streak(
    truth: Truth,
    quantity: Quantity[CountAttribute, AllOf | None],
    athlete: str | None,
    setting: Setting,
    as_of: int,
    *,
    of_finals: bool,
) -> Known | Unknown:
    """The run back from the latest race: it ends where one fell short, and perhaps where that is not settled."""
    if quantity.attribute not in RUN_THROUGH or athlete is None:
        return Unknown("a run of finals, or of a nation, needs every holding, which the ground truth does not say")
    through, counted = RUN_THROUGH[quantity.attribute]
    among = replace(through, of_finals=of_finals)
    feat = COUNTED[counted] if quantity.qualifier is None else quantity.qualifier.feat
    licence = complete(truth, among, setting, as_of, athlete)
    if licence is None:
        return Unknown("not every race of the scope is in the ground truth")
    occurred = occurrences(truth, among, setting, as_of, athlete)
    results = sorted(
        (*occurred.certain, *occurred.perhaps(None)), key=lambda outcome: outcome.date.high or 0, reverse=True
    )
    achieved = [achieves(truth, feat, result, as_of) if result in occurred.certain else None for result in results]
    low = next((number for number, outcome in enumerate(achieved) if not outcome), len(results))
    high = next((number for number, outcome in enumerate(achieved) if outcome is False), len(results))
    return Known(Range(low, high), tuple(results[: low + 1]), relied_on=licence.statements)


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    if assertion.quantity.attribute not in OF_WHICH:
        return in_figures(assertion, known, truth)
    number = truth.show(known.value, "count")
    return Wording("all of them", f"{number} that {'was' if number.endswith('1') else 'were'} not")


def noun(quantity: Quantity[CountAttribute, AllOf | None]) -> Noun:
    if not quantity.subjects and quantity.qualifier is not None and quantity.qualifier.feat != ANY_RACE:
        return Noun(f"{quantity.attribute} with a {feat_in_words(quantity.qualifier.feat)}")
    return Noun(quantity.attribute, "" if quantity.qualifier is None else feat_in_words(quantity.qualifier.feat))


KIND = Kind(
    claim=Count,
    assertions=assertions,
    attributes={attribute: Attribute(known) for attribute in CountAttribute},
    severity="medium",
    worded=worded,
    noun=noun,
    plants=Plants(number="count", scope=True),
)
