"""The meaning of a cell, field by field: ids for names, dates and rounds in the pack's own form. Errors are
ValueErrors.

A cell may contain more than its field: the place "3sf1" gives the round too, and "Oslo (NOR) (i)" city, nation and
indoors.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from harness.curate.date_notations import read_day
from harness.curate.entered import ENTERED
from harness.curate.lexicon import PackNames
from harness.curate.mark_notations import status_of
from harness.curate.round_notations import read_round_cell
from harness.curate.venues import read_where
from harness.curate.written_words import ANSWERS, SEXES
from harness.names import fold

Values = dict[str, Any]

QUALIFIED = {"Q": "Q", "q": "q", "qR": "qR", "qJ": "qJ", "Re": "qR", "QF": "Q", "qF": "q"}
_LONGEST = 200  # letters of a cell that a pack takes
_SEXES = {
    "m": "men", "male": "men", "man": "men", "men's": "men", "w": "women", "f": "women",
    "female": "women", "woman": "women", "women's": "women", "x": "mixed", "o": "mixed", "open": "mixed",
}  # fmt: skip
_MEDALS = {"gold": 1, "silver": 2, "bronze": 3, "g": 1, "s": 2, "b": 3}
_PLACE = re.compile(r"(?:=|T|W|#)?([1-9][0-9]{0,5})(?:\.0{0,2}|=|st|nd|rd|th|T|[ºª°]|er|e|ère|ème)?(?: */ *[0-9]+)?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[.,'’ \u00a0\u202f])[0-9]{3}\.?")  # a place has no decimals
_PLACE_AND_ROUND = re.compile(r"(?P<place>[1-9][0-9]{0,3})?(?P<round>[a-z]{1,2})(?P<number>[0-9]{0,2})")
_ROUND_CODES = {
    "f": "final", "h": "heat", "sf": "semifinal", "qf": "quarterfinal", "q": "heat", "r": "", "rr": "repechage",
    "pr": "heat", "ce": "", "sr": "", "er": "", "rA": "",
}  # fmt: skip
_SECTIONED = {"q": "qualifying ", "pr": "preliminary ", "ce": "combined events ", "sr": "", "er": "extra ", "r": ""}
_STORM = 15  # metres a second in which nobody runs: 29 stands for 2.9
_UNMEASURED = ("nwi", "nwr", "no wind", "n.w.i.")  # no wind information
_WIND = re.compile(r"[+-]?[0-9]{1,2}(?:[.,][0-9])?")


def read_cell(field: str, text: str, lexicon: PackNames, style: str | None = None) -> Values:
    """What the cell says, by field; ValueError says what is wrong with it."""
    if len(text) > _LONGEST:
        raise ValueError(f"{len(text)} letters: a pack takes {_LONGEST} at most")
    if field in ("date", "born"):
        return {field: read_day(text, style)}
    reader = _READERS.get(field)
    return reader(text, lexicon) if reader is not None else {field: text}


def _sex(text: str, _lexicon: PackNames) -> Values:
    sex = _SEXES.get(text.lower()) or SEXES.get(fold(text)) or text.lower()
    if sex not in ("men", "women", "mixed"):
        raise ValueError(f"{text!r} is not men, women or mixed")
    return {"sex": sex}


def _yes_or_no(field: str) -> Callable[[str, PackNames], Values]:
    def read(text: str, _lexicon: PackNames) -> Values:
        answer = ANSWERS.get(fold(text)) or text.lower()
        if answer not in ("yes", "true", "1", "y", "t", "no", "false", "0", "n", "f", "i", "w"):
            raise ValueError(f"{text!r} is neither yes nor no")
        return {field: answer in ("yes", "true", "1", "y", "t", "i", "w")}

    return read


def read_place(text: str) -> Values:
    """The place, with the round where it is written beside it (3sf1), or the status in its stead."""
    if (grouped := _THOUSANDS.fullmatch(text)) is not None:
        if grouped["mark"] == "." and text.rstrip(".").endswith(".000"):
            whole, thousands = text[: text.index(".")], re.sub("[^0-9]", "", text)
            raise ValueError(f"{text!r} may be {whole} with decimals, or {thousands}: write it without the point")
        return {"place": int(re.sub("[^0-9]", "", text))}
    plain = _PLACE.fullmatch(text)
    if plain is not None:
        return {"place": int(plain[1])}
    status = status_of(text)
    if status is not None:
        return {"status": status}
    if (medal := _MEDALS.get(text.lower().removesuffix(" medal"))) is not None:
        return {"place": medal}
    coded = _PLACE_AND_ROUND.fullmatch(text)
    if coded is not None and coded["round"] in _ROUND_CODES:
        return _coded(coded["place"], coded["round"], coded["number"])
    raise ValueError(f"{text!r} is not a place")


def _coded(place: str | None, code: str, number: str) -> Values:
    values: Values = {"place": int(place)} if place else {}
    base = _ROUND_CODES[code]
    if code in _SECTIONED and (number or code not in ("r", "sr", "q")):
        values["section"] = (_SECTIONED[code] + (number or "1")).strip()
        values["round"] = base
    elif base == "final" and number:
        values |= {"round": "final", "section": number}
    else:
        values["round"] = f"{base} {number}".strip() if base else ""
    return {field: value for field, value in values.items() if value != "" or field == "round"}


def _where(text: str, lexicon: PackNames) -> Values:
    values = read_where(text)
    return values | ({"country": lexicon.nation(values["country"])} if "country" in values else {})


def _medal(text: str, _lexicon: PackNames) -> Values:
    place = _MEDALS.get(text.lower().removesuffix(" medal")) or {"1": 1, "2": 2, "3": 3}.get(text)
    if place is None:
        raise ValueError(f"{text!r} is not gold, silver or bronze")
    return {"medal": place}


def _status(text: str, _lexicon: PackNames) -> Values:
    if text.lower() in ENTERED:
        return {"status": text.lower()}
    status = status_of(text)
    if status is None and fold(text) not in ("ok", "finished", "finisher"):
        raise ValueError(f"{text!r} is not DNF, DNS, DQ or NM")
    return {"status": status} if status is not None else {}


def _wind(text: str, _lexicon: PackNames) -> Values:
    if text.lower() in _UNMEASURED:
        return {}
    text = text.replace("\u2212", "-").removesuffix("m/s").strip()
    if not _WIND.fullmatch(text):
        raise ValueError(f"{text!r} is not a wind reading such as +2.9")
    if abs(float(text.replace(",", "."))) > _STORM:
        raise ValueError(f"{text!r} metres a second is too much for a wind reading such as +2.9")
    return {"wind": _signed(text.replace(",", "."))}


def _signed(text: str) -> str:
    text = text if "." in text else f"{text}.0"
    return text if text[0] in "+-" or float(text) == 0 else f"+{text}"


def _qualified(text: str, _lexicon: PackNames) -> Values:
    if text not in QUALIFIED:
        raise ValueError(f"{text!r} is not Q, q, qR, qJ")
    return {"qualified": QUALIFIED[text]}


def _sources(text: str, lexicon: PackNames) -> Values:
    listed = dict.fromkeys(re.split(r"[;\s]+", text.strip("; ")))
    return {"sources": tuple(lexicon.source(source) for source in listed)}


def _legs(text: str, lexicon: PackNames) -> Values:
    """Who ran each leg, told by the id or the whole name of somebody in the pack, and the time or "-"."""
    runners = _of_people(text, lexicon, "a leg is an id or a whole name, and a time or -")
    return {"members": [who for who, _ in runners], "legs": [time for _, time in runners]}


def _scorers(text: str, lexicon: PackNames) -> Values:
    """Who scored how many: "Mia Falk 2; Ann Lee 1"."""
    what = "a scorer is an id or a whole name, and a number"
    scored = _of_people(text, lexicon, what)
    return {"scorers": {who: _number(number, what) for who, number in scored}}


def _of_people(text: str, lexicon: PackNames, what: str) -> list[tuple[str, str]]:
    """The ids of people who are in the pack, each with what stands behind the name."""
    listed = []
    for part in _listed(text):
        who, _, behind = part.rpartition(" ")
        people = lexicon.truth.athletes.values()
        called = [person.id for person in people if who == person.id or fold(who) == fold(person.name)]
        if len(called) != 1:
            why = f"may be {' or '.join(called)}" if called else "is nobody in the pack"
            raise ValueError(f"{who or part!r} {why}: {what}")
        listed.append((called[0], behind))
    return listed


def _number(text: str, what: str) -> int:
    if not re.fullmatch("[0-9]{1,4}", text):
        raise ValueError(f"{text!r} is not a number: {what}")
    return int(text)


_ENDS = {
    **dict.fromkeys(("regular time", "normal time", "full time", "regulation", "90 minutes", "ft"), "regular time"),
    **dict.fromkeys(("extra time", "overtime", "120 minutes", "aet", "a e t", "et", "ot"), "extra time"),
}


def _decided(text: str, _lexicon: PackNames) -> Values:
    """After what the match ended."""
    words = fold(text).removeprefix("after ")
    if words not in _ENDS:
        raise ValueError(f"{text!r} is neither regular time nor extra time; a shoot-out has a column")
    return {"decided": _ENDS[words]}


def _sets(text: str, _lexicon: PackNames) -> Values:
    return {"sets": [_number(part, "the points of each set, 6; 3; 7") for part in _listed(text)]}


def _pairs(text: str, what: str) -> dict[str, str]:
    """ "800m 3; bell 2": what stands before the last blank of each part, and what stands behind it."""
    pairs = [part.rpartition(" ") for part in _listed(text)]
    if wrong := next((before + behind for before, _, behind in pairs if not before), None):
        raise ValueError(f"{wrong!r} is not {what}")
    return {before.strip(): behind for before, _, behind in pairs}


def _tries(text: str, _lexicon: PackNames) -> Values:
    tries = {height: tried.lower() for height, tried in _pairs(text, "a height and its tries, 1.92 xo").items()}
    if wrong := next((tried for tried in tries.values() if not re.fullmatch("[xo-]{1,3}", tried)), None):
        raise ValueError(f"{wrong!r} are not the tries at a height, such as o, xo, xx- or xxx")
    return {"tries": tries}


def _order(text: str, _lexicon: PackNames) -> Values:
    what = "a point on the way and the place there, 800m 3"
    return {"order": {_point(at): _number(place, what) for at, place in _pairs(text, what).items()}}


def _point(text: str) -> str:
    """A point as results keep it: "800m", "bell", "3lap", the id of a part of a combined event."""
    point = text.lower().replace(" ", "-" if text[:1].isalpha() else "")
    if not re.fullmatch(r"[1-9][0-9]*m|bell|[1-9][0-9]?lap|[a-z][a-z0-9.-]*", point):
        raise ValueError(f"{text!r} is no point on the way: 800m, 3lap (laps run), bell, or a part just over")
    return point


def _attempts(text: str, _lexicon: PackNames) -> Values:
    return {"attempts": [part.lower() if len(part) == 1 else part for part in _listed(text)]}


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.strip("; ").split(";")]


def _overall(text: str, _lexicon: PackNames) -> Values:
    values = read_place(text)
    if "place" not in values:
        raise ValueError(f"{text!r} is not a place")
    return {"overall": values["place"]}


_READERS: dict[str, Callable[[str, PackNames], Values]] = {
    "sex": _sex,
    "athlete_sex": lambda text, lexicon: {"athlete_sex": _sex(text, lexicon)["sex"]},
    "edition": lambda text, lexicon: {"edition": lexicon.edition(text)},
    "round": lambda text, _lexicon: read_round_cell(text),
    "where": _where,
    "country": lambda text, lexicon: {"country": lexicon.nation(text)},
    "athlete_nation": lambda text, lexicon: {"athlete_nation": lexicon.nation(text)},
    "indoor": _yes_or_no("indoor"),
    "assisted": _yes_or_no("assisted"),
    "list": _yes_or_no("list"),
    "team": _yes_or_no("team"),
    "place": lambda text, _lexicon: read_place(text),
    "medal": _medal,
    "status": _status,
    "wind": _wind,
    "qualified": _qualified,
    "legs": _legs,
    "attempts": _attempts,
    "tries": _tries,
    "order": _order,
    "stopped": lambda text, _lexicon: {"stopped": _point(text)},
    "pacemaker": _yes_or_no("pacemaker"),
    "sets": _sets,
    "decided": _decided,
    "shootout": lambda text, _lexicon: {"shootout": _number(text, "the points in the shoot-out")},
    "scorers": _scorers,
    "overall": _overall,
    "sources": _sources,
}  # fmt: skip
