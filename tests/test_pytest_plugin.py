"""pytest --claims, as real processes: what is an item, how it comes out, and that checking nothing is no pass."""

from __future__ import annotations

import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from arden import CLAIMS, RACE, World, article, claim
from systems import needs_links

Run = Callable[..., pytest.RunResult]

MODULE = "harness.pytest_plugin"
TRUTH = ["--claims-truth", "truth"]


@pytest.fixture
def arden(pytester: pytest.Pytester) -> World:
    made = World(pytester.path)
    made.claims(*CLAIMS)
    return made


@pytest.fixture
def run(pytester: pytest.Pytester, arden: World, monkeypatch: pytest.MonkeyPatch) -> Run:
    """pytest in this world, in a process of its own, with this plug-in and no other."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("CI", raising=False)
    return lambda *arguments: pytester.runpytest_subprocess("-p", MODULE, "-W", "error", *arguments)


@pytest.fixture
def check(run: Run) -> Run:
    return lambda *arguments: run("--claims", "claims", *TRUTH, *arguments)


def test_it_is_declared() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"harness": MODULE}


def test_each_claim_is_an_item(check: Run) -> None:
    result = check("-v")
    result.assert_outcomes(passed=4, failed=1, skipped=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(
        [
            "claims/arden.json::holt-mark FAILED*",
            "claims/arden.json::berg-mark PASSED*",
            "claims/arden.json::berg-mood SKIPPED*",
        ]
    )


def test_a_failure_says_what_to_print_and_on_what_it_rests(check: Run) -> None:
    check().stdout.fnmatch_lines(
        [
            "refuted (low): printed 3:30.10, the ground truth has 3:30.12",
            "claims/arden.json:13:3",
            'printed:       "3:30.10": claim holt-mark',
            "official:      3:30.12",
            "print instead: 3:30.12",
            "rests on:      Peter Holt, 1500 metres, final, Arden Games 2024, 3:30.12, place 1",
            "source:        The Arden results book (https://arden.example)",
            "FAILED claims/arden.json::holt-mark - Failed: refuted (low): printed 3:30.10, *",
        ]
    )


def test_without_the_option_nothing_happens(pytester: pytest.Pytester, run: Run) -> None:
    pytester.makepyfile(
        "import sys\ndef test_light():\n"
        f"    assert [name for name in sys.modules if name.startswith('harness')] == ['harness', {MODULE!r}]\n"
    )
    run().assert_outcomes(passed=1)
    assert run("claims").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_an_undecided_claim_is_skipped_with_the_reason_and_its_place(arden: World, check: Run) -> None:
    heat = {**RACE, "round": "heat 1"}
    arden.claims(claim("mark", "heat", "3:31.00", athlete="Berg", mark="3:31.00", scope=heat), *CLAIMS[1:3])
    result = check("-rs")
    result.assert_outcomes(passed=2, skipped=1)
    result.stdout.fnmatch_lines(["SKIPPED [[]1] claims/arden.json:13: heat: not enough info: *heat*"])


def test_a_figure_that_nothing_reads_is_an_error(arden: World, check: Run) -> None:
    arden.claims(claim("mark", "odd", "3:30.10", athlete="Holt", mark="three-ish", scope=RACE), *CLAIMS[1:3])
    result = check()
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["unreadable: *three-ish*"])


def test_a_file_that_does_not_load_is_an_error_with_all_its_mistakes(arden: World, check: Run) -> None:
    arden.write("claims/broken.json", '{"article": {},\n "claims": [5, 6]}')
    result = check()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["claims/broken.json:2:13: *", "claims/broken.json:2:16: *"])
    check("--continue-on-collection-errors").assert_outcomes(passed=4, failed=1, skipped=1, errors=1)


def test_one_article_in_two_files_is_an_error(arden: World, check: Run) -> None:
    arden.write("claims/more/again.json", {"article": article("arden"), "claims": CLAIMS[1:2]})
    result = check()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["claims/more/again.json: the article 'arden' is in claims/arden.json too"])


@pytest.mark.parametrize(
    "arguments, said",
    [
        pytest.param(["--claims", "nowhere"], "--claims nowhere: there is no such folder", id="no folder"),
        pytest.param(["--claims", "empty"], "--claims empty: no claim files (*.json) there", id="an empty folder"),
        pytest.param(["--claims", "claims", "--claims", "empty"], "--claims empty: no claim files", id="one of two"),
        pytest.param(["--claims", "claims", "--claims-truth", "empty"], "no ground truth here", id="no truth"),
        pytest.param(["--claims", "claims", "--claims-as-of", "2024-02-31"], "is not a day such as", id="no day"),
    ],
)
def test_what_cannot_be_checked_is_a_usage_error(
    pytester: pytest.Pytester, run: Run, arguments: list[str], said: str
) -> None:
    """Whatever other tests there are: they would pass, and it would look as if the claims had."""
    pytester.makepyfile("def test_passes(): pass")
    pytester.mkdir("empty")
    result = run(*arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert said in result.stderr.str()
    assert "Traceback" not in result.stderr.str()


def test_deciding_nothing_does_not_pass(pytester: pytest.Pytester, arden: World, check: Run) -> None:
    pytester.makepyfile("def test_passes(): pass")
    arden.claims(CLAIMS[-1])
    result = check()
    result.assert_outcomes(passed=1, skipped=1)
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    result.stdout.fnmatch_lines(["nothing was checked: of 1 claims none could be decided"])


def test_deciding_nothing_does_not_pass_in_silence_either(arden: World, check: Run) -> None:
    assert check("-p", "no:terminal").ret == pytest.ExitCode.TESTS_FAILED
    assert check("-p", "no:terminal", "-k", "berg-mood").ret == pytest.ExitCode.NO_TESTS_COLLECTED


@pytest.fixture
def accepted(arden: World) -> World:
    """With a baseline of all that is wrong today."""
    written = arden.run("baseline", "write", "claims", "--truth", "truth", "--reason", "an old page", "--author", "me")
    assert written.returncode == 0, written.stderr
    return arden


def test_what_a_baseline_accepts_is_expected_to_fail(accepted: World, check: Run) -> None:
    result = check("--claims-baseline", "baseline.json", "-rx")
    result.assert_outcomes(passed=4, xfailed=1, skipped=1)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["XFAIL claims/arden.json::holt-mark - holt-mark: refuted: *(waived by me on *"])
    assert check("--claims-baseline", "baseline.json", "-k", "holt-mark").ret == 0  # decided, and known


def test_a_changed_claim_is_no_longer_accepted(accepted: World, check: Run) -> None:
    accepted.claims({**CLAIMS[0], "mark": "3:30.9"}, *CLAIMS[1:])
    check("--claims-baseline", "baseline.json").assert_outcomes(passed=4, failed=1, skipped=1)


def test_a_baseline_that_does_not_load_is_a_usage_error(arden: World, check: Run) -> None:
    arden.write("baseline.json", '{"versoin": 1}')
    result = check("--claims-baseline", "baseline.json")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "baseline.json:1:1: " in result.stderr.str()


def test_a_file_without_claims_is_warned_of(arden: World, run: Run) -> None:
    arden.write("claims/none.json", {"article": article("none"), "claims": []})
    result = run("--claims", "claims", *TRUTH, "-W", "default")
    result.assert_outcomes(passed=4, failed=1, skipped=1, warnings=1)
    result.stdout.fnmatch_lines(["*claims/none.json has no claims"])


@pytest.mark.parametrize(
    "arguments, outcomes",
    [
        pytest.param(["-k", "holt-won"], {"passed": 1, "deselected": 5}, id="by a claim's id"),
        pytest.param(["-k", "place or margin"], {"passed": 2, "deselected": 4}, id="by kind"),
        pytest.param(["-x"], {"failed": 1}, id="stop at the first failure"),
        pytest.param(["claims/arden.json::holt-age"], {"passed": 1}, id="one claim"),
        pytest.param(["claims/arden.json"], {"passed": 4, "failed": 1, "skipped": 1}, id="one file"),
        pytest.param(["."], {"passed": 5, "failed": 1, "skipped": 1}, id="everything, nothing twice"),
        pytest.param(["test_other.py"], {"passed": 5, "failed": 1, "skipped": 1}, id="another test, and the claims"),
        pytest.param(["--claims", "claims/arden.json"], {"passed": 5, "failed": 1, "skipped": 1}, id="named twice"),
        pytest.param(["--claims-as-of", "2024-06-01", "-k", "holt-mark"], {"skipped": 1, "deselected": 6}, id="before"),
    ],
)
def test_choosing(pytester: pytest.Pytester, check: Run, arguments: list[str], outcomes: dict[str, int]) -> None:
    if "-k" not in arguments or "--claims-as-of" in arguments:
        pytester.makepyfile(test_other="def test_passes(): pass")
    check(*arguments).assert_outcomes(**outcomes)


@pytest.mark.parametrize("also", [[], ["."], ["link"], ["link/arden.json"], ["claims"]], ids=str)
@needs_links
def test_a_folder_that_is_a_link(pytester: pytest.Pytester, run: Run, also: list[str]) -> None:
    (pytester.path / "link").symlink_to(pytester.path / "claims")
    run("--claims", "link", *TRUTH, *also).assert_outcomes(passed=4, failed=1, skipped=1)


def test_collecting_only_needs_no_truth(run: Run) -> None:
    result = run("--claims", "claims", "--claims-truth", "nowhere", "--collect-only", "-q")
    assert result.ret == 0
    assert result.outlines[:6] == [f"claims/arden.json::{one['id']}" for one in CLAIMS]


def test_claims_outside_of_the_folder_are_left_alone(arden: World, check: Run) -> None:
    arden.write("other.json", {"article": article("other"), "claims": CLAIMS[:1]})
    check(".").assert_outcomes(passed=4, failed=1, skipped=1)


def contradicting(world: World) -> None:
    """Another article gives Berg another mark, and itself a third."""
    world.claims(
        claim("mark", "berg", "3:31.00", athlete="Berg", mark="3:33.00", scope=RACE),
        claim("mark", "berg-again", "Berg", athlete="Berg", mark="3:35.00", scope=RACE),
        name="second",
    )


CONFLICTS = [
    "*= claims against each other =*",
    "mark: 3:30.99 to 3:31.01 against *, in one article: second berg (*); second berg-again (*)",
    "mark: *, between articles: arden berg-mark (*); second berg (*); second berg-again (*)",
]


def test_conflicts_stand_in_the_summary(arden: World, check: Run) -> None:
    contradicting(arden)
    check("-k", "berg").stdout.fnmatch_lines(CONFLICTS)
    assert "against each other" not in check("-k", "holt").stdout.str()


def test_claims_are_held_against_each_other_on_their_own_dates(arden: World, check: Run) -> None:
    """As of the day before the race nothing is known of it, and the articles contradict each other all the same."""
    contradicting(arden)
    result = check("--claims-as-of", "2024-06-01", "-k", "berg")
    result.assert_outcomes(skipped=4, deselected=4)
    result.stdout.fnmatch_lines(CONFLICTS)


def test_what_two_days_made_of_an_age_is_no_conflict_on_one(arden: World, check: Run) -> None:
    """Holt is 26 in the one article and, a year later, 27 in the other; as of one day only one can be right."""
    later = {**article("later"), "published": "2025-06-03"}
    arden.write("claims/later.json", {"article": later, "claims": [{**CLAIMS[4], "id": "older", "age": 27}]})
    result = check("--claims-as-of", "2025-06-03", "-k", "bio")
    result.assert_outcomes(passed=1, failed=1, deselected=5)
    assert "against each other" not in result.stdout.str()


def test_several_processes_say_the_same(arden: World, check: Run) -> None:
    pytest.importorskip("xdist")
    contradicting(arden)
    several = check("-p", "xdist", "-n", "2")
    several.assert_outcomes(passed=4, failed=3, skipped=1)
    several.stdout.fnmatch_lines(["refuted (low): printed 3:30.10, the ground truth has 3:30.12"])
    several.stdout.fnmatch_lines(CONFLICTS)
    assert section(several) == section(check())


def test_the_order_of_the_items_changes_nothing(pytester: pytest.Pytester, arden: World, check: Run) -> None:
    contradicting(arden)
    for name in ("third", "fourth"):  # by its own marks the gap is 0.9 s
        gap = claim("margin", "gap", "by a second", ahead="Holt", behind="Berg", gap="nine seconds", scope=RACE)
        arden.claims(*CLAIMS[:2], gap, name=name)
    before = section(check())
    pytester.makeconftest("def pytest_collection_modifyitems(items): items.reverse()")
    assert section(check()) == before
    assert len(before) >= 4


def section(result: pytest.RunResult) -> list[str]:
    """The conflicts, line by line."""
    start = next(number for number, line in enumerate(result.outlines) if "claims against each other" in line)
    return [line for line in result.outlines[start + 1 :] if " article" in line]


def test_several_processes_refuse_the_same(check: Run) -> None:
    pytest.importorskip("xdist")
    assert check("-p", "xdist", "-n", "2", "--claims-as-of", "soon").ret == pytest.ExitCode.USAGE_ERROR
    assert check("-p", "xdist", "-n", "2", "-k", "berg-mood").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_text_that_would_steer_a_terminal_is_written_out(arden: World, check: Run) -> None:
    arden.claims({**CLAIMS[0], "text": "Holt \x1b[31mred\x07 \u202eback"})
    result = check()
    assert r"Holt \x1b[31mred\x07 \u202eback" in result.stdout.str()


def test_a_junit_file_holds_the_message_and_the_line(pytester: pytest.Pytester, arden: World, check: Run) -> None:
    lines = (arden.root / "claims" / "arden.json").read_text().splitlines()
    second_claim = [number for number, line in enumerate(lines) if line == "  {"][1]  # pytest counts lines from 0
    check("--junit-xml", "junit.xml", "-o", "junit_family=xunit1")
    tree = ElementTree.parse(pytester.path / "junit.xml").getroot()
    [case] = [case for case in tree.iter("testcase") if case.get("name") == "berg-mark"]
    assert (case.get("file"), case.get("line")) == ("claims/arden.json", str(second_claim))
    [failure] = tree.iter("failure")
    assert "print instead: 3:30.12" in (failure.text or "")
