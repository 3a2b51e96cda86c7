"""The laws of later and of unrelated facts, on the shipped pack and claims.

What happened after an article's day changes none of its verdicts: not through names, lists, records, titles or tables.
What happened at the same time to others (women, other events, indoors, other meetings) may open a verdict where the
words take it in, and never turns one over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest
from law_pack import articles, pack, seeds
from msgspec.structs import replace

from harness.checking.load import ClaimFile
from harness.checking.resolve import ArticleWords
from harness.checking.resolve.fields import people_in
from harness.checking.run import Checker
from harness.kinds import kinds
from harness.names import Names
from harness.truth.index import Truth
from harness.truth.pack import Athlete, Competition, Edition, Event, Pack, PackResult, Period, Race, Record

BOOK = ("wa-database",)


def verdicts(of: Pack, file: ClaimFile) -> dict[str, str]:
    return {finding.claim: finding.verdict for finding in Checker(Truth(of)).check_article(file)}


@cache
def names() -> Names:
    return Names(Truth(pack()))


@cache
def own_verdicts(article: str) -> dict[str, str]:
    return verdicts(pack(), next(file for file in articles() if file.article.id == article))


def results(rng: Random, athletes: list[str], event: Event) -> tuple[PackResult, ...]:
    """A race of some of the athletes, with marks that would be records."""
    ran = rng.sample(athletes, min(len(athletes), rng.randint(2, 6)))
    best = {"1500m": "3:2{}.1{}", "mile": "3:4{}.1{}"}.get(event.id)
    marks = [best.format(place // 10, place % 10) if best else None for place in range(len(ran))]
    return tuple(
        PackResult(athlete=who, place=place, mark=mark)
        for place, (who, mark) in enumerate(zip(ran, marks, strict=True), start=1)
    )


def later(rng: Random, file: ClaimFile) -> Pack:
    """The pack, with a year of invented facts from the day after the article's on."""
    whole, first = pack(), date.fromisoformat(file.article.published) + timedelta(days=1)
    article, run = ArticleWords.of_file(names(), file), names().truth.by_athlete
    # Of whom the pack has nothing but later results it cannot tell whether they were known by then.
    men = [
        one.id for one in whole.athletes if one.sex == "men" and article.people.was_known(one.id) and run.get(one.id)
    ]
    known = rng.sample([athlete for athlete in whole.athletes if article.people.was_known(athlete.id)], 8)
    namesakes = tuple(
        Athlete(id=f"later-{athlete.id}", name=f"{rng.choice(('Aron', 'Bela', 'Ciro'))} {athlete.name.split()[-1]}",
                sex=athlete.sex, sources=BOOK, nations=athlete.nations, aliases=(athlete.name.split()[-1],))
        for athlete in known
    )  # fmt: skip
    mentions = sorted(
        {
            mention
            for claim in file.claims
            for mention in people_in(claim)
            if any(article.people.was_known(match.id) for match in names().athletes.find(mention))
        }
    )
    namesakes += tuple(  # slips too: who bears such a name later is not who was misspelt
        Athlete(id=f"named-{number}", name=mention, sex="men", sources=BOOK, nations=known[0].nations)
        for number, mention in enumerate(rng.sample(mentions, min(12, len(mentions))))
    )
    editions, races = [], []
    for competition in rng.sample(whole.competitions, min(12, len(whole.competitions))):
        start = first + timedelta(days=rng.randint(0, 300))
        city = rng.choice([edition.city for edition in whole.editions if edition.city])
        name = f"{competition.name} {city} {start.year}"
        held = Edition(id=f"later-{competition.id}", competition=competition.id, name=name, start=start.isoformat(),
                       end=start.isoformat(), city=city, sources=BOOK)  # fmt: skip
        editions.append(held)
        for event in rng.sample(whole.events, 2):
            ran = results(rng, [*men, *(one.id for one in namesakes if one.sex == "men")], event)
            races.append(Race(event=event.id, sex="men", edition=held.id, date=held.start, round="final",
                              results=ran, finishers_complete=rng.random() < 0.5, sources=BOOK))  # fmt: skip
    last = editions[-1]
    races.append(Race(event="3000m", sex="men", edition=last.id, date=last.start, round="heat 1", sources=BOOK,
                      results=tuple(PackResult(athlete=one.id) for one in namesakes)))  # fmt: skip
    broken = tuple(_broken(rng, record, first) if record.until is None else record for record in whole.records)
    added = tuple(
        _new(rng, record, men) for record in broken if record.until is not None and record.until >= first.isoformat()
    )
    moved = tuple(
        replace(athlete, nations=(*athlete.nations[:-1], replace(athlete.nations[-1], end=first.isoformat()),
                                  Period(value="KEN", start=first.isoformat())))
        if athlete.nations and athlete.nations[-1].end is None and rng.random() < 0.3 else athlete
        for athlete in whole.athletes
    )  # fmt: skip
    return replace(
        whole, athletes=(*moved, *namesakes), editions=(*whole.editions, *editions), races=(*whole.races, *races),
        records=(*broken, *added),
    )  # fmt: skip


def _broken(rng: Random, record: Record, first: date) -> Record:
    broken = (first + timedelta(days=rng.randint(0, 200))).isoformat()
    return replace(record, until=broken) if rng.random() < 0.6 else record


def _new(rng: Random, record: Record, men: list[str]) -> Record:
    assert record.until is not None
    return replace(record, athlete=rng.choice(men), date=record.until, until=None, note=None)


def unrelated(rng: Random, day: date) -> Pack:
    """The pack, with what women did in its races, what was thrown there, what was run indoors, and at other meetings.

    All of it by people whom the pack does not have: words on somebody's medals or races take in those of every event.
    """
    whole = pack()
    women, throwers = strangers(rng, "women", "Zora Quell"), strangers(rng, "men", "Zeno Quill")
    ids = [athlete.id for athlete in women]
    past = [race for race in whole.races if race.edition is not None and race.date <= day.isoformat()]
    mirrored = [
        replace(race, sex="women", results=placed(rng.sample(ids, 4)))
        for race in rng.sample(past, min(20, len(past)))
    ]  # fmt: skip
    throw = Event(
        id="other-throw", name="Hammer throw", measure="distance", better="higher", plausible=("30.00", "90.00")
    )
    thrown = [
        replace(race, event=throw.id, sex="men", results=placed(rng.sample([athlete.id for athlete in throwers], 4)))
        for race in rng.sample(past, min(20, len(past)))
    ]  # fmt: skip
    cup = Competition(id="other-cup", name="Quellmere Cup", level="meeting")
    held = Edition(id="other-cup-1", competition=cup.id, name="Quellmere Cup", start="2019-02-02", end="2019-02-02",
                   city="Quellmere", indoor=True, sources=BOOK)  # fmt: skip
    indoors = Race(event="800m", sex="women", edition=held.id, date=held.start, round="final", indoor=True,
                   results=placed(ids[:5]), sources=BOOK)  # fmt: skip
    return replace(
        whole, athletes=(*whole.athletes, *women, *throwers), events=(*whole.events, throw),
        competitions=(*whole.competitions, cup), editions=(*whole.editions, held),
        races=(*whole.races, *mirrored, *thrown, indoors),
    )  # fmt: skip


def strangers(rng: Random, sex: str, name: str) -> tuple[Athlete, ...]:
    """A dozen people of one sex, of the nations that the articles speak of."""
    return tuple(
        Athlete(id=f"other-{sex}-{number}", name=f"{name}{'abcdefghijkl'[number]}", sex=sex, sources=BOOK,
                nations=(Period(value=rng.choice(("KEN", "NOR", "GBR"))),))
        for number in range(12)
    )  # fmt: skip


def placed(order: list[str]) -> tuple[PackResult, ...]:
    return tuple(PackResult(athlete=who, place=place) for place, who in enumerate(order, start=1))


def of_kinds(file: ClaimFile, wanted: bool) -> Iterator[str]:
    """The claims on dates and places, which may speak of what is to come, or all others."""
    table = kinds()
    for claim in file.claims:
        if table[claim.__struct_config__.tag].timetable is wanted:
            yield claim.id


@pytest.mark.parametrize("seed", seeds(2, 60))
@pytest.mark.parametrize("article", [file.article.id for file in articles()])
def test_later_facts_move_no_verdict(article: str, seed: int) -> None:
    file = next(file for file in articles() if file.article.id == article)
    after = verdicts(later(Random(seed), file), file)
    before = own_verdicts(article)
    claims = set(of_kinds(file, wanted=False))
    moved = {
        claim: (before[claim], after[claim]) for claim in before if claim in claims and before[claim] != after[claim]
    }
    assert moved == {}


@pytest.mark.parametrize("seed", seeds(2, 60))
@pytest.mark.parametrize("article", [file.article.id for file in articles()])
def test_unrelated_facts_turn_no_verdict_over(article: str, seed: int) -> None:
    file = next(file for file in articles() if file.article.id == article)
    after = verdicts(unrelated(Random(seed), date.fromisoformat(file.article.published)), file)
    before = own_verdicts(article)
    decided = {"supported", "refuted"}
    turned = {
        claim: (before[claim], after[claim])
        for claim in before
        if before[claim] != after[claim] and after[claim] in decided
    }
    assert turned == {}
