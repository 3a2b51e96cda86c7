"""The laws of the horizon, of readings and of precision, on the shipped pack and claims and on possible worlds.

A state that lasts is open after the day to which it is vouched for: a horizon opens verdicts and never turns one over.
A claim with several readings has a verdict only where it has the same under each of them. Of a figure printed finer
than the official one only what the official one cannot be rounded from is wrong.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

import msgspec
import pytest
from arden import PACK
from judging import judge
from law_pack import articles, pack, seeds
from msgspec.structs import replace

from harness.checking.load import ClaimFile
from harness.checking.run import Checker
from harness.records.model import Finding
from harness.truth.index import Truth
from harness.truth.pack import Athlete, Horizon, Pack
from harness.values import read_mark

LASTING = {"record": {"stands"}, "bio": {"nation", "coach", "club", "home"}}
OPEN = "not_enough_info"


def verdicts(of: Pack, file: ClaimFile, as_of: int | None = None) -> dict[str, Finding]:
    checker = Checker(Truth(of), as_of=as_of) if as_of is not None else Checker(Truth(of))
    return {finding.claim: finding for finding in checker.check_article(file)}


def vouched_until(rng: Random, whole: Pack, day: str) -> Pack:
    """The pack with a horizon on the day: of everything, of some sorts, of some sources, or row by row."""
    sorts = rng.sample(("records", "athletes", "medal tables"), rng.randint(1, 3))
    how = rng.choice(("all", "source", "row"))
    horizons = [Horizon(of=of, until=day, sources=("wa-database",)) for of in sorts]
    if how == "source":
        horizons = [replace(one, source=source.id) for one in horizons for source in rng.sample(whole.sources, 20)]
    if how != "row":
        return replace(whole, horizons=tuple(horizons))
    records = tuple(replace(row, vouched_until=day) if rng.random() < 0.5 else row for row in whole.records)
    lives = tuple(replace(row, vouched_until=day) if rng.random() < 0.5 else row for row in whole.athletes)
    return replace(whole, horizons=(), records=records, athletes=lives)


@pytest.mark.parametrize("seed", seeds(4, 80))
def test_a_horizon_opens_and_never_turns_over(seed: int) -> None:
    """Whatever is vouched for up to whatever day: no verdict of the shipped claims becomes its opposite."""
    rng = Random(seed)
    file = rng.choice(articles())
    published = date.fromisoformat(file.article.published)
    day = date.fromordinal(published.toordinal() - rng.choice((-400, -1, 0, 1, 30, 700, 3000))).isoformat()
    endless = verdicts(replace(pack(), horizons=()), file)
    bounded = verdicts(vouched_until(rng, replace(pack(), horizons=()), day), file)
    for claim, finding in bounded.items():
        assert finding.verdict in (endless[claim].verdict, OPEN), (claim, finding.message)
    if day >= file.article.published:  # what is vouched for on the article's day is as if it were so for ever
        changed = [claim for claim, finding in bounded.items() if finding.verdict != endless[claim].verdict]
        assert changed == []


@pytest.mark.parametrize("file", articles(), ids=lambda file: file.article.id)
def test_after_the_horizon_what_lasts_is_open(file: ClaimFile) -> None:
    """In an article of today on the shipped pack: no record that stands and no nation is decided."""
    for claim, finding in verdicts(pack(), file, as_of=date(2030, 1, 1).toordinal()).items():
        claimed = next(one for one in file.claims if one.id == claim)
        if claimed.as_of is not None or finding.verdict in ("not_checkable", "unreadable"):
            continue
        attributes = {judged.quantity.partition("(")[0].partition(".")[2] for judged in finding.judged}
        stands = finding.kind == "record" and {"holder", "mark"} & attributes and "set" not in attributes
        derived = getattr(claimed, "level", "") in ("personal", "season", "world lead")
        when = getattr(claimed, "when", "stands")
        if (stands and not derived and when == "stands") or (finding.kind == "bio" and attributes & LASTING["bio"]):
            assert finding.verdict == OPEN, (claim, finding.message)


@pytest.mark.parametrize("seed", seeds(4, 80))
def test_a_claim_with_several_readings_has_the_verdict_that_they_share(seed: int) -> None:
    """Of claims on people, two of one name are made: what is said of the name holds for both, fails for both, or is
    open. Each reading is judged by giving the other person another name."""
    rng = Random(seed)
    file = rng.choice(articles())
    names = {name for claim in file.claims for name in (getattr(claim, "athlete", None),) if isinstance(name, str)}
    if not names:
        pytest.skip("nobody is named")
    ran = [athlete for athlete in pack().athletes if any(athlete.name.endswith(name) for name in names)]
    person = rng.choice(ran)
    known = [one for one in pack().athletes if _first_results().get(one.id, "9") < file.article.published]
    rival = rng.choice([athlete for athlete in known if athlete.sex == person.sex and athlete not in ran])
    both = _renamed(rival, person.name)
    alone = {claim: finding.verdict for claim, finding in verdicts(pack(), file).items()}
    shared = verdicts(both, file)
    other = {claim: finding.verdict for claim, finding in verdicts(_swapped(person, rival), file).items()}
    for claim, finding in shared.items():
        if finding.verdict != OPEN and not any("misspelt" in note for note in finding.notes):
            assert finding.verdict in (alone[claim], other[claim]), (claim, person.name, rival.name, finding.message)
        settled = any("(" in trace for trace in finding.names)  # who took part, or is of the scope's sex or nation
        if {alone[claim], other[claim]} == {"supported", "refuted"} and _names_only(file, claim, person, settled):
            assert finding.verdict == OPEN, (claim, person.name, rival.name, finding.message)


@cache
def _first_results() -> dict[str, str]:
    """Of every athlete the day of the first result, in words that sort: who has none yet is meant by no name."""
    first: dict[str, str] = {}
    for race in sorted(pack().races, key=lambda race: race.date, reverse=True):
        first |= {result.athlete: race.date for result in race.results}
    return first


def _renamed(rival: Athlete, name: str) -> Pack:
    """The pack in which the rival has that name as well."""
    people = tuple(
        replace(one, name=name, aliases=(), namesakes=()) if one.id == rival.id else one for one in pack().athletes
    )
    return replace(pack(), athletes=people)


def _swapped(person: Athlete, rival: Athlete) -> Pack:
    """The pack in which the rival alone has the person's name."""
    people = []
    for one in pack().athletes:
        if one.id == rival.id:
            one = replace(one, name=person.name, aliases=person.aliases)
        elif one.id == person.id:
            one = replace(one, name="Nobody Atall", aliases=())
        people.append(one)
    return replace(pack(), athletes=tuple(people))


def _names_only(file: ClaimFile, claim: str, person: Athlete, settled: bool) -> bool:
    """Whether the claim names the person by their whole name, and nothing else in it says who is meant."""
    row = next(one for one in file.claims if one.id == claim)
    return getattr(row, "athlete", None) == person.name and not settled


OFFICIAL = [("3:30.12", 10), ("3:30.1", 100), ("3:30", 1000), ("3:30.1h", 100)]


def printed_time(value: int, decimals: int) -> str:
    unit = 10 ** (3 - decimals)
    rounded = value // unit * unit
    minutes, rest = divmod(rounded, 60_000)
    return f"{minutes}:{rest // 1000:02}" + (f".{rest % 1000 // unit:0{decimals}}" if decimals else "")


@pytest.mark.parametrize(("official", "step"), OFFICIAL)
@pytest.mark.parametrize("decimals", [0, 1, 2, 3])
def test_of_a_finer_figure_only_what_cannot_be_rounded_so_is_wrong(official: str, step: int, decimals: int) -> None:
    """Every figure around the official one: refuted only where no time that prints as the official one prints so too,
    and supported only where all of them do."""
    reading = read_mark(official.rstrip("h"), "time")
    exact: int = reading.exact  # type: ignore[union-attr, assignment]
    race = {**PACK["races"][0]}
    result = {**race["results"][0], "mark": official, "splits": {}, "order": {}, "legs": [], "disputes": []}
    race["results"] = [result]
    data = {**PACK, "races": [race], "records": [], "completeness": [], "medal_tables": [], "totals": []}
    truth = Truth(msgspec.convert(data, Pack))
    name = next(one["name"] for one in PACK["athletes"] if one["id"] == result["athlete"])
    scope = {"event": "1500m", "sex": "men", "competition": "Arden Games", "year": 2024}
    unit = 10 ** (3 - decimals)
    printed = {printed_time(max(0, exact + off * min(unit, 100)), decimals) for off in range(-24, 25)}
    claims = [{"kind": "mark", "athlete": name, "mark": one, "scope": scope} for one in sorted(printed)]
    for claim, finding in zip(claims, judge(truth, *claims, published="2024-06-05"), strict=True):
        said = read_mark(claim["mark"], "time").value  # type: ignore[union-attr, arg-type]
        low, high = said.low or 0, said.high or 0
        slack = step - 1 if unit < step else 0
        apart = high < exact - slack or exact + slack < low
        within = low <= exact - slack and exact + slack <= high
        assert finding.verdict == ("refuted" if apart else "supported" if within else OPEN), (claim["mark"], finding)


@pytest.mark.parametrize("seed", seeds(6, 60))
def test_no_correction_is_finer_than_what_it_rests_on(seed: int) -> None:
    """Of every shipped mark claim with another figure in it: the correction has no more digits than the official mark,
    and no more than the article printed, unless it takes them to tell the two apart."""
    rng = Random(seed)
    file = rng.choice([one for one in articles() if any(hasattr(claim, "mark") for claim in one.claims)])
    claims, printed = [], {}
    for claim in file.claims:
        mark = getattr(claim, "mark", None)
        if type(claim).__struct_config__.tag == "mark" and isinstance(mark, str) and mark[-1].isdigit():
            printed[claim.id] = mark[:-1] + str((int(mark[-1]) + rng.randint(1, 9)) % 10)
            claim = replace(claim, mark=printed[claim.id])
        claims.append(claim)
    for finding in verdicts(pack(), replace(file, claims=tuple(claims))).values():
        if finding.claim in printed and finding.verdict == "refuted" and finding.suggestion:
            digits = len(finding.suggestion.partition(".")[2])
            assert digits <= max(2, len(printed[finding.claim].partition(".")[2])), finding
