"""How many nations or athletes did something, each counted once."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec.structs import replace

from harness.records.model import Known, Setting
from harness.truth import totals
from harness.truth.feats import ANY_RACE, Licence, Wanted, complete, occurrences
from harness.truth.index import Truth
from harness.truth.medal_tables import MedalTableRow, every_nation, medals_in, of_area, standing
from harness.truth.races import race_of
from harness.truth.results import MEDALS, Result
from harness.values import Range

MOST_SHOWN = 12  # results, as evidence
Takers: TypeAlias = Literal["nations", "athletes"]


def number_of(truth: Truth, of: Takers, feat: Wanted, setting: Setting, as_of: int) -> Known:
    """How many nations or athletes there are that achieved the feat in the setting; of any start, how many started.

    Nations with medals of a whole edition are those of its published table; who took part in one is told by totals.
    """
    table = standing(truth, setting, as_of) if of == "nations" and feat.medal and feat.together == 1 else None
    if table is not None:
        complete_table, colour = every_nation(truth, table), _colour(feat)
        rows = [row for row in of_area(truth, table, setting.area) if medals_in(row, colour)]
        value = Range(len(rows), len(rows) if complete_table else None)
        evidence = tuple(MedalTableRow(table, row) for row in rows)
        return Known(value, evidence, relied_on=(complete_table,) if complete_table else ())
    persons = of == "athletes"
    achievements = occurrences(truth, feat, setting, as_of, persons=persons)
    licence = complete(truth, feat, setting, as_of, persons=persons)
    if feat == ANY_RACE and _is_whole_field(setting, achievements.certain):
        licence = Licence(())
    certain = {_taker(of, result) for result in achievements.certain} - {None}
    perhaps = [_taker(of, result) for result in (*achievements.certain, *achievements.perhaps(licence))]
    most = None if licence is None else len(set(perhaps) - {None}) + perhaps.count(None)
    value = Range(len(certain), most)
    facts: tuple[totals.TotalFact, ...] = ()
    if feat == ANY_RACE and (total := totals.published(truth, of, None, setting, as_of)):
        value, facts = totals.both(value, total.value), total.facts
    return Known(value, (*facts, *achievements.certain[:MOST_SHOWN]), relied_on=licence.statements if licence else ())


def _taker(of: Takers, result: Result) -> str | None:
    return result.nation if of == "nations" else result.athlete


def _colour(feat: Wanted) -> str:
    alone = feat.place is not None and feat.place.low == feat.place.high
    return MEDALS[feat.place.low or 1] if alone and feat.place is not None else "any"


def _is_whole_field(setting: Setting, starters: list[Result]) -> bool:
    """Whether these are all who started in the one race that the setting names, by its round.

    Without a sex it names that of the men and that of the women, of which one may be missing here.
    """
    whole = replace(setting, event=None, sex=None, competition=None, edition=None, round=None, indoor=None)
    sexes = {setting.sex} if setting.sex is not None else {starter.sex for starter in starters} - {"men", "women"}
    named = setting.edition is not None and setting.event is not None and setting.round is not None and bool(sexes)
    races = {race_of(starter) for starter in starters}
    return whole == Setting() and named and len(races) == 1 and all(starter.finishers_complete for starter in starters)
