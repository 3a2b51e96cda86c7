"""Answers about who is who, kept in a file beside the pack so that each question is asked once.

`identities.toml` has `[[athlete]]` tables: the name as printed (with sex, nation or birth date if they are needed to
identify the person), and `is`: the id of an athlete, or "another person", who is none of those with such a name.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from harness.curate.person_names import name_key, read_name

FILE = "identities.toml"
ANOTHER = "another person"
_FIELDS = ("name", "sex", "nation", "born", "is")
_HEAD = "# Who is who: the answers given to `harness truth add`, read again by every later run.\n"


class IdentityAnswer(NamedTuple):
    """One answer: whom a printed name means."""

    name: str
    who: str
    sex: str | None = None
    nation: str | None = None
    born: str | None = None

    def fits(self, sex: str, nation: str | None, born: str | None) -> bool:
        return self.sex in (None, sex) and self.nation in (None, nation) and self.born in (None, born)


class Identities:
    """The answers by the key of the name; what is new is written at the end of the file."""

    def __init__(self, answers: list[IdentityAnswer]) -> None:
        self.answers = answers
        self._by_key: dict[str, list[IdentityAnswer]] = {}
        for answer in answers:
            self._by_key.setdefault(name_key(read_name(answer.name).printed), []).append(answer)

    def answer(self, key: str, sex: str, nation: str | None, born: str | None) -> IdentityAnswer | None:
        return next((answer for answer in self._by_key.get(key, ()) if answer.fits(sex, nation, born)), None)


def read_identities(path: Path, same: tuple[str, ...] = (), another: tuple[str, ...] = ()) -> Identities:
    """The answers of the command line, then the file's, the latest first: a later answer puts an earlier one right.

    ValueError says what is wrong.
    """
    answers = [*(_same(text) for text in same), *(_another(text) for text in another)]
    return Identities([*answers, *reversed(_from_file(path))])


def with_answers(path: Path, same: tuple[str, ...], another: tuple[str, ...]) -> str | None:
    """The file's text with the answers of the command line; None where these are what it says last."""
    latest = {answer._replace(who=""): answer.who for answer in _from_file(path)}
    answers = [*map(_same, same), *map(_another, another)]
    new = [answer for answer in answers if latest.get(answer._replace(who="")) != answer.who]
    if not new:
        return None
    before = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    return before + "".join(_table(answer) for answer in new)


def _table(answer: IdentityAnswer) -> str:
    values = zip(_FIELDS, (answer.name, answer.sex, answer.nation, answer.born, answer.who), strict=True)
    return "\n[[athlete]]\n" + "".join(f"{field} = {_quoted(value)}\n" for field, value in values if value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(letter if letter >= " " else f"\\u{ord(letter):04x}" for letter in escaped) + '"'


def _from_file(path: Path) -> list[IdentityAnswer]:
    if not path.exists():
        return []
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    rows = whole.get("athlete", [])
    answers = []
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        texts = isinstance(row, dict) and all(isinstance(value, str) for value in row.values())
        if not texts or row.keys() - set(_FIELDS) or not {"name", "is"} <= row.keys():
            raise ValueError(
                f"{path}: athlete {number}: texts 'name' and 'is', and 'sex', 'nation', 'born' where needed"
            )
        answers.append(IdentityAnswer(row["name"], row["is"], row.get("sex"), row.get("nation"), row.get("born")))
    return answers


def _same(text: str) -> IdentityAnswer:
    name, equals, who = (part.strip() for part in text.partition("="))
    if not name or not equals or not who:
        raise ValueError(f"{text!r} is not NAME=ATHLETE, such as 'Kamar Etiang=kamar-etyang'")
    return _described(name, who)


def _another(text: str) -> IdentityAnswer:
    if not text.strip():
        raise ValueError("--another needs a name as the table prints it, such as --another 'Kamar Etrang'")
    return _described(text.strip(), ANOTHER)


def _described(name: str, who: str) -> IdentityAnswer:
    """The name with what stands in brackets behind it: "Ann Berg (women, NOR, 1990-02-03)"."""
    bare, bracket, inside = name.partition("(")
    if not bracket:
        return IdentityAnswer(name, who)
    parts = [part.strip() for part in inside.rstrip(") ").split(",")]
    sex = next((part for part in parts if part in ("men", "women", "mixed")), None)
    born = next((part for part in parts if part[:4].isdigit()), None)
    nation = next((part for part in parts if len(part) == 3 and part.isupper() and part.isalpha()), None)
    return IdentityAnswer(bare.strip(), who, sex, nation, born)
