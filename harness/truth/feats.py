"""Feats: which results achieve a feat inside a setting, as of a day, and whether these are all that did.

Every answer is one of three: it did, it did not, and not settled by the ground truth (None). What is not settled raises
the upper end of a count and never counts for the lower one.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from harness.records.model import Setting
from harness.truth import completeness
from harness.truth.absence import not_held
from harness.truth.index import Truth
from harness.truth.lists import on_list
from harness.truth.races import field
from harness.truth.remembered import remembered
from harness.truth.results import Result
from harness.truth.teams import may_have_medal_of_heat, may_have_run_for
from harness.truth.together import Outcomes, Within, are_line_ups_known, at_once, by_person
from harness.values import Range, clear, exactly, meet

PLACES = {"gold": exactly(1), "silver": exactly(2), "bronze": exactly(3), "any": Range(1, 3)}


class Wanted(msgspec.Struct, frozen=True, gc=False):
    """The conditions on a result: its place, in a final, where medals are awarded, its mark, ahead of somebody; and how
    many of them `together`: in one race, or by one athlete at one edition or on one day.

    Without any condition every start qualifies. Its text is a part of a quantity's printed key. `of_finals` and
    `indoors_too` are further readings of words that leave the round of a place, or the roof over a mark, open.
    """

    place: Range | None = None
    final: bool = False
    medal: bool = False
    mark: Range | None = None
    beats: str | None = None
    together: int = 1
    within: Within = "race"
    of_finals: bool = False
    indoors_too: bool = False

    def __str__(self) -> str:
        parts = [
            f"place={_text(self.place)}" if self.place else "",
            "final" if self.final else "",
            "medal" if self.medal else "",
            f"mark={_text(self.mark)}" if self.mark else "",
            f"beats={self.beats}" if self.beats else "",
            f"together={self.together}" if self.together > 1 else "",
            f"within={self.within}" if self.within != "race" else "",
            "of finals" if self.of_finals else "",
            "indoors too" if self.indoors_too else "",
        ]
        return " ".join(part for part in parts if part) or "race"


ANY_RACE = Wanted()
TITLE = Wanted(place=exactly(1), final=True)
PODIUM = Wanted(place=PLACES["any"], final=True, medal=True)
FINAL_WITH_MEDALS = Wanted(final=True, medal=True)


class Licence(NamedTuple):
    """The statements that make the known occurrences all there are.

    `by_list`: they are about marks or medals, so a result without a mark or a place does not count.
    """

    statements: tuple[str, ...]
    by_list: bool = False


class Occurrences(Outcomes):
    """The results that achieve a feat, oldest first, and those that perhaps do."""

    def perhaps(self, licence: Licence | None) -> list[Result]:
        """The results that may have achieved it, besides the certain ones."""
        return self.possible if licence is not None and licence.by_list else [*self.possible, *self.blank]

    def number(self, licence: Licence | None) -> Range:
        """How many there are: at least the known ones, unless a statement says that these are all."""
        certain = len(self.certain)
        return Range(certain, None if licence is None else certain + len(self.perhaps(licence)))


def ahead(truth: Truth, result: Result, rival: Result, as_of: int) -> bool | None:
    """Whether `result` finished ahead of `rival` in the race they were both in: by places, finish or marks."""
    if "finished" not in (result.status, rival.status):
        return False
    if result.status != rival.status:
        return result.status == "finished"
    places = result.place_as_of(as_of), rival.place_as_of(as_of)
    if places[0] is not None and places[1] is not None:
        # A tie that stands (TR 21) gives both the same place: neither beat the other.
        dead_heat = places[0] == places[1] and places[0].low == places[0].high
        return False if dead_heat else _before(places[0], places[1])
    if result.mark is None or rival.mark is None:
        return None
    if truth.events[result.event].better == "lower":
        return _before(result.mark, rival.mark)
    return _before(rival.mark, result.mark)


def achieves(truth: Truth, feat: Wanted, result: Result, as_of: int) -> bool | None:
    """Whether the result achieves the feat; None if that is not settled."""
    if (
        result.status == "DNS"
        or (feat.medal and not result.gives_medals)
        or (feat.mark is not None and result.assisted)  # too much wind: no mark for lists and records (CR 31)
    ):
        return False
    in_final = feat.final or feat.of_finals
    if in_final and result.round not in ("final", ""):
        return False
    if result.heats_only and not (feat.final and feat.place is not None):
        return None if feat.place is not None else False  # the medal and the title are theirs, the race was not
    open_ends: list[bool | None] = [None] if in_final and result.round == "" else []
    if feat.place is not None:
        open_ends.append(_lies(result, result.place_as_of(as_of), feat.place))
    if feat.mark is not None:
        open_ends.append(_lies(result, result.electronic, feat.mark))
    if feat.beats is not None:
        open_ends.append(_beats(truth, feat.beats, result, as_of))
    if False in open_ends:
        return False
    return None if None in open_ends else True


def occurrences(
    truth: Truth, feat: Wanted, setting: Setting, as_of: int, athlete: str | None = None, *, persons: bool = False
) -> Occurrences:
    """The results that achieve the feat. Marks are of one event: outdoors unless the setting says so, intermediate ones
    included.

    With `persons`, and always within one edition or day, what a team achieved counts for those who ran for it.
    """
    return _occurrences(truth, feat, setting, truth.last_change(as_of), athlete, persons or feat.within != "race")


@remembered(2048)
def _occurrences(
    truth: Truth, feat: Wanted, setting: Setting, as_of: int, athlete: str | None, persons: bool
) -> Occurrences:
    known = Occurrences([], [], [])
    if feat.mark is not None:
        if setting.event is None:
            return known
        setting = setting if feat.indoors_too else on_list(truth, setting)
    for result in _candidates(truth, feat, setting, as_of, athlete):
        achieved = achieves(truth, feat, result, as_of)
        if achieved:
            known.certain.append(result)
        elif achieved is None:
            (known.blank if _is_blank(feat, result, as_of) else known.possible).append(result)
    if persons and athlete is None:
        known = Occurrences(*by_person(truth, known))
    if feat.together == 1 and feat.within == "race":
        return known
    return Occurrences(*at_once(truth, known, feat.together, feat.within))


def _candidates(truth: Truth, feat: Wanted, setting: Setting, as_of: int, athlete: str | None) -> list[Result]:
    """The results that may achieve the feat; of everybody's those that do so on some day, found once for all days."""
    en_route = feat.mark is not None
    if athlete is not None or feat.beats is not None or setting.place is not None or setting.medal is not None:
        return truth.matching(setting, as_of, athlete, en_route=en_route)
    ever = _ever_achieving(truth, feat, setting)
    return [result for result in ever if result.exists(as_of) and (en_route or not result.en_route)]


@remembered(512)
def _ever_achieving(truth: Truth, feat: Wanted, setting: Setting) -> list[Result]:
    """Whoever moved up may have done it on one day and not on another; of others the day makes no difference."""
    return [
        result
        for result in truth.ever(setting)
        if result.was is not None or achieves(truth, feat, result, 0) is not False
    ]


def complete(
    truth: Truth, feat: Wanted, setting: Setting, as_of: int, athlete: str | None = None, *, persons: bool = False
) -> Licence | None:
    """The licence to take the known occurrences for all there are; None if there is none.

    With `persons`, for what each person did: None if it is not known who ran for a team.
    """
    if not truth.completeness:
        return None
    alone = replace(feat, together=1, within="race")
    if athlete is None and (persons or feat.within != "race"):
        # What a team achieved, its runners achieved: all of them must be known.
        if not are_line_ups_known(truth, occurrences(truth, alone, setting, as_of)):
            return None
    elif athlete is not None and feat.mark is None and feat.place is not None:
        # The athlete may have been in a team that achieved it, and whose runners the ground truth does not name.
        teams = may_have_run_for(truth, athlete, setting, as_of)
        if any(achieves(truth, alone, team, as_of) is not False for team in teams):
            return None
    # Ground 1: nothing of the sort was held.
    if no_holding := not_held(truth, setting, as_of):
        return Licence((no_holding,))
    # Ground 2: a list of all performances that reaches down to the mark.
    if setting.sex is None and athlete is not None:
        setting = replace(setting, sex=truth.athletes[athlete].sex)
    if feat.mark is not None and setting.event is not None:
        if setting.sex is None:
            return _of_each_sex(truth, feat, setting, as_of)
        if listed := _listed(truth, feat.mark, setting, as_of):
            return Licence((listed,), by_list=True)
    # Ground 3: every medal of the finals.
    in_finals = ((feat.final or feat.of_finals) and setting.round is None) or setting.round == "final"
    on_podium = feat.place is not None and feat.place.high is not None and feat.place.high <= 3
    if in_finals and on_podium and (every_medal := completeness.medals(truth, setting, as_of)):
        return Licence(every_medal, by_list=True)
    # Ground 4: every start of the athlete: against the rival who was beaten, in finals, or anywhere.
    if athlete is None:
        return None
    if feat.place is not None and may_have_medal_of_heat(truth, athlete, setting, as_of):
        return None  # who ran in a heat of a relay has the team's medal, without a start in the final
    every = completeness.meetings(truth, (athlete, feat.beats), setting, as_of) if feat.beats is not None else None
    if every is None and in_finals:
        every = completeness.finals(truth, athlete, setting, as_of)
    every = every or completeness.races(truth, athlete, setting, as_of)
    return Licence((every,)) if every else None


def _of_each_sex(truth: Truth, feat: Wanted, setting: Setting, as_of: int) -> Licence | None:
    """What the words say of anybody must be known of men and of women."""
    sexes = sorted({*completeness.EVERYBODY, *truth.sexes.get(setting.event or "", ())})
    each = [complete(truth, feat, replace(setting, sex=sex), as_of) for sex in sexes]
    if None in each:
        return None
    return Licence(
        tuple(dict.fromkeys(statement for part in each if part for statement in part.statements)), by_list=True
    )


def _is_blank(feat: Wanted, result: Result, as_of: int) -> bool:
    """Whether the result lacks the mark or the place that the feat is about."""
    no_mark = feat.mark is not None and result.mark is None
    return no_mark or (feat.place is not None and result.place_as_of(as_of) is None)


def _listed(truth: Truth, mark: Range, setting: Setting, as_of: int) -> str | None:
    """The list of all performances that reaches down to the mark, on the day or when the setting's window closed."""
    bound = mark.high if truth.events[setting.event or ""].better == "lower" else mark.low
    if bound is None:
        return None
    for day in dict.fromkeys((as_of, min(as_of, setting.end or as_of))):
        listed = completeness.listed(truth, "marks", on_list(truth, setting), bound, day)
        if listed is not None:
            return listed[0].id
    return None


def _beats(truth: Truth, opponent: str, result: Result, as_of: int) -> bool | None:
    """Who is not known to have been in the race was not beaten in it only where everybody who was is known."""
    for rival in field(truth, result, as_of):
        if rival.athlete == opponent:
            return False if rival.status == "DNS" else ahead(truth, result, rival, as_of)
    then = Setting(event=result.event, start=result.date.low, end=result.date.high)
    everybody = result.finishers_complete or completeness.meetings(truth, (result.athlete, opponent), then, as_of)
    return False if everybody else None


def _lies(result: Result, actual: Range | None, bound: Range) -> bool | None:
    """Whether the place or mark lies inside the bound; who did not finish has none."""
    if result.status != "finished":
        return False
    if actual is None:
        return None
    if clear(actual, bound):
        return False
    return True if meet(actual, bound) == actual else None


def _before(left: Range, right: Range) -> bool | None:
    """Whether the one is smaller for certain; None where they overlap."""
    if left.high is None or right.low is None or left.low is None or right.high is None:
        return None
    if left.high < right.low:
        return True
    return False if right.high < left.low else None


def _text(some: Range) -> str:
    return f"{'' if some.low is None else some.low}..{'' if some.high is None else some.high}"
