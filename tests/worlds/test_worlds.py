"""The law of possible worlds: what is refuted is false in the whole world, and what is supported is true in it.

A random whole world is made, and a pack that shows a random part of it: truthful, but with results, people, records and
tables left out, figures left open, and statements of completeness that are true of what it shows. Random claims about
the world are judged from the pack; whether they are so is decided in the whole world by other means (true_*.py), which
are written from the manual pages and use no look-up of the harness.

    world.py, making.py         a world, and how one is drawn from a seed
    statements.py, shown.py     what a statement says of a pack; a pack that shows a part of a world
    claims_*.py, figures.py     claims in the words of a claim file, and what their figures stand for
    details.py                  attempts, laps, lives and the like, drawn after the rest; *_details.py beside it
    matches.py, relays.py       what teams do beside all that, with claims and truths of their own
    combined.py                 a combined event beside all that, likewise
    case.py, true_*.py          whether a claim is so in the whole world
    trying.py                   the two side by side
"""

from __future__ import annotations

from collections import Counter, defaultdict
from random import Random

import pytest
from claims_of_lists import MAKERS, claim_of, forms_of
from making import make
from shown import Shown
from statements import every_statement
from talk import Talk
from trying import conflicts_of_truths, try_world

from harness.claims.roles import own_fields
from harness.claims.scope import Feat, Scope
from harness.kinds import kinds
from harness.truth.lint import lint

# Of the claims on a pack that shows the whole world with every true statement, the share that must be decided, per
# cent. The rest speak of races that were never held, or of lists of which no statement can say that they are complete;
# how long a record stood is often asked of races in which none was set; and nothing denies a home, a club that was
# left, a death, or a circuit of a holding of which none is told.
FLOOR = {
    "advance": 35, "bio": 38, "count": 35, "date": 55, "head_to_head": 70, "margin": 10, "mark": 18, "medal": 28,
    "edition": 55, "score": 35, "start": 25, "comparison": 20,
    "medal_count": 24, "only": 45, "place": 18, "rank": 28, "record": 38, "record of a time": 25,
    "since": 30, "title": 42, "venue": 65,
}  # fmt: skip
OF_TIME = {"stood", "since", "number", "ratified"}
# Medals are looked for in every holding, and a pack may tell of one in which the event was not held.
NOT_HELD = "complete, but "


def wrong_of(seeds: range, *, whole: bool) -> list[str]:
    return [str(one) for seed in seeds for one in try_world(seed, whole=whole) if one.wrong]


@pytest.mark.parametrize("start", range(4))
def test_no_verdict_is_wrong_in_the_whole_world(start: int) -> None:
    assert wrong_of(range(start, 40, 4), whole=False) == []


def test_with_everything_known_verdicts_are_right_and_made() -> None:
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    for seed in range(100, 120):  # fewer let a share hang on which claims happen to be drawn
        for one in try_world(seed, whole=True):
            of_time = one.claim["kind"] == "record" and not OF_TIME.isdisjoint(one.claim)
            verdicts["record of a time" if of_time else one.claim["kind"]][one.finding.verdict] += 1
            wrong += [str(one)] * one.wrong
    assert wrong == []
    assert set(verdicts.pop("other")) == {"not_checkable"}
    made = {kind: 100 * (said["supported"] + said["refuted"]) // said.total() for kind, said in verdicts.items()}
    print({kind: f"{made[kind]} % decided, {said['not_enough_info']} open" for kind, said in sorted(verdicts.items())})
    assert {kind: share for kind, share in made.items() if share < FLOOR[kind]} == {}


def test_claims_that_are_both_true_are_no_conflict() -> None:
    """Inside articles and between them, on one quantity and by arithmetic, with days that differ."""
    tried = [conflicts_of_truths(seed, whole=seed % 2 == 0, articles=4, each=4) for seed in range(8)]
    assert sum(claims for claims, _ in tried) > 300
    assert [conflict for _, conflicts in tried for conflict in conflicts] == []


def test_every_kind_has_a_maker_of_random_claims() -> None:
    """A kind that is left out is not held to the law: tests/worlds/claims_of_*.py must draw claims of it."""
    assert sorted(kinds().keys() - MAKERS.keys()) == [], "kinds of which no random claims are drawn"


def test_every_field_is_drawn() -> None:
    """A field that no maker draws is not held to the law."""
    drawn: dict[str, set[str]] = defaultdict(set)
    for seed in range(16):
        talk = Talk(Random(seed), make(seed))
        for kind in MAKERS:
            day = talk.near()
            for claim in [
                claim for _ in range(8) for claim in (claim_of(talk, kind, day), *forms_of(talk, kind, day, 2))
            ]:
                drawn[kind] |= claim.keys()
                for field in ("scope", "relative_to", "compared_to"):
                    drawn["scope"] |= claim.get(field, {}).keys()
                for field in ("feat", "all"):
                    drawn["feat"] |= claim.get(field, {}).keys()
    fields = {name: own_fields(kind.claim) for name, kind in kinds().items()}
    fields |= {"scope": list(Scope.__struct_fields__), "feat": list(Feat.__struct_fields__)}
    missing = {name: set(own) - drawn[name] for name, own in fields.items()}
    assert {name: some for name, some in missing.items() if some} == {}


def test_the_worlds_are_sound() -> None:
    """A pack of a whole world gainsays itself in nothing."""
    for seed in range(3):
        world = make(seed)
        pack = Shown(Random(seed), world, every_statement(world), gaps=0).pack()
        assert [flaw for flaw in lint(pack) if not flaw.message.startswith(NOT_HELD)] == []


def test_the_claims_are_of_all_sorts() -> None:
    """Every kind is supported, refuted and open from parts of worlds: the law is not kept by saying nothing."""
    seen: dict[str, set[str]] = defaultdict(set)
    for seed in range(200, 232):
        for one in try_world(seed, whole=seed % 3 == 0, articles=2):
            seen[one.claim["kind"]].add(one.finding.verdict)
    assert seen.pop("other") == {"not_checkable"}
    assert {kind for kind, said in seen.items() if len(said & {"supported", "refuted", "not_enough_info"}) < 3} == set()


@pytest.mark.law
@pytest.mark.parametrize("start", range(4))
def test_no_verdict_is_wrong_in_many_worlds(start: int) -> None:
    assert wrong_of(range(1000 + start, 1240, 4), whole=False) == []
    assert wrong_of(range(2000 + start, 2080, 4), whole=True) == []


@pytest.mark.law
def test_claims_that_are_both_true_are_no_conflict_in_many_worlds() -> None:
    conflicts = [conflicts_of_truths(seed, whole=seed % 2 == 0)[1] for seed in range(3000, 3040)]
    assert [one for some in conflicts for one in some] == []
