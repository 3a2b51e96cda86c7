r"""Characters that a rendering cannot print as they are: what steers a terminal, a parser or the reading direction.

They are shown as their escapes (`\x1b`), never dropped: what an editor sees is what the article's file holds. Letters
of every script stay as they are, and so do the joiners that some scripts need. A name in a right-to-left script is
isolated in a line for people, so that it does not turn the figures around it (https://www.unicode.org/reports/tr9/).
"""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from harness.records.model import Report
from harness.storage.spool import held

_SPACES = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")
# The marks, embeddings, overrides and isolates that turn text around (CVE-2021-42574).
BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_TURNING = re.compile(f"[{BIDI}]")
# C0 and C1 controls, line and paragraph separators.
_CONTROLS = re.compile(rf"[\x00-\x1f\x7f-\x9f\u2028\u2029{BIDI}]")
_CONTROLS_BUT_NEWLINES = re.compile(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029{BIDI}]")
# Letters of scripts that are written from right to left, and a name in them.
_RTL = "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
RTL_NAME = re.compile(f"[{_RTL}](?:[{_RTL}\u200c\u200d]|[ .,'’-]+(?=[{_RTL}]))*")
_ISOLATED = "\u2068\\g<0>\u2069"
_OWN_ISOLATES = f"\u2068(?=[{_RTL}])|(?<=[{_RTL}\u200c\u200d])\u2069"
_CONTROLS_BUT_LAYOUT = re.compile(rf"(?![\t\n]|\x1b\[[0-9;]*m|{_OWN_ISOLATES}){_CONTROLS.pattern}")
# What hosts of CI take for a command of their own anywhere in a line: ##[error], ##vso[...], ##teamcity[...].
_HOST_COMMAND = re.compile(r"#(?=#[A-Za-z]*\[)")
# https://www.w3.org/TR/xml/#charsets; surrogates are gone by then.
_NOT_XML = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff{BIDI}]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

_T = TypeVar("_T")


def one_line(text: str) -> str:
    """The text on one line for people: white space is one space, what would steer is its escape, names are isolated."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    visible = _CONTROLS.sub(escaped, _SPACES.sub(" ", text))
    return RTL_NAME.sub(_ISOLATED, _HOST_COMMAND.sub(escaped, visible))


def indented_line(text: str) -> str:
    """`one_line`, but the spaces at the start stay."""
    start = len(text) - len(text.lstrip(" "))
    return text[:start] + one_line(text[start:])


def for_a_terminal(text: str) -> str:
    """The text with its lines, tabs and colours (the harness's own), every other control character as its escape."""
    return _CONTROLS_BUT_LAYOUT.sub(escaped, text)


def visible(text: str) -> str:
    """The text with its line ends, every other control character as its escape."""
    return _CONTROLS_BUT_NEWLINES.sub(escaped, text)


def unturned(text: str) -> str:
    """The text with the characters that change its direction as escapes, for hosts that show the rest unchanged."""
    return _TURNING.sub(escaped, text)


def xml_characters(text: str) -> str:
    """The text with characters that XML 1.0 cannot contain, or that change its direction, as escapes."""
    return _NOT_XML.sub(escaped, text)


def without_surrogates(report: Report) -> Report:
    """The report with every half of a surrogate pair as its escape."""
    return msgspec.convert(with_escaped_surrogates(msgspec.to_builtins(held(report))), Report)


def with_escaped_surrogates(value: _T) -> _T:
    """Data as it is, except that every half of a surrogate pair in its texts is its escape."""
    if isinstance(value, str):
        return _SURROGATES.sub(escaped, value)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: with_escaped_surrogates(inner) for key, inner in value.items()}  # type: ignore[return-value]
    if isinstance(value, list | tuple):
        return [with_escaped_surrogates(inner) for inner in value]  # type: ignore[return-value]
    return value


def escaped(match: re.Match[str]) -> str:
    """A character that was found, as its escape."""
    number = ord(match[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
