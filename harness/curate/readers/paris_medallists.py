"""Medallists as Paris 2024 published them: medal_date, medal_type, name, gender, country_code, discipline, event, ...

A row of a team names a member: the medal is the team's, and its members are those of all its rows.
"""

from __future__ import annotations

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, RowText, SourceFile, share_of, with_columns

TITLE = "medallists, as Paris 2024 published them"

_MADE = ("whose sex", "own sex", "whose", "is team", "of whom")
_SEXES = {"M": "men", "W": "women", "X": "mixed", "O": "mixed"}


def sure(source: SourceFile) -> float:
    needed = {"medal_date", "medal_type", "name", "gender", "country_code", "discipline", "event"}
    return share_of(source.columns, needed, {"birth_date", "code_athlete"})


def read(source: SourceFile) -> Read:
    table = source.table
    assert table is not None
    used = {"medal_date": "date", "medal_type": "medal", "country_code": "athlete_nation", "birth_date": "born",
            "code_athlete": "athlete_id", "whose sex": "sex", "own sex": "athlete_sex", "whose": "athlete",
            "is team": "team", "of whom": "member"}  # fmt: skip
    wishes = Wishes(
        {name: used.get(name, "") for name in (*source.columns, *_MADE)},
        {"edition": "Olympic Games Paris 2024", "round": "final"},
        {"event": "{discipline} {event}"},
    )
    return Read(with_columns(table, _MADE, _made, beside="name"), wishes)


def _made(text: RowText) -> tuple[str, ...]:
    """The race's sex and the athlete's, the athlete or the team, whether it is one, and its member."""
    name, team, gender = text("name"), text("team"), text("gender")
    own = {"Male": "men", "Female": "women"}.get(gender, "")
    sex = _SEXES.get(text("team_gender")) or own or gender
    return (sex, own, team, "yes", name) if team else (sex, own, name, "", "")
