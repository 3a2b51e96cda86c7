"""Whether what is claimed of the way, of a tally, or of appearances is so in the world, by brute force."""

from __future__ import annotations

from case import Case, holdings
from figures import count_meant, mark_meant
from world import Run

SPLIT, COLOURS = "800m", {"golds": "gold", "silvers": "silver", "bronzes": "bronze"}


def stretch(case: Case) -> bool | None:
    """The mark less the split; nobody can say it of a hand time, or of who has a mark and did not finish."""
    timed = [run for run in case.race_runs(case.who("athlete")) if run.mark is not None and SPLIT in run.splits]
    if any(run.race.hand or run.status != "finished" for run in timed):
        return None
    said = mark_meant(case.claim["mark"], "1500m")
    return any(run.mark - run.splits[SPLIT] in said for run in timed if run.mark is not None)


def gained(case: Case) -> bool:
    said = count_meant(case.claim["gained"])
    runs = [run for run in case.race_runs(case.who("athlete")) if SPLIT in run.order]
    places = [(run.order[SPLIT], run.placed(case.day)) for run in runs if run.status == "finished"]
    return any(place is not None and before - place in said for before, place in places)


def gap_on_the_way(case: Case) -> bool:
    said = mark_meant(case.claim["gap"], "1500m")
    for run in case.race_runs(case.who("ahead")):
        for rival in run.race.runs:
            both = SPLIT in run.splits and SPLIT in rival.splits and rival.stood(case.day)
            if both and rival.athlete == case.who("behind") and rival.splits[SPLIT] - run.splits[SPLIT] in said:
                return True
    return False


def tally(case: Case) -> bool:
    claim = case.claim
    scope = {name: value for name, value in case.scope.items() if name not in ("round", "place", "medal")}
    nation = claim.get("nation") or (None if "athlete" in claim else scope.get("nation"))
    athlete = case.who("athlete") if "athlete" in claim else None
    won = [medal for run in case.runs(scope, athlete) if (medal := run.medal(case.day)) is not None
           and (nation is None or run.nation == case.nation(nation))]  # fmt: skip
    numbers = {field: won.count(colour) for field, colour in COLOURS.items()} | {"total": len(won)}
    return all(number in count_meant(claim[field]) for field, number in numbers.items() if field in claim)


def appearance(case: Case) -> bool | None:
    """The holdings of the series with a start, up to the one named; nobody can say it of one without a start."""
    series = [one for one in case.world.holdings.values() if one.series.name == case.scope["competition"]]
    started = {run.race.holding.id for run in _starts(case) if run.race.holding is not None}
    named = holdings(case.world, case.scope) if "year" in case.scope else []
    if "year" in case.scope and (len(named) != 1 or named[0].id not in started):
        return None
    if any(not one.official for one in series):
        return None  # whether record books count it is another question
    last = named[0].start if named else case.day
    return len([one for one in series if one.id in started and one.start <= last]) in count_meant(
        case.claim["appearance"]
    )


def _starts(case: Case) -> list[Run]:
    """Every start of the athlete, struck out later or not, up to the day."""
    return [
        run for run in case.world.runs
        if run.athlete == case.who("athlete") and run.started and run.race.day <= case.day
    ]  # fmt: skip
