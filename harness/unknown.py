"""What stands where a value would: not known, known as one of several, or not readable."""

from __future__ import annotations

import msgspec

from harness.phrase import Text


class Unknown(msgspec.Struct, frozen=True, gc=False):
    """Don't know, as a value: `why` for a person; `missing` names the fact that would settle it (gaps count them)."""

    why: Text
    missing: Text = ""


class Ambiguous(Unknown, frozen=True, gc=False):
    """A mention that may mean several things: `role` is what it is (athlete, competition ...), `mention` the words.

    `options` are the ids (or days) that it may mean: `checking/readings.py` judges the claim under each of them.
    """

    role: str = ""
    mention: str = ""
    options: tuple[str, ...] = ()


class Unreadable(msgspec.Struct, frozen=True, gc=False):
    """A printed figure that no grammar reads: the claim file is at fault, and the run fails (exit code 2)."""

    field: str
    why: str
