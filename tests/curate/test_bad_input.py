"""Bad tables: each kind is told with its lines, nothing is written that lint would not pass, and nothing is lost."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from small_pack import MEN, Pack

SOURCE = ("--set", "sources=list")
HEADER = "athlete,athlete_nation,mark,place\n"
DATED = ("--set", "event=800m", "--set", "sex=men", "--set", "city=Oslo", *SOURCE)
GOOD = "Al Roe,NOR,1:50.00,1\n"


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return Pack(tmp_path)


def added(pack: Pack, raw: str | bytes, *options: str) -> tuple[int, str, list[str]]:
    """The exit code, what is told, and the results that are in."""
    (pack.root / "bad.csv").write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    run = pack.run("truth", "add", "--truth", "pack", "--from", "bad.csv", "--new", "athletes", "--partial", *options)
    truth = pack.truth()  # which its lint passes
    return run.code, run.err, sorted(f"{truth.name(one.athlete)} {one.printed}" for one in truth.results)


# the table, the beginnings of what is told, and what is in all the same
LEFT_OUT: list[tuple[str, str | bytes, list[str], list[str]]] = [
    ("two encodings in one file", HEADER.encode() + "Zoë Roe,NOR,1:50.00,1\n".encode() + b"Zo\xeb Moe,NOR,1:51.00,2\n",
     ["bad.csv:3:3: $: not UTF-8"], []),
    ("Cyrillic in a Latin name", f"{HEADER}{GOOD}Вo Ek,GBR,1:51.00,2\n",
     ["bad.csv:3:1: athlete: 'Вo Ek' mixes alphabets"],
     ["Al Roe 1:50.00"]),
    ("two winners and no tie", f"{HEADER}{GOOD}Bo Ek,GBR,1:51.00,1\n",
     ["bad.csv:2:1: race: al-roe and bo-ek share place 1 without a tie (with line 3)"], []),
    ("a table that contradicts itself", f"{HEADER}{GOOD}Al Roe,NOR,1:52.00,1\nBo Ek,GBR,1:53.00,2\n",
     ["bad.csv:2:1: athlete: a second result of al-roe in this race: see line 3",
      "bad.csv:3:1: athlete: a second result of al-roe in this race: see line 2"], ["Bo Ek 1:53.00"]),
    ("places that the marks gainsay", f"{HEADER}{GOOD}Bo Ek,GBR,1:49.00,2\n",
     ["bad.csv:2:1: race: bo-ek is placed behind al-roe with a better mark (with line 3)"], []),
    ("markup in a name", f"{HEADER}{GOOD}<b>Bo Ek</b>,GBR,1:51.00,2\nJan &amp; Dal,NOR,1:52.00,3\n",
     ["bad.csv:3:1: athlete: '<b>Bo Ek</b>' is not a plain name",
      "bad.csv:4:1: athlete: 'Jan &amp; Dal' is not a plain name"],
     ["Al Roe 1:50.00"]),
    ("a spreadsheet's formulas", f'{HEADER}{GOOD}"=A2&""x""",GBR,=1+1,2\n',
     ["bad.csv:3:17: mark: '=1+1' is not an exact time"], ["Al Roe 1:50.00"]),
    ("a name turned round by a letter nobody sees",
     f"{HEADER}{GOOD}Bo \u202eEk,GBR,1:51.00,2\nJan\x00Dal,NOR,1:52.00,3\n",
     ["bad.csv:3:1: athlete: 'Bo \\u202eEk' has a character that is not a letter, RIGHT-TO-LEFT OVERRIDE",
      "bad.csv:4:1: athlete: 'Jan\\x00Dal' has a character that is not a letter, U+0000"], ["Al Roe 1:50.00"]),
    ("a line of units below the header", f"{HEADER}name,code,min:sec,no.\n{GOOD}",
     ["bad.csv:2:6: athlete_nation: the ground truth has no nation", "bad.csv:2:11: mark:", "bad.csv:2:19: place:"],
     ["Al Roe 1:50.00"]),
    ("a total at the end", f"{HEADER}{GOOD}Total: 1,,,\n", ["bad.csv:3:1: athlete: 'Total: 1' is new to the pack"],
     ["Al Roe 1:50.00"]),
    ("a comma in a name without quotes", f"{HEADER}{GOOD}Ek, Bo,GBR,1:51.00,2\n",
     ["bad.csv:3:1: row: the header has 4 columns, this row 5"], ["Al Roe 1:50.00"]),
    ("places that are none", f"{HEADER}{GOOD}Bo Ek,GBR,1:51.00,0\nJan Dal,NOR,1:52.00,-1\n",
     ["bad.csv:3:19: place: '0' is not a place", "bad.csv:4:21: place: '-1' is not a place"], ["Al Roe 1:50.00"]),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "told", "results"), [row[1:] for row in LEFT_OUT], ids=[row[0] for row in LEFT_OUT])
def test_what_is_wrong_is_told_by_line_and_left_out(
    raw: str | bytes, told: list[str], results: list[str], pack: Pack
) -> None:
    code, err, found = added(pack, raw, *MEN, *SOURCE)
    assert found == results
    assert code == (1 if results else 2)
    assert [line for line in told if line not in err] == []
    assert {line.partition(": ")[0].split(":")[1] for line in err.splitlines() if line.startswith("bad.csv")} == {
        line.split(":")[1] for line in told
    }


TAKEN = [
    ("a blank header", f",{HEADER}0,{GOOD}"),
    ("columns in another order", "place,mark,athlete_nation,athlete\n1,1:50.00,NOR,Al Roe\n"),
    ("a header twice", f"{HEADER}{GOOD}{HEADER}"),
    ("semicolons and a decimal comma", 'athlete;athlete_nation;mark;place\nAl Roe;NOR;"1:50,00";1\n'),
    ("a name in one cell of two lines", f'{HEADER}"Al\nRoe",NOR,1:50.00,1\n'),
    ("zero widths and a byte order mark", f"\ufeff{HEADER}A\u200bl Roe\ufeff,NOR,1:50.00,1\n"),
    ("one name composed in two ways", f"{HEADER}Al Roé,NOR,1:50.00,1\nAl Roe\u0301,NOR,1:50.00,1\n"),
    ("rows twice", HEADER + GOOD * 3),
]  # fmt: skip


@pytest.mark.parametrize("raw", [row[1] for row in TAKEN], ids=[row[0] for row in TAKEN])
def test_what_only_looks_bad_is_taken(raw: str, pack: Pack) -> None:
    code, err, results = added(pack, raw, *MEN, *SOURCE)
    assert (code, err) == (0, "")
    assert [result.replace("é", "e").replace("1:50.00", "") for result in results] == ["Al Roe "]


def test_dates_in_two_orders_in_one_column(pack: Pack) -> None:
    """What can be only one day is taken; what may be either is refused, with the lines that show both orders."""
    rows = "Al Roe,NOR,1:50.00,25/03/2024\nBo Ek,GBR,1:51.00,03/26/2024\nJan Dal,GBR,1:52.00,03/04/2024\n"
    code, err, results = added(pack, f"athlete,athlete_nation,mark,date\n{rows}", *DATED)
    assert (code, results) == (1, ["Al Roe 1:50.00", "Bo Ek 1:51.00"])
    assert "bad.csv:4:21: date: '03/04/2024' is 2024-04-03 or 2024-03-04" in err
    assert "DD/MM/YYYY in line 2 and MM/DD/YYYY in line 3" in err


def test_a_day_that_is_still_to_come_and_a_birth_after_the_race(pack: Pack) -> None:
    rows = "Al Roe,NOR,1:50.00,2924-03-04,\nBo Ek,GBR,1:51.00,2024-03-04,2030-01-01\n"
    code, err, results = added(pack, f"athlete,athlete_nation,mark,date,born\n{rows}", *DATED)
    assert (code, results) == (2, [])
    assert "bad.csv:2:20: date: 2924-03-04 is still to come" in err
    assert "bad.csv:3:1: race: Bo Ek was born in 2030-01-01, after this race" in err


def test_two_results_of_a_day_in_two_places_are_taken_with_neither(pack: Pack) -> None:
    """One of them is wrong, and which one no row tells: neither the first nor the last goes in."""
    rows = "Al Roe,NOR,1:50.00,2024-03-04,Oslo\nAl Roe,NOR,1:51.00,2024-03-04,Bergen\n"
    code, err, results = added(pack, f"athlete,athlete_nation,mark,date,city\n{rows}", *DATED[:4], *SOURCE)
    assert (code, results) == (2, [])
    assert "bad.csv:2:1: athlete: a second result of al-roe on this day: see line 3" in err
    assert "bad.csv:3:1: athlete: a second result of al-roe on this day: see line 2" in err


def test_ten_thousand_near_names_are_asked_about_in_a_few_lines(pack: Pack) -> None:
    letters = "bcdfghjklmnpqrstvwxzyi"
    names = ["".join(some) for some in itertools.product(letters, repeat=3)][:10_000]
    rows = "".join(f"Runner A{name}o,NOR,1:50.00,\n" for name in names)
    code, err, results = added(pack, HEADER + rows, *MEN, *SOURCE)
    assert (code, results) == (2, [])
    assert "  it is not clear who is meant, such as bad.csv:" in err
    assert err.count("\n") <= 3


@pytest.mark.parametrize(
    ("nameless", "expected"),
    [(("0", "1"), None), (("x", "1"), "column 1 has no name: left out, such as 'x' in line 2")],
)
def test_a_column_without_a_name_is_left_out_and_told_of(
    nameless: tuple[str, str], expected: str | None, pack: Pack
) -> None:
    """The numbers of rows say nothing; whatever else stands there is not lost without a word."""
    rows = (GOOD, "Bo Ek,GBR,1:51.00,2\n")
    table = f",{HEADER}" + "".join(f"{cell},{row}" for cell, row in zip(nameless, rows, strict=True))
    run = pack.add(table, *MEN, *SOURCE)
    assert run.code == 0
    told = [line for line in run.out.splitlines() if "has no name" in line]
    assert told == ([expected] if expected else [])
