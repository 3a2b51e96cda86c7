"""Which completeness statement licenses a conclusion from absence: every question here returns an id, or None for no.

Taking a statement away can only make an answer None: so it widens what is known, and never turns a verdict over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from harness.model import Evidence, Setting
from harness.truth.groups import covers_events, takes_in
from harness.truth.index import Truth
from harness.truth.pack import Completeness
from harness.truth.remembered import remembered
from harness.truth.results import Result
from harness.truth.row import LEVELS
from harness.values import Unread, partial_date, read_mark

_WIDER = (None, "holding", "day")


def medals(truth: Truth, setting: Setting, as_of: int) -> tuple[str, ...] | None:
    """Every medal inside the setting, as of the day: one statement a competition that the setting takes in."""
    if setting.sex is None:
        return _of_each_sex(truth, setting, as_of)
    if setting.edition is not None:
        wanted = [truth.editions[setting.edition].competition]
    elif setting.competition is not None:
        wanted = [setting.competition]
    elif setting.level is not None:
        wanted = [one.id for one in truth.competitions.values() if one.level in LEVELS[setting.level] and one.medals]
    else:
        return None
    found = [_medals_at(truth, setting, competition, as_of) for competition in wanted]
    return tuple(one for one in found if one is not None) if wanted and None not in found else None


def _of_each_sex(truth: Truth, setting: Setting, as_of: int) -> tuple[str, ...] | None:
    """Every medal of men, of women and of mixed teams, as far as races of them are known in the setting."""
    whole = replace(setting, place=None, medal=None, nation=None, area=None, start=None, end=None, round=None)
    sexes = sorted({result.sex for result in truth.ever(whole)})
    parts = [medals(truth, replace(setting, sex=sex), as_of) for sex in sexes]
    if not parts or None in parts:
        return None
    return tuple(dict.fromkeys(statement for part in parts if part is not None for statement in part))


def statements(truth: Truth, ids: Collection[str]) -> tuple[Evidence, ...]:
    """The statements with these ids: what each says that the ground truth has all of, and the sources of that."""
    return tuple(Evidence(one.id, one.text, truth.cite(one.sources)) for one in truth.completeness if one.id in ids)


def _medals_at(truth: Truth, setting: Setting, competition: str, as_of: int) -> str | None:
    start, end = _window(truth, setting, as_of)
    for one in _of(truth, "medals"):
        same = (
            one.competition == competition
            and covers_events(truth.events, one, setting)
            and one.sex in (None, setting.sex)
        )
        if same and _reaches(one, _since_ever(one, start), end):
            at = _open_at(truth, competition) if setting.group is None else truth.by_competition.get(competition, ())
            return None if _passed_over(truth, at, setting, start, end) else one.id
    return None


def listed(truth: Truth, of: str, setting: Setting, mark: int | None, as_of: int) -> tuple[Completeness, int] | None:
    """The list ("athletes" or "marks") complete down to `mark` on the day, and how far it reaches (smallest units).

    `mark` None asks for the deepest list there is. A list of all athletes is also one of each nation's.
    """
    event = truth.events.get(setting.event or "")
    if event is None or setting.sex is None:
        return None
    if setting.edition is not None and not truth.editions[setting.edition].official:
        return None  # lists leave its marks out
    if (setting.nation or setting.area) and (setting.event, setting.sex) in truth.of_nobody:
        return None  # a mark of an athlete whose nation is not known may be one of the nation's
    both = setting.indoor is None and one_list(truth, setting)
    best: tuple[Completeness, int] | None = None
    for one in _of(truth, of):
        surface = one.indoor_too or (not both and one.indoor == bool(setting.indoor))
        same = setting.event in one.events and one.sex in (None, setting.sex) and surface
        narrower = one.nation not in (None, setting.nation) or one.season not in (None, _season(setting))
        if not same or narrower or not _reaches(one, as_of, as_of):
            continue
        reading = read_mark(one.down_to or "", event.measure)
        if isinstance(reading, Unread) or reading.exact is None:
            continue
        depth = reading.exact
        deep_enough = mark is None or (mark <= depth if event.better == "lower" else mark >= depth)
        deeper = best is None or (depth > best[1] if event.better == "lower" else depth < best[1])
        if deep_enough and deeper:
            best = (one, depth)
    return best


@remembered(1024)
def one_list(truth: Truth, setting: Setting) -> bool:
    """Whether indoor and outdoor marks of the setting's event stand on one list, as some statement on it says."""
    lists = (statement for cover in ("athletes", "marks") for statement in _of(truth, cover) if statement.indoor_too)
    return any(setting.event in one.events and setting.sex in (None, one.sex) for one in lists)


def on_day(truth: Truth, covers: str, as_of: int) -> Iterator[Completeness]:
    """The statements of a sort that speak of the day."""
    return (one for one in _of(truth, covers) if _reaches(one, as_of, as_of))


def races(truth: Truth, athlete: str, setting: Setting, as_of: int) -> str | None:
    """Every race of the athlete inside the setting; without an event it is of all events. The setting must bound the
    time, unless nothing came before."""
    start, end = _window(truth, setting, as_of)
    for one in _of(truth, "races"):
        events_fit = covers_events(truth.events, one, setting)
        reaches = _reaches(one, _since_ever(one, start), end)
        if athlete in one.athletes and events_fit and _venue_fits(one, setting) and reaches:
            return None if _passed_over(truth, truth.by_athlete.get(athlete, ()), setting, start, end) else one.id
    return None


def meetings(truth: Truth, pair: tuple[str, str], setting: Setting, as_of: int) -> str | None:
    """Every race that both were in, inside the setting, up to the day."""
    start, end = _window(truth, setting, as_of)
    for one in _of(truth, "meetings"):
        events_fit = covers_events(truth.events, one, setting)
        if set(pair) <= set(one.athletes) and events_fit and _reaches(one, _since_ever(one, start), end):
            met = {_where(result) for result in truth.by_athlete.get(pair[1], ())}
            both = [result for result in truth.by_athlete.get(pair[0], ()) if _where(result) in met]
            return None if _passed_over(truth, both, setting, start, end) else one.id
    return None


def finals(truth: Truth, athlete: str, setting: Setting, as_of: int) -> str | None:
    """Every final of the athlete at the competitions that the setting names, up to the day."""
    levels, competition = _levels(truth, setting), setting.competition
    if setting.edition is not None:
        competition = truth.editions[setting.edition].competition
    start, end = _window(truth, setting, as_of)
    for one in _of(truth, "finals"):
        events_fit = covers_events(truth.events, one, setting)
        places_fit = one.competition == competition if one.competition else levels and levels <= set(one.levels)
        if athlete in one.athletes and places_fit and events_fit and _reaches(one, _since_ever(one, start), end):
            return None if _passed_over(truth, truth.by_athlete.get(athlete, ()), setting, start, end) else one.id
    return None


def editions(truth: Truth, competition: str, start: int | None, as_of: int) -> str | None:
    """Every edition of the competition from `start` (None: any one before the day is enough) to the day."""
    for one in _of(truth, "editions"):
        if one.competition == competition and _reaches(one, as_of if start is None else start, as_of):
            return one.id
    return None


def records(truth: Truth, athlete: str, level: str, setting: Setting, end: int) -> str | None:
    """Every record of the level that the athlete set in the setting's events, up to the day, from its start or ever."""
    for one in _of(truth, "records"):
        fits = one.level == level and athlete in one.athletes and covers_events(truth.events, one, setting)
        if fits and _reaches(one, _since_ever(one, setting.start), end):
            return one.id
    return None


def starts(truth: Truth, athlete: str, competition: str, end: int) -> str | None:
    """Every edition of the competition at which the athlete started, up to the day, from the first on."""
    for one in _of(truth, "starts"):
        last = partial_date(one.end).high
        covers = one.competition == competition and athlete in one.athletes and one.none_before
        if covers and last is not None and end <= last:
            return one.id
    return None


def totals(truth: Truth, setting: Setting, as_of: int, within: str | None) -> Iterator[Completeness]:
    """What is said of the setting: which athletes are all that have so many medals or golds in it, or in more than it;
    in all, or `within` one holding or day. Who has so many on a day has them in all."""
    start, end = _window(truth, setting, as_of)
    competition = setting.competition
    if setting.edition is not None:
        competition = truth.editions[setting.edition].competition
    for one in _of(truth, "totals"):
        same = one.competition == competition and one.sex in (None, setting.sex)
        counted = _WIDER.index(one.within) <= _WIDER.index(within)
        reaches = _reaches(one, _since_ever(one, start), end)
        if same and counted and reaches and covers_events(truth.events, one, setting):
            yield one


def every_edition(truth: Truth, setting: Setting) -> str | None:
    """Every edition of the setting's competition in its window, whatever day it is: both ends must be told."""
    for one in _of(truth, "editions"):
        same = one.competition == setting.competition and setting.end is not None
        if same and _reaches(one, _since_ever(one, setting.start), setting.end or 0):
            return one.id
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


def _venue_fits(one: Completeness, setting: Setting) -> bool:
    if one.indoor_too:
        return True
    return setting.indoor is not None and setting.indoor == one.indoor


def _window(truth: Truth, setting: Setting, as_of: int) -> tuple[int | None, int]:
    """The days that the setting leaves, up to the day: those of the holding, where it names one."""
    start, end = setting.start, as_of if setting.end is None else min(as_of, setting.end)
    if setting.edition is not None:
        edition = truth.editions[setting.edition]
        first, last = partial_date(edition.start).low, partial_date(edition.end).high
        start = first if start is None or first is None else max(start, first)
        end = end if last is None else min(end, last)
    return start, end


def _where(one: Result) -> tuple[object, ...]:
    return one.event, one.edition, one.city, one.round, one.date


def _passed_over(truth: Truth, results: Iterable[Result], setting: Setting, start: int | None, end: int) -> bool:
    """Whether one of the results may lie in the setting, and is not looked at because that is not known for certain.

    Its day may be on either side of an end of the window, its round, its nation or its place not be known.
    """
    return any(
        takes_in(truth.events, setting, one.event) is not False
        and not one.en_route
        and (one.date.low or 0) <= end
        and (start is None or one.date.high is None or start <= one.date.high)
        and (_is_unsettled(one, setting, start, end) or takes_in(truth.events, setting, one.event) is None)
        for one in results
    )


@remembered(1024)
def _open_at(truth: Truth, competition: str) -> list[Result]:
    """The competition's results of which anything is open that may decide whether they lie in a setting."""
    return [one for one in truth.by_competition.get(competition, ()) if _is_open(one)]


def _is_open(one: Result) -> bool:
    day = one.date
    return day.low is None or day.low != day.high or one.round == "" or one.nation is None or not _is_placed(one)


def _is_placed(one: Result) -> bool:
    return one.place is not None and one.place.low == one.place.high


def _is_unsettled(one: Result, setting: Setting, start: int | None, end: int) -> bool:
    low, high = one.date.low or 0, one.date.high
    return (
        high is None
        or high > end
        or (start is not None and low < start)
        or (setting.round is not None and one.round == "")
        or ((setting.nation is not None or setting.area is not None) and one.nation is None)
        or ((setting.place is not None or setting.medal is not None) and not _is_placed(one))
    )


def _since_ever(one: Completeness, start: int | None) -> int | None:
    """Where a window begins, as the statement sees it: what lies before a start with nothing before it is covered."""
    first = partial_date(one.start).low
    if not one.none_before or first is None:
        return start
    return first if start is None else max(start, first)


def _reaches(one: Completeness, start: int | None, end: int) -> bool:
    first, last = partial_date(one.start).low, partial_date(one.end).high
    return start is not None and first is not None and last is not None and first <= start and end <= last


def _of(truth: Truth, covers: str) -> Iterator[Completeness]:
    return (one for one in truth.completeness if one.covers == covers)
