"""Who the subject of a clause is, which competition it speaks of, and what of a claim is printed there."""

from __future__ import annotations

from datetime import date

import pytest
from reading_words import claims, lexicon, told

from harness.extract.rules import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall held off both Maria Bell of Norway and Jane Dale of Kenya to win.", [("Anna Hall", 1)]),
        ("Anna Hall sprinted past Maria Bell and Jane Dale to win.", [("Anna Hall", 1)]),
        ("As Anna Hall pushed on, Maria Bell stayed close. She went past her and won.", [("Maria Bell", 1)]),
        ("Anna Hall led early, but the reigning champion won.", []),
        ("The 23-year-old American outran Maria Bell to win.", []),
        ("Anna Hall and Maria Bell won.", []),  # which of them?
        (
            "Anna Hall and Maria Bell were first and second respectively.",
            [("Anna Hall", "first"), ("Maria Bell", "second")],
        ),
        ("In the 1500m final Anna Hall finished third.", [("Anna Hall", "third")]),
        ("Anna Hall, who lost to Maria Bell in May, finished third.", [("Anna Hall", "third")]),
        ("While Maria Bell was third, Anna Hall finished fifth.", [("Maria Bell", "third"), ("Anna Hall", "fifth")]),
        ("Nobody saw Anna Hall coming. Nobody won.", []),
        ("Anna Hall was in fourth place at the bell.", []),  # of what distance?
        ("Anna Hall was fourth going into the last lap.", []),
        ("This was only her third race.", []),
    ],
)  # fmt: skip
def test_who_came_where(text: str, expected: list[tuple[str, object]]) -> None:
    assert [one for one in told(text, "place", "athlete", "place") if one[1] is not None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall finished fast to overtake Kenya's Maria Bell for bronze in 3:59.05.", [("Anna Hall", "3:59.05")]),
        ("Anna Hall beat Maria Bell (3:59.05).", [("Maria Bell", "3:59.05")]),
        ("Anna Hall won from Maria Bell, second in 3:59.05.", [("Maria Bell", "3:59.05")]),
        ("Anna Hall won the 1500m with a last lap of 58.4 seconds.", []),
        ("Anna Hall won the 1500m in 58.4 seconds.", []),  # nobody can
        ("Anna Hall took her record from 3:59.05 down to 3:58.10.", [("Anna Hall", "3:58.10")]),
        ("Anna Hall was just inside Maria Bell's world record of 3:59.05.", []),
        ("Anna Hall led her 1500m by far when the bell rang, and came home in 3:59.05.", [("Anna Hall", "3:59.05")]),
        ("1 A Hall (USA) 3:58.10; 2 M Bell (GBR) 3:59.05. Anna Hall won. Maria Bell was glad.",
         [("A Hall", "3:58.10"), ("M Bell", "3:59.05")]),
        ("Silver: Maria Bell (Great Britain) - 3:59.05", [("Maria Bell", "3:59.05")]),
    ],
)  # fmt: skip
def test_whose_mark_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "mark", "athlete", "mark") == expected


@pytest.mark.parametrize(
    ("text", "competition", "year"),
    [
        ("Josh Kerr won at the World Championships in Budapest. He had been fifth in Tokyo. He ran 3:29.38.",
         "World Championships in Budapest", 2023),
        ("Josh Kerr won in Budapest, a year after he was beaten in Eugene. He ran 3:29.38.", "Budapest", 2023),
        ("At the Paris 2024 Olympics Josh Kerr ran 3:27.79.", "Paris 2024 Olympics", None),
        ("Josh Kerr, bronze medallist in Tokyo, ran 3:29.38 in Budapest.", "Budapest", 2023),
        ("Josh Kerr ran 3:29.38. The Tokyo bronze medallist was glad.", None, None),
    ],
)  # fmt: skip
def test_an_aside_ends_with_its_sentence(text: str, competition: str | None, year: int | None) -> None:
    found = [claim for claim in find(text, lexicon(), date(2023, 8, 24)) if claim["kind"] == "mark"]
    if "2024" in text:
        found = [claim for claim in find(text, lexicon(), date(2024, 8, 7)) if claim["kind"] == "mark"]
    assert [(claim["scope"].get("competition"), claim["scope"].get("year")) for claim in found] == [(competition, year)]


def test_a_meeting_still_to_come_is_no_scope() -> None:
    text = "Josh Kerr ran 3:30.59. He is a favourite for the Paris Olympics, and the Olympics will be fast."
    found = [claim for claim in find(text, lexicon(), date(2024, 6, 1)) if claim["kind"] == "mark"]
    assert [claim["scope"].get("competition") for claim in found] == [None]


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("Josh Kerr ran 3:27.79 in the 1500m final at the Paris 2024 Olympics.", []),
        ("The Paris 2024 Olympics had a fine 1500m. Josh Kerr ran 3:27.79.", ["scope.competition", "scope.event"]),
        ("Josh Kerr was glad. He ran 3:27.79 in the 1500m at the Paris 2024 Olympics.", ["athlete"]),
        ("Josh Kerr said that he ran 3:27.79 in the 1500m at the Paris 2024 Olympics.", []),  # nobody else is named
        ("In the 1500m Josh Kerr ran 3:27.79.", ["scope.competition"]),
    ],
)
def test_what_is_not_printed_is_inferred(text: str, inferred: list[str]) -> None:
    (claim,) = claims(text, "mark")
    assert claim.get("inferred", []) == inferred


def test_ids_do_not_depend_on_counting() -> None:
    text = "Anna Hall won in 3:59.05.\n\nMaria Bell ran 4:00.10."
    longer = "Jane Dale led in 3:58.05.\n\n" + text
    ids = [claim["id"] for claim in claims(text)]
    assert ids == [claim["id"] for claim in claims(longer)][-len(ids) :]


@pytest.mark.parametrize("piece", ["A ", "the a ", "Kerr's ", "3:29.05 ", "(", "in Paris 2024 ", "who ", "first and "])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """Text that no sentence has, and on which every pattern is tried: twice as much takes about twice the time."""
    from time import process_time

    def seconds(length: int) -> float:
        began = process_time()
        find(piece * (length // len(piece)), lexicon(), date(2024, 8, 7))
        return process_time() - began

    seconds(2_000)
    assert seconds(32_000) < 4 * max(seconds(16_000), 0.05)
