"""Which holding a setting names, and its days."""

from __future__ import annotations

import pytest

from harness.records.model import Setting, Unknown
from harness.truth.held import Holding, days_of, edition_of
from harness.truth.index import Truth
from harness.truth.pack import Competition, Completeness, Edition, Nation, Pack, Source
from harness.values import partial_date

COMPETITIONS = (
    Competition(id="cup", name="Cup", level="meeting"),
    Competition(id="once", name="Once", level="meeting"),
)
EDITIONS = tuple(
    Edition(id=id_, competition=id_.partition("-")[0], name=id_.title(), start=start, end=end, city="Bergen",
            nation="NOR", sources=("book",))
    for id_, start, end in (
        ("cup-2022", "2022-06-01", "2022-06-02"), ("cup-2023", "2023-06-01", "2023-06-01"),
        ("once-2020", "2020", "2020"),
    )
)  # fmt: skip
TRUTH = Truth(
    Pack(
        competitions=COMPETITIONS,
        editions=EDITIONS,
        nations=(Nation(id="NOR", name="Norway", area="Europe"),),
        sources=(Source(id="book", title="The Book", family="book"),),
        completeness=tuple(
            Completeness(id=f"{one}-held", covers="editions", competition=one, start="2020", end="2030",
                         none_before=True, text="all", sources=("book",))
            for one in ("cup", "once")
        ),
    )
)  # fmt: skip


def day(text):
    return partial_date(text).low


@pytest.mark.parametrize(
    "setting, edition",
    [
        pytest.param(Setting(edition="cup-2022"), "cup-2022", id="named"),
        pytest.param(Setting(competition="once", end=day("2025-01-01")), "once-2020", id="the only one by then"),
        # Another one may have been held since, or will be.
        pytest.param(Setting(competition="once"), None, id="the only one so far"),
        pytest.param(Setting(competition="once", end=day("2032-01-01")), None, id="beyond the end of what is complete"),
        pytest.param(Setting(competition="cup", start=day("2023-01-01"), end=day("2023-12-31")), "cup-2023",
                     id="the only one in the window"),
        pytest.param(Setting(competition="cup", end=day("2022-06-01")), "cup-2022", id="begun in the window"),
        pytest.param(Setting(competition="cup"), None, id="one of two"),
        pytest.param(Setting(competition="cup", start=day("2024-01-01")), None, id="none in the window"),
        pytest.param(Setting(), None, id="no competition"),
    ],
)  # fmt: skip
def test_edition_of(setting, edition):
    found = edition_of(TRUTH, setting)
    assert isinstance(found, Unknown) if edition is None else found.id == edition


def test_days():
    assert days_of(EDITIONS[2]) == partial_date("2020")


def test_evidence():
    assert Holding(EDITIONS[0]).evidence(TRUTH).summary == "Cup-2022, 2022-06-01 to 2022-06-02, Bergen, Norway"
    assert Holding(EDITIONS[1]).evidence(TRUTH).summary == "Cup-2023, 2023-06-01, Bergen, Norway"
    assert Holding(EDITIONS[0]).evidence(TRUTH).sources == ("The Book",)
