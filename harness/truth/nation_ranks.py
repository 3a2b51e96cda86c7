"""A nation's rank by medals: in the published table of a whole edition, otherwise from results that have every
medal."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from harness.records.model import Known, Setting, Text, Unknown, phrase
from harness.truth import completeness, medal_tables
from harness.truth.counted import MedalTable
from harness.truth.feats import PODIUM, occurrences
from harness.truth.index import Truth
from harness.truth.medal_tables import By, MedalTableRow
from harness.truth.medals import table, tally
from harness.values import exactly


def nation_rank(truth: Truth, nation: str, setting: Setting, by: By, as_of: int) -> Known | Unknown:
    """The nation's rank in the setting, among the nations of its area if it names one."""
    if setting.area is not None and truth.nations[nation].area != setting.area:
        return Unknown(f"{truth.name(nation)} is not in {setting.area}")
    published = _published(truth, setting, as_of)
    if published is not None:
        place = medal_tables.rank(truth, published, nation, by, setting.area)
        evidence = (MedalTableRow(published, place.row),) if place.row is not None else ()
        arithmetic = f"{(place.value.low or 1) - 1} nations with more, by {by}"
        return Known(place.value, evidence, arithmetic, (place.statement,) if place.statement is not None else ())
    complete = completeness.medals(truth, setting, as_of)
    podium = occurrences(truth, PODIUM, setting, as_of)
    settled = all(result.nation and result.medal_as_of(as_of) for result in podium.certain)
    if complete is None or not settled or podium.possible or podium.blank:
        if outdated := medal_tables.expired(truth, setting, as_of):
            return outdated
        every = phrase("the ground truth does not have every medal of {}", setting)
        return Unknown(every, phrase("medals: {}", setting))
    ranks = table(truth, setting, as_of, by)
    won = truth.matching(replace(setting, nation=nation, medal="any"), as_of)
    top = _top(ranks, tally(truth, setting, as_of))
    return Known(exactly(ranks.get(nation, len(ranks) + 1)), tuple(won), arithmetic=top, relied_on=complete)


def shares_rank(truth: Truth, nation: str, setting: Setting, by: By, as_of: int) -> bool:
    """Whether another nation has the same rank, as far as is known."""
    published = _published(truth, setting, as_of)
    if published is not None:
        return medal_tables.is_shared(truth, published, nation, by, setting.area)
    ranks = table(truth, setting, as_of, by)
    return nation in ranks and list(ranks.values()).count(ranks[nation]) > 1


def _published(truth: Truth, setting: Setting, as_of: int) -> MedalTable | None:
    return medal_tables.standing(truth, replace(setting, area=None), as_of)


def _top(ranks: dict[str, int], medals: dict[str, Counter[str]]) -> Text:
    """The first five of the table, each with its golds, silvers and bronzes."""
    first = sorted(ranks, key=lambda nation: (ranks[nation], nation))[:5]
    rows = ((nation, [medals[nation][colour] for colour in ("gold", "silver", "bronze")]) for nation in first)
    return phrase(", ".join(f"{ranks[nation]} {{}} {'-'.join(map(str, counts))}" for nation, counts in rows), *first)
