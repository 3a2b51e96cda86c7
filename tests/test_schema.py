"""The published schemas: valid, current, and of one mind with the typed decode."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from arden import World
from hypothesis import given
from hypothesis import strategies as st

from harness.kinds import kinds
from harness.schema import SCHEMAS, claim_document, claims_schema, schema_text, truth_schema, validator, write_schemas
from harness.truth.pack import Pack

NAMES = ("claims", "truth", "report")

CLAIMS: dict[str, Any] = {
    "article": {
        "id": "arden", "title": "A report", "publisher": "Arden Post", "url": None, "published": "2024-06-03",
        "published_basis": "printed", "characters": 40, "sha256": "0" * 64,
    },
    "claims": [
        {"kind": "mark", "id": "holt-mark", "text": "Holt ran 3:30.10", "quote": "3:30.10", "start": 9, "end": 16,
         "athlete": "Holt", "mark": "3:30.10", "scope": {"event": "1500m", "sex": "men", "year": 2024}},
        {"kind": "medal_count", "id": "golds", "text": "two golds", "quote": "two", "start": 20, "end": 23,
         "nation": "Britain", "medal": "gold", "count": "two", "lenient": {"count": 3}, "as_of": None},
    ],
}  # fmt: skip
TRUTH: dict[str, Any] = {
    "sources": [{"id": "book", "title": "The results book", "family": "book", "url": None}],
    "races": [
        {"event": "1500m", "sex": "men", "date": "2024-06-02", "round": "heat 2", "indoor": True,
         "results": [{"athlete": "berg", "mark": "3:31.00", "place": 1, "splits": {"800m": "1:52"}, "qualified": ""}]},
    ],
}  # fmt: skip


@pytest.mark.parametrize("what", NAMES)
def test_a_schema_is_valid_itself_and_says_what_it_is_of(what: str) -> None:
    schema = json.loads(schema_text(what))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:sports-claims-harness:{what}"
    assert schema["title"]


@pytest.mark.parametrize("what", NAMES)
def test_the_committed_copy_is_current(what: str) -> None:
    committed = (SCHEMAS / f"{what}.json").read_text(encoding="utf-8")
    assert committed == schema_text(what), "run `make schemas` and commit what it writes"


def test_write_schemas(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new")
    assert {path.stem for path in (tmp_path / "new").iterdir()} == set(NAMES)
    assert (tmp_path / "new" / "truth.json").read_text(encoding="utf-8") == schema_text("truth")


def test_the_manual_pages_are_the_descriptions() -> None:
    definitions = claims_schema()["$defs"].values()
    for kind in kinds().values():
        tag = {"enum": [kind.name]}
        assert [one["description"] for one in definitions if one.get("properties", {}).get("kind") == tag] == [
            kind.manual
        ]


def test_patterns_mean_the_same_in_every_dialect() -> None:
    """No class whose meaning depends on the reader, such as digits of other scripts."""
    for text in map(schema_text, NAMES):
        patterns = [line for line in text.splitlines() if line.lstrip().startswith('"pattern"')]
        assert not [line for line in patterns if "\\" in line]


@cache
def judges(what: str) -> tuple[msgspec.json.Decoder[Any], Any]:
    if what == "claims":
        return msgspec.json.Decoder(claim_document()), validator(claims_schema())
    return msgspec.json.Decoder(Pack), validator(truth_schema())


def agreed(what: str, document: Any) -> bool:
    """Whether the document is accepted, on which the typed decode and the schema must agree."""
    decoder, by_schema = judges(what)
    try:
        decoder.decode(json.dumps(document).encode())
        accepted = True
    except msgspec.ValidationError:
        accepted = False
    assert by_schema.is_valid(document) == accepted, document
    return accepted


def changed(document: Any, path: tuple[str | int, ...], value: Any) -> Any:
    document = deepcopy(document)
    part = document
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return document


@pytest.mark.parametrize(
    "path, value, accepted",
    [
        pytest.param(("claims",), [], True, id="no claims"),
        pytest.param(("claims", 0, "kind"), "medal_count", False, id="another kind's fields"),
        pytest.param(("claims", 0, "kind"), "recrod", False, id="no such kind"),
        pytest.param(("claims", 0, "extra"), None, False, id="an unknown field"),
        pytest.param(("claims", 0, "mark"), 210, False, id="a mark that is a number"),
        pytest.param(("claims", 0, "mark"), "", False, id="an empty mark"),
        pytest.param(("claims", 0, "at"), "800m", True, id="a split"),
        pytest.param(("claims", 0, "at"), "halfway", True, id="a point that is no distance"),
        pytest.param(("claims", 0, "at"), 800, False, id="a point that is a number"),
        pytest.param(("claims", 0, "quote"), "x" * 60, True, id="the longest quote"),
        pytest.param(("claims", 0, "quote"), "x" * 61, False, id="one longer"),
        pytest.param(("claims", 0, "quote"), "😀" * 60, True, id="lengths are code points"),
        pytest.param(("claims", 0, "start"), 9.0, False, id="a whole number with a point"),
        pytest.param(("claims", 0, "start"), True, False, id="true is no number"),
        pytest.param(("claims", 0, "start"), -1, False, id="before the text"),
        pytest.param(("claims", 0, "lenient"), {}, True, id="an empty lenient reading"),
        pytest.param(("claims", 0, "lenient"), [], False, id="lenient is an object"),
        pytest.param(("claims", 0, "scope"), None, False, id="a scope is left out, not null"),
        pytest.param(("claims", 0, "scope", "year"), 1799, False, id="a year too early"),
        pytest.param(("claims", 0, "scope", "year"), None, True, id="null for a field with a default"),
        pytest.param(("claims", 1, "count"), 2, True, id="a count as a number"),
        pytest.param(("claims", 1, "count"), 2.5, False, id="two and a half medals"),
        pytest.param(("claims", 1, "medal"), "Gold", False, id="a capital"),
        pytest.param(("article", "published"), "2024-6-3", False, id="a day without noughts"),
        pytest.param(("article", "url"), "", True, id="an empty url"),
    ],
)
def test_schema_and_decode_agree_on_claims(path: tuple[str | int, ...], value: Any, accepted: bool) -> None:
    assert agreed("claims", changed(CLAIMS, path, value)) == accepted


@pytest.mark.parametrize("field", ["kind", "id", "text", "quote", "start", "end", "athlete"])
def test_schema_and_decode_agree_on_what_is_needed(field: str) -> None:
    document = deepcopy(CLAIMS)
    del document["claims"][0][field]
    assert not agreed("claims", document)


@pytest.mark.parametrize(
    "path, value, accepted",
    [
        pytest.param(("races", 0, "date"), "2024", True, id="a year for a date"),
        pytest.param(("races", 0, "date"), "June 2024", False, id="a month in words"),
        pytest.param(("races", 0, "round"), "", True, id="a round that is not known"),
        pytest.param(("races", 0, "round"), "heat 0", False, id="heat nought"),
        pytest.param(("races", 0, "results", 0, "place"), 0, False, id="place nought"),
        pytest.param(("races", 0, "results", 0, "splits", "400m"), 56, False, id="a split that is a number"),
        pytest.param(("races", 0, "results", 0, "qualified"), "QQ", False, id="no such letter"),
        pytest.param(("athletes",), None, False, id="a table is left out, not null"),
    ],
)
def test_schema_and_decode_agree_on_ground_truth(path: tuple[str | int, ...], value: Any, accepted: bool) -> None:
    assert agreed("truth", changed(TRUTH, path, value)) == accepted


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 2500),
    st.sampled_from([0.0, 1.0, 2.5]),
    st.sampled_from(["", "men", "gold", "mark", "medal_count", "800m", "2024", "2024-06-02", "a\n", "é" * 61]),
    st.text(max_size=5),
    st.sampled_from([[], {}, [{}], {"event": "mile"}, ["book"], {"a": [1]}]),
)
FIELDS = st.sampled_from(["kind", "id", "scope", "at", "year", "place", "event", "lenient", "sources", "note", "odd"])


def paths(part: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every path in the document but the empty one."""
    steps = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [found for step, inner in steps for found in ((*path, step), *paths(inner, (*path, step)))]


@st.composite
def mutated(draw: st.DrawFn, document: Any) -> Any:
    """The document with one to three values changed, taken out, or put where there was none."""
    for _ in range(draw(st.integers(1, 3))):
        found = paths(document)
        if not found:
            break
        *parents, last = draw(st.sampled_from(found))
        document = deepcopy(document)
        part = document
        for step in parents:
            part = part[step]
        how = draw(st.sampled_from(["change", "take out", "put in"]))
        if how == "take out":
            del part[last]
        elif how == "put in" and isinstance(part, dict):
            part[draw(FIELDS)] = draw(VALUES)
        else:
            part[last] = draw(VALUES)
    return document


@given(mutated(CLAIMS))
def test_schema_and_decode_agree_on_any_claim_file(document: Any) -> None:
    agreed("claims", document)


@given(mutated(TRUTH))
def test_schema_and_decode_agree_on_any_ground_truth_file(document: Any) -> None:
    agreed("truth", document)


def test_any_file_may_name_its_schema(world: World) -> None:
    """`$schema` is how an editor finds completion and hover."""
    for name in ("claims/arden.json", "truth/pack.json"):
        path = world.root / name
        content = json.loads(path.read_text(encoding="utf-8"))
        world.write(name, {"$schema": "../harness/schemas/claims.json", **content})
    world.write("baseline.json", {"$schema": "x", "version": 2, "entries": []})
    assert world.run("validate", "claims").returncode == 0
    assert world.run("truth", "lint", "truth").returncode == 0
    checked = world.check("--baseline", "baseline.json")
    assert checked.returncode == 1, checked.stdout + checked.stderr
