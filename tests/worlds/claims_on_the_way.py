"""Random claims of what happens on the way, of tallies, and of how often somebody was at a competition."""

from __future__ import annotations

from datetime import date

from talk import Claim, Talk
from world import Run

SPLIT, STRETCHES = "800m", ("last 700m", "800m to 1500m")


def stretch(talk: Talk, run: Run) -> Claim:
    """How long the rest took from where the split was taken."""
    run = _with_split(talk, run)
    rest = (run.mark or 0) - run.splits.get(SPLIT, 0) + talk.rng.choice((0, 0, 0, 10, -10, 1000))
    text = f"{rest // 60_000}:{rest % 60_000 // 1000:02}.{rest % 1000 // 10:02}"
    printed = talk.rng.choice((text, text, text[:-1], text[:-3]))
    return {"athlete": talk.name(run.athlete), "mark": printed, "stretch": talk.rng.choice(STRETCHES),
            "scope": talk.race(run) | {"event": run.race.event}}  # fmt: skip


def gained(talk: Talk, run: Run) -> Claim:
    """By how many places somebody came forward from there."""
    run = _with_split(talk, run)
    number = run.order.get(SPLIT, 2) - (run.place or 1)
    return {"athlete": talk.name(run.athlete), "gained": talk.some(max(number, 0), least=1),
            "stretch": talk.rng.choice(STRETCHES), "scope": talk.race(run) | {"event": run.race.event}}  # fmt: skip


def gap_on_the_way(talk: Talk, run: Run) -> Claim:
    """How far somebody was ahead there."""
    run = _with_split(talk, run)
    rivals = [one for one in run.race.runs if one is not run and SPLIT in one.splits] or [run]
    rival = talk.rng.choice(rivals)
    apart = abs(rival.splits.get(SPLIT, 0) - run.splits.get(SPLIT, 0)) + talk.rng.choice((0, 0, 0, 10))
    gap = f"{apart // 1000}.{apart % 1000 // 10:02}"
    behind = talk.name(rival.athlete) if rival is not run else talk.other(run)
    return {"ahead": talk.name(run.athlete), "behind": behind, "gap": gap if talk.maybe(0.7) else gap[:-1],
            "at": SPLIT, "scope": talk.race(run) | {"event": run.race.event}}  # fmt: skip


def tally(talk: Talk, run: Run) -> Claim:
    """Several colours at once, and the sum."""
    whose = {"athlete": talk.name(run.athlete)} if talk.maybe(0.5) else {"nation": talk.nation(run)}
    fields = talk.rng.sample(("golds", "silvers", "bronzes", "total"), talk.rng.randint(2, 4))
    scope = talk.scope(run, ("event", "group", "sex", "competition", "time", "level", "indoor"), likely=0.5)
    return {**whose, **{field: talk.some(talk.rng.choice((0, 0, 1))) for field in fields}, "scope": scope}


def appearance(talk: Talk, run: Run) -> Claim:
    """How many holdings of the series somebody had started at."""
    run = talk.held()
    assert run.race.holding is not None
    series = run.race.holding.series
    starts = {one.race.holding.id for one in talk.runs if one.athlete == run.athlete and one.started
              and one.race.holding and one.race.holding.series is series and one.race.day <= run.race.day}  # fmt: skip
    scope: Claim = {"competition": series.name}
    scope |= {"year": date.fromordinal(run.race.holding.start).year} if talk.maybe(0.7) else {}
    return {"athlete": talk.name(run.athlete), "appearance": talk.some(len(starts), least=1), "scope": scope}


def _with_split(talk: Talk, run: Run) -> Run:
    """A run over 1500 m of which it is known what happened at 800 m, if there is one."""
    runs = [one for one in talk.runs if one.splits and one.race.event == "1500m" and not one.race.en_route]
    return talk.rng.choice(runs) if runs else run


FORMS = {
    "mark": stretch, "place": gained, "margin": gap_on_the_way, "medal_count": tally, "start": appearance,
}  # fmt: skip
