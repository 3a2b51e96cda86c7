"""Whether a result lies inside a setting, level by level; whatever the words leave open fits everything."""

from __future__ import annotations

from harness.records.model import Setting
from harness.truth.entities import Entities
from harness.truth.groups import takes_in
from harness.truth.results import Result
from harness.truth.row import LEVELS
from harness.values import exactly


def fits(result: Result, setting: Setting, as_of: int, entities: Entities) -> bool:
    """Whether the result lies inside the setting. Editions that are not official fit only when named."""
    if setting.event is not None:
        if result.event != setting.event:
            return False
    elif result.part_of is not None or not takes_in(entities.events, setting, result.event):
        return False  # a part of a combined event is no race, win or final of its own
    if setting.edition is not None:
        if result.edition != setting.edition:
            return False
    elif not result.official:  # the Intercalated Games of 1906 count in no list of Olympic champions
        return False
    if setting.competition is not None and result.competition != setting.competition:
        return False
    if setting.round is not None and not round_fits(result.round, setting.round):
        return False
    if setting.sex is not None and result.sex != setting.sex:
        return False
    if setting.indoor is not None and result.indoor != setting.indoor:
        return False
    if setting.level is not None and result.level not in LEVELS[setting.level]:
        return False
    if setting.start is not None and (result.date.low is None or result.date.low < setting.start):
        return False
    if setting.end is not None and (result.date.high is None or result.date.high > setting.end):
        return False
    if setting.nation is not None and result.nation != setting.nation:
        return False
    if setting.area is not None:
        nation = entities.nations.get(result.nation or "")
        if nation is None or nation.area != setting.area:
            return False
    if setting.place is not None and result.place_as_of(as_of) != exactly(setting.place):
        return False
    medal = setting.medal and result.medal_as_of(as_of)
    return setting.medal is None or (medal is not None and setting.medal in ("any", medal))


def round_fits(actual: str, wanted: str) -> bool:
    """ "heat" takes in "heat 1" to "heat 15"; "heat 1" only itself."""
    return actual == wanted or actual.startswith(wanted + " ")
