"""What cannot be in the facts behind teams, two timings and horizons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from harness.truth.horizons import Lasting, vouched_day
from harness.truth.index import Truth
from harness.truth.pack import MedalTable, PackResult, Race, Record
from harness.truth.sound import PackFlaw, Sound, exact_mark
from harness.truth.teams import number_of_legs
from harness.values import partial_date


def soundness_flaws(sound: Sound) -> Iterator[PackFlaw]:
    for path, race in sound.races:
        for number, result in enumerate(race.results):
            where = f"{path}.results[{number}]"
            yield from _members(sound.truth, where, race, result)
            yield from _timings(sound.truth, where, race, result)
            yield from _changes(where, race, result)
    yield from _horizons(sound)


def _members(truth: Truth, path: str, race: Race, result: PackResult) -> Iterator[PackFlaw]:
    event = truth.events.get(race.event)
    number = number_of_legs(event) if event is not None else None
    if number is not None and len(result.members) > number:
        yield PackFlaw(f"{path}.members[{number}]", f"{len(result.members)} members of a relay of {number} legs")
    for leg, member in enumerate(result.members):
        where = f"{path}.members[{leg}]"
        if member not in truth.athletes:
            yield PackFlaw(where, f"{member!r} is not an athlete in the pack")
        elif member == result.athlete:
            yield PackFlaw(where, f"{truth.name(member)} is the team itself")
        elif any(result.athlete == member for result in race.results):
            yield PackFlaw(where, f"{truth.name(member)} is entered as a starter of the team's race")
        if member in result.members[:leg]:
            yield PackFlaw(where, f"{truth.name(member)} has a leg already")


def _changes(path: str, race: Race, result: PackResult) -> Iterator[PackFlaw]:
    """What was corrected, or moved up, had stood since the race."""
    struck = result.annulled
    if struck is not None and _is_before(struck.start, race.date):
        yield PackFlaw(f"{path}.annulled.start", f"struck out on {struck.start}, before the race of {race.date}")
    was = result.was
    if was is not None and was.place is None and was.mark is None:
        yield PackFlaw(f"{path}.was", "neither the place nor the mark that stood before is given")
    if was is not None and _is_before(was.end, race.date):
        yield PackFlaw(f"{path}.was.end", f"it changed on {was.end}, before the race of {race.date}")


def _is_before(day: str, second: str) -> bool:
    return (partial_date(day).high or 0) < (partial_date(second).low or 0)


def _timings(truth: Truth, path: str, race: Race, result: PackResult) -> Iterator[PackFlaw]:
    event = truth.events.get(race.event)
    if event is None or event.measure != "time" or result.mark is None:
        return
    if result.mark.endswith("h") and len(result.mark.removesuffix("h").partition(".")[2]) > 1:
        yield PackFlaw(f"{path}.mark", f"{result.mark}: a time by hand has no hundredths")
    if result.net is None:
        return
    net, gun = (exact_mark(truth, race.event, printed) for printed in (result.net, result.mark))
    if net is not None and gun is not None and (net.low or 0) > (gun.high or 0):
        yield PackFlaw(f"{path}.net", f"{result.net} from the start line is more than {result.mark} from the gun")


def _horizons(sound: Sound) -> Iterator[PackFlaw]:
    """Nothing is vouched for up to a day before it was so."""
    truth = sound.truth
    dated: list[tuple[str, Record] | tuple[str, MedalTable]] = [*sound.records, *sound.medal_tables]
    for path, row in dated:
        if _vouched_before(truth, row, row.date):
            of = "records" if isinstance(row, Record) else "medal tables"
            yield PackFlaw(path, f"of {row.date}, and {of} are vouched for up to {_until(truth, row)} only")
    for number, athlete in enumerate(truth.pack.athletes):
        for field in ("nations", "coaches", "clubs", "homes"):
            for at, period in enumerate(getattr(athlete, field)):
                if period.start is not None and period.end is None and _vouched_before(truth, athlete, period.start):
                    path = f"athletes[{number}].{field}[{at}].start"
                    until = _until(truth, athlete)
                    yield PackFlaw(path, f"since {period.start}, and the athlete is vouched for up to {until} only")


def _vouched_before(truth: Truth, row: Lasting, day: str) -> bool:
    last = vouched_day(truth, row)
    return last is not None and last < (partial_date(day).low or 0)


def _until(truth: Truth, row: Lasting) -> str:
    return date.fromordinal(vouched_day(truth, row) or 1).isoformat()
