"""date: the day of a race or a competition, by the calendar or relative to another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import reduce
from typing import Annotated, TypeAlias

import msgspec
from msgspec.structs import replace

from harness.claims.claim import Claim, PrintedDate, PrintedSpan, Resolved, Scope
from harness.kind import Attribute, Kind
from harness.records.explained import explained
from harness.records.model import Assertion, Evidence, Known, Qualifier, Quantity, Setting, Unknown, Unreadable
from harness.truth import held
from harness.truth.index import Truth
from harness.truth.pack import Edition
from harness.values import Figure, Label, Range, either_days, exactly, hull, minus, partial_date, show, widened
from harness.wording import Noun, Wording, in_figures

SHORTEST_MONTH = 28
MOST_DAYS = 31  # that are told one by one
_LAST = 1 << 30
_BEFORE = re.compile(r"\b(?:before|earlier|previously|prior|ago)\b")


class DateOf(Claim, tag="date", frozen=True, kw_only=True):
    """The day of a race, or the days of a competition; or how long after another it was.

    ## What it claims

    The calendar day or days of a race or of an edition; or how many days it came after another.

    ## Fields

    With `date`, the race or the edition that `scope` names lies within the printed date, which may be a day, several
    days or a year. A scope with an event and no round means the final; with `whole` it means the event from its first
    round to its final, with each round assumed to be run on one day; without an event it means the whole competition.
    With `relative_to`, it came `offset` after that other race or competition ("a month before" means that much before
    it); without `offset`, just later. A weekday without a date is the one before or after publication that lies within
    the edition named; an article of another time means one of the edition's own days, and up to a fortnight from it
    either. Calendars are known in advance, so these dates do not depend on the date of the claim.

    ## How it is judged

    supported         the known day, or every one of the days, lies within the printed date; the difference in days fits
    refuted           it lies outside: even a race whose day is not known lies within its competition's days
    not_enough_info   which edition is meant is not clear, or its days are known less precisely than the claim's

    ## What absence proves

    Nothing. If the day of a race is not known, it is within the days of its competition.

    ## Example

        {"kind": "date", "id": "oslo-week-later", "text": "Oslo came one week after Eugene", "quote": "One week",
         "start": 10, "end": 18, "scope": {"event": "1500m", "competition": "Bislett Games", "year": 2024},
         "relative_to": {"event": "mile", "competition": "Prefontaine Classic", "year": 2024}, "offset": "one week"}

    ## Source

    The edition's announced days, and the days of its races in the results.
    """

    date: Annotated[PrintedDate | None, explained("when it was, or will be", "6 August 2024")] = None
    whole: Annotated[bool, explained("true: from the event's first round to its final", True)] = False
    relative_to: Annotated[
        Scope | None,
        explained("the other race or competition that it came after", {"competition": "Oslo meeting", "year": 2024}),
    ] = None
    offset: Annotated[PrintedSpan | None, explained("how long after it", "one week")] = None
    scope: Annotated[
        Scope,
        explained(
            "which race, holding, competition or time is meant", {"event": "1500m", "competition": "Paris Olympics"}
        ),
    ] = Scope()


class DateAttribute(StrEnum):
    """The date of a race or edition, as a range or as one of several days; its first and last day; how long after
    another."""

    DATE = "date"
    DAY = "day"
    FIRST_DAY = "first day"
    LAST_DAY = "last day"
    AFTER = "after"


class AfterAnother(Qualifier, frozen=True):
    """The other race or edition, which came first."""

    setting: Setting

    def __str__(self) -> str:
        fields = {name: value for name, value in msgspec.structs.asdict(self.setting).items() if value is not None}
        return msgspec.json.encode(fields).decode()


_DateQuantity: TypeAlias = Quantity[DateAttribute, AfterAnother | None]


def assertions(resolved: Resolved[DateOf]) -> tuple[Assertion, ...] | Unreadable:
    figures, asserted = resolved.figures, []
    if "date" in figures:
        days = figures["date"]
        parts = _ends(days) if resolved.claim.whole else {DateAttribute.DATE: days}
        if either := either_days(days, resolved.published):
            day = resolved.asserts(DateAttribute.DAY, (), _named(either), "label")
            around = None if days.outer is None else _named(end + shift for end in either for shift in (-1, 0, 1))
            asserted.append(replace(day, printed=days.printed, outer=around))
        else:
            asserted += [resolved.asserts(attribute, (), value, "date") for attribute, value in parts.items()]
    if resolved.settings.get("relative_to") == resolved.setting:
        return Unreadable("relative_to", "the same as the scope: nothing comes after itself")
    if "relative_to" in resolved.settings:
        another = AfterAnother(resolved.settings["relative_to"])
        offset = _directed(figures["offset"]) if "offset" in figures else Range(1, None)
        asserted.append(resolved.asserts(DateAttribute.AFTER, (), offset, "days", qualifier=another))
    return tuple(asserted) or Unreadable("date", "neither a date nor another race that it is relative to")


def _directed(offset: Figure) -> Figure:
    """The days after the other race: less than none where the words say "before"."""
    if _BEFORE.search(offset.printed) is None:
        return offset
    low, high = offset.value.low, offset.value.high
    value = Range(None if high is None else -high, None if low is None else -low)
    return replace(offset, value=value, exact=None if offset.exact is None else -offset.exact)


def _named(days: Iterable[int]) -> Label:
    """The days in words, of which it is one: "Tuesday" may be the one before publication or the one after."""
    return Label(frozenset(show(exactly(day), "date") for day in days))


def _ends(days: Figure) -> dict[DateAttribute, Figure]:
    """What the printed days say of the first and of the last: "2 to 6 August" names both, a month holds both."""
    low, high = days.value.low, days.value.high
    if low is None or high is None or high - low + 1 >= SHORTEST_MONTH:
        return {DateAttribute.FIRST_DAY: days, DateAttribute.LAST_DAY: days}
    ends = {DateAttribute.FIRST_DAY: exactly(low), DateAttribute.LAST_DAY: exactly(high)}
    return {
        end: replace(days, value=day, outer=None if days.outer is None else widened(day, 1))
        for end, day in ends.items()
    }


def known(quantity: _DateQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    if quantity.attribute == DateAttribute.DAY:
        return _one_of(_days(truth, quantity.setting, DateAttribute.DATE))
    if quantity.qualifier is None:
        return _days(truth, quantity.setting, quantity.attribute)
    settings = (quantity.setting, quantity.qualifier.setting)
    ends = [_days(truth, setting, DateAttribute.DATE) for setting in settings]
    values = []
    for end in ends:
        if isinstance(end, Unknown):
            return end
        assert isinstance(end.value, Range)
        values.append(end)
    later, earlier = values
    value = minus(later.value, earlier.value)  # type: ignore[arg-type]
    return Known(value, later.evidence + earlier.evidence)


def _one_of(known: Known | Unknown) -> Known | Unknown:
    """What is known of a date as one of so many days."""
    if isinstance(known, Unknown):
        return known
    assert isinstance(known.value, Range)
    low, high = known.value.low, known.value.high
    if low is None or high is None or high - low > MOST_DAYS:
        return Unknown("the day is not known", "the day of the race")
    return replace(known, value=_named(range(low, high + 1)))


def _days(truth: Truth, setting: Setting, attribute: DateAttribute) -> Known | Unknown:
    if truth.stated:
        return _stated(truth, Quantity("date", attribute, (), setting, None))
    edition = held.edition_of(truth, setting)
    if isinstance(edition, Unknown):
        return edition
    evidence = held.Holding(edition)
    if setting.event is None and setting.round is None:
        ends = {
            DateAttribute.FIRST_DAY: partial_date(edition.start),
            DateAttribute.LAST_DAY: partial_date(edition.end),
        }
        return Known(ends.get(attribute, held.days_of(edition)), (evidence,))
    return _race_days(truth, setting, attribute, edition, evidence)


def _race_days(truth: Truth, setting: Setting, what: DateAttribute, edition: Edition, evidence: held.Holding) -> Known:
    """The days of the event; where the words leave the sex open, they may be those of the men or of the women."""
    sexes = {race.sex for race in held.races_in(truth, edition, setting)} if setting.sex is None else set()
    if len(sexes) < 2:
        return _days_of_one_sex(truth, setting, what, edition, evidence)
    each = [_days_of_one_sex(truth, replace(setting, sex=sex), what, edition, evidence) for sex in sorted(sexes)]
    value = reduce(hull, (known.value for known in each))
    return Known(value, tuple(dict.fromkeys(item for known in each for item in known.evidence)))


def _days_of_one_sex(
    truth: Truth, setting: Setting, attribute: DateAttribute, edition: Edition, evidence: held.Holding
) -> Known:
    """The day of the final or of the round named; the first or the last day of an event with all its rounds."""
    whole = held.days_of(edition)
    results = held.races_in(truth, edition, setting)
    if attribute == DateAttribute.DATE and setting.round is None:
        results = [result for result in results if result.round == "final"]
    days = [result.date for result in results]
    if not days:
        return Known(whole, (evidence,))
    first, last = min(days, key=lambda day: day.low or 0), max(days, key=lambda day: day.high or 0)
    at = {
        DateAttribute.FIRST_DAY: first
        if any(result.round.startswith("heat") for result in results)
        else Range(whole.low, first.high),
        DateAttribute.LAST_DAY: last
        if any(result.round == "final" for result in results)
        else Range(last.low, whole.high),
        DateAttribute.DATE: Range(first.low, last.high),
    }
    by_place = sorted(results, key=lambda placed: -(placed.place.low or 0) if placed.place else -_LAST)
    best_placed = {placed.date: placed for placed in by_place}  # the best placed of each day
    deciding = best_placed[last if attribute == DateAttribute.LAST_DAY else first]
    return Known(at[attribute], (deciding, evidence))


def _stated(truth: Truth, quantity: _DateQuantity) -> Known | Unknown:
    """The date that an article itself gives."""
    for claim, assertion in truth.stated:
        if assertion.quantity == quantity:
            return Known(assertion.claimed, (Evidence(claim, assertion.printed),))
    return Unknown("the article does not say")


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """For an edition, its first and last day together; for a day relative to another, whether it was before or
    after."""
    quantity, value = assertion.quantity, known.value
    if quantity.attribute == DateAttribute.AFTER and isinstance(value, Range):
        words = in_figures(assertion, known, truth)
        if value.high is not None and value.high < 0:
            before = Range(-value.high, None if value.low is None else -value.low)
            words = Wording(words.claimed, f"{truth.show(before, 'days')} earlier")
        return words if assertion.printed else words._replace(claimed="later")
    if quantity.attribute in (DateAttribute.FIRST_DAY, DateAttribute.LAST_DAY):
        return _whole(assertion, truth)
    return in_figures(assertion, known, truth)


def _whole(assertion: Assertion, truth: Truth) -> Wording:
    """All the days from the first round to the final, as long as both ends are known."""
    ends = (DateAttribute.FIRST_DAY, DateAttribute.LAST_DAY)
    first, last = (_days(truth, assertion.quantity.setting, end) for end in ends)
    low, high = (end.value if isinstance(end, Known) else Range() for end in (first, last))
    assert isinstance(low, Range)
    assert isinstance(high, Range)
    days = truth.show(Range(low.low, high.high), "date")
    exact = low.low == low.high is not None and high.low == high.high is not None
    return Wording(assertion.printed, days, days if exact else "")


KIND = Kind(
    claim=DateOf,
    assertions=assertions,
    attributes={
        DateAttribute.DATE: Attribute(known),
        DateAttribute.DAY: Attribute(known, difference="another day"),
        DateAttribute.FIRST_DAY: Attribute(known),
        DateAttribute.LAST_DAY: Attribute(known),
        DateAttribute.AFTER: Attribute(known),
    },
    severity="medium",
    worded=worded,
    noun=lambda quantity: Noun(quantity.attribute),
    timetable=True,
)
