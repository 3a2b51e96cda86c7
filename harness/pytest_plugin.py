"""pytest --claims claims/: every claim in a folder of claim files is a test item.

A refuted claim fails, an undecided one is skipped with the reason, and a figure or file that cannot be read is an
error. Without the option the plug-in does nothing and imports nothing of the harness, because pytest loads it on every
run.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from harness.baseline import Baseline
    from harness.checking.load import ClaimFile
    from harness.checking.run import Checker
    from harness.records.model import Finding

_PARAMETERS = {"truth": "truth_folder"}  # of the option as `harness check` calls it
_SKIPPED = ("not_enough_info", "not_checkable")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("claims", "facts in sports articles (harness)")
    group.addoption(
        "--claims", action="append", default=[], metavar="PATH",
        help="Collect the claim files (*.json) in this folder and below; each claim is a test (repeatable).",
    )  # fmt: skip
    group.addoption("--claims-truth", metavar="PATH", help="The ground truth pack [default: the shipped one].")
    group.addoption("--claims-baseline", metavar="FILE", help="What this baseline accepts is expected to fail.")
    group.addoption("--claims-as-of", metavar="DATE", help="Judge as of this day (2024-08-02), not the article's.")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("claims"):
        config.pluginmanager.register(Claims(config), "harness-claims")


class Claims:
    """One pytest run that was asked to check claims."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.folders = [self._path(typed) for typed in config.getoption("claims")]
        self.first_with: dict[str, str] = {}  # article id -> its claim file
        self.reports: list[Any] = []  # of the claims that ran
        for folder, typed in zip(self.folders, config.getoption("claims"), strict=True):
            if not folder.exists():
                raise pytest.UsageError(f"--claims {typed}: there is no such folder")
            if folder.is_dir() and next(folder.rglob("*.json"), None) is None:
                raise pytest.UsageError(f"--claims {typed}: no claim files (*.json) there: nothing would be checked")
        named = [self._path(argument.partition("::")[0]) for argument in config.args]
        for folder in self.folders:
            if not any(path in (folder, *folder.parents) or folder in path.parents for path in named):
                config.args.append(str(folder))

    def _path(self, typed: str) -> Path:
        """The path as pytest names it: absolute, with its links as they are."""
        return Path(os.path.abspath(self.config.invocation_params.dir / typed))  # noqa: PTH100

    def pytest_sessionstart(self) -> None:
        """Ground truth and baseline are read once, before anything runs, so mistakes in them are reported once."""
        if not self.config.option.collectonly:
            configured = _configured(self.folders)

            def setting(name: str) -> str | None:
                typed: str | None = self.config.getoption(f"claims_{name}")
                return typed if typed is not None else configured.get(_PARAMETERS.get(name, name))

            self.checkers = _checkers(setting("truth"), setting("as_of"))
            self.baseline = _baseline(setting("baseline"))

    @pytest.hookimpl(tryfirst=True)
    def pytest_ignore_collect(self, collection_path: Path, config: pytest.Config) -> bool | None:
        """A folder of claims is collected whatever its name (`build`, `dist` ...); --ignore is respected."""
        ignored = {self._path(typed) for typed in config.getoption("ignore") or ()}
        inside = {*self.folders} & {collection_path, *collection_path.parents}
        return False if inside and not ignored & {collection_path, *collection_path.parents} else None

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        if file_path in self.folders or (file_path.suffix == ".json" and {*self.folders} & {*file_path.parents}):
            return ClaimsFile.from_parent(parent, path=file_path, run=self)
        return None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
        """A skip is located at its claim. The finding travels with the report, also from a worker process."""
        report = yield
        if isinstance(item, ClaimItem) and call.when == "call":
            if report.skipped and not hasattr(report, "wasxfail"):
                report.longrepr = (str(item.path), item.finding.line, report.longrepr[2])
            report.said_by_claim = _encoded(item.said)
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if hasattr(report, "said_by_claim"):
            self.reports.append(report)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """A run that decides nothing never passes: if all claims were skipped, it ends like one that collected no
        tests."""
        undecided = [report.skipped and not hasattr(report, "wasxfail") for report in self.reports]
        self.nothing_decided = bool(undecided) and all(undecided)
        if self.nothing_decided and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.NO_TESTS_COLLECTED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The claims of this run that cannot all be true, in the order of their files."""
        lines = _conflicts(report.said_by_claim for report in self.reports)
        if lines:
            terminalreporter.section("claims against each other")
        for line in lines:
            terminalreporter.line(line)
        if self.nothing_decided:
            terminalreporter.line(f"nothing was checked: of {len(self.reports)} claims none could be decided")


class ClaimsFile(pytest.File):
    """The claims of one article. A file that does not load is a collection error that lists all its mistakes."""

    def __init__(self, *, run: Claims, **node: Any) -> None:
        super().__init__(**node)
        self.run = run

    def collect(self) -> Iterator[ClaimItem]:
        from harness.claims.claim import kind_of

        self.loaded = _loaded(self.path, self.nodeid)
        first = self.run.first_with.setdefault(self.loaded.article.id, self.nodeid)
        if first != self.nodeid:
            raise self.CollectError(f"{self.nodeid}: the article {self.loaded.article.id!r} is in {first} too")
        if not self.loaded.claims:
            self.warn(pytest.PytestCollectionWarning(f"{self.nodeid} has no claims"))
        for number, claim in enumerate(self.loaded.claims):
            yield ClaimItem.from_parent(self, name=claim.id, number=number, kind=kind_of(claim))

    @cached_property
    def findings(self) -> list[tuple[Finding, Finding]]:
        """Each claim's finding, and the one as of its own date, which is used for conflicts."""
        asked, own_dates = self.run.checkers
        weighed = asked.check_article(self.loaded)
        dated = weighed if asked is own_dates else own_dates.check_article(self.loaded)
        return list(zip(_waived(weighed, self.run.baseline), dated, strict=True))


class ClaimItem(pytest.Item):
    """One claim; `-k` selects it by its id, its file and its kind."""

    parent: ClaimsFile

    def __init__(self, *, number: int, kind: str, **node: Any) -> None:
        super().__init__(**node)
        self.number = number
        self.extra_keyword_matches.add(kind)

    def setup(self) -> None:
        self.finding, self.said = self.parent.findings[self.number]
        if self.finding.verdict == "unreadable":
            pytest.fail(_told(self.finding), pytrace=False)

    def runtest(self) -> None:
        if self.finding.verdict == "refuted":
            if self.finding.waiver is not None:
                pytest.xfail(_reason(self.finding))
            pytest.fail(_told(self.finding), pytrace=False)
        if self.finding.verdict in _SKIPPED:
            pytest.skip(_reason(self.finding))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.parent.loaded.places()[self.number][0] - 1, self.name


def _configured(folders: Sequence[Path]) -> dict[str, Any]:
    """The settings of `harness check` in the configuration of the folders, by parameter."""
    import click

    from harness.cli.config import COMMANDS, configuration_for
    from harness.cli.configured import root_of
    from harness.cli.main import cli

    context = click.Context(cli)
    commands = {name: command for name in COMMANDS if (command := cli.get_command(context, name)) is not None}
    try:
        configuration = configuration_for(folders, commands)
        if configuration is None:
            return {}
        roots = configuration.roots(commands["check"])
        return configuration.of("check", commands["check"]) | (root_of(folders, roots) if roots and folders else {})
    except click.ClickException as error:
        raise pytest.UsageError(f"--claims: {error.format_message()}") from None


def _checkers(folder: str | None, as_of: str | None) -> tuple[Checker, Checker]:
    """What judges as of the day that was asked for, and as of each claim's own: the same one where none was."""
    from harness.api import BadDate, BadTruth, day, open_truth
    from harness.checking.run import Checker

    try:
        truth, asked = open_truth(folder), day(as_of)
    except (BadTruth, BadDate) as error:
        raise pytest.UsageError(f"--claims: {error}") from None
    own_dates = Checker(truth)
    return own_dates if asked is None else Checker(truth, asked), own_dates


def _baseline(file: str | None) -> Baseline | None:
    from harness.baseline import read_baseline

    baseline = read_baseline(Path(file)) if file is not None else None
    if isinstance(baseline, list):
        raise pytest.UsageError("\n".join(map(str, baseline)))
    return baseline


def _waived(findings: Sequence[Finding], baseline: Baseline | None) -> Sequence[Finding]:
    """The findings of one article, with the waivers that the baseline has for them today."""
    if baseline is None:
        return findings
    from harness.baseline import waive
    from harness.cli.options import day_or_today

    return waive(baseline, day_or_today(None, "--claims-baseline"), findings, (), (), ()).findings


def _loaded(path: Path, name: str) -> ClaimFile:
    from harness import strict_json
    from harness.checking.load import read_claims
    from harness.records.model import Mistake

    raw = strict_json.read(path)
    loaded = [raw] if isinstance(raw, Mistake) else read_claims(raw, name)
    if isinstance(loaded, list):
        raise pytest.Collector.CollectError("\n".join(map(str, loaded)))
    return loaded


def _told(finding: Finding) -> str:
    """What is wrong, in one line; where; and what an editor needs to mend it."""
    from harness.present.formats._characters import one_line
    from harness.present.formats._words import remark, ruling, said

    notes = "; ".join(map(remark, finding.notes))
    rows = [("printed", said(finding)), ("official", finding.found)]
    rows += [("print instead", finding.suggestion), ("note", notes)]
    for fact in finding.evidence:
        rows += [("rests on", fact.summary), *(("source", source) for source in fact.sources)]
    head = [f"{ruling(finding)}: {finding.message}", f"{finding.file}:{finding.line}:{finding.column}", ""]
    return "\n".join(map(one_line, [*head, *(f"{label + ':':<14} {text}" for label, text in rows if text)]))


def _reason(finding: Finding) -> str:
    from harness.present.formats._characters import one_line
    from harness.present.formats._words import remark, waived

    waiver = f" ({waived(finding.waiver)})" if finding.waiver else ""
    return one_line(f"{finding.claim}: {remark(finding.verdict)}: {finding.message}{waiver}")


def _encoded(finding: Finding) -> str:
    import msgspec

    return msgspec.json.encode(finding).decode()


def _conflicts(encoded: Iterable[str]) -> Sequence[str]:
    """A line for each conflict among the findings."""
    import msgspec

    from harness.checking.gathering import conflicts_among
    from harness.present.formats._characters import one_line
    from harness.present.formats._words import disagreement, texts
    from harness.records.model import Finding

    findings = [msgspec.json.decode(finding, type=Finding) for finding in encoded]
    findings.sort(key=lambda finding: (finding.file, finding.line, finding.column))
    return [one_line(disagreement(conflict, texts(findings))) for conflict in conflicts_among(findings)]
