"""Bytes without a file name: which format they begin like, and why they are not a text if they are not."""

from __future__ import annotations

_BEGINNINGS = ((b"%pdf-", ".pdf"), (b"pk\x03\x04", ".docx"), (b"\xd0\xcf\x11\xe0", ".docx"), (b"{", ".json"),
               (b"<!doctype html", ".html"), (b"<html", ".html"))  # fmt: skip
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def suffix_of(raw: bytes) -> str:
    """The suffix of a file that begins so; ".txt" of what begins like a text."""
    beginning = raw[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((suffix for start, suffix in _BEGINNINGS if beginning.startswith(start)), ".txt")


def why_no_text(raw: bytes) -> str | None:
    """Why the bytes are no text in UTF-8, and what to do; None where they are one."""
    kind = suffix_of(raw)
    if kind in (".docx", ".pdf"):
        return f"this is not a text: it begins like a {kind}. Give the file that suffix, or save its text as UTF-8"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if raw.startswith(_UTF_16):
            return "not UTF-8 at byte 0 but UTF-16: save the text as UTF-8"
        return f"not UTF-8 at byte {error.start}: an article's text is read as UTF-8; save it so"
    zero = raw.find(b"\0")
    return None if zero < 0 else f"binary at byte {zero}, and no text: save the article's text as UTF-8"
