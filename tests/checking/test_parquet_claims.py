"""Claims in a Parquet file: the findings of claim files that hold the same claims, and what is wrong with a file."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from arden import CLAIMS, PACK, RACE, World, article, claim
from click.testing import CliRunner

from harness.checking.load import ClaimFile, load_all
from harness.checking.load.claim_columns import claim_forms
from harness.checking.load.claims import load_path
from harness.checking.run import Question, check
from harness.cli.commands.parquet import command
from harness.kinds import kinds
from harness.migrations import CURRENT
from harness.present.formats import View, formats, write
from harness.records.model import Mistake, Report
from harness.truth.index import Truth
from harness.truth.pack import Pack

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: sports-claims-harness[parquet]")
pq = pytest.importorskip("pyarrow.parquet")

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("claims", "benchmarks/samples/claims", "benchmarks/sports-claims/claims")
TRUTH = Truth(msgspec.convert(PACK, Pack))
# Formats that print no places of claims: the same bytes, wherever the claims come from.
WITHOUT_PLACES = ("claimreview", "web-annotation")


def row(claim_: dict[str, Any], identity: str = "arden", **more: Any) -> dict[str, Any]:
    """The claim as a row, with its article."""
    about = {f"article_{name}": field for name, field in article(identity).items()}
    return {**about, **claim_, **more}


def as_text(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with scopes as JSON text, and what may be a number or a word as text."""
    return [{name: json.dumps(cell) if isinstance(cell, dict) else cell for name, cell in row.items()} for row in rows]


def table_of(rows: list[dict[str, Any]]) -> Any:
    columns = dict.fromkeys(name for row in rows for name in row)
    return pa.Table.from_pylist([dict.fromkeys(columns) | row for row in rows])


def written(folder: Path, rows: list[dict[str, Any]], name: str = "claims.parquet") -> Path:
    pq.write_table(table_of(rows), folder / name, write_page_checksum=True)
    return folder / name


def converted(source: Path, target: Path) -> Path:
    run = CliRunner().invoke(command, [str(source), "--output", str(target)])
    assert run.exit_code == 0, run.output
    return target


def of_files(paths: list[Path]) -> list[tuple[Any, ...]]:
    files, mistakes = load_all(paths)
    assert not mistakes
    return [(file.article, file.claims) for file in files]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_written_as_columns_comes_back(folder: str, tmp_path: Path) -> None:
    path = converted(ROOT / folder, tmp_path / "claims.parquet")
    assert of_files([path]) == of_files([ROOT / folder])
    assert of_files([converted(path, tmp_path / "again.parquet")]) == of_files([ROOT / folder])
    assert (tmp_path / "again.parquet").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("rows_at_once", [1, 7])
def test_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows_at_once: int) -> None:
    monkeypatch.setattr("harness.checking.load.parquet_writer.GROUP", rows_at_once)
    path = converted(ROOT / "claims", tmp_path / "claims.parquet")
    assert pq.ParquetFile(path).num_row_groups > 1
    assert of_files([path]) == of_files([ROOT / "claims"])


def test_a_column_that_stands_twice(tmp_path: Path) -> None:
    whole = table_of([row(CLAIMS[1])])
    pq.write_table(whole.append_column("athlete", pa.array(["Berg"])), tmp_path / "twice.parquet")
    assert [(one.column, one.message) for one in mistakes_of(tmp_path / "twice.parquet")] == [
        (whole.num_columns + 1, "a second column 'athlete'")
    ]


ODD = [
    "5",
    "05",
    "-5",
    '"5"',
    '"',
    "",
    "five",
    "[5]",
    "{}",
    "null",
    "5.0",
    "1e3",
    "9" * 30,
    "ž\u2028\x00",
    "true",
    " 5",
]


def test_words_that_look_like_numbers_or_json_stay_what_they_are(tmp_path: Path) -> None:
    """A count is a number or words, and one column holds both."""
    draw = random.Random(7)
    cells: list[Any] = [5, -5, 0, 2**62, *filter(None, ODD)]
    claims = [claim("place", f"c{at}", "won", athlete="Holt", place=cell, scope=RACE) for at, cell in enumerate(cells)]
    claims += [claim("venue", f"v{at}", "won", place=cell, scope=RACE) for at, cell in enumerate(filter(None, ODD))]
    claims += [claim("other", f"o{at}", "won", reading=cell) for at, cell in enumerate(filter(None, ODD))]
    draw.shuffle(claims)
    (tmp_path / "arden.json").write_text(json.dumps({"article": article(), "claims": claims}), encoding="utf-8")
    path = converted(tmp_path / "arden.json", tmp_path / "claims.parquet")
    assert of_files([path]) == of_files([tmp_path / "arden.json"])


def same_places(report: Report) -> Report:
    """The report without the places of claims, which are rows of another file."""
    findings = [msgspec.structs.replace(one, file="", line=0, column=0) for one in report.findings]
    articles = [msgspec.structs.replace(one, file="") for one in report.articles]
    return msgspec.structs.replace(report, findings=tuple(findings), articles=tuple(articles))


ARTICLES = {
    "arden": CLAIMS,
    "borden": [
        claim("place", "holt-second", "won", athlete="Holt", place=2, scope=RACE, attributed_to="Berg"),
        CLAIMS[1],
    ],
    "corden": [],
    "dorden": [claim("mark", "odd-mark", "3:30.10", athlete="Holt", mark="three-ish", scope=RACE), *CLAIMS[:3]],
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Claim files of four articles that contradict each other; one has no claims."""
    for identity, claims in ARTICLES.items():
        document = {"article": article(identity), "claims": claims}
        (tmp_path / f"{identity}.json").write_text(json.dumps(document, indent=1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("question", [Question(), Question(as_of=739_200)], ids=["own dates", "a later day"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_findings_and_bytes_of_claim_files(files: Path, tmp_path: Path, question: Question, jobs: int) -> None:
    path = converted(files, files / "columns" / "claims.parquet") if (files / "columns").mkdir() is None else files
    named = [files / f"{identity}.json" for identity in ARTICLES]
    expected = same_places(check(named, TRUTH, question))
    report = same_places(check([path], TRUTH, question, jobs=jobs))
    assert report == expected
    assert report.conflicts
    assert [one.counts.claims for one in report.articles] == [6, 2, 0, 4]
    for name in formats():
        if name != "html":
            assert write(report, name, View(root=str(files))) == write(expected, name, View(root=str(files))), name


def test_the_bytes_of_formats_without_places(world: World) -> None:
    world.claims(*CLAIMS)
    assert world.run("parquet", "--output", "arden.parquet").returncode == 0
    for name in WITHOUT_PLACES:
        of_columns, of_file = world.check("arden.parquet", "--format", name), world.check("--format", name)
        assert of_columns.stdout == of_file.stdout, name
        assert (of_columns.returncode, of_columns.stderr) == (of_file.returncode, of_file.stderr)


def test_the_place_of_a_claim_is_its_row(tmp_path: Path) -> None:
    path = written(tmp_path, [*as_text([row(one) for one in CLAIMS]), *as_text([row(CLAIMS[0], "borden")])])
    report = check([path], TRUTH)
    assert [(one.file, one.line, one.column) for one in report.findings] == [
        (path.as_posix(), number, 1) for number in range(1, 8)
    ]


def test_the_page_shows_the_tables_of_claims_in_columns(world: World) -> None:
    """A finding's evidence is looked up once more, in the file that the finding names."""
    world.claims(*CLAIMS)
    assert world.run("parquet", "--output", "arden.parquet").returncode == 0
    pages = [world.check(name, "--format", "html").stdout for name in ("arden.parquet", "claims")]
    assert [page.count("<table") for page in pages] == [pages[1].count("<table")] * 2
    assert "<table" in pages[0]


def test_records_as_structs_and_other_types_of_pyarrow_and_pandas(tmp_path: Path) -> None:
    rows = [row(one, article_published=date(2024, 6, 3)) for one in CLAIMS]
    table = table_of(rows)
    assert pa.types.is_struct(table.schema.field("scope").type)
    table = table.set_column(table.schema.get_field_index("kind"), "kind", table["kind"].dictionary_encode())
    table = table.set_column(table.schema.get_field_index("start"), "start", table["start"].cast("uint16"))
    table = table.set_column(table.schema.get_field_index("quote"), "quote", table["quote"].cast("large_string"))
    pq.write_table(table, tmp_path / "claims.parquet")
    (tmp_path / "arden.json").write_text(json.dumps({"article": article(), "claims": CLAIMS}), encoding="utf-8")
    assert of_files([tmp_path / "claims.parquet"]) == of_files([tmp_path / "arden.json"])


def test_rows_of_an_article_across_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from harness.checking.load import parquet_rows

    path = written(tmp_path, as_text([row(one, name) for name in ("arden", "borden") for one in CLAIMS]))
    expected = of_files([path])
    for rows in (1, 2, 4, 5):
        monkeypatch.setattr(parquet_rows, "ROWS", rows)
        assert of_files([path]) == expected
    assert [(file[0].id, len(file[1])) for file in expected] == [("arden", 6), ("borden", 6)]


def mistakes_of(path: Path) -> list[Mistake]:
    return [mistake for loaded in load_path(path) if isinstance(loaded, list) for mistake in loaded]


MARK = as_text([row(CLAIMS[0])])[0]
APART = (
    "the article 'arden' begins in row 1: its rows stand next to each other, and have the same in every column "
    "article_..."
)


def changed(**cells: Any) -> dict[str, Any]:
    """The row with other cells; one that is ... is no column at all."""
    return {name: cell for name, cell in {**MARK, **cells}.items() if cell is not ...}


def at(name: str, rows: list[dict[str, Any]]) -> int:
    return list(rows[0]).index(name) + 1


BAD: dict[str, Callable[[], tuple[list[dict[str, Any]], list[tuple[int, str, str]]]]] = {
    # row, column ("" for none), message
    "a missing column": lambda: ([changed(quote=...)], [(1, "", "no column 'quote': every row needs it")]),
    "two missing columns": lambda: (
        [changed(kind=..., article_id=...)],
        [(1, "", "no column 'article_id': every row needs it"), (1, "", "no column 'kind': every row needs it")],
    ),
    "an unknown column": lambda: (
        [changed(athelete="Holt")],
        [(1, "athelete", "unknown column 'athelete': did you mean 'athlete'?")],
    ),
    "a column like nothing": lambda: ([changed(zzz="Holt")], [(1, "zzz", "unknown column 'zzz'")]),
    "numbers with fractions": lambda: (
        [changed(start=6.0)],
        [(1, "start", "the column 'start' holds double: expected whole numbers (int64); pandas keeps whole numbers "
         "whole, even with gaps, after astype('Int64')")],
    ),
    "a number for a text": lambda: (
        [changed(mark=3)], [(1, "mark", "the column 'mark' holds int64: expected text (string)")],
    ),
    "a moment for a day": lambda: (
        [changed(article_published=datetime(2024, 6, 3))],
        [(1, "article_published", "the column 'article_published' holds timestamp[us]: expected text (string) or days "
         "(date32)")],
    ),
    "bytes for a text": lambda: (
        [changed(text=b"\xff")], [(1, "text", "the column 'text' holds binary: expected text (string)")],
    ),
    "a null that is needed": lambda: (
        [MARK, changed(id="c2", quote=None)], [(2, "quote", "null, and needed here: missing field 'quote'")],
    ),
    "a null that a kind needs": lambda: (
        [MARK, changed(id="c2", athlete=None)], [(2, "athlete", "null, and needed here: missing field 'athlete'")],
    ),
    "a column that a kind needs": lambda: (
        [changed(athlete=...)], [(1, "", "missing field 'athlete': no such column")],
    ),
    "a null in the article": lambda: (
        [changed(article_title=None)], [(1, "article_title", "null, and needed here: missing field 'title'")],
    ),
    "a kind that there is not": lambda: (
        [MARK, changed(kind="marc", id="c2")], [(2, "kind", "unknown kind 'marc': did you mean 'mark'?")],
    ),
    "no kind": lambda: (
        [MARK, changed(kind=None, id="c2")],
        [(2, "kind", f"null, and needed here: missing field 'kind': one of {', '.join(kinds())}")],
    ),
    "a scope that is no JSON": lambda: (
        [MARK, changed(id="c2", scope='{"event": 1500m}')],
        [(2, "scope", "not JSON: 1500m is not a number in JSON (no leading zero or plus, a digit on both sides of "
         "the point)")],
    ),
    "a scope with a key twice": lambda: (
        [changed(scope='{"event": "1500m", "event": "800m"}')],
        [(1, "scope", "not JSON: the key 'event' stands twice in this object: keep one")],
    ),
    "a slip in a scope": lambda: (
        [MARK, changed(id="c2", scope='{"evnt": "1500m"}')],
        [(2, "scope", "unknown field 'evnt': did you mean 'event'?")],
    ),
    "a field of another kind": lambda: (
        [changed(gap="a second")], [(1, "gap", "unknown field 'gap'")],
    ),
    "a span that does not fit": lambda: (
        [MARK, changed(id="c2", end=90_000)],
        [(2, "end", "start to end is 89972 characters, the quote has 7: with this start, end is 35 (code points, end "
         "excluded)")],
    ),
    "an id twice": lambda: (
        [MARK, MARK], [(2, "id", "a second claim 'holt-mark' (the first is claims[0]): ids must differ")],
    ),
    "an article in two places": lambda: (
        as_text([row(CLAIMS[0]), row(CLAIMS[1], "borden"), row(CLAIMS[2])]),
        [(3, "article_id", APART)],
    ),
    "an article with two titles": lambda: (
        [MARK, changed(id="c2", article_title="Another")],
        [(2, "article_id", APART)],
    ),
    "a day that there is not": lambda: (
        [changed(article_published="2024-02-30")], [(1, "article_published", "there is no such day: 2024-02-30")],
    ),
    "a newer schema": lambda: (
        [changed(schema_version="99.0.0")],
        [(1, "schema_version", f"the file follows schema 99.0.0, and this harness reads up to {CURRENT}: use a newer "
         "harness")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_with_a_file_is_told_with_row_and_column(tmp_path: Path, name: str) -> None:
    rows, expected = BAD[name]()
    path = written(tmp_path, rows)
    told = [(one.file, one.line, one.column, one.message) for one in mistakes_of(path)]
    columns = list(rows[0])
    assert told == [
        (path.as_posix(), line, columns.index(column) + 1 if column else 1, message)
        for line, column, message in expected
    ]


def test_other_articles_are_checked(tmp_path: Path) -> None:
    bad = as_text([row({**CLAIMS[1], "end": 90_000}, "borden")])
    path = written(tmp_path, [*as_text([row(CLAIMS[0])]), *bad, *as_text([row(CLAIMS[2], "corden")])])
    report = check([path], TRUTH)
    assert [one.id for one in report.articles] == ["arden", "corden"]
    assert [(one.line, one.path) for one in report.mistakes] == [(2, "$.end")]
    assert report.gate.exit_code == 2


def test_files_that_are_no_parquet(tmp_path: Path) -> None:
    whole = written(tmp_path, [MARK] * 3).read_bytes()
    for content, words in {
        b"": "the file is empty",
        b"{}": "not a Parquet file: it does not begin with PAR1",
        whole[: len(whole) // 2]: "cut short or damaged: ",
        whole[:-1]: "cut short or damaged: ",
        b"PAR1": "cut short or damaged: ",
    }.items():
        (tmp_path / "bad.parquet").write_bytes(content)
        (mistake,) = mistakes_of(tmp_path / "bad.parquet")
        assert mistake.message.startswith(words)
        assert "\n" not in mistake.message
    (mistake,) = mistakes_of(tmp_path / "nowhere.parquet")
    assert mistake.message == "cannot be read: No such file or directory"


def test_damage_in_the_middle_is_never_another_claim(tmp_path: Path) -> None:
    """Bytes are damaged in turn: the checksum of a page tells, and nothing is read from it."""
    path = written(tmp_path, [MARK])
    whole, expected = path.read_bytes(), of_files([path])
    for place in range(4, len(whole), 41):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        for loaded in load_path(path):
            if isinstance(loaded, ClaimFile):
                assert [(loaded.article, loaded.claims)] == expected, place


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    rows = [MARK, changed(id="c2")]
    table = table_of(rows)
    bad = pa.array([b"3:30.10", b"3:30.1\xff"]).view(pa.string())
    pq.write_table(table.set_column(table.schema.get_field_index("quote"), "quote", bad), tmp_path / "claims.parquet")
    (mistake,) = mistakes_of(tmp_path / "claims.parquet")
    assert (mistake.line, mistake.path, mistake.message) == (2, "$.quote", "not UTF-8")


def test_no_rows_are_nothing_checked(world: World) -> None:
    table = table_of([MARK]).slice(0, 0)
    pq.write_table(table, world.root / "none.parquet")
    run = world.check("none.parquet")
    assert run.returncode == 5, run.stderr
    assert "nothing" in run.stdout


def test_too_many_claims_of_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from harness.checking.load import claims, parquet

    for module in (claims, parquet):
        monkeypatch.setattr(module, "MOST_CLAIMS", 3)
    path = written(tmp_path, [changed(id=f"c{number}") for number in range(9)])
    (mistake,) = mistakes_of(path)
    assert mistake.message == "4 claims: an article has at most 3; split the file"


def test_an_article_in_two_files(tmp_path: Path) -> None:
    written(tmp_path, [MARK], "a.parquet")
    written(tmp_path, [MARK], "b.parquet")
    (tmp_path / "c.json").write_text(json.dumps({"article": article(), "claims": CLAIMS}), encoding="utf-8")
    files, mistakes = load_all([tmp_path])
    assert len(files) == 1
    assert [(Path(one.file).name, one.line) for one in mistakes] == [("b.parquet", 1), ("c.json", 1)]
    assert all("a.parquet too: an article has one claim file" in one.message for one in mistakes)


def test_validate_reads_columns_too(world: World) -> None:
    rows = as_text([row(CLAIMS[0]), row({**CLAIMS[0], "id": "c2", "mark": "three-ish"})])
    written(world.root, rows)
    run = world.run("validate", "claims.parquet", "--truth", "truth")
    assert (run.returncode, run.stdout) == (2, "")
    assert f"claims.parquet:2:{at('mark', rows)}: $.mark: " in run.stderr


@pytest.mark.parametrize("arguments, code, words", [
    (["claims", "--output", "a.txt"], 2, "the name of a Parquet file of claims ends in .parquet"),
    (["claims", "--output", "no/a.parquet"], 2, "the folder no does not exist"),
    (["empty", "--output", "a.parquet"], 5, "nothing to write"),
    (["claims", "broken.json", "--output", "a.parquet"], 2, "broken.json:1:1: "),
])  # fmt: skip
def test_nothing_is_written(world: World, arguments: list[str], code: int, words: str) -> None:
    world.claims(*CLAIMS)
    world.write("broken.json", "[]")
    (world.root / "empty").mkdir()
    run = world.run("parquet", *arguments)
    assert (run.returncode, run.stdout) == (code, "")
    assert words in " ".join(run.stderr.split())
    assert not [path for path in world.root.iterdir() if "parquet" in path.name or path.suffix == ".part"]


def test_what_to_install_where_pyarrow_is_missing(world: World) -> None:
    world.claims(*CLAIMS)
    world.write("claims.parquet", "PAR1")
    world.write("pyarrow/__init__.py", "raise ModuleNotFoundError('No module', name='pyarrow')")
    needs = "Parquet needs pyarrow: pip install 'sports-claims-harness[parquet]'"
    run = world.check("claims.parquet")
    assert run.returncode == 2
    assert f"claims.parquet:1:1: $: {needs}" in " ".join(run.stdout.split())
    run = world.run("parquet", "--output", "a.parquet")
    assert (run.returncode, run.stdout) == (2, "")
    assert needs in run.stderr


def test_a_file_in_columns_is_not_migrated(world: World) -> None:
    written(world.root / "claims", [MARK])
    world.claims(*CLAIMS)
    assert world.run("migrate", "claims").returncode == 0
    run = world.run("migrate", "claims/claims.parquet")
    assert run.returncode == 2
    assert "a Parquet file is not brought up but written anew" in run.stderr


def test_every_field_of_a_claim_has_a_column_of_its_own() -> None:
    """A field called `article_...` would be taken for one of the article."""
    assert not [name for name in claim_forms() if name.startswith("article_") or name == "schema_version"]
