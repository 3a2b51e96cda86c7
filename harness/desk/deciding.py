"""What each decision of an editor changes, and how it is taken back.

Every change is applied to the version of the draft that the editor saw (`Stale` otherwise), under the folder's lock,
and is written before it is shown. A dismissal is a baseline entry: one record for desk, command line and CI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import msgspec
from msgspec.structs import replace

from harness.baseline import BaselineEntry, entry_of
from harness.checking.load import read_claims
from harness.desk.article import DeskArticle, claim_file, open_article
from harness.desk.checker import DeskChecker
from harness.desk.folder import LONGEST_DRAFT, Folder
from harness.desk.readings import (
    adopt_hand_edits,
    article_of,
    document_of,
    followed_ids,
    reanchored,
    standing_decisions,
    write_reading,
)
from harness.desk.records import ACCEPTING, Action, CuratorItem, Decision
from harness.present.page.phrase import corrected
from harness.records.anchors import anchor_at
from harness.records.fingerprint import digests
from harness.records.model import Finding
from harness.records.waiver import Waiver

READING_AGAIN: frozenset[Action] = frozenset({"accept", "reading", "no-claim"})


class Refused(Exception):
    """A decision that cannot be carried out; the message says why, and what to do."""


def digest_of(finding: Finding) -> str:
    """16 hex digits that change with the claim, with what is known about it, or with what is concluded from the two."""
    return sha256(repr((digests(finding), finding.verdict, corrected(finding))).encode()).hexdigest()[:16]


class Desk:
    """One folder and one open ground truth. `clock` gives the time of a decision."""

    def __init__(
        self, folder: Folder, checker: DeskChecker, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.folder = folder
        self.checker = checker
        self.clock = clock
        self._open: DeskArticle | None = None  # the last one: what did not change is not checked again
        self._opened: date | None = None

    def open(self, draft: str) -> DeskArticle:
        """The draft as its files have it today. Raises FileNotFoundError, BadFile and OutsideFolder."""
        kept, today = self._open, self.today()
        if kept is not None and (kept.id, kept.version, self._opened) == (draft, self.folder.version(draft), today):
            return kept
        article = open_article(self.folder, self.checker, draft, self.now())
        self._open, self._opened = article, today
        return article

    @contextmanager
    def _changing(self, draft: str, seen: str, reads_again: bool = True) -> Iterator[DeskArticle]:
        """Hold the lock on the draft as it was seen. Raises Stale.

        Before a change that writes its claims anew, what was edited in them by hand is kept.
        """
        with self.folder.writing(draft, seen):
            if reads_again:
                file = claim_file(self.folder, draft)
                adopt_hand_edits(self.folder, self.checker, file, self.folder.text(draft), self.now())
            yield self.open(draft)

    def change_text(self, draft: str, seen: str, text: str) -> None:
        """Replace the draft's text; decisions stay with their sentences."""
        if not text.strip():
            raise Refused("the draft would have no text")
        if len(text) > LONGEST_DRAFT:
            raise Refused(f"a draft may have {LONGEST_DRAFT:,} characters, this has {len(text):,}: cut it into several")
        with self._changing(draft, seen) as article:
            self._put_text(article, text.replace("\r\n", "\n").replace("\r", "\n"))

    def decide(
        self,
        draft: str,
        seen: str,
        claim: str,
        action: Action,
        author: str,
        words: str | None = None,
        fields: dict[str, Any] | None = None,
        shown: str = "",
    ) -> None:
        """Carry out one decision on one claim. Raises Stale, Refused, and KeyError if the claim does not exist.

        `shown` is the digest of what the editor saw (`digest_of`); an earlier decision may have changed it.
        """
        with self._changing(draft, seen, reads_again=action in READING_AGAIN) as article:
            finding = article.finding(claim)
            if shown and shown != digest_of(finding):
                raise Refused(f"what is found of “{finding.quote}” is not what you saw any more: look again")
            decision = Decision(
                action=action,
                claim=claim,
                kind=finding.kind,
                anchor=anchor_at(article.text, finding.start, finding.end),
                author=author,
                at=self.now(),
                words=words or None,
            )
            if article.text[finding.start : finding.end] != finding.quote:
                raise Refused("the quote of this claim is not in the text where its claim file says")
            if action == "accept":
                self._accept(article, finding, decision)
            elif action in ("reading", "no-claim"):
                self._read_otherwise(article, finding, decision, fields)
            else:
                if action in ACCEPTING:
                    self._dismiss(article, finding, decision)
                elif not words:
                    raise Refused("a note needs words" if action == "note" else "an assignment needs a name")
                self._keep(draft, decision)

    def undo(self, draft: str, seen: str, number: int | None = None) -> None:
        """Take back the decision with this number in the draft's file, or else the last one in force."""
        with self._changing(draft, seen) as article:
            standing = [placed for placed in article.decisions if number in (None, placed.number)]
            if not standing:
                raise Refused("there is nothing to undo" if number is None else "this decision was taken back already")
            last = standing[-1]
            decision = last.decision
            log = list(self.folder.decisions(draft).decisions)
            log[last.number] = replace(decision, undone=self.now())
            if decision.action == "accept":
                if last.span is None:
                    raise Refused("the corrected sentence was changed since: change it by hand")
                assert decision.replaced is not None
                start, end = last.span
                self._put_text(article, article.text[:start] + decision.replaced + article.text[end:], tuple(log))
                return
            self.folder.write_decisions(draft, tuple(log))
            if decision.action in ACCEPTING:
                self._take_back_dismissal(article, decision)
            elif decision.action in ("reading", "no-claim"):
                self._read_again(article, article.text, standing_decisions(log))

    def _accept(self, article: DeskArticle, finding: Finding, decision: Decision) -> None:
        phrase = corrected(finding)
        if finding.verdict != "refuted" or not phrase:
            raise Refused("there is no correction that could be put in as it is: change the text by hand")
        text = article.text[: finding.start] + phrase + article.text[finding.end :]
        accepted = replace(
            decision,
            replaced=finding.quote,
            by=phrase,
            anchor=anchor_at(text, finding.start, finding.start + len(phrase)),
        )
        log = reanchored(self.folder.decisions(article.id).decisions, article.text, text)
        self._put_text(article, text, (*log, accepted))

    def _read_otherwise(
        self, article: DeskArticle, finding: Finding, decision: Decision, fields: dict[str, Any] | None
    ) -> None:
        """Change the claim, or take it out, and check at once that what comes of it is a claim."""
        if decision.action == "reading":
            decision = replace(decision, fields=self._edited(article, finding, fields or {}))
        claims = [msgspec.to_builtins(claim) for claim in article.file.claims]
        head = msgspec.to_builtins(article.file.article)
        standing = standing_decisions(self.folder.decisions(article.id).decisions)
        text = document_of(head, claims, article.text, [*standing, decision])
        read = read_claims(text.encode(), article.id)
        if isinstance(read, list):
            raise Refused("; ".join(f"{mistake.path.rpartition('.')[2]}: {mistake.message}" for mistake in read))
        self.folder.write_claims(article.id, text)
        self._keep(article.id, decision)

    def _edited(self, article: DeskArticle, finding: Finding, fields: dict[str, Any]) -> dict[str, Any]:
        """The whole claim with the changed fields in it; a change of `scope` changes the named parts of the scope.

        A person stands for the whole of it: nothing in it is inferred any more.
        """
        [claim] = [claim for claim in article.file.claims if claim.id == finding.claim]
        before = msgspec.to_builtins(claim)
        if not fields and not claim.inferred:
            raise Refused("say what is read otherwise: at least one field")
        try:
            msgspec.json.encode(fields)
        except UnicodeEncodeError:
            raise Refused("a field holds half of a surrogate pair, which is no character") from None
        before.pop("inferred", None)
        fields = {name: value for name, value in fields.items() if name != "inferred"}
        scope = fields.get("scope")
        if isinstance(scope, dict):
            merged = {**before.get("scope", {}), **scope}
            fields = {**fields, "scope": {name: value for name, value in merged.items() if value is not None}}
        edited = {**before, **fields, "id": before["id"], "quote": before["quote"], "kind": before["kind"]}
        return {name: value for name, value in edited.items() if value is not None}

    def _dismiss(self, article: DeskArticle, finding: Finding, decision: Decision) -> None:
        reason = ": ".join(part for part in (ACCEPTING[decision.action], decision.words) if part)
        if not reason:
            raise Refused("say why: a dismissal is read by others")
        waiver = Waiver(reason[:300], decision.author, decision.at[:10])
        entry = entry_of(finding, waiver, self.folder.root)
        if entry is None:
            raise Refused("only an error or an open finding can be dismissed")
        if finding.waiver is not None:
            raise Refused(f"it is accepted already ({finding.waiver.reason}): take that back first")
        entry = replace(entry, anchor=decision.anchor)
        baseline = self.folder.baseline()
        others = [old for old in baseline.entries if old.key != entry.key]
        self.folder.write_baseline(replace(baseline, entries=(*others, entry)))
        if decision.action in ("lacking", "truth-wrong"):
            item = CuratorItem(
                article=article.id,
                claim=finding.claim,
                asks=decision.action,
                text=finding.text,
                quote=finding.quote,
                author=decision.author,
                at=decision.at,
                claimed=finding.claimed,
                found=finding.found,
                missing=finding.missing,
                words=decision.words,
            )
            listed = self.folder.curator_list()
            self.folder.write_curator_list(replace(listed, items=(*listed.items, item)))

    def _take_back_dismissal(self, article: DeskArticle, decision: Decision) -> None:
        def is_its_own(entry: BaselineEntry) -> bool:
            return (entry.article, entry.claim) == (article.id, decision.claim) and entry.author == decision.author

        baseline = self.folder.baseline()
        kept = tuple(entry for entry in baseline.entries if not is_its_own(entry))
        self.folder.write_baseline(replace(baseline, entries=kept))
        listed = self.folder.curator_list()
        itself = (article.id, decision.claim, decision.at)
        items = tuple(item for item in listed.items if (item.article, item.claim, item.at) != itself)
        if items != listed.items:
            self.folder.write_curator_list(replace(listed, items=items))

    def _put_text(self, article: DeskArticle, text: str, log: tuple[Decision, ...] | None = None) -> None:
        """Write the text, then the decisions with their anchors in it, then the new reading."""
        if log is None:
            log = self.folder.decisions(article.id).decisions
        moved = reanchored(log, article.text, text)
        self.folder.write_text(article.id, text)
        if moved != self.folder.decisions(article.id).decisions:
            self.folder.write_decisions(article.id, moved)
        self._read_again(article, text, standing_decisions(moved))

    def _read_again(self, article: DeskArticle, text: str, decisions: list[Decision]) -> None:
        ids = followed_ids(article.file, article.text, text)
        source = article_of(article.file, text)
        write_reading(self.folder, self.checker, source, decisions, ids, article.file.article.zone)

    def _keep(self, draft: str, decision: Decision) -> None:
        kept = self.folder.decisions(draft).decisions
        self.folder.write_decisions(draft, (*kept, decision))

    def now(self) -> str:
        """This moment, as records have it."""
        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self) -> date:
        return self.clock().date()
