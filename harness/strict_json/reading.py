"""The fast way: one typed decode, and a proof in a few passes over the bytes that no key occurs twice."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TypeVar

import msgspec

from harness.records.model import Mistake
from harness.storage.remote import AnyPath
from harness.strict_json.scanner import mistakes

STDIN = Path("/dev/stdin")
MAX_BYTES = 64 * 1024 * 1024

_T = TypeVar("_T")
_SPACE = b" \t\n\r"
_ESCAPED_QUOTE_OR_COLON = (b"\\u0022", b"\\u003a", b"\\u003A")


def read(path: AnyPath) -> bytes | Mistake:
    """The bytes of a data file, or why there are none: missing, not allowed, a folder, too large.

    Standard input is read directly: Windows has no file for it, and a chroot may have none.
    """
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIN else path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return Mistake(path.as_posix(), 1, 1, "$", f"cannot be read: {error.strerror or error}")
    if len(raw) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        return Mistake(path.as_posix(), 1, 1, "$", f"the file is larger than {limit} MB: split it into several")
    return raw


def decode(raw: bytes, decoder: msgspec.json.Decoder[_T], file: str) -> _T | list[Mistake]:
    """The document, or every way in which `raw` is not strict JSON.

    Raises msgspec.ValidationError where it is strict JSON of another shape than the decoder's. The decoder's type is
    what bounds the nesting on the fast way; whoever takes an `Any` converts what stands there to a type.
    """
    try:
        document = decoder.decode(raw)
    except msgspec.ValidationError:
        flaws = mistakes(raw, file)
        if flaws:
            return flaws
        raise
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return mistakes(raw, file) or [Mistake(file, 1, 1, "$", f"not JSON: {error}")]
    return document if is_plain(raw) else mistakes(raw, file) or document


def is_plain(raw: bytes) -> bool:
    r"""Whether it is certain that no object in `raw`, which is JSON, has a key twice; False means: look closely.

    Every key ends in `":`, and texts may hold `":` too. Decoding keeps one of two equal keys, so that encoding again
    gives fewer `":` than there were, and as many where no key was lost: texts come back with theirs, because the
    only other ways to write the two characters are `\u0022` and `\u003a`, which are looked for. There may be space
    between a key and its colon: it is counted without any space, and a text can only have more `":` then, never fewer.
    """
    if b"\\u00" in raw and any(escape in raw for escape in _ESCAPED_QUOTE_OR_COLON):
        return False
    try:
        again = msgspec.json.encode(msgspec.json.decode(raw))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return raw.translate(None, _SPACE).count(b'":') == again.count(b'":')
