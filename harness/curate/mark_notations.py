"""Marks as sources write them: 10.6w, 10.60+2.9, 20-08.25, 00:01:04.930000, NH, 3:27.79 NR; in the pack's own form.

The field's notations: World Athletics Technical Rules (h hand time, A altitude, i indoors, w wind), Hy-Tek's Meet
Manager (feet-inches with a dash, ND, NH, FOUL), databases that keep times as text of a time of day.
"""

from __future__ import annotations

import re
from typing import Any

from harness.curate.written_words import STATUSES as STATUS_WORDS
from harness.names import fold
from harness.truth.lint import is_plausible, units_of
from harness.truth.pack import Event
from harness.values import RECORD_LETTERS

STATUSES = {
    "DNF": "DNF did not finish ab abd abandon retired ret r dnc",
    "DNS": "DNS did not start ns wdr withdrew nc scratched scr",
    "DQ": "DQ dsq disq disqualified dqb dis",
    "NM": "NM nh nd no mark no height no distance no valid mark x f foul fouled",
}
STYLES = ("decimal minutes", "decimal seconds", "lost zeros", "centimetres")

_PHRASES = ("did not finish", "did not start", "no mark", "no height", "no distance", "no valid mark")
_STATUS = {
    word: status
    for status, words in STATUSES.items()
    for word in [
        *(phrase for phrase in _PHRASES if phrase in words),
        *re.sub("|".join(_PHRASES), " ", words.lower()).split(),
    ]
}
_FLAGS = re.compile(rf"(?:[ (]+|(?<=[0-9]))(?:{RECORD_LETTERS}|=?(?:Q|q|qR|qJ))\)?\Z")
_WIND = re.compile(r"[ (]*([+-][0-9]{1,2}[.,][0-9])(?: ?m/s)?\)?\Z")
_DISQUALIFIED = re.compile(r"(?P<before>[0-9:.]*) ?(?:DQ|DSQ)\b.*")
_EXPLAINED = re.compile(r"(?P<status>DNF|DNS)(?: *[-–/,:] *| *\()(?P<why>[^()]*[^() ])\)?")
_NO_WIND = re.compile(r"[ (]+NW[IR]\)?\Z")
_IN_FEET_TOO = re.compile(r"([0-9]+[.,][0-9]+ ?m?) *\([0-9]{1,3}(?:-|' ?)[0-9./ ]+[\"']{0,2}\)")
_CLOCK = re.compile(r"(?:0+ days? )?([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?")
_UNIT = re.compile(r"(?<=[0-9]) *(?:sek|sec|sekunden|pkt|punkte|punti|puntos)\.?\Z", re.I)
_THOUSANDS = re.compile(r"[1-9][0-9]?\.[0-9]{3}")
_BARE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_FEET_DASH_INCHES = re.compile(r"([0-9]{1,3})-([0-9]{1,2})(?:\.([0-9]{1,2}))?")
_FEET_AND_INCHES = re.compile(r"([0-9]{1,3})' ?([0-9]{1,2})(?:\.([0-9]{1,2}))?(?:\"|'')?")
_QUARTERS = {"": "", "0": "", "00": "", "25": " 1/4", "5": " 1/2", "50": " 1/2", "75": " 3/4"}
_SUFFIXES: dict[str, dict[str, Any]] = {
    "w": {"assisted": True}, "W": {"assisted": True}, "A": {"note": "at altitude"}, "i": {"indoor": True},
    "+": {"en_route": True}, "*": {"note": "marked * in the source"},
    "#": {"note": "marked # in the source"}, "h": {},
}  # fmt: skip


def status_of(text: str) -> str | None:
    """DNF, DNS, DQ or NM, where the cell says so in any of the usual words."""
    return _STATUS.get(" ".join(text.lower().replace(".", "").split())) or STATUS_WORDS.get(fold(text.replace(".", "")))


def read_mark_cell(text: str, event: Event, style: str | None = None) -> dict[str, Any]:
    """The mark (or status) with what is written beside it: wind, assisted, indoor, en_route, note. ValueError else."""
    text = text.strip().replace("\u2212", "-")
    status = status_of(text)
    if status is not None:
        return {"status": status}
    disqualified = _DISQUALIFIED.fullmatch(text)
    if disqualified is not None:
        before = {"note": f"disqualified with {disqualified['before']}"} if disqualified["before"] else {}
        return {"status": "DQ", **before}
    explained = _EXPLAINED.fullmatch(text)
    if explained is not None:
        return {"status": explained["status"], "note": explained["why"].strip()}
    values: dict[str, Any] = {}
    bare = _without_flags(text, values, event)
    mark = _plain(bare, event, style)
    units = units_of(mark, event) if mark else None
    if units is None:
        raise ValueError(f"{text!r} is not an exact {event.measure}")
    if not is_plausible(units, event):
        raise ValueError(f"{text} cannot be a mark of {event.name} ({' to '.join(event.plausible)})")
    return {"mark": mark, **values}


def _without_flags(text: str, values: dict[str, Any], event: Event) -> str:
    """The figure alone; what stands behind it goes into `values`."""
    if event.measure in ("distance", "height"):
        text = _IN_FEET_TOO.sub(r"\1", text.removeprefix("J"))
    while True:
        text = _NO_WIND.sub("", text).strip()
        if (wind := _WIND.search(text)) is not None and wind.start() > 0 and event.measure in ("time", "distance"):
            values["wind"] = wind[1].replace(",", ".")
            text = text[: wind.start()]
        elif (flag := _FLAGS.search(text)) is not None and flag.start() > 0:
            text = text[: flag.start()]
        elif len(text) > 1 and text[-1] in _SUFFIXES and text[-2] in "0123456789h":
            if text[-1] == "h":
                return text
            values |= _SUFFIXES[text[-1]]
            text = text[:-1]
        else:
            return text


def _plain(text: str, event: Event, style: str | None) -> str:
    if event.measure in ("time", "points"):
        text = _UNIT.sub("", text)
    if event.measure == "time":
        return _time(text.replace(",", "."), event, style)
    if event.measure in ("distance", "height"):
        return _length(text, style)
    return _points(text.removesuffix(".0"), event)


def _points(text: str, event: Event) -> str:
    """8.891 are 8891 points where no mark of the event is anywhere near 8.891, and 14.166 are what they say."""
    joined = text.replace(".", "")
    plain, thousands = units_of(text, event), units_of(joined, event)
    if _THOUSANDS.fullmatch(text) and plain is not None and thousands is not None and not is_plausible(plain, event):
        return joined
    return text


def _time(text: str, event: Event, style: str | None) -> str:
    clock = _CLOCK.fullmatch(text)
    if clock is not None:
        return _from_clock(*clock.groups())
    if style in ("decimal minutes", "decimal seconds") and _BARE.fullmatch(text):
        return _from_decimals(text, minutes=style == "decimal minutes")
    if style == "lost zeros":
        whole, _, decimals = text.partition(".")
        return f"{whole}.{decimals.ljust(2, '0')}"
    if _BARE.fullmatch(text) and "." in text and float(text) >= 60:
        return _from_decimals(text, minutes=False)
    return text


def _from_clock(hours: str, minutes: str, seconds: str, fraction: str | None) -> str:
    """00:01:04.930000 is 1:04.93: no leading zeros, and no more decimals than say something."""
    decimals = (fraction or "").rstrip("0")
    decimals = decimals.ljust(2, "0") if fraction is not None and len(fraction) >= 2 else (fraction or "")
    tail = f".{decimals}" if decimals else ""
    if int(hours):
        return f"{int(hours)}:{minutes}:{seconds}{tail}"
    return f"{int(minutes)}:{seconds}{tail}" if int(minutes) else f"{int(seconds)}{tail}"


def _from_decimals(text: str, *, minutes: bool) -> str:
    """ "85.25" minutes are 1:25:15 (two decimals of a minute tell no less than a second); "113.28" seconds 1:53.28."""
    whole, _, decimals = text.partition(".")
    if minutes:
        total = (int(whole + decimals.ljust(2, "0")[:2]) * 60 + 50) // 100
        tail = ""
    else:
        total, tail = int(whole), f".{decimals.ljust(2, '0')}" if decimals else ""
    hours, rest = divmod(total, 3600)
    clock = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
    return (clock if total >= 60 else str(total)) + tail


def _length(text: str, style: str | None) -> str:
    feet = _FEET_DASH_INCHES.fullmatch(text) or _FEET_AND_INCHES.fullmatch(text)
    if feet is not None:
        part = _QUARTERS.get((feet[3] or "").rstrip("0") if feet[3] not in (None, "0", "00") else "")
        if part is None:
            raise ValueError(f"{text!r}: inches are whole or end in a quarter (.25, .5, .75)")
        return f"{int(feet[1])}' {int(feet[2])}{part}\""
    text = text.replace(",", ".")
    if style == "lost zeros" and _BARE.fullmatch(text):
        whole, _, decimals = text.partition(".")
        return f"{whole}.{decimals.ljust(2, '0')}"
    if style == "centimetres" and text.isdigit():
        return f"{int(text) // 100}.{int(text) % 100:02}"
    return text


def guess_style(texts: list[str], event: Event) -> str | None:
    """How the figures of a whole column are written, where nothing but one style makes marks of the event of them.

    Only the column can tell: 85.25 alone is no mark of a marathon, and 37.1 among 37.04 and 37.12, with no figure
    anywhere that ends in a zero, has lost one to a spreadsheet.
    """
    figures = [text.replace(",", ".") for text in texts if _BARE.fullmatch(text.replace(",", "."))]
    if not figures:
        return None
    if event.measure == "time" and len(figures) == len([text for text in texts if status_of(text) is None]):
        for style in (None, "decimal minutes"):
            if all(_fits(text, event, style) for text in figures):
                if style is not None:
                    return style
                break
    if event.measure == "points":
        return None
    decimals = [text.partition(".")[2] for text in figures]
    short = [part for part in decimals if len(part) < 2]
    two = [part for part in decimals if len(part) == 2]
    if short and len(two) > len(short) and not any(part.endswith("0") for part in two):
        return "lost zeros"
    return None


def _fits(text: str, event: Event, style: str | None) -> bool:
    try:
        read_mark_cell(text, event, style)
    except ValueError:
        return False
    return True
