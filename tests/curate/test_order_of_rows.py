"""Neither the order of rows nor their spread over files changes what is known: a property of whole contests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pack import Pack

HEADER = ("athlete", "sex", "athlete_nation", "event", "edition", "city", "date", "round", "section", "match", "team",
          "member", "place", "mark", "wind", "status", "note", "sources")  # fmt: skip
_RUNNERS = ("Ada Noe", "Eva Vik", "Ida Berg", "Liv Dal")
_CUP = {"edition": "cup-2023", "date": "2023-07-02"}
_HALL = {"city": "Bergen", "date": "2023-05-01"}


def _race(race: dict[str, str], marks: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        {"athlete": name, "sex": "women", "athlete_nation": "NOR", "event": "100m", **race, "place": str(place),
         "mark": mark}
        for place, (name, mark) in enumerate(zip(_RUNNERS, marks, strict=False), 1)
    ]  # fmt: skip


# What was so: rows say parts of it, each whatever it likes of the fields that may be left out.
WORLD = [
    *_race(_HALL | {"round": "heat 1", "wind": "+1.2"}, ("11.50", "11.61", "11.70")),
    *_race(_HALL | {"round": "final", "section": "A", "wind": "+2.4"}, ("11.40", "11.52", "11.60", "11.70")),
    *_race(_CUP | {"round": "semifinal 2"}, ("11.30", "11.44")),
    *_race(_CUP | {"round": "final"}, ("11.20", "11.40", "11.50", "11.60")),
    {"athlete": "Kim Moe", "sex": "women", "athlete_nation": "GBR", "event": "100m", **_CUP, "round": "final",
     "status": "DNF", "note": "fell"},
    {"athlete": "Per Lie", "sex": "men", "athlete_nation": "NOR", "event": "boxing-71", **_HALL, "match": "a",
     "mark": "5", "place": "1"},
    {"athlete": "Bo Ek", "sex": "men", "athlete_nation": "GBR", "event": "boxing-71", **_HALL, "match": "a",
     "mark": "5", "place": "2"},
    *({"athlete": "Norway", "sex": "men", "athlete_nation": "NOR", "event": "800m", **_CUP, "round": "final",
       "team": "yes", "member": member, "mark": "1:50.00", "place": "1"} for member in ("Al Roe", "Jan Dal")),
    {"athlete": "Rolf Lund", "sex": "men", "athlete_nation": "NOR", "event": "800m", **_CUP, "status": "entered"},
]  # fmt: skip
_LEFT_OUT = ("place", "mark", "wind", "note")


@st.composite
def rows(draw: st.DrawFn, sources: tuple[str, ...], *, coarse: bool = False) -> list[tuple[str, ...]]:
    """Rows that each say a part of the world, some things twice and more; `coarse`: some without a mark's last zero."""
    chosen = draw(st.lists(st.sampled_from(WORLD), min_size=2, max_size=14))
    if coarse:
        chosen = [row | {"mark": _without_zero(row.get("mark", ""))} if draw(st.booleans()) else row for row in chosen]
    return [_written(draw, row | {"sources": draw(st.sampled_from(sources))}) for row in chosen]


def _without_zero(mark: str) -> str:
    return mark.removesuffix("0") if "." in mark else mark


def _written(draw: st.DrawFn, row: dict[str, str]) -> tuple[str, ...]:
    for field in draw(st.sets(st.sampled_from(_LEFT_OUT), max_size=1)):
        row = {key: value for key, value in row.items() if key != field}
    return tuple(row.get(field, "") for field in HEADER)


def _table(some: list[tuple[str, ...]]) -> str:
    return "".join(",".join(row) + "\n" for row in [HEADER, *some])


def _facts(pack: Pack) -> Any:
    truth = pack.truth()
    results = sorted(
        (truth.name(one.athlete), one.event, str(one.date), one.round, one.section or "", one.match or "",
         str(one.place), one.printed, one.status, one.assisted, one.note or "", sorted(one.members))
        for one in truth.results
    )  # fmt: skip
    entries = sorted((truth.name(one.athlete), one.edition, one.event or "", one.status) for one in truth.entries)
    return results, entries, sorted((one.name, one.sex, str(one.nations)) for one in truth.athletes.values())


@settings(max_examples=25)
@given(data=st.data())
def test_the_order_of_rows_changes_nothing(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    whole = data.draw(rows(("list", "web", "list web"), coarse=True))
    turned = data.draw(st.permutations(whole))
    first, second = _packs(tmp_path_factory, 2)
    assert [first.add(_table(whole)).code, second.add(_table(turned)).code] == [0, 0]
    for path in sorted(first.folder.iterdir()):
        assert (second.folder / path.name).read_text() == path.read_text()


@settings(max_examples=25)
@given(data=st.data())
def test_the_spread_over_files_changes_nothing(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    whole = data.draw(rows(("list",)))
    cut = data.draw(st.integers(1, len(whole) - 1))
    first, second = _packs(tmp_path_factory, 2)
    assert first.add(_table(whole)).code == 0
    assert [second.add(_table(part)).code for part in (whole[:cut], whole[cut:])] == [0, 0]
    assert _facts(second) == _facts(first)


@settings(max_examples=15)
@given(data=st.data())
def test_what_is_refused_does_not_hang_on_the_order(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Rows that contradict one another among the others: the same are left out, whichever comes first."""
    wrong = [
        tuple((row | {"mark": "11.99", "sources": "list"}).get(field, "") for field in HEADER) for row in WORLD[:9]
    ]
    whole = [*data.draw(rows(("list",))), *data.draw(st.lists(st.sampled_from(wrong), min_size=1, max_size=3))]
    turned = data.draw(st.permutations(whole))
    first, second = _packs(tmp_path_factory, 2)
    assert first.add(_table(whole), "--partial").code == second.add(_table(turned), "--partial").code
    for path in sorted(first.folder.iterdir()):
        assert (second.folder / path.name).read_text() == path.read_text()


TOLD_LATER = [
    ("wind above the limit", {"mark": "11.40"}, {"mark": "11.40", "wind": "+2.4"}, ("11.40", True, None)),
    ("what happened", {"status": "DNF"}, {"status": "DNF", "note": "fell"}, (None, False, "fell")),
]


@pytest.mark.parametrize(
    ("first", "second", "expected"), [row[1:] for row in TOLD_LATER], ids=[row[0] for row in TOLD_LATER]
)
def test_what_a_later_file_tells_is_filled_in(
    first: dict[str, str], second: dict[str, str], expected: tuple[object, ...], tmp_path: Path
) -> None:
    """A wind that came in by a second file left an assisted mark as good as any other."""
    pack = Pack(tmp_path)
    runner = WORLD[3] | {"mark": "", "wind": "", "place": ""}
    for told in (first, second, first):
        row = runner | told | {"sources": "list"}
        assert pack.add(_table([tuple(row.get(field, "") for field in HEADER)])).code == 0
    (result,) = pack.truth().results
    assert (result.printed or None, result.assisted, result.note) == expected


def test_a_member_has_the_sources_of_every_row(tmp_path: Path) -> None:
    pack = Pack(tmp_path)
    member = next(row for row in WORLD if row.get("member") == "Al Roe")
    rows = [tuple((member | {"sources": source}).get(field, "") for field in HEADER) for source in ("web", "list")]
    assert pack.add(_table(rows)).code == 0
    assert pack.truth().athletes["al-roe"].sources == ("list", "web")


def _packs(factory: pytest.TempPathFactory, count: int) -> list[Pack]:
    return [Pack(Path(factory.mktemp("p"))) for _ in range(count)]
