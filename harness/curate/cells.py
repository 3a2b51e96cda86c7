"""What a cell says, field by field: ids for names, dates and rounds in the pack's own form. A slip is a ValueError."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from harness.model import Unknown
from harness.names import Names, fold, read_round
from harness.values import partial_date

STATUSES = ("DNF", "DNS", "DQ", "NM")
QUALIFIED = ("Q", "q", "qR", "qJ")
_SEXES = {"m": "men", "male": "men", "w": "women", "f": "women", "female": "women"}
_ISO = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_OTHER_DATE = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")


def read_cell(field: str, text: str, names: Names) -> Any:
    """The cell's value for the field; ValueError says what is wrong with it."""
    return _READERS.get(field, _as_it_is)(text, names)


def _as_it_is(text: str, _names: Names) -> str:
    return text


def _named(found: str | Unknown) -> str:
    if isinstance(found, Unknown):
        raise ValueError(found.why)
    return found


def _sex(text: str, _names: Names) -> str:
    sex = _SEXES.get(text.lower(), text.lower())
    if sex not in ("men", "women", "mixed"):
        raise ValueError(f"{text!r} is not men, women or mixed")
    return sex


def _date(text: str, _names: Names) -> str:
    if _ISO.fullmatch(text):
        try:
            partial_date(text)
        except ValueError:
            raise ValueError(f"there is no such date: {text}") from None
        return text
    other = _OTHER_DATE.fullmatch(text)
    if other is None:
        raise ValueError(f"{text!r} is not a date such as 2024-08-06")
    day, month, year = int(other[1]), int(other[2]), other[3]
    either = {f"{year}-{one:02}-{two:02}" for one, two in ((month, day), (day, month)) if one <= 12}
    raise ValueError(f"{text!r} is not a date such as 2024-08-06: write {' or '.join(sorted(either))}")


def _edition(text: str, names: Names) -> str:
    editions = names.truth.editions
    if text in editions:
        return text
    found = [one.id for one in editions.values() if fold(text) in map(fold, (one.name, *one.aliases))]
    if len(found) != 1:
        raise ValueError(f"{text!r} is {'no edition' if not found else 'more than one edition'} of the pack")
    return found[0]


def _round(text: str, _names: Names) -> str:
    round_ = read_round(text)
    if round_ is None:
        raise ValueError(f"{text!r} is not a round: final, semifinal 1, heat 3")
    return round_


def _yes_or_no(text: str, _names: Names) -> bool:
    if text.lower() not in ("yes", "true", "1", "no", "false", "0"):
        raise ValueError(f"{text!r} is neither yes nor no")
    return text.lower() in ("yes", "true", "1")


def _place(text: str, _names: Names) -> int:
    if not re.fullmatch("[1-9][0-9]{0,3}", text):
        raise ValueError(f"{text!r} is not a place")
    return int(text)


def _mark(text: str, _names: Names) -> str:
    return text.upper() if text.upper() in STATUSES else text


def _qualified(text: str, _names: Names) -> str:
    if text not in QUALIFIED:
        raise ValueError(f"{text!r} is not {', '.join(QUALIFIED)}")
    return text


def _sources(text: str, names: Names) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(re.split(r"[;\s]+", text.strip("; "))))
    unknown = [source for source in found if source not in names.truth.sources]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is none of the pack's sources: add it to them first")
    return found


_READERS: dict[str, Callable[[str, Names], Any]] = {
    "event": lambda text, names: text if text in names.truth.events else _named(names.event(text)),
    "sex": _sex,
    "date": _date,
    "born": _date,
    "edition": _edition,
    "round": _round,
    "country": lambda text, names: _named(names.nation(text)),
    "athlete_nation": lambda text, names: _named(names.nation(text)),
    "indoor": _yes_or_no,
    "mark": _mark,
    "place": _place,
    "qualified": _qualified,
    "sources": _sources,
}
