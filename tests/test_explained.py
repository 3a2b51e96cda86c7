"""Every field of claim files and ground truth files says what it is for, with an example that such a file may hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from arden import World

from harness.kinds import kinds
from harness.schema import claims_schema, truth_schema, validator

SCHEMAS = {"claims": claims_schema(), "truth": truth_schema()}


def fields() -> Iterator[Any]:
    for sort, schema in SCHEMAS.items():
        for record, definition in schema["$defs"].items():
            for name, field in definition["properties"].items():
                if name != "kind":
                    yield pytest.param(sort, f"{record}.{name}", field, id=f"{record}.{name}")


@pytest.mark.parametrize("sort, name, field", list(fields()))
def test_a_field_says_what_it_is_for_with_an_example(sort: str, name: str, field: dict[str, Any]) -> None:
    assert field.get("description", "").split(), (
        f"{name} does not say what it is for: Annotated[..., explained(purpose, example)]"
    )
    assert field.get("examples"), f"{name} has no example: Annotated[..., explained(purpose, example)]"
    whole = {**field, "$defs": SCHEMAS[sort]["$defs"]}
    for example in field["examples"]:
        assert not [error.message for error in validator(whole).iter_errors(example)]


def test_every_kind_and_every_record_of_a_pack_is_among_them() -> None:
    claims, truth = (set(schema["$defs"]) for schema in SCHEMAS.values())
    assert claims >= {kind.claim.__name__ for kind in kinds().values()} | {"Scope", "Feat", "Article", "About"}
    assert truth >= {"Athlete", "Race", "PackResult", "Record", "Total", "EventEntry", "Completeness", "Horizon"}


@pytest.mark.parametrize(
    "field, words",
    [
        ("gap", 'gap by how much: a margin as printed: 69 hundredths of a second, 0.03; for example "69'),
        ("against", "one of area, championship, meeting, national"),
        ("scope.part", 'a part of a combined event: an event as printed: 1,500 metres, metric mile; for example "high'),
        ("scope", "individual without the events of teams; false: those only: true or false; for example true"),
        ("as_of", "the day that the claim speaks of"),
    ],
)
def test_one_field_is_explained(world: World, field: str, words: str) -> None:
    assert words in " ".join(world.run("explain", "margin", field).stdout.split())


@pytest.mark.parametrize("field, near", [("gapp", "gap"), ("scope.prat", "part"), ("gap.part", "unknown field 'part'")])
def test_an_unknown_field_is_refused(world: World, field: str, near: str) -> None:
    run = world.run("explain", "margin", field)
    assert (run.returncode, near in run.stderr) == (2, True), run.stderr
