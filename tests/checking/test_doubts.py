"""Warnings of validate: ways to make an article look better than it is. None of them makes a file invalid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from arden import CLAIMS, RACE, TEXT, World, article, claim
from msgspec.structs import replace

from harness.checking.load import load_all
from harness.checking.load.doubts import doubts
from harness.checking.load.quoted import prints

ROOT = Path(__file__).parents[2]


OWN: dict[str, dict[str, Any]] = {
    "other": {}, "bio": {"athlete": "Holt"}, "margin": {"ahead": "Holt", "behind": "Berg", "scope": RACE},
}  # fmt: skip


@pytest.mark.parametrize(
    "kind, quote, fields, words",
    [
        ("mark", "3:30.12", {"mark": "3:30.12"}, ""),
        ("mark", "three minutes, 30.12", {"mark": "3:30.12"}, ""),
        ("mark", "gold", {"mark": "3:30.12"}, "'3:30.12' is printed neither in the quote 'gold' nor near it"),
        ("mark", "in the final", {"mark": "3:30.12"}, "'3:30.12' is printed neither in the quote"),
        ("mark", "3:30.21", {"mark": "3:30.12"}, "'3:30.12' is not what the quote '3:30.21' prints"),
        ("mark", "3:30.12", {"mark": "3:30.12", "as_of": "1850"}, "judged as of 1850"),
        ("mark", "3:30.12", {"mark": "3:30.12", "as_of": "1900"}, "judged as of 1900"),
        ("mark", "3:30.12", {"mark": "3:30.12", "as_of": "1985"}, "judged as of 1985"),
        ("mark", "3:30.12 in 1985", {"mark": "3:30.12", "as_of": "1985"}, ""),
        ("mark", "3:30.12 in 1985", {"mark": "3:30.12", "as_of": "1984"}, "judged as of 1984"),
        ("mark", "3:30.12", {"mark": "3:30.12", "as_of": "2020"}, ""),
        ("mark", "3:30.12", {"mark": "3:30.12", "as_of": "2 June 2030"}, "judged as of 2 June 2030"),
        ("bio", "then", {"birth_date": "1985", "as_of": "1985"}, ""),
        ("bio", "then", {"birth_date": "1985", "as_of": "1984"}, "judged as of 1984"),
        ("other", "3:30.12", {}, "'other' is not checkable, and '3:30.12' prints a mark"),
        ("other", "a sore throat", {}, ""),
        ("place", "fifth", {"place": 5}, ""),
        ("place", "fifth", {"place": 1}, "1 is not what the quote 'fifth' prints"),
        ("place", "bronze", {"place": 3}, ""),
        ("place", "took bronze", {"place": "third"}, ""),
        ("place", "bronze", {"place": 2}, "2 is not what the quote 'bronze' prints"),
        ("place", "won", {"place": 1}, ""),
        ("place", "won", {"place": 2}, "2 is not what the quote 'won' prints"),
        ("place", "winning the 2024 trials", {"place": 1}, ""),
        ("place", "on Saturday", {"place": 7}, "7 is printed neither in the quote 'on Saturday' nor near it"),
        ("place", "second heat won", {"place": 1}, ""),
        ("place", "sitting on her shoulder", {"place": 2, "at": "the bell"}, ""),
        ("place", "last of the six", {"place": 6}, ""),
        ("count", "three finals", {"of": "finals", "count": 3}, ""),
        ("count", "back-to-back finals", {"of": "finals", "count": 2}, ""),
        ("count", "three finals", {"of": "finals", "count": 5}, "5 is not what the quote 'three finals' prints"),
        ("count", "won every time", {"of": "wins", "count": "four"}, ""),
        ("count", "not raced in the 1500m", {"of": "races", "count": 0}, ""),
        ("count", "in four years", {"of": "wins", "count": "three"}, "'three' is printed neither"),
        ("medal_count", "silver and bronze", {"count": 2}, ""),
        ("medal_count", "six golds", {"medal": "gold", "count": "six"}, ""),
        ("medal_count", "six golds", {"medal": "gold", "count": "seven"}, "'seven' is not what the quote"),
        ("rank", "only three men have run faster", {"rank": 4}, ""),
        ("rank", "No.2 of all Britons", {"rank": 4}, "4 is not what the quote"),
        ("bio", "24-year-old", {"age": 24}, ""),
        ("bio", "24-year-old", {"age": 42}, "42 is not what the quote '24-year-old' prints"),
        ("bio", "the teenager", {"age": 19}, ""),
        ("score", "31-17", {"score": "31-17"}, ""),
        ("score", "lost 17-31", {"score": "31-17"}, ""),
        ("score", "31-17", {"score": "31-18"}, "'31-18' is not what the quote '31-17' prints"),
        ("score", "31-17", {"score": "a walkover"}, "'a walkover' is printed neither in the quote"),
        ("margin", "a hundredth of a second", {"gap": "0.01"}, ""),
        ("margin", "0.12", {"gap": "0.21"}, "'0.21' is not what the quote '0.12' prints"),
    ],
)
def test_doubts(world: World, kind: str, quote: str, fields: dict[str, Any], words: str) -> None:
    own = OWN.get(kind, {"athlete": "Holt", "scope": RACE})
    one = claim(kind, "one", "Holt", **own, **fields) | {"quote": quote, "start": 0, "end": len(quote)}
    path = world.claims(one)
    (file,), _ = load_all([path])
    found = [str(doubt) for doubt in doubts(file)]
    assert len(found) == bool(words)
    assert all(words in doubt for doubt in found)


SHIPPED = ["claims", "benchmarks/samples/claims", "benchmarks/samples/held-out", "benchmarks/samples/drafts/claims",
           "benchmarks/second-readings", "benchmarks/sports-claims/claims", "tests/heldout/claims"]  # fmt: skip


@pytest.mark.parametrize("folder", SHIPPED)
def test_honest_claims_are_not_warned_of(folder: str) -> None:
    files, _ = load_all([ROOT / folder])
    assert files
    assert [str(doubt) for file in files for doubt in doubts(file)] == []


def test_a_figure_may_stand_in_the_same_statement_or_sentence(world: World) -> None:
    """A record of "British record" takes up the mark that stands before it; a compound is one statement."""
    words = {"quote": "a British record", "start": 0, "end": 16}
    record = (
        claim("record", "record", "Holt", level="national", athlete="Holt", mark="3:30.12", scope={"event": "1500m"})
        | words
    )
    mark = claim("mark", "mark", "Holt", athlete="Holt", mark="3:30.12", scope=RACE)
    for place, warned in ((200, False), (900, True)):
        near = mark | {"quote": "3:30.12", "start": place, "end": place + 7}
        for compound, alone in ({"compound": "both"}, False), ({}, True):
            claims = [record | compound, near | compound]
            path = world.write(
                "claims/arden.json", {"article": article("arden") | {"characters": 1000}, "claims": claims}
            )
            ((file,), _) = load_all([path])
            assert bool(doubts(file)) == (warned and alone)


def test_a_figure_that_is_changed_is_warned_of() -> None:
    """Of all places, counts and ages of the shipped claims that are printed in figures, each one changed in turn."""
    changed = warned = 0
    for file in load_all([ROOT / "claims"])[0]:
        for index, one in enumerate(file.claims):
            for name in ("place", "count", "rank", "age"):
                figure = getattr(one, name, None)
                if figure is None or not prints(one.quote, "age" if name == "age" else "place", figure, 0):
                    continue
                other = replace(one, **{name: 17 if str(figure) != "17" else 18})
                claims = (*file.claims[:index], other, *file.claims[index + 1 :])
                changed += 1
                warned += bool(doubts(replace(file, claims=claims)))
    assert changed > 40
    assert warned >= 0.85 * changed


def test_a_hedge_that_nobody_printed(world: World) -> None:
    one = {**CLAIMS[0], "hedge": "roughly"}
    (file,), _ = load_all([world.claims(one)])
    assert doubts(file) == []
    assert "'roughly' is not printed near the quote" in str(doubts(file, TEXT)[0])
    (file,), _ = load_all([world.claims({**CLAIMS[0], "hedge": "In"})])
    assert doubts(file, TEXT) == []


@pytest.mark.parametrize("apart, warned", [(60, False), (61, True)])
def test_a_hedge_stands_near_within_sixty_characters(world: World, apart: int, warned: bool) -> None:
    """Before the quote from its first letter on, behind it up to its last: "oughly" is not the word."""
    (file,), _ = load_all([world.claims({**CLAIMS[0], "hedge": "roughly"})])
    length = len(CLAIMS[0]["quote"])
    for text, start in (("roughly" + " " * 300, apart), (" " * (length + apart - 7) + "roughly", 0)):
        moved = replace(file, claims=(replace(file.claims[0], start=start, end=start + length),))
        assert any("near the quote" in str(doubt) for doubt in doubts(moved, text)) == warned


def test_validate_warns_and_passes(world: World) -> None:
    world.claims({**CLAIMS[0], "as_of": "1700"})
    run = world.run("validate")
    assert run.returncode == 0
    assert "warning: claims/arden.json:" in run.stderr
    assert "judged as of 1700" in run.stderr
