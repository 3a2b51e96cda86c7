"""The completeness statements that allow a conclusion from absence: every look-up here returns an id, or None if there
is no such statement.

Removing a statement can only turn an answer into None. So it widens what is known, and never turns a verdict around.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from msgspec.structs import replace

from harness.records.model import Evidence, Setting
from harness.truth.groups import covers_events
from harness.truth.index import Truth
from harness.truth.overview import event_and_sex
from harness.truth.pack import Completeness
from harness.truth.remembered import remembered
from harness.truth.results import Result
from harness.truth.row import LEVELS
from harness.truth.unsettled import open_at, passed_over
from harness.values import Unread, partial_date, read_mark

EVERYBODY = ("men", "women")
_WIDER = (None, "holding", "day")


def medals(truth: Truth, setting: Setting, as_of: int) -> tuple[str, ...] | None:
    """Every medal inside the setting, as of the day: one statement for each competition in the setting."""
    if setting.sex is None:
        return _of_each_sex(truth, setting, as_of)
    if setting.edition is not None:
        wanted = [truth.editions[setting.edition].competition]
    elif setting.competition is not None:
        wanted = [setting.competition]
    elif setting.level is not None:
        wanted = [
            entry.id for entry in truth.competitions.values() if entry.level in LEVELS[setting.level] and entry.medals
        ]
    else:
        return None
    licences = [
        statement for competition in wanted for statement in _medals_of_events(truth, setting, competition, as_of)
    ]
    return tuple(entry for entry in licences if entry is not None) if wanted and None not in licences else None


def _medals_of_events(truth: Truth, setting: Setting, competition: str, as_of: int) -> list[str | None]:
    """The statement of all events of the setting, or one for each."""
    whole = _medals_at(truth, setting, competition, as_of)
    if whole is not None or not setting.events:
        return [whole]
    parts = (replace(setting, events=None, event=event) for event in setting.events)
    return list(dict.fromkeys(_medals_at(truth, part, competition, as_of) for part in parts))


def _of_each_sex(truth: Truth, setting: Setting, as_of: int) -> tuple[str, ...] | None:
    """Every medal of men and of women, though no race of theirs may be known, and of mixed teams where one is."""
    whole = replace(setting, place=None, medal=None, nation=None, area=None, start=None, end=None, round=None)
    sexes = sorted({*EVERYBODY, *(result.sex for result in truth.ever(whole))})
    parts = [medals(truth, replace(setting, sex=sex), as_of) for sex in sexes]
    if None in parts:
        return None
    return tuple(dict.fromkeys(statement for part in parts if part is not None for statement in part))


def statements(truth: Truth, ids: Collection[str]) -> tuple[Evidence, ...]:
    """The statements with these ids: what each says is complete, and its sources."""
    return tuple(
        Evidence(statement.id, statement.text, truth.cite(statement.sources))
        for statement in truth.completeness
        if statement.id in ids
    )


def _medals_at(truth: Truth, setting: Setting, competition: str, as_of: int) -> str | None:
    start, end = _window(truth, setting, as_of)
    for statement in _of(truth, "medals"):
        same = (
            statement.competition == competition
            and covers_events(truth.events, statement, setting)
            and statement.sex in (None, setting.sex)
        )
        if same and _reaches(statement, _since_ever(statement, start), end):
            at = open_at(truth, competition) if setting.group is None else truth.by_competition.get(competition, ())
            return None if passed_over(truth, at, setting, start, end) else statement.id
    return None


def listed(truth: Truth, of: str, setting: Setting, mark: int | None, as_of: int) -> tuple[Completeness, int] | None:
    """The list ("athletes" or "marks") that is complete down to `mark` on the day, and how far down it is (smallest
    units).

    With `mark` None, the deepest list there is. A list of all athletes is also a list of each nation's.
    """
    event = truth.events.get(setting.event or "")
    if event is None or setting.sex is None:
        return None
    if setting.edition is not None and not truth.editions[setting.edition].official:
        return None  # lists leave its marks out
    first_of_nobody = truth.of_nobody.get(event_and_sex(setting.event, setting.sex))
    if (setting.nation or setting.area) and first_of_nobody is not None and first_of_nobody <= as_of:
        return None  # a mark of an athlete whose nation is not known may be one of the nation's
    both = setting.indoor is None and one_list(truth, setting)
    best: tuple[Completeness, int] | None = None
    for statement in _of(truth, of):
        surface = statement.indoor_too or (not both and statement.indoor == bool(setting.indoor))
        same = setting.event in statement.events and statement.sex in (None, setting.sex) and surface
        narrower = statement.nation not in (None, setting.nation) or statement.season not in (None, _season(setting))
        if not same or narrower or not _reaches(statement, as_of, as_of):
            continue
        reading = read_mark(statement.down_to or "", event.measure)
        if isinstance(reading, Unread) or reading.exact is None:
            continue
        depth = reading.exact
        deep_enough = mark is None or (mark <= depth if event.better == "lower" else mark >= depth)
        deeper = best is None or (depth > best[1] if event.better == "lower" else depth < best[1])
        if deep_enough and deeper:
            best = (statement, depth)
    return best


@remembered(1024)
def one_list(truth: Truth, setting: Setting) -> bool:
    """Whether some statement says that indoor and outdoor marks of the setting's event are on one list."""
    lists = (statement for cover in ("athletes", "marks") for statement in _of(truth, cover) if statement.indoor_too)
    return any(setting.event in one.events and setting.sex in (None, one.sex) for one in lists)


def on_day(truth: Truth, covers: str, as_of: int) -> Iterator[Completeness]:
    """The statements of one sort that cover the day."""
    return (statement for statement in _of(truth, covers) if _reaches(statement, as_of, as_of))


def races(truth: Truth, athlete: str, setting: Setting, as_of: int) -> str | None:
    """Every race of the athlete inside the setting; without an event, in all events. The setting must limit the time,
    unless there was nothing before the statement's start."""
    start, end = _window(truth, setting, as_of)
    for statement in _of(truth, "races"):
        events_fit = covers_events(truth.events, statement, setting)
        reaches = _reaches(statement, _since_ever(statement, start), end)
        if athlete in statement.athletes and events_fit and _venue_fits(statement, setting) and reaches:
            return None if passed_over(truth, truth.by_athlete.get(athlete, ()), setting, start, end) else statement.id
    return None


def meetings(truth: Truth, pair: tuple[str, str], setting: Setting, as_of: int) -> str | None:
    """Every race inside the setting that both were in, up to the day."""
    start, end = _window(truth, setting, as_of)
    for statement in _of(truth, "meetings"):
        events_fit = covers_events(truth.events, statement, setting)
        if (
            set(pair) <= set(statement.athletes)
            and events_fit
            and _reaches(statement, _since_ever(statement, start), end)
        ):
            met = {_where(result) for result in truth.by_athlete.get(pair[1], ())}
            both = [result for result in truth.by_athlete.get(pair[0], ()) if _where(result) in met]
            return None if passed_over(truth, both, setting, start, end) else statement.id
    return None


def finals(truth: Truth, athlete: str, setting: Setting, as_of: int) -> str | None:
    """Every final of the athlete at the competitions that the setting names, up to the day."""
    levels, competition = _levels(truth, setting), setting.competition
    if setting.edition is not None:
        competition = truth.editions[setting.edition].competition
    start, end = _window(truth, setting, as_of)
    for statement in _of(truth, "finals"):
        events_fit = covers_events(truth.events, statement, setting)
        places_fit = (
            statement.competition == competition
            if statement.competition
            else levels and levels <= set(statement.levels)
        )
        if (
            athlete in statement.athletes
            and places_fit
            and events_fit
            and _reaches(statement, _since_ever(statement, start), end)
        ):
            return None if passed_over(truth, truth.by_athlete.get(athlete, ()), setting, start, end) else statement.id
    return None


def editions(truth: Truth, competition: str, start: int | None, as_of: int) -> str | None:
    """Every edition of the competition from `start` (None: any one before the day is enough) to the day."""
    for statement in _of(truth, "editions"):
        if statement.competition == competition and _reaches(statement, as_of if start is None else start, as_of):
            return statement.id
    return None


def records(truth: Truth, athlete: str, level: str, setting: Setting, end: int) -> str | None:
    """Every record of the level that the athlete set in the setting's events, up to the day, from its start or ever."""
    for statement in _of(truth, "records"):
        fits = (
            statement.level == level
            and athlete in statement.athletes
            and covers_events(truth.events, statement, setting)
        )
        if fits and _reaches(statement, _since_ever(statement, setting.start), end):
            return statement.id
    return None


def starts(truth: Truth, athlete: str, competition: str, end: int) -> str | None:
    """Every edition of the competition at which the athlete started, up to the day, from the first on."""
    for statement in _of(truth, "starts"):
        last = partial_date(statement.end).high
        covers = statement.competition == competition and athlete in statement.athletes and statement.none_before
        if covers and last is not None and end <= last:
            return statement.id
    return None


def totals(truth: Truth, setting: Setting, as_of: int, within: str | None) -> Iterator[Completeness]:
    """The statement, for the setting or a wider one, about which athletes have at least so many medals or golds: in
    total, or `within` one edition or day. An athlete with that many on one day also has them in total."""
    start, end = _window(truth, setting, as_of)
    competition = setting.competition
    if setting.edition is not None:
        competition = truth.editions[setting.edition].competition
    for statement in _of(truth, "totals"):
        same = statement.competition == competition and statement.sex in (None, setting.sex)
        counted = _WIDER.index(statement.within) <= _WIDER.index(within)
        reaches = _reaches(statement, _since_ever(statement, start), end)
        if same and counted and reaches and covers_events(truth.events, statement, setting):
            yield statement


def every_edition(truth: Truth, setting: Setting) -> str | None:
    """Every edition of the setting's competition in its period, whatever the day; both ends of the period must be
    given."""
    if setting.end is None:
        return None
    for statement in _of(truth, "editions"):
        same = statement.competition == setting.competition
        if same and _reaches(statement, _since_ever(statement, setting.start), setting.end):
            return statement.id
    return None


def _season(setting: Setting) -> int | None:
    """The one calendar year that the setting lies in, or None."""
    if setting.start is None or setting.end is None:
        return None
    first, last = date.fromordinal(setting.start).year, date.fromordinal(setting.end).year
    return first if first == last else None


def _levels(truth: Truth, setting: Setting) -> set[str]:
    if setting.edition is not None:
        return {truth.competitions[truth.editions[setting.edition].competition].level}
    if setting.competition is not None:
        return {truth.competitions[setting.competition].level}
    return set(LEVELS[setting.level]) if setting.level is not None else set()


def _venue_fits(statement: Completeness, setting: Setting) -> bool:
    if statement.indoor_too:
        return True
    return setting.indoor is not None and setting.indoor == statement.indoor


def _window(truth: Truth, setting: Setting, as_of: int) -> tuple[int | None, int]:
    """The days that the setting leaves, up to the day: those of the holding, where it names one."""
    start, end = setting.start, as_of if setting.end is None else min(as_of, setting.end)
    if setting.edition is not None:
        edition = truth.editions[setting.edition]
        first, last = partial_date(edition.start).low, partial_date(edition.end).high
        start = first if start is None or first is None else max(start, first)
        end = end if last is None else min(end, last)
    return start, end


def _where(result: Result) -> tuple[object, ...]:
    return result.event, result.edition, result.city, result.round, result.date


def _since_ever(statement: Completeness, start: int | None) -> int | None:
    """Where a window begins, as the statement sees it: what lies before a start with nothing before it is covered."""
    first = partial_date(statement.start).low
    if not statement.none_before or first is None:
        return start
    return first if start is None else max(start, first)


def _reaches(statement: Completeness, start: int | None, end: int) -> bool:
    first, last = partial_date(statement.start).low, partial_date(statement.end).high
    return start is not None and first is not None and last is not None and first <= start and end <= last


def _of(truth: Truth, covers: str) -> Iterator[Completeness]:
    return (statement for statement in truth.completeness if statement.covers == covers)
