"""harness bench run, as a process and with stand-ins: what is printed and written, what counts, what is done once."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from arden import CLAIMS, TEXT, World, article
from click.testing import CliRunner

from harness.cli.commands.bench import run as run_command
from harness.statistics import wilson

WRONG_MARK = {**CLAIMS[1], "mark": "3:32.00"}  # berg-mark, which gold has right


def document(*claims: Any, identity: str = "arden") -> dict[str, Any]:
    return {"article": article(identity), "claims": list(claims)}


@pytest.fixture
def bench(world: World) -> World:
    """Two articles of gold, the second without errors, and systems: `same` says what gold says, `poor` less."""
    world.write("claims/second.json", document(CLAIMS[1], CLAIMS[2], identity="second"))
    for name, claims in {"same": CLAIMS, "poor": [WRONG_MARK, CLAIMS[0]]}.items():
        world.write(f"{name}/first.json", document(*claims))
        world.write(f"{name}/second.json", document(CLAIMS[1], CLAIMS[2], identity="second"))
    return world


def bench_run(world: World, *arguments: str) -> Any:
    return world.run("bench", "run", "--truth", "truth", "--resamples", "200", *arguments, "claims")


def results(world: World, *arguments: str) -> dict[str, Any]:
    run = bench_run(world, "--format", "json", *arguments)
    assert run.stdout, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_gold_against_gold_and_a_poor_system(bench: World) -> None:
    run = bench_run(bench, "--system", "poor=poor", "--system", "same=same")
    assert (run.returncode, run.stderr) == (0, "")
    ladder = run.stdout[run.stdout.index("Ladder of strictness") :].splitlines()
    assert ladder[2].split() == "found (spans overlap) same 1.000 1.000 1.000 0.51 to 1.00".split()
    assert ladder[3].split()[:4] == ["poor", "1.000", "0.500", "0.667"]
    assert max(map(len, run.stdout.splitlines())) <= 80
    assert "signature: harness: " in run.stdout


def test_the_record(bench: World) -> None:
    found = results(bench, "--system", "poor=poor", "--system", "same=same")
    same, poor = found["systems"]
    assert [system["name"] for system in found["systems"]] == ["same", "poor"]
    assert [rung["hits"] for rung in poor["ladder"]] == [
        [4, 4, 8, 4], [4, 4, 8, 4], [4, 4, 8, 4], [3, 3, 8, 4], [3, 3, 8, 4], [3, 3, 8, 4],
        [4, 4, 8, 4], [4, 4, 8, 4],
    ]  # fmt: skip
    assert found["copies"] == ["arden, second have one text (by its sha256)"]
    low = wilson(4, 4).low  # which is why the two count as one
    assert all(rung["f1"] == {"value": 1.0, "low": pytest.approx(low), "high": 1.0} for rung in same["ladder"])
    assert poor["kinds"]["mark"] == [[3, 3, 3, 3]] * 3 + [[2, 2, 3, 3]] * 3 + [[3, 3, 3, 3]]
    assert poor["fields"]["mark"] == {"alike": 2, "pairs": 3}
    assert [line["claim"] for line in poor["articles"][0]["missed"]] == [
        "berg-mood", "by-a-second", "holt-age", "holt-won",
    ]  # fmt: skip
    assert [test["measure"] for test in found["comparisons"][0]["tests"]][-1] == "flagged errors"


def test_flagged_errors(bench: World) -> None:
    """Gold has one error (Holt's mark), which both find; the poor system's own wrong mark is a false alarm."""
    same, poor, well = results(bench, "--system", "poor=poor", "--system", "same=same")["flagged"]
    assert (same["errors"]["hits"], same["false_alarms"], same["kappa"]) == ([1, 1, 1, 1], 0, 1.0)
    assert (poor["errors"]["hits"], poor["false_alarms_per_article"]) == ([1, 1, 1, 2], 0.5)
    assert (well["system"], well["errors"]["hits"], well["kappa"]) == ("(all is well)", [0, 0, 1, 0], 0.0)
    assert poor["verdicts"]["supported"]["refuted"] == 1


def test_two_errors_in_two_places_are_no_hit(bench: World) -> None:
    """The error of gold is read rightly as something else, and another claim wrongly as an error."""
    right = {**CLAIMS[0], "mark": "3:30.12"}
    bench.write("poor/first.json", document(right, WRONG_MARK))
    assert results(bench, "--system", "poor=poor")["flagged"][0]["errors"]["hits"] == [0, 0, 1, 1]


def test_a_false_claim_of_another_figure_at_an_errors_place_is_no_hit(bench: World) -> None:
    """Fault: any false claim there was credited with gold's error; Holt's mark is the error, his place is not."""
    other = {**CLAIMS[0], "mark": "3:35.00"}
    bench.write("poor/first.json", document(other))
    flagged = results(bench, "--system", "poor=poor")["flagged"][0]
    assert (flagged["errors"]["hits"], flagged["false_alarms"]) == ([0, 0, 1, 1], 1)


def test_a_persons_verdict_goes_before_the_checks(bench: World) -> None:
    human = [{**CLAIMS[0], "gold_verdict": "supported"}, *CLAIMS[1:]]
    bench.write("claims/arden.json", document(*human))
    same, _ = results(bench, "--system", "same=same")["flagged"]
    assert same["errors"]["hits"] == [0, 0, 0, 1]
    assert "1 with a person's verdicts" in results(bench, "--system", "same=same")["signature"]


def test_blind_tiles_detect_much_and_read_nothing(bench: World) -> None:
    blind = results(bench, "--system", "same=same")["blind"]
    assert blind["measure"] == "(blind tiles)"
    assert blind["hits"][0] > 0


def test_fields_are_compared_within_a_kind_only(bench: World) -> None:
    """Berg's mark read as his place: the athlete is the same, but it is no mark whose athlete was read."""
    place = {name: CLAIMS[1][name] for name in ("id", "text", "quote", "start", "end", "athlete", "scope")}
    bench.write("poor/first.json", document({"kind": "place", **place, "place": 2}))
    (bench.root / "poor" / "second.json").unlink()
    poor = results(bench, "--system", "poor=poor")["systems"][0]
    assert poor["confusion"] == {"mark": {"place": 1}}
    assert poor["fields"] == {}


def test_without_a_check_there_are_no_flagged_errors(bench: World) -> None:
    found = results(bench, "--system", "same=same", "--no-check")
    assert found["flagged"] == []
    assert "truth: not checked" in found["signature"]


def test_a_system_may_not_move_the_articles_date(bench: World) -> None:
    """Holt is 26 from his birthday on; a claim file that says another date is checked on gold's."""
    moved = document(*CLAIMS)
    moved["article"]["published"] = "2025-07-01"
    bench.write("same/first.json", moved)
    assert results(bench, "--system", "same=same")["flagged"][0]["kappa"] == 1.0


def test_the_record_fits_its_schema(bench: World) -> None:
    schema = json.loads(bench.run("schema", "bench").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(results(bench, "--system", "poor=poor", "--system", "same=same"), schema)


def test_missing_articles_count_as_missed_and_are_shown(bench: World) -> None:
    (bench.root / "same" / "first.json").unlink()
    run = bench_run(bench, "--system", "same=same")
    assert run.returncode == 2
    assert "same    arden    no claim file" in run.stdout
    ladder = run.stdout[run.stdout.index("Ladder of strictness") :].splitlines()
    assert ladder[2].split()[3:7] == ["same", "1.000", "0.250", "0.400"]


def test_a_broken_file_is_said_and_the_run_goes_on(bench: World) -> None:
    bench.write("same/first.json", '{"article": {')
    bench.write("claims/third.json", "gold that is none")
    run = bench_run(bench, "--system", "same=same", "--system", "poor=poor")
    assert run.returncode == 2
    assert "What could not be scored" in run.stdout
    assert "same/first.json:1:14: $.article" in run.stdout
    assert "gold   claims/third.json:1:1" in run.stdout
    assert "poor against same" in run.stdout
    assert run.stderr == "could not score everything: articles failed: 0, articles missing: 1, other problems: 2\n"


def test_files_and_resuming(bench: World) -> None:
    arguments = ("--system", "poor=poor", "--system", "same=same", "--output", "out")
    first = bench_run(bench, *arguments)
    out = bench.root / "out"
    assert (out / "leaderboard.txt").read_text(encoding="utf-8") == first.stdout
    assert json.loads((out / "results.json").read_text(encoding="utf-8"))["claims"] == 8
    before = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    kept = out / "scores" / "same.json"
    stamp = kept.stat().st_mtime_ns
    assert bench_run(bench, *arguments).stdout == first.stdout
    assert {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()} == before
    assert kept.stat().st_mtime_ns == stamp
    bench.write("same/first.json", document(WRONG_MARK))
    assert bench_run(bench, *arguments).stdout != first.stdout
    assert kept.stat().st_mtime_ns != stamp


def test_kept_scores_that_are_broken_are_made_again(bench: World) -> None:
    arguments = ("--system", "same=same", "--output", "out")
    first = bench_run(bench, *arguments).stdout
    kept = bench.root / "out" / "scores" / "same.json"
    whole = kept.read_bytes()
    kept.write_bytes(whole[:100])
    assert bench_run(bench, *arguments).stdout == first
    assert kept.read_bytes() == whole


def test_every_input_and_option_that_changes_a_number_changes_the_signature(bench: World) -> None:
    def signature(*arguments: str) -> str:
        run = bench.run("bench", "run", "--truth", "truth", "--system", "same=same", "--format", "json", *arguments)
        return str(json.loads(run.stdout)["signature"])

    seen = [signature("claims"), signature("claims", "--resamples", "300"), signature("claims", "--no-check"),
            signature("claims", "--as-of", "2024-06-02"), signature("claims/arden.json")]  # fmt: skip
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        (["claims"], 2, "the system 'rules' reads the articles itself: --articles says"),
        (["--system", "same=same"], 2, "GOLD is missing"),
        (["--system", "same=same", "nowhere"], 2, "does not exist"),
        (["--system", "same=nowhere", "claims"], 2, "'nowhere' is no folder"),
        (["--system", "../x=same", "claims"], 2, "'../x' is no name"),
        (["--system", "a=same", "--system", "a=poor", "claims"], 2, "two systems are called 'a'"),
        (["--system", "same=same", "claims", "--format", "markdwon"], 2, "did you mean 'markdown'?"),
        (["--system", "same=same", "claims", "--resamples", "1"], 2, "not in the range"),
        (["--system", "same=same", "empty"], 5, "gold has no articles"),
    ],
)
def test_options(bench: World, arguments: list[str], code: int, said: str) -> None:
    (bench.root / "empty").mkdir()
    run = bench.run("bench", "run", *arguments)
    assert run.returncode == code
    assert said in run.stderr


class Stub:
    """Stands for `harness.extract`: a system that reads the second article, and fails on the first until mended."""

    SourceArticle = SimpleNamespace

    class BadOption(ValueError):
        """As the real one."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.broken = True
        self.options: dict[str, str] = {}

    def systems(self) -> tuple[str, ...]:
        return ("stub",)

    def options_of(self, name: str) -> dict[str, str]:
        return {"model": "which"}

    def read_articles(self, paths: list[Path], given: dict[str, str]) -> Any:
        texts = [path.read_text(encoding="utf-8") for path in paths[0].iterdir()]
        return [SimpleNamespace(text=text) for text in texts], ["texts/b.txt:1:1: $: a mistake in an article"]

    def extract_all(self, name: str, articles: list[Any], options: dict[str, str]) -> Iterator[Any]:
        self.options = options
        if options.get("model") == "none":
            raise self.BadOption("there is no model 'none'")
        for one in articles:
            self.read.append(one.id)
            assert (one.text, one.published) == (TEXT, "2024-06-03")
            failed = one.id == "arden" and self.broken
            claims = CLAIMS if one.id == "arden" else CLAIMS[1:3]
            yield SimpleNamespace(
                document=None if failed else {"article": article(one.id), "claims": claims},
                failure="no such model" if failed else "", seconds=2.0, tokens_in=10, tokens_out=5, cost=0.25,
            )  # fmt: skip


@pytest.fixture
def stub(bench: World, monkeypatch: pytest.MonkeyPatch) -> Stub:
    made = Stub()
    monkeypatch.setitem(sys.modules, "harness.extract", made)  # type: ignore[arg-type]
    monkeypatch.chdir(bench.root)
    Path("texts").mkdir()
    Path("texts", "a.txt").write_text(TEXT, encoding="utf-8")
    return made


def invoke(*arguments: str) -> Any:
    given = ["claims", "--truth", "truth", "--system", "stub", "--articles", "texts", "--output", "out", *arguments]
    return CliRunner().invoke(run_command.command, given)


def test_a_failed_article_counts_as_failed_and_is_tried_again(stub: Stub) -> None:
    first = invoke()
    assert first.exit_code == 2
    assert "stub    arden    no such model" in first.output
    assert "stub: 2 of 2 articles read now" in first.stderr
    assert "texts/b.txt:1:1: $: a mistake in an article" in first.stderr
    stub.broken = False
    second = invoke()
    assert second.exit_code == 0
    assert stub.read == ["arden", "second", "arden"]
    invoke()
    assert stub.read == ["arden", "second", "arden"]


def test_time_tokens_and_cost_stand_beside_quality(stub: Stub) -> None:
    stub.broken = False
    table = invoke().stdout.partition("Articles and cost")[2].splitlines()
    assert table[2].split() == ["stub", "2", "0", "0", "8", "0", "2.00", "15", "0.2500"]


def test_an_article_without_its_text_has_failed(stub: Stub) -> None:
    Path("texts", "a.txt").write_text(TEXT + "!", encoding="utf-8")
    run = invoke()
    assert run.exit_code == 2
    assert run.output.count("no text with the sha256 that gold has") == 2
    assert stub.read == []


def test_a_system_without_articles_or_a_place_for_its_claims_is_an_error(stub: Stub) -> None:
    run = CliRunner().invoke(run_command.command, ["claims", "--truth", "truth", "--system", "stub"])
    assert run.exit_code == 2
    assert "stub=FOLDER" in run.output
    assert "did you mean 'stub'?" in CliRunner().invoke(run_command.command, ["claims", "--system", "stup"]).output


def test_options_reach_the_systems_that_have_them_and_make_them_read_again(stub: Stub) -> None:
    stub.broken = False
    invoke("-o", "model=small", "-o", "other=1")
    assert stub.options == {"model": "small"}
    invoke("-o", "model=large")
    assert stub.read == ["arden", "second"] * 2
    bad = invoke("-o", "model=none")
    assert (bad.exit_code, "there is no model 'none'" in bad.output) == (2, True)
    assert "given as NAME=VALUE" in invoke("-o", "model").output


def test_what_stops_halfway_keeps_what_was_read(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    stub.broken = False
    whole = stub.extract_all

    def interrupted(name: str, articles: list[Any], options: dict[str, str]) -> Iterator[Any]:
        yield next(whole(name, articles, options))
        raise KeyboardInterrupt

    monkeypatch.setattr(stub, "extract_all", interrupted)
    assert invoke().exit_code != 0
    monkeypatch.setattr(stub, "extract_all", whole)
    assert invoke().exit_code == 0
    assert stub.read == ["arden", "second"]


def test_the_viewer_shows_what_was_read_beside_gold(bench: World) -> None:
    """Flagged errors first; every figure is a link to its pairs; what stands in the data cannot end it."""
    bench.write("texts/arden.txt", TEXT)
    bench.write("poor/first.json", document({**WRONG_MARK, "text": "</script><i>"}, CLAIMS[0]))
    run = bench_run(
        bench, "--system", "poor=poor", "--system", "same=same", "--articles", "texts", "--output", "results"
    )
    assert run.returncode == 0, run.stderr
    page = (bench.root / "results" / "viewer.html").read_text(encoding="utf-8")
    assert page.index("<h2>Flagged errors</h2>") < page.index("<h2>Ladder</h2>")
    assert '<a href="#system=poor&amp;show=alarms&amp;kind=&amp;article=">1</a>' in page
    assert "<i>" not in page
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    first = data["articles"][0]
    assert (first["id"], first["text"]) == ("arden", TEXT)
    assert first["systems"]["poor"]["alarms"] == ["berg-mark"]
    assert first["systems"]["same"]["found"] == first["systems"]["same"]["errors"] == ["holt-mark"]
    reached = {gold: rungs[3] for gold, _, rungs, _ in first["systems"]["poor"]["pairs"]}
    assert reached == {"holt-mark": "1", "berg-mark": "0"}
    assert [differing for *_, differing in first["systems"]["poor"]["pairs"]] == [["mark"], []]


def test_what_is_to_be_checked_stands_beside_the_errors(bench: World) -> None:
    """A machine that carries the competition: what contradicts the truth as it was read is no error, and is counted."""
    carried = {**WRONG_MARK, "inferred": ["scope.competition"]}
    wrong = {**WRONG_MARK, "gold_verdict": "refuted"}
    bench.write("claims/arden.json", document(CLAIMS[0], wrong, *CLAIMS[2:]))
    bench.write("machine/first.json", {**document(CLAIMS[0], carried), "article": article("arden") | {"read_by": "m"}})
    bench.write("texts/arden.txt", TEXT)
    run = bench_run(bench, "--system", "machine=machine", "--articles", "texts")
    lines = run.stdout[run.stdout.index("To be checked") :].splitlines()
    assert lines[1].split() == "system precision recall false ones with errors carried figures read".split()
    assert lines[2].split()[:5] == ["machine", "1.000", "0.500", "0.00", "1.000"]
    assert max(map(len, run.stdout.splitlines())) <= 80
    found = results(bench, "--system", "machine=machine", "--articles", "texts")
    (machine,) = found["systems"]
    assert machine["carried"] == {"scope.competition": {"alike": 1, "pairs": 1}}
    assert 0 < machine["figures_read"] <= machine["figures"]
    assert found["flagged"][0]["checks"] == [1, 1, 2, 1]
    assert found["flagged"][0]["errors"]["hits"] == [1, 1, 2, 1]
