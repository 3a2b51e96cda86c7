"""The ground truth that is shipped: it decodes, it holds no contradiction, and what everybody knows is so in it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import msgspec
import pytest

from harness.records.model import Setting
from harness.schema import PackFile
from harness.truth import completeness
from harness.truth.index import Truth
from harness.truth.lint import lint
from harness.truth.pack import Pack
from harness.truth.races import result_of
from harness.truth.results import Result
from harness.values import Range, exactly, read_mark

FOLDER = Path(__file__).parents[2] / "ground_truth"
FILES = sorted(FOLDER.glob("*.json"))
OLYMPIC = Setting(event="1500m", sex="men", competition="olympic-games")
OUTDOORS = Setting(event="1500m", sex="men", indoor=False)
DAY_OF_HEATS = date(2024, 8, 2).toordinal()


def _shipped() -> Pack:
    parts = [msgspec.json.decode(path.read_bytes(), type=PackFile) for path in FILES]
    return Pack(
        **{table: tuple(row for part in parts for row in getattr(part, table)) for table in Pack.__struct_fields__}
    )


@pytest.fixture(scope="module")
def truth() -> Truth:
    return Truth(_shipped())


def day(printed: str) -> int:
    return date.fromisoformat(printed).toordinal()


def milliseconds(printed: str) -> Range:
    figure = read_mark(printed, "time")
    assert figure.exact is not None
    return exactly(figure.exact)


def medals(truth: Truth, as_of: int, setting: Setting = OLYMPIC) -> Counter[str | None]:
    found = [one.medal_as_of(as_of) for one in truth.matching(setting, as_of)]
    return Counter(medal for medal in found if medal)


def fastest(truth: Truth, as_of: int) -> list[str]:
    """Who has the best outdoor 1500 m of his life, the fastest man first."""
    best: dict[str, int] = {}
    for one in truth.matching(OUTDOORS, as_of):
        if one.mark is not None and one.mark.high is not None:
            best[one.athlete] = min(one.mark.high, best.get(one.athlete, one.mark.high))
    return sorted(best, key=lambda athlete: best[athlete])


def race(truth: Truth, athlete: str, edition: str, round_: str = "final", event: str = "1500m") -> Result:
    found = result_of(truth, athlete, Setting(event=event, edition=edition, round=round_), day("2024-12-31"))
    assert isinstance(found, Result)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_a_part_of_a_pack_and_ends_in_a_newline(path: Path) -> None:
    raw = path.read_bytes()
    assert msgspec.json.decode(raw, type=PackFile) != Pack()
    assert raw.endswith(b"}\n")
    assert b"\\u" not in raw, "letters are written out"


def test_the_pack_has_no_flaw() -> None:
    assert lint(_shipped()) == []


def test_every_result_has_an_id_of_its_own(truth: Truth) -> None:
    assert [identity for identity, times in Counter(one.id for one in truth.results).items() if times > 1] == []


def test_every_source_is_cited(truth: Truth) -> None:
    cited = {source for one in truth.results for source in one.sources}
    for row in (*truth.pack.athletes, *truth.pack.editions, *truth.records, *truth.completeness):
        cited |= set(row.sources)
    for table in truth.medal_tables:
        cited |= {source for row in (table, *table.rows) for source in row.sources}
    for one in (result for race in truth.pack.races for result in race.results):
        cited |= {source for dispute in one.disputes for source in dispute.sources}
    assert set(truth.sources) - cited == set()


def test_every_athlete_has_run_or_held_a_record(truth: Truth) -> None:
    known = {one.athlete for one in truth.results} | {record.athlete for record in truth.records}
    assert set(truth.athletes) - known == set()


@pytest.mark.parametrize(
    ("nation", "as_of", "colours"),
    [
        ("GBR", "2021-08-06", {"gold": 5, "silver": 5, "bronze": 3}),
        ("GBR", "2024-08-05", {"gold": 5, "silver": 5, "bronze": 4}),
        ("GBR", "2024-08-06", {"gold": 5, "silver": 6, "bronze": 4}),  # 15 with 1906 before Paris: it does not count
        ("NOR", "2024-08-06", {"gold": 1}),
        ("BRN", "2009-11-17", {"gold": 1}),
        ("BRN", "2009-11-18", {}),
    ],
    ids=str,
)
def test_olympic_medals_of_a_nation(truth: Truth, nation: str, as_of: str, colours: dict[str, int]) -> None:
    setting = msgspec.structs.replace(OLYMPIC, nation=nation)
    assert medals(truth, day(as_of), setting) == Counter(colours)


@pytest.mark.parametrize(
    ("as_of", "podium"),
    [
        ("2009-11-17", {"gold": "rashid-ramzi", "silver": "asbel-kiprop", "bronze": "nick-willis"}),
        ("2009-11-18", {"gold": "asbel-kiprop", "silver": "nick-willis", "bronze": "mehdi-baala"}),
    ],
)
def test_the_podium_of_2008_before_and_after_the_disqualification(
    truth: Truth, as_of: str, podium: dict[str, str]
) -> None:
    final = truth.matching(Setting(event="1500m", edition="olympic-games-2008"), day(as_of))
    assert {one.medal_as_of(day(as_of)): one.athlete for one in final if one.medal_as_of(day(as_of))} == podium


def test_every_official_games_has_given_three_medals(truth: Truth) -> None:
    end = day("2024-12-31")
    games = [one for one in truth.editions_by_competition["olympic-games"] if one.official]
    assert len(games) == 30
    for edition in games:
        of_it = msgspec.structs.replace(OLYMPIC, edition=edition.id)
        assert medals(truth, end, of_it) == Counter(gold=1, silver=1, bronze=1), edition.id


@pytest.mark.parametrize(
    ("as_of", "place", "athlete"),
    [
        ("2021-08-07", 1, "hicham-el-guerrouj"),
        ("2024-05-31", 4, "jakob-ingebrigtsen"),
        ("2024-05-31", 19, "josh-kerr"),
        ("2024-08-02", 4, "jakob-ingebrigtsen"),
        ("2024-08-02", 20, "josh-kerr"),  # passed by Brian Komen in Monaco
        ("2024-08-06", 8, "josh-kerr"),
    ],
    ids=str,
)
def test_the_fastest_men_of_a_day(truth: Truth, as_of: str, place: int, athlete: str) -> None:
    assert fastest(truth, day(as_of))[place - 1] == athlete
    assert completeness.listed(truth, "athletes", OUTDOORS, None, day(as_of)) is not None


@pytest.mark.parametrize("statement", ["uk-1500m-athletes-2021-08-07", "uk-1500m-athletes-2024-08-02"])
def test_the_british_lists_hold_fifteen_men_down_to_the_last_of_them(truth: Truth, statement: str) -> None:
    one = next(one for one in truth.completeness if one.id == statement)
    britons = msgspec.structs.replace(OUTDOORS, nation="GBR")
    depth = milliseconds(one.down_to or "").high or 0
    listed = {
        run.athlete
        for run in truth.matching(britons, day(one.end))
        if run.mark and (run.mark.high or depth + 1) <= depth
    }
    assert len(listed) == 15


@pytest.mark.parametrize(
    ("level", "of", "event", "as_of", "holder"),
    [
        ("world", None, "1500m", "1985-08-01", "steve-cram"),
        ("world", None, "1500m", "2024-08-06", "hicham-el-guerrouj"),
        ("olympic", "olympic-games", "1500m", "2021-08-06", "abel-kipsang"),
        ("olympic", "olympic-games", "1500m", "2024-08-05", "jakob-ingebrigtsen"),
        ("olympic", "olympic-games", "1500m", "2024-08-06", "cole-hocker"),
        ("area", "Europe", "1500m", "2020-08-13", "mo-farah"),
        ("area", "Europe", "1500m", "2024-07-12", "jakob-ingebrigtsen"),
        ("national", "GBR", "mile", "2024-05-24", "steve-cram"),
        ("national", "GBR", "mile", "2024-05-25", "josh-kerr"),
        ("national", "GBR", "1500m", "2024-08-05", "mo-farah"),
    ],
    ids=str,
)
def test_who_held_a_record(truth: Truth, level: str, of: str | None, event: str, as_of: str, holder: str) -> None:
    standing = [
        row.athlete
        for row in truth.records
        if (row.level, row.of, row.event, row.indoor) == (level, of, event, False)
        and row.date <= as_of < (row.until or "9999")
    ]
    assert standing == [holder]


@pytest.mark.parametrize(
    ("athlete", "edition", "round_", "place", "mark"),
    [
        ("josh-kerr", "olympic-games-2020", "final", 3, "3:29.05"),
        ("jake-wightman", "olympic-games-2020", "final", 10, "3:35.09"),
        ("josh-kerr", "world-championships-2023", "final", 1, "3:29.38"),
        ("josh-kerr", "olympic-games-2024", "heat 1", 1, "3:35.83"),
        ("ermias-girma", "olympic-games-2024", "heat 2", 1, None),
        ("jakob-ingebrigtsen", "herculis-2024", "final", 1, "3:26.73"),
    ],
    ids=str,
)
def test_a_result(truth: Truth, athlete: str, edition: str, round_: str, place: int, mark: str | None) -> None:
    found = race(truth, athlete, edition, round_)
    assert found.place == exactly(place)
    assert mark is None or found.mark == milliseconds(mark)


def test_sources_that_disagree_stay_side_by_side(truth: Truth) -> None:
    glasgow = race(truth, "josh-kerr", "world-indoor-championships-2024", event="3000m")
    seoul = race(truth, "peter-rono", "olympic-games-1988")
    tokyo = race(truth, "jakob-ingebrigtsen", "olympic-games-2020")
    assert glasgow.mark == Range(462_950, 462_980)
    assert seoul.mark == Range(215_950, 215_960)
    assert tokyo.splits["400m"] == Range(56_101, 56_499)  # 56.2 and 56.4, each printed in tenths


def test_how_the_semifinals_were_reached(truth: Truth) -> None:
    assert race(truth, "josh-kerr", "olympic-games-2020", "heat 1").qualified == "q"
    assert race(truth, "jakob-ingebrigtsen", "olympic-games-2024", "heat 3").qualified == "Q"
    repechage = truth.matching(
        Setting(event="1500m", edition="olympic-games-2024", round="repechage"), DAY_OF_HEATS + 1
    )
    assert Counter(one.qualified for one in repechage) == Counter({"Q": 6, "": 21})


def test_ingebrigtsen_has_won_his_four_finals_between_eugene_and_paris(truth: Truth) -> None:
    setting = Setting(event="1500m", sex="men", round="final", start=day("2024-05-26"), end=day("2024-07-31"))
    finals = truth.matching(setting, day("2024-07-31"), "jakob-ingebrigtsen")
    assert [one.place for one in finals] == [exactly(1)] * 4
    assert completeness.races(truth, "jakob-ingebrigtsen", setting, day("2024-07-31")) is not None


@pytest.mark.parametrize(("round_", "wins", "losses"), [("final", 2, 7), (None, 3, 11)], ids=["finals", "all rounds"])
def test_kerr_against_ingebrigtsen_before_paris(truth: Truth, round_: str | None, wins: int, losses: int) -> None:
    as_of, tally = day("2024-08-01"), Counter[bool]()
    setting = Setting(round=round_, start=day("2017-01-01"))
    theirs = truth.matching(setting, as_of, "jakob-ingebrigtsen")
    for his in truth.matching(setting, as_of, "josh-kerr"):
        for other in theirs:
            if (his.date, his.event, his.round, his.edition) == (other.date, other.event, other.round, other.edition):
                assert his.place is not None
                assert other.place is not None
                tally[(his.place.low or 0) < (other.place.low or 0)] += 1
    assert (tally[True], tally[False]) == (wins, losses)
