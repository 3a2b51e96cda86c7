"""The files of a pack while rows come in: only what changes is written anew, and only that is read again."""

from __future__ import annotations

import json

import msgspec
import pytest

from harness.curate.documents import Documents
from harness.truth.pack import Pack

BY_HAND = b"""{
 "sources": [{"id":"list",   "title":"The list",
     "family": "list"}],
 "athletes": [
  {"id": "ola-viken", "name": "Ola Viken",   "sex": "men", "sources": ["list"]},
  {"name": "Una Fell", "id": "una-fell", "sex": "women", "sources": ["list"]}
 ]
}"""
ENTRY = b'{"athletes": [{"id": "kim-ray", "name": "Kim Ray", "sex": "men", "sources": ["list"]}]}'


@pytest.fixture
def documents() -> Documents:
    raws = {"b.json": ENTRY, "a.json": BY_HAND}
    parts = [msgspec.json.decode(raws[name], type=Pack) for name in sorted(raws)]
    pack = Pack(sources=parts[0].sources, athletes=(*parts[0].athletes, *parts[1].athletes))
    return Documents(raws, pack)


def test_what_nothing_touches_is_written_as_it_was(documents: Documents) -> None:
    una = documents.files["a.json"]["athletes"][1]
    una["born"] = "1988"
    documents.change("a.json", una)
    assert documents.texts() == {
        "a.json": '{\n "sources": [\n  {"id":"list",   "title":"The list",\n     "family": "list"}\n ],\n'
        ' "athletes": [\n  {"id": "ola-viken", "name": "Ola Viken",   "sex": "men", "sources": ["list"]},\n'
        '  {"name": "Una Fell", "id": "una-fell", "sex": "women", "sources": ["list"], "born": "1988"}\n ]\n}\n'
    }


def test_the_pack_has_what_changed_and_what_is_new_at_its_place(documents: Documents) -> None:
    before = documents.pack()
    assert [athlete.id for athlete in before.athletes] == ["ola-viken", "una-fell", "kim-ray"]
    rows = documents.rows("a.json", "athletes")
    rows[0]["born"] = "1990"
    documents.change("a.json", rows[0])
    rows.insert(1, {"id": "per-lie", "name": "Per Lie", "sex": "men", "sources": ["list"]})
    after = documents.pack()
    assert [(athlete.id, athlete.born) for athlete in after.athletes] == [
        ("ola-viken", "1990"), ("per-lie", None), ("una-fell", None), ("kim-ray", None)
    ]  # fmt: skip
    assert after.athletes[2] is before.athletes[1]  # not read again


def test_a_changed_row_that_is_no_record_is_told(documents: Documents) -> None:
    rows = documents.rows("a.json", "athletes")
    rows[0]["sex"] = "none"
    documents.change("a.json", rows[0])
    with pytest.raises(msgspec.ValidationError, match="sex"):
        documents.pack()


def test_a_new_file_and_a_new_table(documents: Documents) -> None:
    documents.rows("c.json", "nations").append({"id": "NOR", "name": "Norway"})
    documents.change("c.json")
    assert json.loads(documents.texts()["c.json"]) == {
        "schema_version": "0.2.0",
        "nations": [{"id": "NOR", "name": "Norway"}],
    }
    assert documents.pack().nations[0].name == "Norway"
    assert documents.holder_of("nations") == "c.json"
    assert documents.holder_of("editions") is None


def test_untouched_files_are_not_written(documents: Documents) -> None:
    assert not documents.is_changed
    assert documents.texts() == {}
