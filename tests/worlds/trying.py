"""One world at a time: random claims judged by the harness from a pack of it, beside what is so in the whole world."""

from __future__ import annotations

import json
from datetime import date
from random import Random
from typing import Any, NamedTuple

import combined
import matches
import relays
import true_feats
import true_lists
import true_lives
import true_races
import true_tables
from case import Case
from claims_of_lists import claim_of, forms_of
from findings import all_conflicts
from making import make
from shown import Shown
from statements import every_statement, some_statements
from talk import Claim, Talk
from world import Day, World

from harness.checking.consistency.cross_article import CrossArticleChecker
from harness.checking.load import ClaimFile, read_claims
from harness.checking.run import Checker
from harness.records.model import Conflict, Finding
from harness.truth.index import Truth

SO = {
    "mark": true_races.mark, "place": true_races.place, "medal": true_races.medal, "margin": true_races.margin,
    "head_to_head": true_races.head_to_head, "advance": true_races.advance, "rank": true_lists.rank,
    "record": true_lists.record, "medal_count": true_lists.medal_count, "title": true_lists.title,
    "count": true_feats.count, "since": true_feats.since, "only": true_feats.only, "date": true_lives.when,
    "venue": true_lives.venue, "bio": true_lives.bio, "start": true_races.start, "edition": true_lives.edition,
    "comparison": true_tables.comparison, "score": matches.is_so,
}  # fmt: skip
KINDS = (*SO, "other")
FIRST = date(2015, 6, 1).toordinal()  # of which an article is, at the earliest


class Tried(NamedTuple):
    """A claim, the harness's finding on it, and whether it is so (None: nobody can say)."""

    seed: int
    published: Day
    claim: Claim
    finding: Finding
    so: bool | None

    @property
    def wrong(self) -> bool:
        return (self.finding.verdict, self.so) in (("refuted", True), ("supported", False))

    def __str__(self) -> str:
        said = {
            name: value for name, value in self.claim.items() if name not in ("id", "text", "quote", "start", "end")
        }
        one = self.finding
        day = date.fromordinal(self.published)
        return f"world {self.seed}, {day}: {one.verdict}, but {self.so}: {said}\n    {one.message} {one.relied_on}"


def is_so(world: World, claim: Claim, published: Day) -> bool | None:
    if relays.is_of_relay(claim):
        return relays.is_so(Case(world, claim, published))
    if combined.is_of_quadrathlon(claim):
        return combined.is_so(Case(world, claim, published))
    if _is_of_everything(claim):
        return None
    if (meant := holdings_in_city(world, claim, published)) is not None:
        answers = {is_so(world, one, published) for one in meant}
        return answers.pop() if len(answers) == 1 else None
    return SO[claim["kind"]](Case(world, claim, published)) if claim["kind"] in SO else None


def holdings_in_city(world: World, claim: Claim, published: Day) -> list[Claim] | None:
    """The claim about each holding in the city by which it names one: "the Oslo Olympic Games"; None where it does not.

    Which of those years apart is meant is left to the reader; a series that has never been held elsewhere may be meant
    as a whole.
    """
    scope = claim.get("scope", {})
    words = scope.get("competition", "")
    if not any(words.startswith(f"{one.city} ") for one in world.holdings.values()):
        return None
    told = published + (732 if claim["kind"] in ("date", "venue", "edition") else 0)  # as timetables are, years before
    begun = [one for one in world.holdings.values() if words.endswith(one.series.name) and one.start <= told]
    there = [one for one in begun if words == f"{one.city} {one.series.name}"]
    meant = [scope | {"competition": one.series.name, "year": one.year} for one in there]
    if there and len(there) == len(begun):
        meant.append(scope | {"competition": there[0].series.name})
    return [claim | {"scope": each} for each in meant]


def by_city(rng: Random, world: World, claim: Claim) -> Claim:
    """Some claims of a holding name it by its city, and not by its year."""
    scope = claim.get("scope", {})
    if (
        {"year", "competition"} - scope.keys()
        or relays.is_of_relay(claim)
        or combined.is_of_quadrathlon(claim)
        or rng.random() >= 0.2
    ):
        return claim
    held = [
        one for one in world.holdings.values() if one.series.name == scope["competition"] and one.year == scope["year"]
    ]
    if len(held) != 1:
        return claim
    bare = {name: value for name, value in scope.items() if name != "year"}
    return claim | {"scope": bare | {"competition": f"{held[0].city} {held[0].series.name}"}}


def _is_of_everything(claim: Claim) -> bool:
    """Whether the words take in all events of all competitions, relays and matches too, and name nobody."""
    scope = claim.get("scope", {})
    named = {"athlete", "athletes", "members", "nation"} & claim.keys()
    bounds = {"competition", "event", "events", "group", "level", "nation"} & scope.keys()
    return claim["kind"] in ("count", "rank", "medal_count", "comparison", "since") and not named and not bounds


def try_world(
    seed: int, *, whole: bool, articles: int = 4, each: int = 4, kinds: tuple[str, ...] = KINDS
) -> list[Tried]:
    """`articles` articles of random days, with so many claims of each kind each, on one world and one pack of it."""
    rng, world = Random(seed * 2 + whole), make(seed)
    truth = truth_of(world, rng, whole=whole)
    checker, talk, tried = Checker(truth), Talk(rng, world), []
    talk_of_forms = Talk(Random(-1 - seed * 2 - whole), world)
    city_names = Random(-1 - seed)
    for number in range(articles):
        published = talk.near() if talk.maybe(0.5) else FIRST + rng.randint(0, 3600)
        claims = [claim_of(talk, kind, published) for kind in kinds for _ in range(each)]
        claims += [form for kind in kinds for form in forms_of(talk_of_forms, kind, published, each)]
        claims = [by_city(city_names, world, claim) for claim in claims]
        findings = checker.check_article(article(f"article-{number}", claims, published))
        tried += [
            Tried(seed, published, claim, finding, is_so(world, claim, published))
            for claim, finding in zip(claims, findings, strict=True)
        ]
    return tried


def truth_of(world: World, rng: Random, *, whole: bool) -> Truth:
    """The whole world with every true statement, or a part of it with some."""
    if whole:
        return Truth(Shown(rng, world, every_statement(world), gaps=0).pack())
    statements = some_statements(rng, world, rng.randint(0, 40))
    return Truth(Shown(rng, world, statements, gaps=rng.choice((0.05, 0.15, 0.3, 0.5))).pack())


def article(identity: str, claims: list[Claim], published: Day) -> ClaimFile:
    words: dict[str, Any] = {"text": "what is claimed", "quote": "words", "start": 0, "end": 5}
    about = {
        "id": identity, "title": "An invented report", "publisher": "Post", "url": None,
        "published": date.fromordinal(published).isoformat(), "published_basis": "invented", "characters": 99,
        "sha256": "0" * 64,
    }  # fmt: skip
    numbered = [{"id": f"claim-{at}", **words, **claim} for at, claim in enumerate(claims)]
    read = read_claims(json.dumps({"article": about, "claims": numbered}).encode(), "claims.json")
    assert isinstance(read, ClaimFile), read
    return read


def conflicts_of_truths(seed: int, *, whole: bool, articles: int = 5, each: int = 6) -> tuple[int, list[str]]:
    """How many true claims the articles on a world hold, and the conflicts that are found among them all the same."""
    rng, world = Random(seed * 2 + whole), make(seed, struck_out=whole)
    truth = truth_of(world, rng, whole=whole)
    checker, talk, talk_of_forms = Checker(truth), Talk(rng, world), Talk(Random(-1 - seed * 2 - whole), world)
    between, findings, said = CrossArticleChecker(truth), [], {}
    days = [FIRST + rng.randint(0, 3600) for _ in range(3)]
    for number in range(articles):
        published, name = rng.choice(days), f"article-{number}"
        made = [claim_of(talk, kind, published) for kind in KINDS[:-1] for _ in range(each)]
        made += [form for kind in KINDS for form in forms_of(talk_of_forms, kind, published, each)]
        true = [claim for claim in made if is_so(world, claim, published) and _is_told(claim)]
        true = [claim for claim in true if not _is_shared(world, claim, published)]
        findings += checker.check_article(article(name, true, published), between=between)
        said |= {(name, f"claim-{at}"): (published, claim) for at, claim in enumerate(true)}
    return len(said), [_told(seed, one, said) for one in all_conflicts(findings, between)]


def _is_told(claim: Claim) -> bool:
    """Whether the words name one race or holding, and the mark is one that can be a best (an assisted one cannot)."""
    if claim["kind"] == "title":
        return claim.get("status") in ("won", "former") and "year" not in claim["scope"]  # of a dead heat there are two
    scopes = [claim[field] for field in ("scope", "relative_to") if field in claim]
    if claim["kind"] in ("mark", "place", "margin", "date", "venue", "edition"):
        return all("year" in scope or "on" in scope for scope in scopes) and scopes[0].get("event") != "long-jump"
    return True


def _is_shared(world: World, claim: Claim, published: Day) -> bool:
    """Whether several hold the record at once: articles that name one each are for an editor to look at."""
    if claim["kind"] != "record" or "athlete" not in claim or claim.get("when", "stands") != "stands":
        return False
    if claim["level"] in ("personal", "season") or "event" not in claim["scope"]:  # of which everybody has their own
        return False
    bare = {field: claim[field] for field in ("kind", "level", "scope")}
    return sum(is_so(world, {**bare, "athlete": one.name}, published) is True for one in world.athletes.values()) > 1


def _told(seed: int, conflict: Conflict, said: dict[tuple[str, str], tuple[Day, Claim]]) -> str:
    lines = [f"world {seed}: {conflict.quantity}: {conflict.message}"]
    for ref in conflict.claims:
        published, claim = said[ref.article, ref.claim]
        lines.append(f"    {ref.article}, {date.fromordinal(published)}: {claim}")
    return "\n".join(lines)
