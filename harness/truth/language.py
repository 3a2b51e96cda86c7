"""Impossible facts about parts, attempts, entries, totals and numbered editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from harness.truth.counted import Total
from harness.truth.feats import PLACES
from harness.truth.index import Truth
from harness.truth.medals import won
from harness.truth.pack import PackResult, Race, Record
from harness.truth.printed_marks import NO_ATTEMPT
from harness.truth.sound import PackFlaw, Sound, exact_mark, lower_is_better
from harness.truth.teams import is_relay, number_of_legs
from harness.truth.totals import setting_of
from harness.values import partial_date

ROUNDED_LEG = 100  # milliseconds that a leg may be off: some are timed to the tenth


def language_flaws(sound: Sound) -> Iterator[PackFlaw]:
    yield from _parts(sound.truth)
    for path, race in sound.races:
        for number, result in enumerate(race.results):
            yield from _result(sound.truth, f"{path}.results[{number}]", race, result)
            yield from _legs(sound.truth, f"{path}.results[{number}]", race, result)
    yield from _editions(sound.truth)
    for path, record in sound.records:
        yield from _ratification(path, record)
    yield from _totals(sound.truth)
    yield from _groups(sound)


def _parts(truth: Truth) -> Iterator[PackFlaw]:
    """A part's whole is no part itself, and a part counts on the lists of an event that is measured alike."""
    for number, event in enumerate(truth.pack.events):
        whole = truth.events.get(event.part_of or "")
        if whole is not None and whole.part_of is not None:
            yield PackFlaw(f"events[{number}].part_of", f"{whole.id} is a part itself")
        alike = truth.events.get(event.same_as or "")
        if alike is not None and (alike.measure, alike.better) != (event.measure, event.better):
            yield PackFlaw(f"events[{number}].same_as", f"{alike.id} is measured in another way")
        if (event.same_as or event.day) and event.part_of is None:
            yield PackFlaw(f"events[{number}]", "only a part of a combined event has `same_as` or `day`")


def _result(truth: Truth, path: str, race: Race, result: PackResult) -> Iterator[PackFlaw]:
    athlete, event = truth.athletes.get(result.athlete), truth.events.get(race.event)
    died = partial_date(athlete.died).high if athlete is not None and athlete.died else None
    if athlete is not None and died is not None and (partial_date(race.date).low or 0) > died:
        yield PackFlaw(f"{path}.athlete", f"{athlete.name} died in {athlete.died}, before this race")
    if result.stopped is not None and result.status == "finished":
        yield PackFlaw(f"{path}.stopped", "who finished did not stop on the way")
    if result.overall is not None and result.place is not None and result.overall < result.place:
        yield PackFlaw(f"{path}.overall", f"place {result.place} among some cannot be {result.overall} among all")
    if event is not None and (result.attempts or result.tries) and event.measure not in ("distance", "height"):
        yield PackFlaw(f"{path}.attempts", f"{event.name} is not a field event: it has no attempts")
    elif event is not None and result.attempts and result.mark:
        marks = [exact_mark(truth, race.event, attempt) for attempt in result.attempts if attempt not in NO_ATTEMPT]
        ends = [mark.low or 0 for mark in marks if mark is not None]
        own = exact_mark(truth, race.event, result.mark)
        best = (min(ends) if lower_is_better(truth, race.event) else max(ends)) if ends else None
        if own is not None and own.low != best:
            yield PackFlaw(f"{path}.attempts", f"the best of them is not {result.mark}")


def _legs(truth: Truth, path: str, race: Race, result: PackResult) -> Iterator[PackFlaw]:
    """The legs of a relay are as many as it has and as who ran them, and come to the team's time."""
    event = truth.events.get(race.event)
    if event is None or not result.legs:
        return
    number = number_of_legs(event)
    if not is_relay(event):
        yield PackFlaw(f"{path}.legs", f"{event.name} is not a relay: it has no legs")
    elif len(result.legs) != len(result.members) or len(result.legs) > (number or len(result.legs)):
        yield PackFlaw(f"{path}.legs", f"{len(result.legs)} legs of {len(result.members)} members: one of each member")
    times = [exact_mark(truth, race.event, leg) for leg in result.legs]
    own = exact_mark(truth, race.event, result.mark) if result.mark else None
    ends = [time.low for time in times if time is not None and time.low is not None]
    whole = own.low if own is not None and len(ends) == number else None
    if whole is not None and abs(sum(ends) - whole) > ROUNDED_LEG * len(ends):
        yield PackFlaw(f"{path}.legs", f"they do not come to {result.mark}")


def _editions(truth: Truth) -> Iterator[PackFlaw]:
    """Editions of one competition are numbered in the order in which they were held."""
    for editions in truth.editions_by_competition.values():
        numbered = [
            edition
            for edition in editions
            if edition.number is not None and edition.competition == editions[0].competition
        ]
        for earlier, later in pairwise(numbered):
            if (earlier.number or 0) >= (later.number or 0):
                at = next(index for index, one in enumerate(truth.pack.editions) if one.id == later.id)
                yield PackFlaw(f"editions[{at}].number", f"{earlier.id} before it has number {earlier.number}")


def _ratification(path: str, record: Record) -> Iterator[PackFlaw]:
    """A record is ratified after it was set, and not known to be unratified after that."""
    if record.ratified is None:
        return
    ratified = partial_date(record.ratified)
    if (ratified.high or 0) < (partial_date(record.date).low or 0):
        yield PackFlaw(f"{path}.ratified", f"{record.ratified} is before it was set ({record.date})")
    if record.unratified_until and (partial_date(record.unratified_until).low or 0) >= (ratified.high or 0):
        yield PackFlaw(f"{path}.unratified_until", f"it was ratified on {record.ratified}")


def _totals(truth: Truth) -> Iterator[PackFlaw]:
    for number, total in enumerate(truth.totals):
        of_everybody = total.of in ("nations", "athletes")
        owners = sum(owner is not None for owner in (total.athlete, total.nation))
        if owners > 1 or (owners == 0 and not of_everybody):
            yield PackFlaw(f"totals[{number}]", "whose total it is: one athlete or one nation")
        if of_everybody and total.edition is None:
            yield PackFlaw(f"totals[{number}].edition", f"a number of {total.of} is of one edition")
        yield from _fewer_than_won(truth, number, total)
    counted: dict[Total, list[Total]] = defaultdict(list)
    for total in truth.totals:
        counted[replace(total, count=0, date="", sources=(), note=None)].append(total)
    for series in counted.values():
        for earlier, later in pairwise(sorted(series, key=lambda total: total.date)):
            if earlier.count > later.count:
                where = f"totals[{truth.totals.index(later)}].count"
                yield PackFlaw(where, f"{earlier.count} {later.of} were counted on {earlier.date} already")


def _fewer_than_won(truth: Truth, number: int, total: Total) -> Iterator[PackFlaw]:
    """Medals that the results have are no more than were counted."""
    who = total.athlete or total.nation
    if who is None or total.of not in ("medals", *PLACES):
        return
    colour = "any" if total.of == "medals" else total.of
    listed = won(truth, who, colour, setting_of(truth, total), partial_date(total.date).low or 0).results
    if len(listed) > total.count:
        yield PackFlaw(
            f"totals[{number}].count", f"{who} won {len(listed)} {total.of} in the results, not {total.count}"
        )


def _groups(sound: Sound) -> Iterator[PackFlaw]:
    """A group that no event is of, and an event of teams that does not say so."""
    groups = {name for event in sound.truth.events.values() for name in (event.sport, *event.groups)}
    named = [(path, statement.group) for path, statement in sound.completeness]
    named += [(f"totals[{number}]", total.group) for number, total in enumerate(sound.truth.totals)]
    for path, group in named:
        if group is not None and group not in groups:
            yield PackFlaw(f"{path}.group", f"no event is of the group or sport {group!r}")
    grouped = any(event.sport or event.groups for event in sound.truth.events.values())
    for path, race in sound.races if grouped else ():
        event = sound.truth.events.get(race.event)
        if event is not None and not event.team and any(result.members for result in race.results):
            yield PackFlaw(f"{path}.event", f"{event.name} has teams in it and is not an event of teams (`team`)")
