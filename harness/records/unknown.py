"""What is returned in place of a value: not known, known to be one of several, or not readable."""

from __future__ import annotations

import msgspec

from harness.records.phrase import Text


class Unknown(msgspec.Struct, frozen=True, gc=False):
    """The value of what is not known: `why` is for a person; `missing` names the fact that would settle it, which gaps
    counts."""

    why: Text
    missing: Text = ""


class Ambiguous(Unknown, frozen=True, gc=False):
    """A mention that may mean several things: `role` says which sort (athlete, competition ...), `mention` has the
    words.

    `options` are the possible ids (or days): `checking/readings.py` judges the claim under each of them.
    """

    role: str = ""
    mention: str = ""
    options: tuple[str, ...] = ()


class Unreadable(msgspec.Struct, frozen=True, gc=False):
    """A printed figure that no grammar can parse: the claim file is wrong, and the run fails (exit code 2)."""

    field: str
    why: str
