"""Claim files: what is read, and every way in which one can be wrong, with the line, column and path that are told."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from harness.checking.load import ClaimFile, check_text, load_all, load_claims, misread, read_claims
from harness.checking.load.words import described
from harness.kinds import kinds
from harness.records.model import Mistake
from harness.schema import validator

TEXT = "Holt ran 3:30.10 in Zürich and has won two golds."

GOOD = """{
 "article": {
  "id": "arden", "title": "A report", "publisher": "Arden Post", "url": null,
  "published": "2024-06-03", "published_basis": "printed", "characters": 49,
  "sha256": "%s"
 },
 "claims": [
  {"kind": "mark", "id": "holt-mark", "text": "Holt ran 3:30.10", "quote": "3:30.10", "start": 9, "end": 16,
   "athlete": "Holt", "mark": "3:30.10", "scope": {"event": "1500m", "sex": "men"}},
  {"kind": "medal_count", "id": "holt-golds", "text": "Zürich: two golds", "quote": "two golds", "start": 39, "end": 48,
   "athlete": "Holt", "medal": "gold", "count": "two"}
 ]
}
""" % sha256(TEXT.encode()).hexdigest()  # noqa: UP031  (a text full of braces)


def changed(*changes: tuple[str, str]) -> bytes:
    """GOOD with some words replaced, each of which stands there."""
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


def good() -> ClaimFile:
    file = read_claims(GOOD.encode(), "arden.json")
    assert isinstance(file, ClaimFile), file
    return file


def test_a_good_file() -> None:
    file = good()
    assert file.article.id == "arden"
    assert [type(claim).__struct_config__.tag for claim in file.claims] == ["mark", "medal_count"]
    assert file.claims[0].scope.event == "1500m"
    assert list(file.places()) == [(8, 3), (10, 3)]
    assert file.places()[1] == (10, 3)


def test_places_count_code_points_and_one_line_is_enough() -> None:
    raw = json.dumps(json.loads(GOOD), ensure_ascii=False)
    twice = raw.replace('"golds"', '"gölds"').encode()
    file = read_claims(twice, "f")
    assert isinstance(file, ClaimFile)
    assert list(file.places()) == [(1, raw.index('{"kind": "mark"') + 1), (1, raw.index('{"kind": "medal_count"') + 1)]


def test_claims_that_came_from_no_file_have_no_places() -> None:
    file = good()
    assert list(ClaimFile("memory", file.article, file.claims).places()) == [(0, 0), (0, 0)]


def test_kind_may_come_last() -> None:
    document = json.loads(GOOD)
    document["claims"] = [dict(reversed(claim.items())) for claim in document["claims"]]
    file = read_claims(json.dumps(document).encode(), "f")
    assert isinstance(file, ClaimFile)
    assert file.claims == good().claims


@pytest.mark.parametrize(
    "old, new, path, message",
    [
        pytest.param(
            '"kind": "mark"',
            '"kind": ▸"makr"',
            "$.claims[0].kind",
            "unknown kind 'makr': did you mean 'mark'?",
            id="a slip in the kind",
        ),
        pytest.param('"kind": "mark"', '"kind": ▸"zzz"', "$.claims[0].kind", "there are ", id="no such kind"),
        pytest.param(
            '"kind": "mark"', '"kind": ▸5', "$.claims[0].kind", "unknown kind 5", id="a kind that is a number"
        ),
        pytest.param(
            '"athlete": "Holt", "medal"',
            '▸"athelte": "Holt", "medal"',
            "$.claims[1].athelte",
            "unknown field 'athelte': did you mean 'athlete'?",
            id="a slip in a field",
        ),
        pytest.param(
            '"medal": "gold"',
            '"medal": "gold", ▸"competition": "x"',
            "$.claims[1].competition",
            "it belongs in 'scope'",
            id="a field of the scope beside it",
        ),
        pytest.param(
            '"sex": "men"', '▸"sexe": "men"', "$.claims[0].scope.sexe", "did you mean 'sex'?", id="a slip in the scope"
        ),
        pytest.param('"sex": "men"', '"sex": ▸"man"', "$.claims[0].scope.sex", "did you mean 'men'?", id="no such sex"),
        pytest.param('"sex": "men"', '"sex": ▸1', "$.claims[0].scope.sex", "1 is none of", id="a sex that is a number"),
        pytest.param(
            '"scope": {"event": "1500m", "sex": "men"}',
            '"scope": ▸"1500m"',
            "$.claims[0].scope",
            "expected an object {...}, found '1500m'",
            id="a text for a scope",
        ),
        pytest.param(
            '"mark": "3:30.10"',
            '"mark": ▸210.1',
            "$.claims[0].mark",
            "expected a text or null, found 210.1",
            id="a number",
        ),
        pytest.param(
            '"athlete": "Holt", "medal"',
            '"athlete": ▸7, "medal"',
            "$.claims[1].athlete",
            "expected a text or null, found 7",
            id="neither a text nor null",
        ),
        pytest.param(
            '"athlete": "Holt", "medal"',
            '"athlete": ▸"", "medal"',
            "$.claims[1].athlete",
            "is empty",
            id="an empty name",
        ),
        pytest.param(
            '"start": 9', '"start": ▸"9"', "$.claims[0].start", "expected a whole number, found '9'", id="digits"
        ),
        pytest.param('"start": 9', '"start": ▸9.0', "$.claims[0].start", "found 9.0", id="a whole number with a point"),
        pytest.param('"start": 9', '"start": ▸true', "$.claims[0].start", "found true", id="true for a number"),
        pytest.param('"start": 9', '"start": ▸-9', "$.claims[0].start", "0 at least", id="before the text"),
        pytest.param(
            '"quote": "3:30.10"',
            f'"quote": ▸"{"x" * 61}"',
            "$.claims[0].quote",
            "61 characters, 60 at most",
            id="a quote too long",
        ),
        pytest.param(
            '"id": "holt-mark"', '"id": ▸"Holt"', "$.claims[0].id", "is not of the form ^[a-z0-9]", id="an id"
        ),
        pytest.param(
            '"url": null', '"url": ▸{}', "$.article.url", "expected a text or null, found an object", id="url"
        ),
        pytest.param(
            '"published": "2024-06-03"',
            '"published": ▸"3 June 2024"',
            "$.article.published",
            "is not of the form",
            id="a day in words",
        ),
        pytest.param('"title"', '▸"titel"', "$.article.titel", "did you mean 'title'?", id="a slip in the article"),
        pytest.param('"claims"', '▸"claim"', "$.claim", "did you mean 'claims'?", id="a slip at the top"),
        pytest.param(
            '"published": "2024-06-03"',
            '"published": ▸"2024-02-31"',
            "$.article.published",
            "there is no such day: 2024-02-31",
            id="a day that does not exist",
        ),
        pytest.param(
            '"id": "holt-golds"',
            '"id": ▸"holt-mark"',
            "$.claims[1].id",
            "a second claim 'holt-mark' (the first is claims[0])",
            id="an id twice",
        ),
        pytest.param('"end": 16', '"end": ▸9', "$.claims[0].end", "must be greater than start (9)", id="end is start"),
        pytest.param(
            '"end": 16',
            '"end": ▸17',
            "$.claims[0].end",
            "start to end is 8 characters, the quote has 7: with this start, end is 16",
            id="a span longer than the quote",
        ),
        pytest.param(
            '"start": 39, "end": 48',
            '"start": 49, "end": ▸58',
            "$.claims[1].end",
            "outside the text, which has 49 characters",
            id="a span outside the text",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "repeats": ▸"holt-makr"',
            "$.claims[1].repeats",
            "no claim 'holt-makr' in this file: did you mean 'holt-mark'?",
            id="repeats no claim",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "repeats": ▸"holt-golds"',
            "$.claims[1].repeats",
            "repeats itself",
            id="repeats itself",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "gold_verdict": ▸"not_checkable"',
            "$.claims[1].gold_verdict",
            "'not_checkable' contradicts the kind 'medal_count'",
            id="a gold verdict of another kind",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "lenient": {▸"conut": 3}',
            "$.claims[1].lenient.conut",
            "did you mean 'count'?",
            id="a slip in a lenient field",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "lenient": {▸"mark": "3:30"}',
            "$.claims[1].lenient.mark",
            "unknown field 'mark'",
            id="a lenient field of another kind",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "lenient": {"medal": ▸"golden"}',
            "$.claims[1].lenient.medal",
            "did you mean 'gold'?",
            id="a lenient value that is none",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "lenient": {▸"quote": "2 golds"}',
            "$.claims[1].lenient.quote",
            "it is the same words",
            id="lenient about the quote",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "lenient": {"scope": {▸"yaer": 2024}}',
            "$.claims[1].lenient.scope.yaer",
            "did you mean 'year'?",
            id="a slip in a lenient scope",
        ),
        pytest.param(
            '"count": "two"',
            '"count": "two", "lenient": {"scope": ▸5}',
            "$.claims[1].lenient.scope",
            "expected an object {...}, found 5",
            id="a lenient scope that is none",
        ),
        pytest.param(
            '"count": "two"',
            '"count": 2, "lenient": {"count": ▸' + "[" * 99 + "]" * 99 + "}",
            "$.claims[1].lenient.count",
            "expected a whole number or a text, found a list",
            id="deep, where anything may stand",
        ),
        pytest.param(
            '"count": "two"', '"count": "two", ▸"count": 2', "$.claims[1].count", "stands twice", id="a key twice"
        ),
    ],
)
def test_a_mistake_in_a_claim_file(old: str, new: str, path: str, message: str) -> None:
    """`▸` marks the place that must be told."""
    marked = changed((old, new)).decode()
    before = marked[: marked.index("▸")]
    found = read_claims(marked.replace("▸", "").encode(), "arden.json")
    assert isinstance(found, list)
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert [(one.file, (one.line, one.column), one.path) for one in found if message in one.message] == [
        ("arden.json", place, path)
    ], found


@pytest.mark.parametrize(
    "old, line, column, path, message",
    [
        pytest.param('"kind": "mark", ', 8, 3, "$.claims[0]", "missing field 'kind': one of ", id="no kind"),
        pytest.param(
            '"athlete": "Holt", "mark": "3:30.10", ',
            8,
            3,
            "$.claims[0]",
            "missing field 'athlete'",
            id="a field that is missing",
        ),
        pytest.param('"title": "A report", ', 2, 13, "$.article", "missing field 'title'", id="no title"),
    ],
)
def test_what_is_missing_is_told_at_the_object_that_lacks_it(
    old: str, line: int, column: int, path: str, message: str
) -> None:
    (mistake,) = read_claims(changed((old, "")), "arden.json")
    assert (mistake.line, mistake.column, mistake.path) == (line, column, path)
    assert message in mistake.message


@pytest.mark.parametrize(
    "raw, path, message",
    [
        ("[]", "$", "expected an object {...}, found a list"),
        ('{"article": [], "claims": []}', "$.article", "expected an object {...}, found a list"),
        ('{"article": {}, "claims": {}}', "$.claims", "expected a list [...], found an object"),
        ('{"article": {}, "claims": [5]}', "$.claims[0]", 'a claim is an object: {"kind": ...'),
        ('{"article": {}, "claims": []}', "$.article", "missing field 'sha256'"),
    ],
)
def test_a_file_that_is_hardly_one(raw: str, path: str, message: str) -> None:
    found = read_claims(raw.encode(), "f")
    assert isinstance(found, list)
    assert (path, True) in [(one.path, message in one.message) for one in found]


@pytest.mark.parametrize("more", ["", '"artikel": 1,'], ids=["though it can be read", "before what it has of its own"])
def test_a_file_of_a_later_schema_is_refused(more: str) -> None:
    (mistake,) = read_claims(changed(("{", '{"schema_version": "9.0.0",' + more)), "f")
    assert (mistake.path, mistake.column) == ("$.schema_version", 20)
    assert "use a newer harness" in mistake.message


def test_more_claims_than_an_article_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.checking.load.claims.MOST_CLAIMS", 1)
    (mistake,) = read_claims(GOOD.encode(), "f")
    assert (mistake.path, mistake.message) == ("$.claims", "2 claims: an article has at most 1; split the file")


def test_a_rule_that_has_no_words_of_its_own_is_told_in_those_of_the_validator() -> None:
    (error,) = validator({"items": {"multipleOf": 5}}).iter_errors([5, 6])
    assert [(flaw.path, flaw.message) for flaw in described(error)] == [((1,), "6 is not a multiple of 5")]


def test_one_slip_is_one_mistake() -> None:
    """Held against every kind there is, one field would be wrong in as many ways."""
    found = read_claims(changed(('"mark": "3:30.10"', '"mark": []')), "f")
    assert isinstance(found, list)
    assert [str(one) for one in found] == ["f:9:31: $.claims[0].mark: expected a text or null, found a list"]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    raw = changed(
        ('"published": "2024-06-03"', '"published": "2024-06-31"'),  # sense
        ('"mark": "3:30.10"', '"mark": 7'),  # shape
        ('"scope": {', '"scope": {"yeer": 2024, '),  # and another in the same claim
        ('"start": 39, "end": 48', '"start": 40, "end": 48'),  # sense, in a claim that is well formed
        ('"count": "two"', '"count": "two", "repeats": "holt-mark"'),  # right, though that claim is not
    )
    found = read_claims(raw, "f")
    assert isinstance(found, list)
    assert [(one.line, one.path) for one in found] == [
        (4, "$.article.published"),
        (9, "$.claims[0].mark"),
        (9, "$.claims[0].scope.yeer"),
        (10, "$.claims[1].end"),
    ]


def test_a_lenient_reading_may_replace_what_is_its_kinds_own() -> None:
    lenient = '"lenient": {"count": 3, "as_of": "2023", "scope": {"year": 2024}}'
    file = read_claims(changed(('"count": "two"', f'"count": "two", {lenient}')), "f")
    assert isinstance(file, ClaimFile), file
    assert file.claims[1].lenient == {"count": 3, "as_of": "2023", "scope": {"year": 2024}}


def test_the_lists_of_a_claim_are_lists_in_its_looser_reading() -> None:
    """Fault: beside a slip in the lenient scope, the events of the strict one were told to be no list."""
    old, new = '"scope": {"event": "1500m", "sex": "men"}', '"laps": ["56.0"], "scope": {"events": ["1500m", "mile"]}'
    file = read_claims(changed((old, f'{new}, "lenient": {{"scope": {{"yaer": 2024}}}}')), "f")
    assert isinstance(file, list)
    assert [mistake.path for mistake in file] == ["$.claims[0].lenient.scope.yaer"]


@pytest.mark.parametrize("kind", list(kinds()))
def test_every_kind_is_told_what_it_lacks(kind: str) -> None:
    raw = changed(('"kind": "mark"', f'"kind": "{kind}", "frobnicate": 1'))
    found = read_claims(raw, "f")
    assert isinstance(found, list)
    assert "$.claims[0].frobnicate" in {one.path for one in found}
    assert all("kind" not in one.path for one in found)


# --- the article's text


def test_quotes_that_stand_in_the_text() -> None:
    assert check_text(good(), TEXT) == []


def test_another_text() -> None:
    (mistake,) = check_text(good(), TEXT + " ")
    assert (mistake.line, mistake.column, mistake.path) == (5, 13, "$.article.sha256")


@pytest.mark.parametrize(
    "old, new, message",
    [
        ('"start": 9, "end": 16', '"start": 8, "end": 15', "at 8 the text reads ' 3:30.1': the quote stands at 9"),
        ('"quote": "3:30.10"', '"quote": "3.30.10"', "at 9 the text reads '3:30.10': the quote is nowhere in the text"),
    ],
)
def test_a_quote_that_does_not_stand_there(old: str, new: str, message: str) -> None:
    file = read_claims(changed((old, new)), "f")
    assert isinstance(file, ClaimFile), file
    (mistake,) = check_text(file, TEXT)
    assert (mistake.line, mistake.path, mistake.message) == (8, "$.claims[0].quote", message)


def test_the_count_of_characters() -> None:
    file = read_claims(changed(('"characters": 49', '"characters": 50')), "f")  # 50 bytes, 49 code points
    assert isinstance(file, ClaimFile)
    (mistake,) = check_text(file, TEXT)
    assert (mistake.path, mistake.message) == ("$.article.characters", "the text has 49 characters (code points)")


# --- printed figures

MEDALS = GOOD[GOOD.index('{"kind": "medal_count"') : GOOD.index("\n ]")]
LATER = """{"kind": "date", "id": "later", "text": "a span later", "quote": "two golds", "start": 39, "end": 48,
   "relative_to": {"event": "1500m"}, "offset": "%s"}"""


@pytest.mark.parametrize(
    "old, new, line, path",
    [
        pytest.param('"mark": "3:30.10"', '"mark": "three-ish"', 9, "$.claims[0].mark", id="mark"),
        pytest.param('"count": "two"', '"count": "many"', 11, "$.claims[1].count", id="count"),
        pytest.param('"sex": "men"', '"on": "the day"', 9, "$.claims[0].scope.on", id="date in a scope"),
        pytest.param('"count": "two"', '"count": 2, "as_of": "whenever"', 11, "$.claims[1].as_of", id="as_of"),
        pytest.param(
            '"count": "two"', '"count": 2, "lenient": {"count": "x"}', 11, "$.claims[1].lenient.count", id="lenient"
        ),
        pytest.param(
            '"mark": "3:30.10"',
            '"mark": "three-ish", "lenient": {"athlete": "Peter Holt"}',
            9,
            "$.claims[0].mark",
            id="once, though the looser reading has it too",
        ),
        pytest.param(
            '"mark": "3:30.10"', '"mark": "40.1", "stretch": "back straight"', 9, "$.claims[0].stretch", id="stretch"
        ),
        pytest.param('"mark": "3:30.10"', '"mark": "2:01.3", "at": "8.5.5km"', 9, "$.claims[0].at", id="point"),
        pytest.param(MEDALS, LATER % "ages", 11, "$.claims[1].offset", id="span"),
    ],
)
def test_a_figure_that_nothing_reads(old: str, new: str, line: int, path: str) -> None:
    file = read_claims(changed((old, new)), "f")
    assert isinstance(file, ClaimFile), file
    (mistake,) = misread(file)
    assert (mistake.line, mistake.path) == (line, path)


@pytest.mark.parametrize(
    "old, new",
    [
        ('"mark": "3:30.10"', '"mark": "8.95m"'),  # a distance: which event it is, only a ground truth knows
        ('"mark": "3:30.10"', '"mark": "3:30:10"'),
        ('"count": "two"', '"count": "two", "hedge": "at least"'),
        ('"sex": "men"', '"on": "25 May"'),
        ('"count": "two"', '"count": 2'),
        ('"mark": "3:30.10"', '"mark": "40.1", "stretch": "last 300m"'),
        ('"mark": "3:30.10"', '"mark": "6,700", "at": "long jump"'),  # the part of a combined event
        (MEDALS, LATER % "one week"),
    ],
)
def test_figures_that_are_read(old: str, new: str) -> None:
    file = read_claims(changed((old, new)), "f")
    assert isinstance(file, ClaimFile), file
    assert misread(file) == []


# --- files and folders


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    monkeypatch.chdir(tmp_path)

    def write(name: str, **article: Any) -> Path:
        document = json.loads(GOOD)
        document["article"].update(article)
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document, indent=1), encoding="utf-8")
        return path

    return write


def test_a_folder_is_its_json_files_and_those_below(folder: Callable[..., Path]) -> None:
    for name in ("b.json", "a.json", "below/c.json", "notes.txt"):
        folder(f"claims/{name}", id=name.split(".")[0].replace("/", "-"))
    files, mistakes = load_all([Path("claims")])
    assert mistakes == []
    assert [file.path for file in files] == ["claims/a.json", "claims/b.json", "claims/below/c.json"]


def test_the_order_of_the_paths_changes_nothing_and_a_file_named_twice_is_one(folder: Callable[..., Path]) -> None:
    a, b = folder("x/a.json", id="a"), folder("y/b.json", id="b")
    assert load_all([b, a]) == load_all([a, b, Path("x"), Path("y/../x/a.json")])


def test_an_empty_folder_is_no_mistake(tmp_path: Path) -> None:
    assert load_all([tmp_path]) == ([], [])


def test_a_missing_file_is_one(tmp_path: Path) -> None:
    files, (mistake,) = load_all([tmp_path / "nowhere.json"])
    assert files == []
    assert mistake == Mistake(str(tmp_path / "nowhere.json"), 1, 1, "$", "cannot be read: No such file or directory")
    assert load_claims(tmp_path / "nowhere.json") == [mistake]


@pytest.mark.parametrize("shown", ["file", "folder"])
def test_without_permission(folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, shown: str) -> None:
    """The system's refusal is played: root, who may read everything, runs tests too."""
    path = folder("claims/a.json")

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied", str(path if shown == "file" else path.parent))

    monkeypatch.setattr(*((Path, "open", refuse) if shown == "file" else (os, "scandir", refuse)))
    files, (mistake,) = load_all([Path("claims")])
    assert files == []
    assert mistake.file == ("claims/a.json" if shown == "file" else "claims")
    assert "Permission denied" in mistake.message


def test_a_bad_file_leaves_the_others_be(folder: Callable[..., Path]) -> None:
    folder("claims/good.json")
    Path("claims/bad.json").write_text("{")
    files, mistakes = load_all([Path("claims")])
    assert [file.path for file in files] == ["claims/good.json"]
    assert [mistake.file for mistake in mistakes] == ["claims/bad.json"]


def test_two_files_of_one_article(folder: Callable[..., Path]) -> None:
    folder("claims/one.json")
    folder("claims/two.json")
    files, (mistake,) = load_all([Path("claims")])
    assert [file.path for file in files] == ["claims/one.json"]
    assert str(mistake).startswith("claims/two.json:3:9: $.article.id: the article 'arden' is in claims/one.json too")
