"""What cannot be in the facts behind teams, two timings and horizons."""

from __future__ import annotations

from collections.abc import Iterator

from harness.truth.index import Truth
from harness.truth.pack import PackResult, Race
from harness.truth.sound import PackFlaw, Sound, exact_mark
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
    for leg, member in enumerate(result.members):
        where = f"{path}.members[{leg}]"
        if member not in truth.athletes:
            yield PackFlaw(where, f"{member!r} is no athlete of the pack")
        elif member == result.athlete:
            yield PackFlaw(where, f"{truth.name(member)} is the team itself")
        elif any(result.athlete == member for result in race.results):
            yield PackFlaw(where, f"{truth.name(member)} is entered as a starter of the team's race")
        if member in result.members[:leg]:
            yield PackFlaw(where, f"{truth.name(member)} has a leg already")


def _changes(path: str, race: Race, result: PackResult) -> Iterator[PackFlaw]:
    """What was corrected, or moved up, had stood since the race."""
    was = result.was
    if was is not None and was.place is None and was.mark is None:
        yield PackFlaw(f"{path}.was", "neither the place nor the mark that stood before is given")
    if was is not None and _is_before(was.end, race.date):
        yield PackFlaw(f"{path}.was.end", f"it changed on {was.end}, before the race of {race.date}")


def _is_before(day: str, other: str) -> bool:
    return (partial_date(day).high or 0) < (partial_date(other).low or 0)


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
    whole = {horizon.of: horizon.until for horizon in sound.truth.pack.horizons}
    for path, record in sound.records:
        until = record.vouched_until or whole.get("records")
        if until is not None and (partial_date(until).high or 0) < (partial_date(record.date).low or 0):
            yield PackFlaw(path, f"set on {record.date}, and records are vouched for up to {until} only")
