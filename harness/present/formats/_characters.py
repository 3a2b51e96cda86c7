r"""Characters that a rendering cannot print as they are: what steers a terminal, a parser or the reading direction.

They are shown as their escapes (`\x1b`), never dropped: what an editor sees is what the article's file holds. Letters
of every script, right-to-left ones too, stay as they are.
"""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from harness.model import Report

_SPACES = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")
# C0 and C1 controls, line and paragraph separators, and the overrides that turn text around (CVE-2021-42574).
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_CONTROLS_BUT_NEWLINES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_CONTROLS_BUT_LAYOUT = re.compile(rf"(?![\t\n]|\x1b\[[0-9;]*m){_CONTROLS.pattern}")
# https://www.w3.org/TR/xml/#charsets; surrogates are gone by then.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

_T = TypeVar("_T")


def one_line(text: str) -> str:
    """The text on one line: white space is one space, every control character its escape."""
    return text if text.isprintable() else _CONTROLS.sub(escaped, _SPACES.sub(" ", text))


def indented_line(text: str) -> str:
    """`one_line`, but the spaces at the start stay."""
    if text.isprintable():
        return text
    start = len(text) - len(text.lstrip(" "))
    return text[:start] + one_line(text[start:])


def for_a_terminal(text: str) -> str:
    """The text with its lines, tabs and colours (the harness's own), every other control character as its escape."""
    return _CONTROLS_BUT_LAYOUT.sub(escaped, text)


def visible(text: str) -> str:
    """The text with its line ends, every other control character as its escape."""
    return text if text.isprintable() else _CONTROLS_BUT_NEWLINES.sub(escaped, text)


def xml_characters(text: str) -> str:
    """The text with the characters that XML 1.0 has no way to write as their escapes."""
    return _NOT_XML.sub(escaped, text)


def without_surrogates(report: Report) -> Report:
    """The report with every half of a surrogate pair as its escape."""
    return msgspec.convert(_cleaned(msgspec.to_builtins(report)), Report)


def _cleaned(value: _T) -> _T:
    if isinstance(value, str):
        return _SURROGATES.sub(escaped, value)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}  # type: ignore[return-value]
    if isinstance(value, list | tuple):
        return [_cleaned(inner) for inner in value]  # type: ignore[return-value]
    return value


def escaped(match: re.Match[str]) -> str:
    """A character that was found, as its escape."""
    number = ord(match[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
