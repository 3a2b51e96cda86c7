"""Strict JSON: what other readers let pass is refused with line, column and path; and the quick proof is a proof."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from systems import needs_permissions

from harness.records.model import Mistake
from harness.strict_json import MAX_BYTES, MAX_DEPTH, FilePositions, decode, is_plain, locate, mistakes, read, show_path

ANY = msgspec.json.Decoder(Any)


class Pair(msgspec.Struct, forbid_unknown_fields=True):
    x: int = 0
    y: dict[str, str] = {}


PAIR = msgspec.json.Decoder(Pair)


@pytest.mark.parametrize(
    "raw, line, column, path, message",
    [
        pytest.param('{"a": 1,\n "a": 2}', 2, 2, "$.a", "the key 'a' stands twice", id="duplicate key"),
        pytest.param('{"a": 1, "\\u0061": 2}', 1, 10, "$.a", "stands twice", id="duplicate, one of them escaped"),
        pytest.param('{"a" : 1, "a" : 2}', 1, 11, "$.a", "stands twice", id="duplicate, space before the colon"),
        pytest.param('[{"é": {"b.c": 1, "b.c": 2}}]', 1, 19, '$[0]["é"]["b.c"]', "stands twice", id="duplicate, deep"),
        pytest.param('{"": 1, "": 2}', 1, 9, '$[""]', "stands twice", id="duplicate empty key"),
        pytest.param("[NaN]", 1, 2, "$[0]", "NaN is not a number in JSON: write null", id="NaN"),
        pytest.param('{"a": -Infinity}', 1, 7, "$.a", "-Infinity is not a number", id="Infinity"),
        pytest.param("[1e999]", 1, 2, "$[0]", "out of range", id="a number like infinity"),
        pytest.param("[" + "1" * 4301 + "]", 1, 2, "$[0]", "out of range", id="a whole number without end"),
        pytest.param("[01]", 1, 2, "$[0]", "no leading zero", id="leading zero"),
        pytest.param("[.5]", 1, 2, "$[0]", "digit on both sides", id="no digit before the point"),
        pytest.param("[-]", 1, 2, "$[0]", "is not a number", id="a minus alone"),
        pytest.param("\ufeff[]", 1, 1, "$", "byte order mark", id="BOM"),
        pytest.param("[]\n x", 2, 2, "$", "the document ends before this", id="trailing text"),
        pytest.param("[][]", 1, 3, "$", "the document ends before this", id="two documents"),
        pytest.param("", 1, 1, "$", "the file ends where a value should stand", id="empty file"),
        pytest.param(" \n", 2, 1, "$", "the file ends where a value should stand", id="blank file"),
        pytest.param('{"a": 1,}', 1, 8, "$", "a comma stands before '}'", id="trailing comma in an object"),
        pytest.param("[1,\n]", 1, 3, "$", "a comma stands before ']'", id="trailing comma in a list"),
        pytest.param("[1, , 2]", 1, 5, "$[1]", "expected a value, found ','", id="two commas"),
        pytest.param("[1 2]", 1, 4, "$", "expected ',' or ']', found '2'", id="missing comma"),
        pytest.param('{"a" 1}', 1, 6, "$.a", "expected ':' after the key", id="missing colon"),
        pytest.param('{"a": [1', 1, 9, "$.a", "it may have been cut off", id="cut off"),
        pytest.param("{a: 1}", 1, 2, "$", "expected a key in double quotes", id="bare key"),
        pytest.param("['a']", 1, 2, "$[0]", "double quotes, not single", id="single quotes"),
        pytest.param("[“a”]", 1, 2, "$[0]", "not typographic", id="typographic quotes"),
        pytest.param("// note\n[]", 1, 1, "$", "no comments", id="comment"),
        pytest.param("[True]", 1, 2, "$[0]", "write true", id="Python's True"),
        pytest.param("[None]", 1, 2, "$[0]", "write null", id="Python's None"),
        pytest.param("[gold]", 1, 2, "$[0]", "strings are in double quotes", id="bare word"),
        pytest.param('["é\n"]', 1, 4, "$[0]", "a line ends inside a text", id="line end in a text"),
        pytest.param('["a\tb"]', 1, 4, "$[0]", "write \\u0009", id="control character"),
        pytest.param('["\\x41"]', 1, 3, "$[0]", "\\x is not an escape", id="unknown escape"),
        pytest.param('["\\u00"]', 1, 3, "$[0]", "\\u is not an escape", id="short escape"),
        pytest.param('["abc', 1, 6, "$[0]", "closing quote is missing", id="text without end"),
        pytest.param('["x\\ud800y"]', 1, 4, "$[0]", "half of a surrogate pair: \\ud800", id="lone high surrogate"),
        pytest.param('["\\udc00\\ud800"]', 1, 3, "$[0]", "\\udc00", id="surrogates in the wrong order"),
        pytest.param("[" * 65 + "]" * 65, 1, 65, "$" + "[0]" * 64, "nested more than 64 deep", id="too deep"),
    ],
)
def test_what_is_refused(raw: str, line: int, column: int, path: str, message: str) -> None:
    found = decode(raw.encode(), PAIR, "some.json")
    assert isinstance(found, list)
    (mistake,) = found
    assert isinstance(mistake, Mistake)
    assert (mistake.file, mistake.line, mistake.column, mistake.path) == ("some.json", line, column, path)
    assert message in mistake.message


@pytest.mark.parametrize(
    "raw, line, column, message",
    [
        pytest.param(b'[\n"\xc3\xa9\xff"]', 2, 3, "the byte 0xff cannot stand here", id="a byte that is none of UTF-8"),
        pytest.param(b'["\xed\xa0\x80"]', 1, 3, "0xed", id="a surrogate as bytes"),
        pytest.param(b'["\xc0\x80"]', 1, 3, "0xc0", id="an overlong NUL"),
        pytest.param("[1]".encode("utf-16"), 1, 1, "UTF-16", id="UTF-16"),
    ],
)
def test_bytes_that_are_no_text(raw: bytes, line: int, column: int, message: str) -> None:
    (mistake,) = decode(raw, ANY, "f")
    assert (mistake.line, mistake.column) == (line, column)
    assert message in mistake.message


@pytest.mark.parametrize(
    "raw",
    [
        '["\\ud83d\\ude00", "\\\\ud800"]',  # a whole pair; a backslash and the letters ud800
        '{"a": "\\": \\"x\\":"}',  # `":` inside a text
        '{"a": ":", ":": "\\":"}',
        '{"a": "\\u0022:", "b": "\\u003a"}',  # the other ways to write them: looked at closely, and fine
        '{"a": {"x": 1}, "b": {"x": 1}}',  # one key in two objects
        '{"a" : "x" , "A"\n: "y"}',
        "[" * 64 + "]" * 64,
        "-0.5e-3",
        ' "x" ',
    ],
)
def test_what_is_good(raw: str) -> None:
    assert mistakes(raw.encode(), "f") == []
    assert decode(raw.encode(), ANY, "f") == json.loads(raw)


def test_all_duplicates_are_listed_and_the_syntax_error_after_them() -> None:
    raw = b'{"a": 1, "a": 2,\n "b": {"c": 1, "c": 2}, "a": 3,\n "d": nope}'
    assert [(one.line, one.column, one.path) for one in mistakes(raw, "f")] == [
        (1, 10, "$.a"),
        (2, 16, "$.b.c"),
        (2, 25, "$.a"),
        (3, 7, "$.d"),
    ]


def test_a_duplicate_is_reported_before_the_shape() -> None:
    (mistake,) = decode(b'{"x": 1, "z": 2, "z": 2}', PAIR, "f")
    assert mistake.path == "$.z"


def test_strict_json_of_another_shape_is_the_callers_to_explain() -> None:
    with pytest.raises(msgspec.ValidationError, match="int"):
        decode(b'{"x": "1"}', PAIR, "f")
    assert decode(b'{"x": 1}', PAIR, "f") == Pair(1)


def test_nesting_that_would_overflow_the_stack_is_a_mistake() -> None:
    (mistake,) = decode(b"[" * 100_000 + b"]" * 100_000, ANY, "f")
    assert mistake.message == f"nested more than {MAX_DEPTH} deep"


def test_a_file_too_large(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)  # a hole: no disk is filled
    found = read(large)
    assert isinstance(found, Mistake)
    assert "larger than 64 MB" in found.message


@pytest.mark.parametrize("name, why", [("nowhere.json", "No such file"), (".", "Is a directory")])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, why: str) -> None:
    found = read(tmp_path / name)
    assert isinstance(found, Mistake)
    assert why in found.message
    assert found.file == str(tmp_path / name)


@needs_permissions
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    locked = tmp_path / "locked.json"
    locked.write_bytes(b"[]")
    locked.chmod(0)
    found = read(locked)
    assert isinstance(found, Mistake)
    assert "Permission denied" in found.message


# A writer of JSON that takes every liberty: spaces anywhere, escapes for any character, keys twice. It notes where each
# value begins, so that what reads it back can be held against it.

TEXTS = st.text(alphabet='":\\, {}[]aé\n😀u0', max_size=5)
SPACES = st.sampled_from(["", "", "", " ", "\n", "\t ", "\r\n"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(TEXTS, inner), max_size=3).map(tuple),
    max_leaves=8,
)  # an object is a tuple of pairs


class Writer:
    def __init__(self, draw: Any) -> None:
        self.draw, self.text, self.twice = draw, "", False
        self.starts: dict[tuple[str | int, ...], int] = {}

    def space(self) -> None:
        self.text += self.draw(SPACES)

    def string(self, value: str) -> None:
        escaped = (
            json.dumps(one)[1:-1] if one in '"\\\n' or not self.draw(st.booleans()) else self.escape(one)
            for one in value
        )
        self.text += '"' + "".join(escaped) + '"'

    def escape(self, one: str) -> str:
        units = one.encode("utf-16-be").hex()
        return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))

    def value(self, value: Any, path: tuple[str | int, ...] = ()) -> None:
        self.space()
        self.starts[path] = len(self.text)
        if isinstance(value, list):
            self.members("[]", [lambda at=at, one=one: self.value(one, (*path, at)) for at, one in enumerate(value)])
        elif isinstance(value, tuple):
            keys = [key for key, _ in value]
            self.twice = self.twice or len(set(keys)) < len(keys)
            self.members("{}", [lambda pair=pair: self.pair(*pair, path) for pair in value])
        elif isinstance(value, str):
            self.string(value)
        else:
            self.text += json.dumps(value)
        self.space()

    def pair(self, key: str, value: Any, path: tuple[str | int, ...]) -> None:
        self.space()
        self.string(key)
        self.space()
        self.text += ":"
        self.value(value, (*path, key))

    def members(self, brackets: str, members: list[Any]) -> None:
        self.text += brackets[0]
        for number, member in enumerate(members):
            self.text += "," if number else ""
            member()
        self.text += ("" if members else self.draw(SPACES)) + brackets[1]


@st.composite
def documents(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    writer.value(draw(VALUES))
    return writer


@given(documents())
def test_the_quick_proof_never_lets_a_duplicate_pass_and_the_exact_way_finds_every_one(written: Writer) -> None:
    raw = written.text.encode()
    if written.twice:
        assert not is_plain(raw)
    assert bool(mistakes(raw, "f")) == written.twice


@given(documents())
def test_every_value_is_found_where_it_was_written(written: Writer) -> None:
    if written.twice:
        return
    places = FilePositions(written.text.encode())
    for path, start in written.starts.items():
        before = written.text[:start]
        assert places.locate(path) == (before.count("\n") + 1, start - before.rfind("\n")), path
        inside = [places.locate(other) for other in written.starts if other[:-1] == path != other]
        assert places.inside(path) == inside


@given(st.binary(max_size=30) | st.text(alphabet='{}[]",:\\ 01eE.-+truefalsn\n', max_size=30).map(str.encode))
def test_what_is_refused_is_just_what_json_refuses(raw: bytes) -> None:
    try:
        ANY.decode(raw)
    except (msgspec.MsgspecError, UnicodeError):
        assert mistakes(raw, "f")
    else:
        assert all("twice" in one.message for one in mistakes(raw, "f"))


@pytest.mark.parametrize(
    "raw",
    [
        '{"a":1,"a":2}',
        '{"a" :1,"a":2}',  # as many `":` as keys that are left
        '{"a":1,"a":2,"b":"\\u0022:"}',  # encoding writes the escaped one plainly: the counts are equal
        '{"a":1,"a":2,"b":"\\"\\u003a"}',
        '{"a":1,"a":2,"b":"\\"\\u003A"}',
        '{"a":"x\\":","a":2}',
    ],
)
def test_no_disguise_gets_a_duplicate_through(raw: str) -> None:
    assert not is_plain(raw.encode())


@pytest.mark.parametrize("raw", ['{"a":1}', '{"a" :"\\":"}', '[{"a":":"},{"a":"\\":"}]', '{"Caf\\u00e9":"\\u00e9"}'])
def test_the_quick_proof_is_enough_for_files_as_they_are_written(raw: str) -> None:
    assert is_plain(raw.encode())


RAW = '{\n "é": [1, {"a\\"b": 2,\n   "c" : [ ] }],\n "800m": "x"}'.encode()


@pytest.mark.parametrize(
    "path, place",
    [
        pytest.param((), (1, 1), id="the document"),
        pytest.param(("é",), (2, 7), id="columns are code points"),
        pytest.param(("é", 0), (2, 8), id="in a list"),
        pytest.param(("é", 1, 'a"b'), (2, 20), id="an escaped key"),
        pytest.param(("é", 1, "c"), (3, 10), id="space before the colon"),
        pytest.param(("é", 1, "c", 0), (3, 10), id="not there: what it is missing from"),
        pytest.param(("é", 1, "d"), (2, 11), id="no such key: its object"),
        pytest.param(("800m", "x"), (4, 10), id="inside a text is nothing"),
    ],
)
def test_locate(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert locate(RAW, path) == place


def test_the_place_of_a_key_and_of_all_members() -> None:
    places = FilePositions(RAW)
    assert places.locate(("é", 1, "c"), key=True) == (3, 4)
    assert places.locate(("é", 1), key=True) == (2, 11)  # in a list the value itself
    assert places.inside(("é",)) == [(2, 8), (2, 11)]
    assert places.inside(()) == [(2, 7), (4, 10)]
    with pytest.raises(KeyError):
        places.inside(("nothing",))


@pytest.mark.parametrize(
    "path, shown",
    [
        ((), "$"),
        (("claims", 3, "mark"), "$.claims[3].mark"),
        (("splits", "800m"), '$.splits["800m"]'),
        (("é",), '$["é"]'),
    ],
)
def test_show_path(path: tuple[str | int, ...], shown: str) -> None:
    assert show_path(path) == shown
