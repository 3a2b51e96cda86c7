"""What the birthplaces in a ground truth say about places."""

from __future__ import annotations

from harness.truth.birthplaces import Birthplaces
from harness.truth.pack import Athlete


def born(*place: str) -> Birthplaces:
    return Birthplaces((), [Athlete(id="who", name="Who", sex="men", birthplace=place, sources=("book",))])


def test_a_place_told_alone_is_a_town_and_the_last_of_several_is_a_part_of_a_country() -> None:
    unknown = Birthplaces((), ()).location(["Leith"])
    assert born("Leith").location(["Leith"]) == unknown
    assert born("Edinburgh", "Leith").location(["Leith"]) != unknown
