"""What `check --diff-base` looks at: claim files that changed, and those that rest on what changed in the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from click import ClickException, UsageError

from harness.cli.options import say

if TYPE_CHECKING:
    from harness.checking.load import ClaimFile
    from harness.checking.load.git import Changes
    from harness.records.model import Mistake
    from harness.truth.index import Truth


def changes_since_base(
    revision: str, paths: tuple[Path, ...], truth_folder: Path | None, truth: Truth, as_of: int | None
) -> Changes:
    """What changed since the revision: claim files, and those that rest on what changed in the ground truth."""
    from harness.checking.load import default_truth_folder, load_all, load_truth_at
    from harness.checking.load.git import GitFailed, changes_since

    folder = truth_folder or default_truth_folder()
    if folder.is_file():
        raise UsageError(f"--diff-base compares the facts of two revisions: name the pack that {folder} was built from")
    try:
        changes = changes_since(revision, paths)
        if not changes.below(folder):
            return changes
        files, _ = load_all(paths)
        before = _truth_before(lambda: load_truth_at(revision, folder))
    except GitFailed as error:
        raise ClickException(str(error)) from None
    if before is None:
        say(f"{folder} was no ground truth in {revision}: every claim file is checked", err=True)
        return changes.also(file.path for file in files)
    return changes.also(_resting_on_changes(files, before, truth, as_of, revision))


def _truth_before(load: Callable[[], Truth | list[Mistake]]) -> Truth | None:
    """The ground truth of a revision; None where there was none, or one that does not load today."""
    from harness.checking.load.git import GitFailed

    try:
        truth = load()
    except GitFailed:
        return None
    return None if isinstance(truth, list) else truth


def _resting_on_changes(
    files: list[ClaimFile], before: Truth, truth: Truth, as_of: int | None, revision: str
) -> Iterable[str]:
    """The claim files that rest on changed facts; how many facts they are, and which verdicts flipped, is said."""
    from harness.checking.run import Checker
    from harness.curate.difference import difference
    from harness.curate.verdict_changes import resting_on_changes, turned

    changed = difference(before, truth)
    facts = len(changed.added) + len(changed.removed) + len(changed.changed)
    resting = resting_on_changes(files, Checker(before, as_of), Checker(truth, as_of))
    flips = list(turned(files, before, truth, changed))
    say(
        f"ground truth: {_many(facts, 'fact')} changed since {revision}; {_many(len(resting), 'claim file')} "
        f"{'rests' if len(resting) == 1 else 'rest'} on them; {_many(len(flips), 'verdict')} flipped",
        *(f"  {flip.article}/{flip.claim}: {flip.before} -> {flip.after}" for flip in flips),
        err=True,
    )
    return resting


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
