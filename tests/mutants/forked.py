"""A pytest plug-in: collect the tests once, and try each mutant in a process forked from there.

A mutant is planted in memory, by giving the functions of its file the code of the changed text; so nothing is imported
or collected again. It does not see what ran at import: a mutant that survives here is tried again from its file.
MUTANTS names a file with what to try (see `Trial`), OUTCOMES the file that takes a line for each.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import gc
import os
import pickle
import resource
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest

SURVIVED, NOTICED, UNSEEN = 0, 1, 2  # unseen: no function of the file could be given the change
MEMORY = 6 << 30  # bytes that the tests of one mutant may take


class Trial(NamedTuple):
    """One mutant: its number, its file and the file's changed text (both None for no change), the tests to run in
    their order, the seconds of processor time that they may take, and the tests to run once all mutants had their first
    ones: so what most likely survives is known early."""

    number: int
    file: Path | None
    text: str | None
    tests: list[str]
    seconds: int
    later: list[str]


def codes(code: CodeType) -> Iterator[CodeType]:
    """The code of every function in it, however deep."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from codes(inner)


def numbered(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    """Each function's code by its qualified name and which one of that name it is: that survives a change of lines."""
    met: Counter[str] = Counter()
    for inner in codes(code):
        yield (inner.co_qualname, met[inner.co_qualname]), inner
        met[inner.co_qualname] += 1


def plant(file: Path, text: str) -> bool:
    """Give the functions of the file that the error changes, as they exist, their changed code: whether one took it."""
    source = file.read_text(encoding="utf-8")
    places = {(code.co_qualname, code.co_firstlineno): place for place, code in numbered(compile(source, file, "exec"))}
    whole = dict(numbered(compile(ast.unparse(ast.parse(source)), file, "exec")))
    changed = {place: code for place, code in numbered(compile(text, file, "exec")) if code != whole.get(place)}
    planted = False
    for function in gc.get_objects():
        if type(function) is FunctionType and function.__code__.co_filename == str(file):
            place = places.get((function.__code__.co_qualname, function.__code__.co_firstlineno))
            if place in changed:
                # A function that no longer uses a variable around it cannot take the code: it is tried from the file.
                with contextlib.suppress(ValueError):
                    function.__code__ = changed[place]
                    planted = True
    for wrapper in gc.get_objects():
        if isinstance(wrapper, functools._lru_cache_wrapper) and wrapper.__module__.startswith("harness"):
            wrapper.cache_clear()  # filled, at import, by the code before the change
    return planted


class Failure:
    """Whether a test has failed in this process."""

    def __init__(self) -> None:
        self.seen = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seen = self.seen or report.failed


def attempt(trial: Trial, session: pytest.Session, items: dict[str, pytest.Item]) -> int:
    """In a forked process: plant the mutant and run its tests until one fails."""
    resource.setrlimit(resource.RLIMIT_CPU, (trial.seconds, trial.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(20 * trial.seconds)  # for one that waits for something without working
    failure = Failure()
    session.config.pluginmanager.register(failure)
    if trial.file is not None and trial.text is not None and not plant(trial.file, trial.text):
        return UNSEEN
    chosen = [items[name] for name in trial.tests if name in items]
    for item, following in zip(chosen, [*chosen[1:], None], strict=True):
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if failure.seen:
            return NOTICED
    return SURVIVED


def forked(trial: Trial, session: pytest.Session, items: dict[str, pytest.Item]) -> int:
    """The number of the process that tries the mutant; what it says goes nowhere."""
    process = os.fork()
    if process:
        return process
    code = NOTICED
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            reporter = session.config.pluginmanager.get_plugin("terminalreporter")
            if reporter is not None:
                reporter._tw._file = nowhere
            code = attempt(trial, session, items)
    finally:
        os._exit(code)


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try all mutants, as many at once as JOBS says."""
    trials: list[Trial] = pickle.loads(Path(os.environ["MUTANTS"]).read_bytes())
    items = {item.nodeid: item for item in session.items}
    session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined] (one for all of them)
    running: dict[int, Trial] = {}
    with Path(os.environ["OUTCOMES"]).open("a", encoding="utf-8") as outcomes:
        while trials or running:
            while trials and len(running) < int(os.environ["JOBS"]):
                trial = trials.pop(0)
                running[forked(trial, session, items)] = trial
            process, status = os.wait()
            trial = running.pop(process)
            code = os.waitstatus_to_exitcode(status)
            if code == SURVIVED and trial.later:
                trials.append(trial._replace(tests=trial.later, later=[]))
            outcome = {SURVIVED: "waits" if trial.later else "survived", NOTICED: "noticed", UNSEEN: "unseen"}
            outcomes.write(f"{trial.number} {outcome.get(code, 'late')}\n")
            outcomes.flush()
    return True
