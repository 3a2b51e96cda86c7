"""A compiled ground truth answers as its pack does, and one that must not be used says why and what to do.

`make store` runs the tables of every kind, the worlds and the shipped articles on stores; here is what is the store's.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import msgspec
import pytest
from arden import PACK, World
from systems import needs_links
from tiny_pack import DATA

from harness.broken import StoreBroken
from harness.checking.load import default_truth_folder, load_truth
from harness.checking.load.store import build_store, open_store, pack_files
from harness.checking.run import Question, check
from harness.names import Names
from harness.present.formats import write
from harness.records.quantity import Setting
from harness.truth.index import Truth
from harness.truth.lists import best_cost, rank, steps_of
from harness.truth.pack import Pack
from harness.truth.show import show_entity
from harness.truth.store import StoredTruth, StoreFile, is_store
from harness.truth.store.file import VERSION, sealed

SHIPPED = default_truth_folder()


@pytest.fixture(scope="module")
def shipped() -> Truth:
    truth = load_truth(SHIPPED)
    assert isinstance(truth, Truth)
    return truth


@pytest.fixture(scope="module")
def stored(shipped: Truth, tmp_path_factory: pytest.TempPathFactory) -> StoredTruth:
    path = build_store(shipped, tmp_path_factory.mktemp("store") / "shipped.sqlite", pack_files(SHIPPED))
    truth = open_store(path)
    assert isinstance(truth, StoredTruth)
    return truth


@pytest.fixture
def store(world: World) -> Path:
    """The store of the Arden pack."""
    truth = load_truth(world.root / "truth")
    assert isinstance(truth, Truth), truth
    return build_store(truth, world.root / "arden.sqlite", pack_files(world.root / "truth"))


def refusal(path: Path) -> str:
    (mistake,) = load_truth(path)  # type: ignore[misc]
    return str(mistake.message)


# ------------------------------------------------------------------------------------------------------ same answers


def test_a_store_in_the_largest_pages_that_there_are_is_read(store: Path) -> None:
    """Whoever copies it with another tool may choose them; their size does not fit into the header, which says 1."""
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 65536")
        connection.execute("VACUUM")
    assert store.read_bytes()[16:18] == b"\0\1"
    truth = open_store(store)
    assert isinstance(truth, StoredTruth), truth
    assert truth.results


def test_the_shipped_articles_have_the_same_report(shipped: Truth, stored: StoredTruth) -> None:
    reports = [check((SHIPPED.parent / "claims",), truth, Question()) for truth in (shipped, stored)]
    assert write(reports[0], "json") == write(reports[1], "json")


def test_the_pack_comes_back_as_it_was(shipped: Truth, stored: StoredTruth) -> None:
    assert stored.pack == shipped.pack
    assert stored.digest == shipped.digest


def test_no_table_has_more_buckets_than_keys(stored: StoredTruth) -> None:
    tables = stored.store.contents.tables
    assert {name: table for name, table in tables.items() if table.buckets > table.length + 1} == {}


@pytest.mark.parametrize("name", ["Jakob Ingebrigtsen", "Norway", "Paris 2024", "1500 m", "Olympic Games"])
def test_what_is_shown_of_a_name_is_the_same(name: str, shipped: Truth, stored: StoredTruth) -> None:
    assert show_entity(stored, name) == show_entity(shipped, name) != []


def test_results_are_asked_for_and_not_gone_through(stored: StoredTruth) -> None:
    assert "nowhere-1900" not in stored.by_edition
    with pytest.raises(TypeError):
        list(stored.by_edition)


def test_every_view_has_what_the_index_has(shipped: Truth, stored: StoredTruth) -> None:
    ids = [result.id for result in shipped.results]
    assert [result.id for result in stored.results] == ids
    assert [result.id for result in stored.results[3:7]] == ids[3:7]
    assert list(stored.athletes) == list(shipped.athletes)
    assert stored.changes == shipped.changes
    for view in ("by_athlete", "by_edition", "by_event", "by_competition"):
        for key, results in getattr(shipped, view).items():
            assert [result.id for result in getattr(stored, view)[key]] == [result.id for result in results], (
                view,
                key,
            )
    for view in ("athletes", "editions", "competitions", "events", "nations", "sources", "editions_by_competition"):
        assert dict(getattr(stored, view).items()) == getattr(shipped, view), view
    for view in ("sexes", "of_nobody", "teams", "named_as_teams"):
        assert getattr(stored, view) == getattr(shipped, view), view
    for result in stored.results:
        assert result in stored.race(result)


@pytest.mark.parametrize(
    "setting",
    [
        Setting(), Setting(level="global championship"), Setting(level="Diamond League"), Setting(event="1500m"),
        Setting(event="1500m", level="championship"), Setting(event="1500m", nation="NOR"), Setting(nation="NOR"),
        Setting(start=738_521, end=739_251), Setting(event="mile", start=738_521, end=739_251), Setting(start=738_521),
        Setting(competition="olympic-games"), Setting(competition="olympic-games", event="1500m"),
    ],
)  # fmt: skip
def test_the_results_inside_a_setting_are_the_same(shipped: Truth, stored: StoredTruth, setting: Setting) -> None:
    inside = [result.id for result in shipped.ever(setting)]
    assert inside
    assert [result.id for result in stored.ever(setting)] == inside


def test_a_large_table_is_read_by_its_buckets(
    shipped: Truth, stored: StoredTruth, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With hardly anything kept of it: each answer is read anew."""
    monkeypatch.setattr("harness.truth.store.file.SMALL", 0)
    monkeypatch.setattr("harness.truth.store.views._MOST_KEPT", 2)
    again = StoredTruth(stored.store)
    read = {key: again.athletes.get(key) for key in [*shipped.athletes, "nobody"]}
    assert read == {**shipped.athletes, "nobody": None}
    assert list(again.athletes.keys()) == list(shipped.athletes)


def test_a_list_of_all_marks_is_kept_where_indoors_and_outdoors_are_one(tmp_path: Path) -> None:
    statement = {"id": "both", "covers": "marks", "start": "2021", "end": "2024", "events": ["2-miles"], "sex": "men",
                 "down_to": "8:10.00", "indoor_too": True, "text": "both", "sources": ["book"]}  # fmt: skip
    pack = msgspec.convert({**DATA, "completeness": [*DATA["completeness"], statement]}, Pack)
    kept = open_store(build_store(Truth(pack), tmp_path / "tiny.sqlite"))
    assert isinstance(kept, StoredTruth)
    steps = [
        [kept.list_steps("athletes", Setting(event=event, sex="men", indoor=indoor)) for indoor in (False, True, None)]
        for event in ("1500m", "2-miles")
    ]
    assert [[each is not None for each in lists] for lists in steps] == [[True, False, False], [True, True, True]]


def test_the_numbers_of_lists_are_the_same_on_a_machine_that_writes_them_from_the_other_end(
    shipped: Truth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("writer", "stored_truth"):
        monkeypatch.setattr(f"harness.truth.store.{module}.byteorder", "little" if sys.byteorder == "big" else "big")
    kept = open_store(build_store(shipped, tmp_path / "turned.sqlite"))
    assert isinstance(kept, StoredTruth)
    setting = Setting(event="1500m", sex="men", indoor=False)
    steps, anew = kept.list_steps("athletes", setting), steps_of(shipped, "athletes", setting)
    assert steps is not None
    assert (list(steps.lows), list(steps.highs)) == (list(anew.lows), list(anew.highs))


def test_what_is_not_there_is_absent_and_not_made(stored: StoredTruth) -> None:
    assert stored.athletes.get("nobody") is None
    assert "nobody" not in stored.athletes
    with pytest.raises(KeyError):
        stored.athletes["nobody"]
    assert stored.by_athlete["nobody"] == []
    assert stored.by_athlete.get("nobody", ()) == ()
    assert not hasattr(stored, "gossip")


def test_ranks_are_those_of_lists_worked_out_anew(shipped: Truth, stored: StoredTruth) -> None:
    days = shipped.changes[1::40]
    for event, sexes in shipped.sexes.items():
        for sex in sorted(sexes):
            setting = Setting(event=event, sex=sex, indoor=False)
            athletes = {result.athlete for result in shipped.by_event[event]}
            for of in ("athletes", "performances"):
                kept = stored.list_steps(of, setting)
                assert kept is not None
                anew = steps_of(shipped, of, setting)
                assert list(kept.lows) == list(anew.lows)
                assert len(kept.leads) == len(anew.leads)
                for day in days:
                    leaders = [[cost.result.id for cost in steps.leaders(day)] for steps in (kept, anew)]
                    assert leaders[0] == leaders[1]
            for athlete, day in zip(sorted(athletes), days, strict=False):
                ranks = []
                for truth in (shipped, stored):
                    cost = best_cost(truth, athlete, setting, day)
                    ranks.append(rank(truth, "athletes", setting, day, [] if cost is None else [cost]))
                assert ranks[0] == ranks[1]


def slips(name: str) -> list[str]:
    """The name with a letter left out, doubled, changed, and two that changed places."""
    at = len(name) // 2
    return [
        name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:], name[:at] + "x" + name[at + 1 :],
        name[:at] + name[at : at + 2][::-1] + name[at + 2 :], name[1:], name[:-2],
    ]  # fmt: skip


def test_names_mean_the_same_misspelt_ones_too(shipped: Truth, stored: StoredTruth) -> None:
    names, kept = Names(shipped), Names(stored)
    for athlete in shipped.athletes.values():
        for printed in (athlete.name, *slips(athlete.name), *slips(athlete.name.split()[-1])):
            assert kept.athletes.find(printed) == names.athletes.find(printed), printed
    for printed in ("Jakub Ingebritsen", "Keer", "Nobody Atall"):
        assert kept.athletes.nearest(printed) == names.athletes.nearest(printed)


# ---------------------------------------------------------------------------------------------------- many processes


def _in_a_process(truth: StoredTruth, answers: multiprocessing.Queue) -> None:
    answers.put([result.id for result in truth.results[:5]])


@pytest.mark.parametrize("how", sorted({"fork", "spawn"} & set(multiprocessing.get_all_start_methods())))
def test_another_process_opens_the_file_again(stored: StoredTruth, how: str) -> None:
    context = multiprocessing.get_context(how)
    answers = context.Queue()
    process = context.Process(target=_in_a_process, args=(stored, answers))
    process.start()
    assert answers.get(timeout=60) == [result.id for result in stored.results[:5]]
    process.join()


def test_a_truth_that_was_handed_over_is_the_same(stored: StoredTruth) -> None:
    again = pickle.loads(pickle.dumps(stored))
    assert again.digest == stored.digest
    assert again.athletes["josh-kerr"] == stored.athletes["josh-kerr"]
    with pytest.raises(TypeError, match="its store is"):
        pickle.dumps(stored.athletes)


def test_what_was_read_can_be_forgotten(stored: StoredTruth) -> None:
    before = stored.by_athlete["josh-kerr"]
    stored.make_room()
    assert not stored.is_full
    assert [result.id for result in stored.by_athlete["josh-kerr"]] == [result.id for result in before]


# ------------------------------------------------------------------------------------------------- what is refused


def test_a_changed_pack_makes_it_stale(world: World, store: Path) -> None:
    assert isinstance(load_truth(store), StoredTruth)
    path = next((world.root / "truth").glob("*.json"))
    os.utime(path, ns=(1, 1))
    assert isinstance(load_truth(store), StoredTruth), "touched, and the same"
    path.write_text(path.read_text(encoding="utf-8").replace("3:30.12", "3:30.13"), encoding="utf-8")
    assert "its pack has changed since" in refusal(store)
    assert f"harness truth build {(world.root / 'truth')} --to {store}" in refusal(store)


def test_a_new_file_in_the_pack_makes_it_stale(world: World, store: Path) -> None:
    ((world.root / "truth") / "more.json").write_text("{}", encoding="utf-8")
    assert "more.json" in refusal(store)


def test_without_its_pack_the_recorded_digest_counts(world: World, store: Path) -> None:
    truth = load_truth(world.root / "truth")
    (world.root / "truth").rename(world.root / "elsewhere")
    kept = load_truth(store)
    assert isinstance(truth, Truth)
    assert isinstance(kept, StoredTruth)
    assert kept.digest == truth.digest


def test_one_of_another_version_is_refused(store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    assert f"compiled in version {VERSION + 1}" in refusal(store)
    assert "build it anew" in refusal(store)


def test_one_of_another_harness_is_refused(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.checking.load.store.__version__", "99.0")
    assert "and this is 99.0" in refusal(store)


@pytest.mark.parametrize("size", [0, 15, 100, 4096, -1])
def test_one_that_is_cut_short_is_refused(store: Path, size: int) -> None:
    whole = store.read_bytes()
    store.write_bytes(whole[:size])
    assert "bytes" in refusal(store) or "not a compiled ground truth" in refusal(store)


def test_one_that_is_written_into_is_refused(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.truth.store.file.LOCK_SECONDS", 0.05)
    writing = sqlite3.connect(store, isolation_level=None)
    writing.execute("BEGIN EXCLUSIVE")
    assert "locked by another program" in refusal(store)
    writing.execute("ROLLBACK")
    writing.close()


def test_an_open_one_cannot_be_written_into(store: Path) -> None:
    truth = load_truth(store)
    writing = sqlite3.connect(store, isolation_level=None, timeout=0.05)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        writing.execute("UPDATE results SET value = x'00'")
    writing.close()
    assert isinstance(truth, StoredTruth)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_a_folder_that_cannot_be_written_into_is_no_hindrance(store: Path) -> None:
    store.chmod(0o400)
    store.parent.chmod(0o500)
    try:
        assert isinstance(load_truth(store), StoredTruth)
    finally:
        store.parent.chmod(0o700)


@pytest.mark.parametrize("content", [b"", b"{}", b"SQLite format 3\x00" + bytes(200)])
def test_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "truth.sqlite"
    path.write_bytes(content)
    assert "not a compiled ground truth" in refusal(path)


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("DELETE FROM contents", "its table of contents is missing"),
        ("DELETE FROM results WHERE number = 1", "a part of results is missing"),
        ("DELETE FROM parts WHERE number = 0", "a part of it is missing"),
        ("UPDATE results SET value = 'words' WHERE number = 1", "a checksum of results does not fit"),
        ("UPDATE results SET number = number + 100000", "a checksum of results does not fit"),
        ("DROP TABLE results", "no such table: results"),
        ("DROP TABLE contents", "no such table: contents"),
    ],
)
def test_what_was_taken_out_or_changed_by_a_program_is_damage(store: Path, statement: str, why: str) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute(statement)
    connection.close()
    with pytest.raises(StoreBroken, match=f"the compiled ground truth is damaged: {why}"):
        _read_all(store)


def test_what_no_writer_of_this_version_wrote_is_damage(store: Path) -> None:
    """Its checksum fits, and yet it is none of the things that should stand there."""
    number = StoreFile(store).contents.parts["changes"]
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE parts SET value = ? WHERE number = ?", (sealed("parts", number, b"\xa1x"), number))
    connection.close()
    truth = load_truth(store)
    assert isinstance(truth, StoredTruth)
    with pytest.raises(StoreBroken, match="changes cannot be read"):
        _ = truth.changes


def _read_all(path: Path) -> None:
    store = StoreFile(path)
    store.check()
    for name in store.contents.parts:
        store.part(name)


def test_a_missing_one_is_no_store(tmp_path: Path) -> None:
    assert not is_store(tmp_path / "none.sqlite")
    with pytest.raises(StoreBroken, match="cannot be read: No such file or directory; is the path right"):
        StoreFile(tmp_path / "none.sqlite")


@pytest.mark.parametrize("error", [sqlite3.OperationalError("disk I/O error"), OSError(28, "No space left on device")])
def test_what_cannot_be_written_whole_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr("harness.checking.load.store.StoreWriter.finish", broken)
    with pytest.raises(OSError, match=str(error.args[-1])) as raised:
        build_store(Truth(Pack()), tmp_path / "new.sqlite")
    assert (raised.value.filename, list(tmp_path.iterdir())) == (str(tmp_path / "new.sqlite"), [])


@needs_links
def test_a_pack_whose_files_are_elsewhere_cannot_make_it_stale(world: World, store: Path) -> None:
    (path,) = (world.root / "truth").glob("*.json")
    path.unlink()
    path.symlink_to(world.root / "gone.json")
    assert isinstance(load_truth(store), StoredTruth)


@pytest.mark.usefixtures("told_as_bugs")  # which damage is not
def test_a_broken_one_never_gives_a_verdict(world: World, store: Path) -> None:
    """A byte anywhere is turned: the report is what it was, or there is none."""
    truth = load_truth(world.root / "truth")
    assert isinstance(truth, Truth)
    expected = write(check((world.root / "claims",), truth, Question()), "json")
    whole, draw = store.read_bytes(), Random(15)
    broken = 0
    for _ in range(120):
        at = draw.randrange(len(whole))
        store.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << draw.randrange(8))]) + whole[at + 1 :])
        try:
            kept = load_truth(store)
            if isinstance(kept, Truth):
                assert write(check((world.root / "claims",), kept, Question()), "json") == expected, at
                continue
        except StoreBroken:
            pass
        broken += 1
    assert broken > 5


# ---------------------------------------------------------------------------------------------------- the command


def test_the_command_builds_what_check_takes(world: World) -> None:
    built = world.run("truth", "build", world.root / "truth", "--to", world.root)
    assert built.returncode == 0, built.stderr
    (path,) = world.root.glob("truth-*.sqlite")
    assert path.stem.removeprefix("truth-") in built.stdout
    for jobs in (1, 2):
        runs = [
            world.run("check", "claims", "--truth", truth, "--format", "json", "--jobs", jobs)
            for truth in (world.root / "truth", path)
        ]
        assert runs[0].stdout == runs[1].stdout
        assert runs[0].returncode == runs[1].returncode
    assert world.run("truth", "lint", path).returncode == 0


def test_a_pack_with_flaws_is_not_compiled(world: World) -> None:
    pack = json.loads(json.dumps(PACK))
    pack["races"][0]["results"][0]["athlete"] = "nobody"
    ((world.root / "truth") / "pack.json").write_text(json.dumps(pack), encoding="utf-8")
    run = world.run("truth", "build", world.root / "truth", "--to", world.root / "new.sqlite")
    assert (run.returncode, list(world.root.glob("*.sqlite"))) == (2, [])


def test_nothing_is_written_over(world: World) -> None:
    notes = world.root / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    run = world.run("truth", "build", world.root / "truth", "--to", notes)
    assert (run.returncode, notes.read_text(encoding="utf-8")) == (2, "mine")
    assert "name another file" in run.stderr
    missing = world.run("truth", "build", world.root / "truth", "--to", world.root / "no" / "store.sqlite")
    assert missing.returncode == 2
    assert "no/store.sqlite" in missing.stderr.replace("\\", "/")


def test_damage_that_a_check_meets_ends_it_with_code_2(world: World, store: Path) -> None:
    whole = bytearray(store.read_bytes())
    at = whole.index(b"3:30.12")
    whole[at] ^= 1
    store.write_bytes(whole)
    run = world.run("check", "claims", "--truth", store)
    assert (run.returncode, run.stdout) == (2, "")
    assert "damaged" in run.stderr
    assert world.run("truth", "lint", store).returncode == 2


def test_a_pack_without_facts_can_be_compiled(tmp_path: Path) -> None:
    path = build_store(Truth(Pack()), tmp_path / "empty.sqlite")
    truth = open_store(path)
    assert isinstance(truth, StoredTruth)
    assert list(truth.results) == []
    assert Names(truth).athletes.find("Kerr") == ()
