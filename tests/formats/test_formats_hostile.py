"""Hostile words in every format: controls, half characters, markup, commands, formulas, turned reading directions."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from io import StringIO

import msgspec
import pytest

from harness.present.formats import formats, write
from harness.present.formats._characters import escaped
from harness.records.model import Report

EVERY = [name for name in formats() if name != "html"]  # the page has tests of its own

HOSTILE = {
    "control": "3:30\x00\x1b[31m\x07\x85",
    "not XML": "\ufffe\uffff\x0b",
    "right-to-left name": "محمد كاتير",
    "turned around": "\u202e30.03:3\u2066",
    "newlines": "one\ntwo\r\nthree\u2028four",
    "workflow command": "\n::error::x%0A::set-output name=a::b,c:d",
    "end of data": "]]> <b>&amp;</b> --> */",
    "table": "a | b `c` *d* _e_ [f](g) \\| @editor $x$",
    "formula": "=HYPERLINK(A1)",
    "astral": "𝟛:𝟛𝟘 🏃",
    "quotes": "\"'`“”",
}


def with_words(report: Report, words: str) -> Report:
    """The report with these words wherever an article's or a person's words can stand."""
    changes = {"quote": words, "text": words, "message": words, "suggestion": words, "missing": words,
               "attributed_to": words, "claimed": words, "found": words}  # fmt: skip
    findings = tuple(msgspec.structs.replace(one, **changes) for one in report.findings)
    conflicts = tuple(msgspec.structs.replace(one, message=words) for one in report.conflicts)
    mistakes = tuple(msgspec.structs.replace(one, message=words) for one in report.mistakes)
    articles = tuple(msgspec.structs.replace(one, title=words, publisher=words) for one in report.articles)
    return msgspec.structs.replace(report, findings=findings, conflicts=conflicts, mistakes=mistakes, articles=articles)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", EVERY)
def test_hostile_words_change_no_format(arden: Report, name: str, words: str) -> None:
    """As many lines, objects and elements as with harmless words, and nothing that steers a terminal."""
    harmless, hostile = write(with_words(arden, "word"), name), write(with_words(arden, words), name)
    assert hostile.encode()
    assert shape(name, hostile) == shape(name, harmless)
    if name in ("concise", "text", "markdown", "github", "csv", "junit"):
        assert not re.search(r"[\x00-\x08\x0b-\x1f]", hostile)
    if name in ("concise", "text", "markdown", "github", "csv"):
        assert not re.search("[\x7f-\x9f\u2028\u202e\u2066]", hostile)


def lines_up_to(separator: str) -> Callable[[str, str], object]:
    return lambda name, written: [line.split(separator)[0] for line in written.splitlines()]


def of_text(name: str, written: str) -> object:
    return len(re.findall(r"^  ?[a-z]*.*claims/arden.json:\d+:\d+$", written, re.MULTILINE))


def of_markdown(name: str, written: str) -> object:
    return [len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in written.splitlines()]


def of_csv(name: str, written: str) -> object:
    return [len(row) for row in csv.reader(StringIO(written, newline=""))]


def of_xml(name: str, written: str) -> object:
    return [(one.tag, one.get("classname")) for one in ElementTree.fromstring(written).iter()]


def of_documents(name: str, written: str) -> object:
    return [keys(document) for document in documents_of(written, name)]


# what of a rendering must not depend on an article's words
SHAPES: dict[str, Callable[[str, str], object]] = {
    "concise": lines_up_to(":"),
    "github": lines_up_to(" "),
    "text": of_text,
    "markdown": of_markdown,
    "csv": of_csv,
    "junit": of_xml,
} | dict.fromkeys(("json", "json-lines", "claimreview", "gitlab", "rdjson", "sarif", "web-annotation"), of_documents)


def shape(name: str, written: str) -> object:
    assert name in SHAPES, f"format {name} has no row in SHAPES: what of it must not depend on an article's words?"
    return SHAPES[name](name, written)


def keys(document: object) -> object:
    if isinstance(document, dict):
        return {key: keys(value) for key, value in document.items()}
    return [keys(value) for value in document] if isinstance(document, list) else type(document).__name__


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_json_formats_keep_the_words_as_they_are(arden: Report, words: str) -> None:
    report = with_words(arden, words)
    for name, key in (("json", "quote"), ("json-lines", "quote"), ("web-annotation", "exact"),
                      ("claimreview", "claimReviewed"), ("sarif", "text"), ("rdjson", "message")):  # fmt: skip
        values = of_json(documents_of(write(report, name), name), key)
        shown = TURNING.sub(escaped, words) if name in ("sarif", "rdjson") else words  # hosts show these to people
        assert any(shown in str(value) for value in values), name


BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TURNING = re.compile(f"[{BIDI}]")
FOR_PEOPLE = ("text", "concise", "markdown", "csv", "junit", "github", "gitlab", "sarif", "rdjson", "html")
NAME, JOINED = "محمد كاتير", "می\u200cخواهم"


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_what_turns_text_around_is_shown_in_every_format_that_people_read(arden: Report, name: str) -> None:
    written = write(with_words(arden, f"a{'b'.join(BIDI)}c {JOINED} d"), name)
    own = re.sub(f"\u2068({re.escape(JOINED)})\u2069", r"\1", written)
    assert not TURNING.search(own)
    for character in BIDI:
        assert f"u{ord(character):04x}" in written
    assert JOINED in written, "joiners are letters to those who need them"


@pytest.mark.parametrize("name", ["text", "concise", "markdown", "github", "html"])
def test_a_name_from_right_to_left_does_not_turn_the_figures_beside_it(arden: Report, name: str) -> None:
    written = write(with_words(arden, f"won by {NAME} 3:30.10"), name)
    isolated = f"<bdi>{NAME}</bdi>" if name == "html" else f"\u2068{NAME}\u2069"
    flowing = re.sub(r"\s+", " ", written)
    assert f"{isolated} 3:30" in flowing.replace("\\.", ".")


@pytest.mark.parametrize("name", ["text", "concise", "markdown", "github"])
@pytest.mark.parametrize("command", ["##[error]", "##vso[task.complete result=Failed;]", "##teamcity[testFailed]"])
def test_no_words_are_a_command_to_a_host_of_ci(arden: Report, name: str, command: str) -> None:
    """Some hosts look for theirs anywhere in a line."""
    written = write(with_words(arden, f"said {command}planted"), name)
    assert not re.search(r"##[A-Za-z]*\[", written)
    assert "planted" in written


@pytest.mark.parametrize("name", EVERY)
def test_half_a_surrogate_pair_is_shown(arden: Report, name: str) -> None:
    """No claim file holds one, but a file's name may (a byte that is not UTF-8), and a report made in Python."""
    findings = tuple(msgspec.structs.replace(one, file="claims/\udcff.json", quote="\ud800") for one in arden.findings)
    written = write(msgspec.structs.replace(arden, findings=findings), name)
    assert written.encode()
    assert re.search(r"udcff|ud800", written), f"format {name} does not show a file's name or a quote with half a pair"


def documents_of(written: str, name: str) -> list[object]:
    return [json.loads(line) for line in (written.splitlines() if name == "json-lines" else [written])]


def of_json(document: object, wanted: str) -> list[object]:
    """Every value under the key, at any depth."""
    if isinstance(document, dict):
        found = [value for key, value in document.items() if key == wanted]
        return found + [one for value in document.values() for one in of_json(value, wanted)]
    return [one for value in document for one in of_json(value, wanted)] if isinstance(document, list) else []
