"""Editors who do anything at the desk, in any order, and desk files that somebody damaged.

After each step the draft must open, be shown and be written out; in the end everything is taken back, one by one. What
the desk may answer is `Refused`, and `BadFile` of a file that was damaged.
"""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "desk"))

from desk_world import ARTICLE, TEXT, desk_on

from harness.desk import outputs, pages
from harness.desk.checker import DeskChecker, ReadingFailed
from harness.desk.deciding import Desk, Refused, digest_of
from harness.desk.folder import BadFile, Stale
from harness.desk.queue import queue
from harness.desk.records import Action
from harness.desk.signing import sign_off, state_of
from harness.truth.index import Truth

DRAFT = ARTICLE.id
FILES = ("claims/arden-draft.json", "readings/arden-draft.json", "decisions/arden-draft.json", "baseline.json",
         "sign-offs.json", "curator.json")  # fmt: skip
DAMAGED = "damaged"  # by somebody who is not the desk


def steps(leaves: st.SearchStrategy[Any], words: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Whether the shipped rules read the draft, and what an editor does with it."""
    actions: st.SearchStrategy[Action] = st.sampled_from(get_args(Action))
    fields = st.dictionaries(
        st.sampled_from(["athlete", "mark", "place", "scope", "as_of", "hedge", "inferred", "id", "quote", "lenient"]),
        leaves, max_size=3,
    )  # fmt: skip
    # a sentence of the draft, taken out or written otherwise
    places = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30), words)
    decisions = st.tuples(
        st.just("decide"), st.integers(0, 9), actions, words.map(lambda each: each.strip()[:300]), st.none() | fields
    )
    others = [
        st.tuples(st.just("undo"), st.none() | st.integers(0, 5)), st.tuples(st.just("rewrite"), places),
        st.tuples(st.just("put"), words), st.tuples(st.just("sign")), st.tuples(st.just("stale")),
    ]  # fmt: skip
    damage = st.tuples(st.just(DAMAGED), st.sampled_from(FILES), st.randoms(use_true_random=False), leaves)
    some = st.lists(st.one_of(decisions, decisions, *others), max_size=8)
    return st.tuples(st.booleans(), some, st.none() | damage)


class DeskSteps:
    """One desk after the other, each in the same folder."""

    def __init__(self, folder: Path, truth: Truth) -> None:
        self.folder, self.truth = folder, truth

    def take(self, course: tuple[bool, list[tuple[Any, ...]], tuple[Any, ...] | None]) -> None:
        """Take the steps, and then every one of them back; or damage a file, and take one more."""
        by_rules, each, damage = course
        root = self.folder / "desk"
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir()
        desk = desk_on(root, self.truth)
        if by_rules:
            desk.checker = DeskChecker(self.truth, self.folder / "truth")
        for step in each:
            self._step(desk, step)
        if damage is None:
            self._take_all_back(desk)
            return
        _damage(root, *damage[1:])
        with suppress(BadFile):
            self._step(desk, ("decide", 0, "note", "seen", None))
        queue(desk)

    def _step(self, desk: Desk, step: tuple[Any, ...]) -> None:
        seen = desk.folder.version(DRAFT)
        with suppress(Refused, ReadingFailed):
            match step:
                case ("decide", number, action, words, fields):
                    findings = desk.open(DRAFT).report.findings
                    if findings:
                        finding = findings[number % len(findings)]
                        desk.decide(DRAFT, seen, finding.claim, action, "Ada", words, fields, digest_of(finding))
                case ("undo", number):
                    desk.undo(DRAFT, seen, number)
                case ("rewrite", (start, length, words)):
                    text = desk.folder.text(DRAFT)
                    desk.change_text(DRAFT, seen, text[:start] + words + text[start + length :])
                case ("put", words):
                    desk.change_text(DRAFT, seen, words)
                case ("sign",):
                    sign_off(desk, DRAFT, seen, "Ada")
                case ("stale",):
                    _is_refused_as_stale(desk)
        self._look(desk)

    def _look(self, desk: Desk) -> None:
        """Open it, and write whatever the desk shows of it."""
        article = desk.open(DRAFT)
        assert not [mistake for mistake in article.report.mistakes if mistake.bug], article.report.mistakes
        assert article.text == desk.folder.text(DRAFT)
        signed = state_of(desk, article)
        pages.draft(article, signed, self.truth, "key", "Ada")
        pages.parts(article, signed)
        outputs.static_page(article, signed)
        outputs.changelog_line(article, signed, "2024-06-03")
        assert outputs.decision_log(article).count("\n") >= 0
        outputs.corrections(article)

    def _take_all_back(self, desk: Desk) -> None:
        """The last one first; one whose sentence was changed since stands in the way of none before it."""
        for placed in reversed(desk.open(DRAFT).decisions):
            self._step(desk, ("undo", placed.number))
        accepted = {entry.claim for entry in desk.folder.baseline().entries}
        assert not accepted, f"dismissed still: {accepted}"


def _damage(root: Path, name: str, random: Any, leaf: Any) -> None:
    path = root / name
    if not path.exists():
        path.write_text(json.dumps(leaf), encoding="utf-8", errors="surrogatepass")
        return
    raw = path.read_bytes()
    at = random.randrange(len(raw) + 1)
    instead = json.dumps(leaf).encode("utf-8", "surrogatepass")
    path.write_bytes(raw[:at] + instead + raw[at + random.randrange(40) :])


def _is_refused_as_stale(desk: Desk) -> None:
    try:
        desk.change_text(DRAFT, "an earlier version", "another text")
    except Stale:
        return
    raise AssertionError("a change to another version was carried out")
