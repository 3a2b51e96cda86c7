"""Whose result a row is: an athlete's, or a team's with those of its members that the row names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from harness.curate.entry import Entry
from harness.curate.lexicon import PackNames
from harness.curate.parse_cells import Values
from harness.curate.person_names import ImportedName, plain_name, read_name
from harness.curate.table import Cell
from harness.names import fold

_BETWEEN_MEMBERS = re.compile(r"\s*[,/]\s*|\s+(?:and|&)\s+")  # where no semicolon stands: "Berg, Ida; Moe, Eva"

_CODE = re.compile("[A-Z]{3}")


class RowPerson(NamedTuple):
    """An athlete or team as the row tells it: name, own sex, nation, birth, and number in its source."""

    name: ImportedName
    sex: str
    nation: str | None
    born: str | None
    number: str | None
    team: bool = False


def row_person(cells: dict[str, Cell], values: Values, lexicon: PackNames, style: str | None) -> RowPerson:
    """Whose result it is; ValueError where no id can be made of the name, or the athlete is not of the race's sex."""
    text = cells["athlete"].text
    named = nation_named(text, lexicon) or (_nation_coded(text, lexicon) if _of_teams(values, lexicon) else None)
    team = bool(values.get("team")) or named is not None
    if team and (text == values.get("athlete_nation") or (named is not None and _CODE.fullmatch(text))):
        text = lexicon.shown(named or text)  # a national team by its code
    known = lexicon.truth.athletes.get(text)
    if known is not None:
        text = known.name
    if "given" in cells:
        text = f"{text}, {cells['given'].text}"
    name = team_name(text) if team else read_name(text, values.get("athlete_nation"), style)
    if not name.key:
        raise ValueError(f"{text!r} has no letters of a name that an id can be made of")
    if team and ("member" in cells or "members" in cells):
        return RowPerson(name, values["sex"], values.get("athlete_nation") or named, None, None, team)
    nation = values.get("athlete_nation") or (named if team else None)
    return RowPerson(name, _own_sex(values), nation, values.get("born"), _number(cells, values), team)


def team_name(text: str) -> ImportedName:
    plain = plain_name(text).strip()
    return ImportedName(plain, (), fold(plain))


def row_members(whose: RowPerson, cells: dict[str, Cell], values: Values, style: str | None) -> list[RowPerson]:
    """The members that the row names, none where their sex is not told; ValueError where it names some of no team."""
    listed = cells["members"].text if "members" in cells else ""
    split = listed.split(";") if ";" in listed else _BETWEEN_MEMBERS.split(listed)
    texts = [cells["member"].text] if "member" in cells else [text.strip() for text in split if text.strip()]
    if not texts:
        return []
    if not whose.team:
        raise ValueError(
            f"{whose.name.printed!r} has members and is no team: a column or --set team=yes says that it is"
        )
    sex = _own_sex(values)
    if sex == "mixed":
        if "member" in cells:
            raise ValueError("the sex of this member of a mixed team is not given: a column athlete_sex gives it")
        return []
    names = [read_name(text, whose.nation, style) for text in texts]
    born, number = (values.get("born"), _number(cells, values)) if "member" in cells else (None, None)
    return [RowPerson(name, sex, whose.nation, born, number) for name in names]


def replace_person(entry: Entry, member: RowPerson) -> Entry:
    """A copy of the team's entry for one of its members."""
    return replace(
        entry, name=member.name, sex=member.sex, nation=member.nation, born=member.born, number=member.number,
        team=False, member_of=entry, result={},
    )  # fmt: skip


def nation_named(text: str, lexicon: PackNames) -> str | None:
    """The nation whose name this is: a team's."""
    if len(text) <= 3:
        return None
    try:
        return lexicon.nation_called(text)
    except ValueError:
        return None


def _of_teams(values: Values, lexicon: PackNames) -> bool:
    event = lexicon.events.get(values["event"])
    return bool(values.get("team")) or (event is not None and (event.team or event.legs is not None))


def _nation_coded(text: str, lexicon: PackNames) -> str | None:
    """The nation whose code this is, where only teams compete: elsewhere three capitals may be somebody's name."""
    if _CODE.fullmatch(text) is None:
        return None
    try:
        return lexicon.nation(text)
    except ValueError:
        return None


def _own_sex(values: Values) -> str:
    """The athlete's own sex: in a mixed race a column of its own tells it."""
    own, race = str(values.get("athlete_sex") or values["sex"]), str(values["sex"])
    if {own, race} == {"men", "women"}:
        raise ValueError(f"the athlete competes with the {own}, this row is of the {race}")
    return own


def _number(cells: dict[str, Cell], values: Values) -> str | None:
    if "athlete_id" in cells:
        return cells["athlete_id"].text
    if "bib" in cells:
        return f"{values.get('city') or values.get('edition')} {values['date']} bib {cells['bib'].text}"
    return None
