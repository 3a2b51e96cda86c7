"""Span mode: the accuracy shared task's numbers, and tables that are not as they should be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from arden import World
from hypothesis import given
from hypothesis import strategies as st

from harness.bench.marked.results import span_results
from harness.bench.marked.rows import Span, SpanColumns, SpanFile, _once, read_spans
from harness.bench.marked.score import LADDER, score_spans

SHARED = Path(__file__).parents[3] / "shared" / "reference" / "accuracy_shared_task"
HEADER = "TEXT_ID,DOC_TOKEN_START,DOC_TOKEN_END,TYPE\n"

shared_task = pytest.mark.skipif(not SHARED.is_dir(), reason=f"the shared task's data is not at {SHARED}")


def named(counts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in counts.items() if not name.endswith("f1")}


@shared_task
@pytest.mark.parametrize("system", ["laval_algorithm_train", "example_train"])
def test_the_shared_task_comes_out_number_by_number(world: World, system: str) -> None:
    expected = json.loads((SHARED / "expected.json").read_text(encoding="utf-8"))[system]
    run = world.run(
        "bench", "spans", "--gold", str(SHARED / "gsml_train.csv"), "--system", str(SHARED / f"{system}.csv"),
        "--format", "json", "--resamples", "100",
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    found = json.loads(run.stdout)["systems"][0]
    types = {name: counts for name, counts in expected.items() if isinstance(counts, dict) and "gold" in counts}
    overall = types.pop("overall")
    assert named(found["overall"]) == overall
    assert {name: named(counts) for name, counts in found["types"].items()} == types
    ladder = expected["one_to_one_optimal_tp_ladder (ours)"]
    renamed = {"overlap_any_type": "overlap", "overlap_and_type": "overlap_and_type", "exact_span_any_type":
               "exact_span", "exact_span_and_type": "exact_span_and_type"}  # fmt: skip
    hits = {rung["measure"]: rung["hits"][0] for rung in found["ladder"]}
    # The shared task has no half credit and no least overlap: these two rungs are MUC's and nervaluate's.
    assert {renamed[name]: hits[renamed[name]] for name in ladder} == {renamed[name]: n for name, n in ladder.items()}
    assert set(hits) - set(renamed.values()) == {"half_credit", "min_overlap"}
    confusion = next(counts for name, counts in expected.items() if name.startswith("type_confusion"))
    assert {
        f"{gold}->{marked}": count for gold, row in found["confusion"].items() for marked, count in row.items()
    } == (confusion)


def write(path: Path, *rows: str, header: str = HEADER) -> Path:
    path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "row, said",
    [
        ("S1,,5,NAME", ":3: S1: no DOC_TOKEN_START"),
        ("S1,5,,NAME", ":3: S1: no DOC_TOKEN_END"),
        ("S1,9,5,NAME", ":3: S1: the range 9 to 5 is empty"),
        ("S1,five,6,NAME", ":3: S1: DOC_TOKEN_START is 'five', not a whole number"),
        ("S1,-3,6,NAME", ":3: S1: DOC_TOKEN_START is '-3', not a whole number"),
        ("S1,1.0,6,NAME", ":3: S1: DOC_TOKEN_START is '1.0', not a whole number"),
        ("S1,٣,6,NAME", ":3: S1: DOC_TOKEN_START is '٣', not a whole number"),
        (",3,6,NAME", ":3: no text id (TEXT_ID)"),
        ("S1", ":3: S1: no DOC_TOKEN_START"),
        ("S1,NaN,6,NAME", ":3: S1: DOC_TOKEN_START is 'NaN', not a whole number"),
        ("S1,1,2,NAME", ":3: S1: 1 to 2 says again what line 2 says"),
    ],
)
def test_a_row_that_is_no_span_is_named_and_counts_as_submitted(tmp_path: Path, row: str, said: str) -> None:
    gold = read_spans("gold", write(tmp_path / "gold.csv", "S1,1,2,NAME", "S1,9,9,NAME"))
    system = read_spans("s", write(tmp_path / "s.csv", "S1,1,2,NAME", row, "S1,9,9,NAME"))
    assert [problem.removeprefix(f"{tmp_path}/s.csv") for problem in system.problems] == [said]
    score = score_spans(gold, system)
    assert score.overall.mistakes == (2, 2, 2, 3)
    assert score.ladder["exact_span_and_type"].precision == 2 / 3


def test_the_same_row_is_left_out_of_gold(tmp_path: Path) -> None:
    gold = read_spans("gold", write(tmp_path / "gold.csv", "S1,1,2,NAME", "S1,3,2,NAME"))
    assert len(gold.problems) == 1
    system = read_spans("s", write(tmp_path / "s.csv", "S1,1,2,NAME"))
    assert score_spans(gold, system).overall.mistakes == (1, 1, 1, 1)


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", ":1: no column 'TEXT_ID', 'DOC_TOKEN_START', 'DOC_TOKEN_END', 'TYPE'; the file is empty"),
        (
            b"text,from,to,TYPE\n",
            ":1: no column 'TEXT_ID', 'DOC_TOKEN_START', 'DOC_TOKEN_END'; there are text, from, to",
        ),
        (b"\xff\xfe", ":1: not UTF-8 text: byte 0 is 0xff"),
        (HEADER.encode() + b'S1,1,2,"NAME', "not CSV from here on"),
    ],
    ids=["empty", "other columns", "not UTF-8", "open quote"],
)
def test_a_file_that_is_no_table_of_spans_is_said(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "s.csv").write_bytes(content)
    read = read_spans("s", tmp_path / "s.csv")
    assert said in read.problems[0]
    assert read.texts == {}


def test_columns_go_by_other_names_and_ends_may_be_excluded(tmp_path: Path) -> None:
    path = write(tmp_path / "s.csv", '"a text",NUMBER,0,4', header="﻿doc,label,from,to\n")
    read = read_spans("s", path, SpanColumns("doc", "from", "to", "label", end_included=False))
    assert read.texts == {"a text": (Span(0, 3, "NUMBER", 2),)}
    assert read.problems == ()


def test_one_giant_span_matches_once_and_pays_for_every_token(tmp_path: Path) -> None:
    gold = read_spans("gold", write(tmp_path / "gold.csv", *(f"S1,{n},{n},NAME" for n in range(10, 60, 10))))
    system = read_spans("s", write(tmp_path / "s.csv", "S1,1,999999999999,NAME"))
    score = score_spans(gold, system)
    assert score.overall.mistakes == (1, 1, 5, 1)
    assert score.overall.tokens == (5, 5, 5, 999_999_999_999)


def test_equal_spans_are_matched_to_each_other(tmp_path: Path) -> None:
    gold = read_spans("gold", write(tmp_path / "gold.csv", "S1,1,1,A", "S1,2,4,B", "S1,5,5,C"))
    system = read_spans("s", write(tmp_path / "s.csv", "S1,1,1,X", "S1,2,4,Y", "S1,5,7,Z"))
    assert score_spans(gold, system).confusion == {"A": {"X": 1}, "B": {"Y": 1}, "C": {"Z": 1}}


def test_marks_in_a_text_without_gold_are_false_alarms(tmp_path: Path) -> None:
    gold = read_spans("gold", write(tmp_path / "gold.csv", "S1,1,2,NAME"))
    system = read_spans("s", write(tmp_path / "s.csv", "S1,1,2,NAME", "S2,1,2,NAME"))
    assert score_spans(gold, system).overall.mistakes == (1, 1, 1, 2)


spans = st.lists(
    st.builds(Span, st.integers(0, 30), st.integers(0, 8), st.sampled_from("AB"), st.just(1), st.just("")), max_size=9
)


def as_file(name: str, marked: list[Span]) -> SpanFile:
    kept, _ = _once([one._replace(end=one.start + one.end) for one in marked])
    return SpanFile(name, {"t": kept} if kept else {}, {}, (), "")


@given(spans, spans)
def test_ladder_and_tokens_hold_together(gold: list[Span], marked: list[Span]) -> None:
    score = score_spans(as_file("gold", gold), as_file("s", marked))
    hits = {rung: score.ladder[rung].gold_hits for rung in LADDER}
    assert hits["overlap"] >= hits["overlap_and_type"] >= hits["exact_span_and_type"]
    assert hits["overlap"] >= hits["exact_span"] >= hits["exact_span_and_type"]
    assert (
        hits["overlap"]
        == score.overall.mistakes.gold_hits
        == sum(sum(row.values()) for row in score.confusion.values())
    )
    assert hits["overlap_and_type"] == sum(one.mistakes.gold_hits for one in score.types.values())
    tokens = score.overall.tokens
    ours, theirs = ({n for one in file.texts.get("t", ()) for n in range(one.start, one.end + 1)}
                    for file in (as_file("gold", gold), as_file("s", marked)))  # fmt: skip
    assert tokens == (len(ours & theirs), len(ours & theirs), len(ours), len(theirs))


@given(spans)
def test_spans_against_themselves(gold: list[Span]) -> None:
    file = as_file("gold", gold)
    score = score_spans(file, file)
    assert all(one.f1 in (1.0, None) for one in score.ladder.values())
    assert all(set(row) == {type_} for type_, row in score.confusion.items())


def test_a_row_that_is_no_span_counts_in_its_text_in_intervals_and_tests_too(tmp_path: Path) -> None:
    """Fault: F1 0.167 was printed with 0.57 to 1.00, and p = 1 against a perfect system."""
    rows = [f"S{n},1,2,NAME" for n in range(1, 9)]
    gold = read_spans("gold", write(tmp_path / "gold.csv", *rows))
    rubbish = [f"S{n},,,NAME" for n in range(1, 9) for _ in range(10)]
    files = [
        read_spans("a", write(tmp_path / "a.csv", *rows)),
        read_spans("b", write(tmp_path / "b.csv", *rows, *rubbish)),
    ]
    results = span_results(gold, files, [score_spans(gold, file) for file in files], 100)
    figures = results.systems[1].ladder[0]
    assert results.systems[1].name == "b"
    assert (figures.hits.f1, figures.f1.value) == pytest.approx((1 / 6, 1 / 6))
    assert figures.f1.high < 0.5
    assert results.comparisons[0].tests[0].p < 0.01
    assert sum(score_spans(gold, files[1]).texts[f"S{n}"][0].predicted for n in range(1, 9)) == 88


def test_spans_that_lie_in_each_other_are_scored_as_themselves(tmp_path: Path) -> None:
    """As in GENIA: "[[IL-2] receptor] alpha" holds three names. Fault: two of them were dropped."""
    nested = ["S1,1,1,PROTEIN", "S1,1,2,PROTEIN", "S1,1,3,DNA"]
    gold = read_spans("gold", write(tmp_path / "gold.csv", *nested))
    system = read_spans("s", write(tmp_path / "s.csv", *nested))
    assert (gold.problems, system.problems) == ((), ())
    score = score_spans(gold, system)
    assert {tuple(hits) for hits in score.ladder.values()} == {(3, 3, 3, 3)}
    assert score.overall.tokens == (3, 3, 3, 3)
    assert score.confusion == {"DNA": {"DNA": 1}, "PROTEIN": {"PROTEIN": 2}}
    one = read_spans("one", write(tmp_path / "one.csv", nested[2]))
    assert score_spans(gold, one).overall.mistakes == (1, 1, 3, 1)


@pytest.mark.parametrize(
    "marked, half_credit, min_overlap",
    [("S1,10,19,NAME", 1, 1), ("S1,15,19,NAME", 0.5, 1), ("S1,16,19,NAME", 0.5, 0), ("S1,20,29,NAME", 0, 0)],
)
def test_half_credit_and_a_minimum_overlap(tmp_path: Path, marked: str, half_credit: float, min_overlap: int) -> None:
    gold = read_spans("gold", write(tmp_path / "gold.csv", "S1,10,19,NAME"))
    score = score_spans(gold, read_spans("s", write(tmp_path / "s.csv", marked)))
    assert score.ladder["half_credit"].gold_hits == half_credit
    assert score.ladder["min_overlap"].gold_hits == min_overlap


def test_half_credit_is_nervaluates_partial(tmp_path: Path) -> None:
    """MUC: (correct + half of the partial ones) / actual, / possible."""
    gold = read_spans("gold", write(tmp_path / "g.csv", "S1,1,2,A", "S1,5,8,B", "S1,20,21,A"))
    system = read_spans("s", write(tmp_path / "s.csv", "S1,1,2,B", "S1,6,9,B", "S1,30,31,A", "S1,40,41,A"))
    hits = score_spans(gold, system).ladder["half_credit"]
    assert (hits.gold_hits, hits.precision, hits.recall) == (1.5, 1.5 / 4, 1.5 / 3)


def test_places_may_be_counted_in_sentences(tmp_path: Path) -> None:
    header = "TEXT_ID,SENTENCE_ID,DOC_TOKEN_START,DOC_TOKEN_END,TYPE\n"
    columns = SpanColumns(sentence="SENTENCE_ID")
    gold = read_spans("g", write(tmp_path / "g.csv", "S1,1,2,3,A", "S1,2,2,3,A", header=header), columns)
    system = read_spans("s", write(tmp_path / "s.csv", "S1,2,3,3,A", "S1,,3,3,A", header=header), columns)
    assert [problem.partition(": ")[2] for problem in system.problems] == ["S1: no SENTENCE_ID"]
    assert score_spans(gold, system).overall.mistakes == (1, 1, 2, 2)
    assert score_spans(gold, gold).overall.tokens == (4, 4, 4, 4)


def test_types_are_matched_within_a_sentence_too(tmp_path: Path) -> None:
    """Fault: the table of matched types took a span for one of another sentence."""
    header = "TEXT_ID,SENTENCE_ID,DOC_TOKEN_START,DOC_TOKEN_END,TYPE\n"
    columns = SpanColumns(sentence="SENTENCE_ID")
    gold = read_spans("g", write(tmp_path / "g.csv", "S1,1,1,3,A", "S1,2,1,3,B", header=header), columns)
    system = read_spans("s", write(tmp_path / "s.csv", "S1,1,1,3,A", "S1,3,1,3,A", header=header), columns)
    score = score_spans(gold, system)
    assert score.overall.mistakes.gold_hits == 1
    assert score.confusion == {"A": {"A": 1}}


def test_command(world: World) -> None:
    write(world.root / "gold.csv", "S1,1,2,NAME", "S1,9,9,NUMBER", "S2,4,4,NAME")
    write(world.root / "one.csv", "S1,2,3,NAME", "S1,9,9,NAME")
    write(world.root / "two.csv", "S1,1,2,NAME", "S1,1,2,NAME")
    run = world.run("bench", "spans", "--gold", "gold.csv", "--system", "one.csv", "--system", "second=two.csv")
    assert run.returncode == 2  # a row of two.csv is there twice
    assert "two.csv:3: S1: 1 to 2 says again what line 2 says" in run.stdout
    assert "one against second" in run.stdout
    assert run.stdout.splitlines()[4].split() == ["one", "3", "2", "2", "1.000", "0.667", "0.800"]
    again = world.run(
        "bench", "spans", "--gold", "gold.csv", "--system", "one.csv", "--output", "out.html", "--format", "html"
    )
    assert (again.returncode, again.stdout) == (0, "")
    assert "<h2>Mistakes</h2>" in (world.root / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        (["--gold", "gold.csv"], 2, "Missing option '--system'"),
        (["--gold", "nowhere.csv", "--system", "gold.csv"], 2, "does not exist"),
        (["--gold", "gold.csv", "--system", "a=nowhere.csv"], 2, "'nowhere.csv' is no file"),
        (
            ["--gold", "gold.csv", "--system", "gold.csv", "--system", "gold=gold.csv"],
            2,
            "two systems are called 'gold'",
        ),
        (["--gold", "gold.csv", "--system", "gold.csv", "--format", "htm"], 2, "did you mean 'html'?"),
        (["--gold", "none.csv", "--system", "gold.csv"], 5, "gold has no spans"),
        (["--gold", "gold.csv", "--system", "gold.csv", "--min-overlap", "nan"], 2, "not a number from 0 to 1"),
    ],
)
def test_options(world: World, arguments: list[str], code: int, said: str) -> None:
    write(world.root / "gold.csv", "S1,1,2,NAME")
    write(world.root / "none.csv")
    run = world.run("bench", "spans", *arguments)
    assert run.returncode == code
    assert said in run.stderr


def test_systems_and_gold_without_a_text_are_compared_in_nothing(world: World, tmp_path: Path) -> None:
    files = [str(write(tmp_path / f"{name}.csv")) for name in ("gold", "one", "two")]
    run = world.run("bench", "spans", "--gold", files[0], "--system", files[1], "--system", files[2])
    assert run.returncode == 5
    assert "Traceback" not in run.stderr
