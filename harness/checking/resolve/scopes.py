"""From a printed scope to a setting: ids, a canonical round, and the period that its dates leave."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from harness.checking.resolve.parts import part_of_event, several_events
from harness.checking.resolve.weekdays import days_of_holding, one_of
from harness.claims.claim import Scope
from harness.names import Context, NamedMeeting, Names, read_event, read_round
from harness.records.model import Measure, Setting, Unknown, Unreadable
from harness.truth.held import days_of
from harness.truth.pack import Event
from harness.values import (
    Figure,
    Range,
    Unread,
    clear,
    either_days,
    exactly,
    is_weekday_alone,
    iso_day,
    read_date,
    read_mark,
)

# Which option an ambiguous mention is taken for in a reading: (role, mention) -> id, or a day in ISO form.
Choices: TypeAlias = Mapping[tuple[str, str], str]
_NO_CHOICES: Choices = {}


class Scoped:
    """A scope, resolved; `unknown` is the first name in it that could not be."""

    __slots__ = ("event", "measure", "plausible", "setting", "trace", "unknown")

    def __init__(self, setting: Setting, event: Event | None, trace: tuple[str, ...], unknown: Unknown | None) -> None:
        self.setting, self.event, self.trace, self.unknown = setting, event, trace, unknown
        self.measure: Measure = event.measure if event is not None else "time"
        self.plausible = _band(event) if event is not None else None


class _Window(NamedTuple):
    """The days that a scope's own dates leave, and the date of `on`, which tells which holding is meant."""

    low: int | None
    high: int | None
    on: Range | None


def period_of(names: Names, scope: Scope, published: int) -> int | None:
    """The days on which the scope means the same, as a number: None for all days, if it names neither a competition nor
    a date; of a date it is the day itself, as "last Sunday" is another one every week."""
    if not (scope.after is None and scope.until is None and scope.on is None):
        return published
    return None if scope.competition is None else names.meetings.period(scope.competition, published)


def read_scope(
    names: Names,
    scope: Scope,
    field: str,
    published: int,
    choices: Choices = _NO_CHOICES,
    *,
    timetable: bool = False,
) -> Scoped | Unreadable:
    """The scope with its names resolved; Unreadable for a date or a round that cannot be parsed.

    `timetable`: the claim is about a date or a place, so it may be about an edition that is still to come.

    A weekday without a date, or 8/9, is the day within the edition meant; without an edition, the earlier one. A
    weekday of an edition at another time is one of its own days (`weekdays.days_of_holding`).
    """
    if scope.on is not None and (day := choices.get(("day", scope.on))) is not None:
        scope = replace(scope, on=day)

    def read_on(day: str | None) -> Scoped | Unreadable:
        return _read_scope(names, replace(scope, on=day), field, published, choices, timetable)

    on = read_date(scope.on, published) if scope.on is not None else None
    if scope.on is None or not isinstance(on, Figure):
        return read_on(scope.on)
    around = either_days(on, published)
    each = [read_on(iso_day(day)) for day in around] or [read_on(scope.on)]
    fitting = [scoped for scoped in each if isinstance(scoped, Scoped) and _is_held_then(names, scoped)]
    if len(fitting) < 2 and (fitting or not is_weekday_alone(scope.on)):
        return (fitting or each)[0]
    days = around if fitting else _of_holding(names, on, published, read_on(None))
    scoped = read_on(iso_day(days[0])) if days else each[0]
    if len(days) > 1 and isinstance(scoped, Scoped):
        scoped.unknown = scoped.unknown or one_of(scope.on, days)
    return scoped


def _of_holding(names: Names, on: Figure, published: int, scoped: Scoped | Unreadable) -> tuple[int, ...]:
    """The days that a weekday alone may mean of the holding that the scope names without it."""
    edition = names.truth.editions.get(scoped.setting.edition or "") if isinstance(scoped, Scoped) else None
    return () if edition is None else days_of_holding(on, published, days_of(edition))


def _is_held_then(names: Names, scoped: Scoped) -> bool:
    """Whether the one day of the scope is one of the holding's that it means."""
    edition, day = scoped.setting.edition, scoped.setting.start
    return edition is not None and day is not None and not clear(exactly(day), days_of(names.truth.editions[edition]))


def _read_scope(
    names: Names, scope: Scope, field: str, published: int, choices: Choices, timetable: bool
) -> Scoped | Unreadable:
    window = _window(scope, field, published)
    if isinstance(window, Unreadable):
        return window
    round_ = read_round(scope.round) if scope.round is not None else None
    if scope.round is not None and round_ is None:
        rounds = "final, semifinal 1, heat, heat 3, repechage"
        return Unreadable(f"{field}.round", f"{scope.round!r} is not a round: {rounds}")
    words = read_event(scope.event or "")
    event = _event(names, scope, choices)
    if scope.part is not None:
        if scope.event is None:
            return Unreadable(f"{field}.part", "a part needs the combined event that it is of, in `event`")
        part = part_of_event(names, event, scope.part, f"{field}.part") if isinstance(event, str) else event
        if isinstance(part, Unreadable):
            return part
        event = part
    several = several_events(names, scope, field)
    if isinstance(several, Unreadable):
        return several
    nation = None
    if scope.nation is not None:
        nation = choices.get(("nation", scope.nation)) or names.nation(scope.nation)
    sex = scope.sex or words.sex
    indoor = words.indoor if scope.indoor is None else scope.indoor
    context = Context(published, scope.year or scope.season, window.on, _known(event), sex, indoor, timetable)
    occasion = _occasion(names, scope, context, choices)
    held = NamedMeeting() if isinstance(occasion, Unknown) else occasion
    start, end = _within(window.low, window.high, held.year)
    setting = Setting(
        event=_known(event),
        sex=sex,
        competition=held.competition,
        edition=held.edition,
        level=scope.level or held.level,
        round=round_,
        nation=_known(nation),
        area=scope.area,
        indoor=indoor,
        start=start,
        end=end,
        place=scope.place,
        medal=scope.medal,
        events=several.events,
        group=several.group,
        individual=scope.individual,
    )
    no_day = start is not None and end is not None and start > end
    dates = Unknown(f"the dates of the {field} leave no day") if no_day else None
    row = names.truth.events.get(setting.event or "")
    other_sort = row is not None and scope.individual is not None and row.team == scope.individual
    none_left = Unknown(f"`individual` leaves out the event that the {field} names") if other_sort else None
    parts = (event, several.unknown, nation, occasion, dates, none_left, _other_week(names, scope, setting))
    unknown = next((part for part in parts if isinstance(part, Unknown)), None)
    return Scoped(setting, row, _trace(names, scope, setting), unknown)


def _other_week(names: Names, scope: Scope, setting: Setting) -> Unknown | None:
    """Why "since Monday" is open of a holding that was in another week: which Monday is meant, it does not say."""
    alone = [printed for printed in (scope.after, scope.until) if printed is not None and is_weekday_alone(printed)]
    if not alone or setting.edition is None:
        return None
    held = days_of(names.truth.editions[setting.edition])
    apart = clear(Range(setting.start, setting.end), held)
    return Unknown(f"{alone[0]!r} is in another week than the holding") if apart else None


def _event(names: Names, scope: Scope, choices: Choices) -> str | Unknown | None:
    """The event as printed; a race with a name of its own, such as the Bowerman Mile, says it as well."""
    if scope.event is not None:
        return choices.get(("event", scope.event)) or names.event(scope.event)
    return names.event(scope.competition) if scope.competition and names.is_event(scope.competition) else None


def _occasion(names: Names, scope: Scope, context: Context, choices: Choices) -> NamedMeeting | Unknown:
    """What the scope's competition names; without one, a year is a year of everything."""
    if scope.competition is None:
        return NamedMeeting(year=scope.year)
    return names.meetings.find(scope.competition, context, choices.get(("competition", scope.competition)))


def _known(entity: str | Unknown | None) -> str | None:
    return None if isinstance(entity, Unknown) else entity


def _window(scope: Scope, field: str, published: int) -> _Window | Unreadable:
    low: int | None = None
    high: int | None = None
    on: Range | None = None
    for name, printed in (("after", scope.after), ("until", scope.until), ("on", scope.on)):
        if printed is None:
            continue
        read = read_date(printed, published, _middle_of(scope))
        if isinstance(read, Unread):
            return Unreadable(f"{field}.{name}", read.why)
        days = read.value
        if name == "after":
            low = None if days.high is None else days.high + 1
        elif name == "until":
            high = days.high
        else:
            on, low, high = days, _latest(low, days.low), _earliest(high, days.high)
    return _Window(*_within(low, high, scope.season), on)


def _middle_of(scope: Scope) -> int | None:
    """The middle of the year that the scope names: a date without a year is one of it."""
    year = scope.year or scope.season
    return None if year is None else date(year, 7, 2).toordinal()


def _within(low: int | None, high: int | None, year: int | None) -> tuple[int | None, int | None]:
    """The days from `low` to `high` that lie in the year."""
    if year is None:
        return low, high
    return _latest(low, date(year, 1, 1).toordinal()), _earliest(high, date(year, 12, 31).toordinal())


def _latest(first: int | None, second: int | None) -> int | None:
    return max((day for day in (first, second) if day is not None), default=None)


def _earliest(first: int | None, second: int | None) -> int | None:
    return min((day for day in (first, second) if day is not None), default=None)


def _band(event: Event) -> Range | None:
    """The marks that can be one of the event."""
    ends = [read_mark(printed, event.measure) for printed in event.plausible]
    marks = [end.exact for end in ends if isinstance(end, Figure) and end.exact is not None]
    return Range(min(marks), max(marks)) if len(marks) == 2 else None


def _trace(names: Names, scope: Scope, setting: Setting) -> tuple[str, ...]:
    pairs = (
        (scope.part or scope.event, setting.event),
        (scope.competition, setting.edition or setting.competition or setting.level),
        (scope.nation, setting.nation),
    )
    return tuple(f"{printed!r} -> {names.truth.name(entity)}" for printed, entity in pairs if printed and entity)
