"""The contents of a desk's files other than texts and claim files: decisions and the curator's list."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta

from harness.baseline.sign_offs import Moment, Name, NamedSchema
from harness.records.anchors import Anchor

VERSION: Final = 1

Action: TypeAlias = Literal["accept", "dismiss", "lacking", "truth-wrong", "reading", "no-claim", "note", "assign"]
Words = Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S", description="words, not blank")]
VERBS: Final[dict[Action, str]] = {
    "accept": "corrected", "dismiss": "dismissed", "lacking": "true, the ground truth lacks it",
    "truth-wrong": "the ground truth is wrong", "reading": "read otherwise", "no-claim": "no claim", "note": "note",
    "assign": "given to",
}  # fmt: skip
# Actions whose finding the baseline accepts from then on: the entry there is the record of reason and digests.
ACCEPTING: Final[dict[Action, str]] = {
    "dismiss": "",
    "lacking": "true: the ground truth lacks it",
    "truth-wrong": "the ground truth is wrong",
}


class DeskRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The strictness that all records of a desk share."""


class Decision(DeskRecord, frozen=True, kw_only=True):
    """One decision on one claim of a draft.

    `anchor` is the claim's quote in its sentence. `words` is the reason, the note or the name; `fields` are the fields
    of a changed reading (a null removes a field), `added` if the reader has no such claim at all; `replaced` and `by`
    are the phrases of an accepted correction. `undone` is when the decision was taken back: it stays in the file but is
    no longer in force.
    """

    action: Action
    claim: str
    kind: str
    anchor: Anchor
    author: Name
    at: Moment
    words: Words | None = None
    fields: dict[str, Any] | None = None
    added: bool = False
    replaced: str | None = None
    by: str | None = None
    undone: Moment | None = None


class Decisions(DeskRecord, frozen=True, kw_only=True, omit_defaults=False):
    """All decisions on one draft, in the order in which they were made; `note` says how its text was taken from a file,
    where people must know it."""

    schema: NamedSchema = msgspec.field(default=msgspec.UNSET, name="$schema")
    version: Literal[1] = VERSION
    note: str = ""
    decisions: tuple[Decision, ...] = ()


class CuratorItem(DeskRecord, frozen=True, kw_only=True):
    """What an editor asks of the ground truth's curator: a fact that is missing, or one that is wrong."""

    article: str
    claim: str
    asks: Literal["lacking", "truth-wrong"]
    text: str
    quote: str
    author: Name
    at: Moment
    claimed: str = ""
    found: str = ""
    missing: str = ""
    words: Words | None = None


class CuratorList(DeskRecord, frozen=True, kw_only=True, omit_defaults=False):
    """The curator's list of a folder, in the order in which it grew."""

    schema: NamedSchema = msgspec.field(default=msgspec.UNSET, name="$schema")
    version: Literal[1] = VERSION
    items: tuple[CuratorItem, ...] = ()
