"""The slow, exact way: every duplicate key and the first syntax error, with line, column and path."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from math import isinf

from harness.records.model import Mistake
from harness.strict_json.places import JsonPath, show_path

MAX_DEPTH = 64
MAX_DIGITS = 4300  # of a whole number, its sign included: Python reads no more

_SPACE = re.compile(r"[ \t\n\r]*")
_TEXT_SO_FAR = re.compile(r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD = re.compile(r"[-+.\w]+")
_SURROGATES = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "the file starts with a byte order mark: save it as UTF-8 without one",
    b"\xff\xfe": "the file is UTF-16: save it as UTF-8",
    b"\xfe\xff": "the file is UTF-16: save it as UTF-8",
}
_LITERALS = {"true", "false", "null"}
_INSTEAD = {
    "'": "JSON puts texts and keys in double quotes, not single ones",
    "“": "JSON puts texts and keys in straight double quotes, not typographic ones",
    "”": "JSON puts texts and keys in straight double quotes, not typographic ones",
    "/": "JSON has no comments: take it out",
    "#": "JSON has no comments: take it out",
}


def mistakes(raw: bytes, file: str) -> list[Mistake]:
    """Every duplicate key up to the first syntax error, then that error; an empty list for strict JSON."""
    for mark, message in _BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return [Mistake(file, 1, 1, "$", message)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start]
        line, column = good.count(b"\n") + 1, len(good[good.rfind(b"\n") + 1 :].decode()) + 1
        message = f"not UTF-8: the byte 0x{raw[error.start]:02x} cannot stand here; save the file as UTF-8"
        return [Mistake(file, line, column, "$", message)]
    scan = _Scan(text)
    try:
        scan.document()
    except _Wrong as wrong:
        scan.found.append((wrong.offset, wrong.path, wrong.message))
    ends = [match.end() for match in re.finditer("\n", text)]
    return [_mistake(file, [0, *ends], *mistake) for mistake in scan.found]


def _mistake(file: str, line_starts: list[int], offset: int, path: JsonPath, message: str) -> Mistake:
    line = bisect_right(line_starts, offset)
    return Mistake(file, line, offset - line_starts[line - 1] + 1, show_path(path), message)


class _Wrong(Exception):
    """A syntax error: nothing after it can be read."""

    def __init__(self, offset: int, path: JsonPath, message: str) -> None:
        super().__init__(message)
        self.offset, self.path, self.message = offset, path, message


class _Scan:
    """A descent through the text; `found` collects the duplicate keys as (offset, path, message)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: list[tuple[int, JsonPath, str]] = []

    def document(self) -> None:
        self._value(())
        if self._next():
            raise _Wrong(self.at, (), "the document ends before this: take out what follows it")

    def _next(self) -> str:
        """The next character that is not space, "" at the end."""
        space = _SPACE.match(self.text, self.at)
        assert space is not None
        self.at = space.end()
        return self.text[self.at : self.at + 1]

    def _value(self, path: JsonPath) -> None:
        first = self._next()
        if first == "{":
            self._object(path)
        elif first == "[":
            self._list(path)
        elif first == '"':
            self._text(path)
        else:
            self._number_or_word(first, path)

    def _object(self, path: JsonPath) -> None:
        seen: set[str] = set()

        def member(_: int) -> None:
            if self._next() != '"':
                raise self._unexpected("a key in double quotes", path)
            start, key = self.at, self._text(path)
            if key in seen:
                message = f"the key {key!r} stands twice in this object: keep one"
                self.found.append((start, (*path, key), message))
            seen.add(key)
            if self._next() != ":":
                raise self._unexpected("':' after the key", (*path, key))
            self.at += 1
            self._value((*path, key))

        self._members("}", member, path)

    def _list(self, path: JsonPath) -> None:
        self._members("]", lambda number: self._value((*path, number)), path)

    def _members(self, closing: str, member: Callable[[int], None], path: JsonPath) -> None:
        """Goes from the opening bracket of an object or a list, through its members, past the closing one."""
        if len(path) >= MAX_DEPTH:
            raise _Wrong(self.at, path, f"nested more than {MAX_DEPTH} deep")
        self.at += 1
        number = 0
        ended = self._next() == closing
        while not ended:
            member(number)
            number += 1
            ended = self._next() == closing
            if not ended:
                self._comma(closing, path)
        self.at += 1

    def _comma(self, closing: str, path: JsonPath) -> None:
        if self._next() != ",":
            raise self._unexpected(f"',' or {closing!r}", path)
        comma = self.at
        self.at += 1
        if self._next() == closing:
            raise _Wrong(comma, path, f"a comma stands before {closing!r}: take it out")

    def _text(self, path: JsonPath) -> str:
        start = self.at
        so_far = _TEXT_SO_FAR.match(self.text, start)
        assert so_far is not None
        end = so_far.end()
        if self.text[end : end + 1] != '"':
            raise _Wrong(end, path, self._broken_text(end))
        self.at = end + 1
        token = self.text[start : self.at]
        if "\\" not in token:
            return token[1:-1]
        for escape in _SURROGATES.finditer(token):
            if escape[1]:
                raise _Wrong(start + escape.start(), path, f"half of a surrogate pair: {escape[1]} is no character")
        decoded: str = json.loads(token)
        return decoded

    def _broken_text(self, end: int) -> str:
        odd = self.text[end : end + 1]
        if not odd:
            return "the file ends inside a text: its closing quote is missing"
        if odd == "\\":
            return f"{self.text[end : end + 2]} is not an escape in JSON: write \\\\ for a backslash"
        if odd == "\n":
            return "a line ends inside a text: close the quote, or write \\n"
        return f"a control character inside a text: write \\u{ord(odd):04x}"

    def _number_or_word(self, first: str, path: JsonPath) -> None:
        number = _NUMBER.match(self.text, self.at)
        word = _WORD.match(self.text, self.at)
        if not first or word is None:
            raise self._unexpected("a value", path)
        if number is not None and number.end() == word.end():
            if _out_of_range(number[0]):
                raise _Wrong(self.at, path, f"the number {number[0][:40]} is out of range")
        elif word[0] not in _LITERALS:
            raise _Wrong(self.at, path, _no_value(word[0]))
        self.at = word.end()

    def _unexpected(self, wanted: str, path: JsonPath) -> _Wrong:
        character = self._next()
        if not character:
            return _Wrong(self.at, path, f"the file ends where {wanted} should stand: it may have been cut off")
        hint = f": {_INSTEAD[character]}" if character in _INSTEAD else ""
        return _Wrong(self.at, path, f"expected {wanted}, found {character!r}{hint}")


def _out_of_range(number: str) -> bool:
    whole = number.lstrip("-").isdigit()
    return len(number) > MAX_DIGITS if whole else isinf(float(number))


def _no_value(word: str) -> str:
    if word.lstrip("+-").casefold() in ("nan", "infinity", "inf"):
        return f"{word} is not a number in JSON: write null, or leave the field out"
    if word.casefold() in _LITERALS or word == "None":
        return f"{word} is not a value in JSON: write {'null' if word == 'None' else word.casefold()}"
    if word[0].isdigit() or word[0] in "+-.":
        return f"{word[:40]} is not a number in JSON (no leading zero or plus, a digit on both sides of the point)"
    return f"{word[:40]} is not a value in JSON: strings are in double quotes"
