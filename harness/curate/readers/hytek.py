"""Meet results as Hy-Tek's Meet Manager prints them: "Event 12  Men 100 Meter Dash", then a line for each athlete.

 1 Smith, John              12 Somewhere            10.52Q  1.2  3
-- Jones, Bo                11 Elsewhere              DNF
"""

from __future__ import annotations

import re

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, made_table

TITLE = "meet results in text, as Hy-Tek's Meet Manager prints them"

_HEADER = ["event", "sex", "round", "athlete", "note", "mark", "place", "wind", "qualified"]
_EVENT = re.compile(
    r"(?:Event +[0-9]+ +)?(?P<sex>Men|Women|Boys|Girls)(?:'s)? (?P<event>[0-9A-Za-z][^=]*?)(?: +\(.*\))?"
)
_LINE = re.compile(
    r" {0,3}(?P<place>[0-9]{1,3}|--) +(?:#? *[0-9]+ +)?(?P<name>[^\W0-9_][^0-9]*?, ?[^0-9]+?|[^\W0-9_][^0-9]+?)"
    r"  +(?:(?P<year>[0-9]{1,2}|FR|SO|JR|SR) )? *(?P<team>[^\W0-9_].*?)"
    r"  +(?:(?:NT|[0-9:.]+m?|[0-9]+-[0-9.]+) +)??"
    r"(?P<mark>[xXJ]?(?:[0-9]+-[0-9.]+|[0-9:]*[0-9]+\.[0-9]+m?|[0-9]{3,5}|DNF|DNS|DQ|FOUL|NH|ND|NM|SCR))"
    r"(?P<qualified>[Qq])?(?: +(?P<wind>[+-]?[0-9]\.[0-9]|NWI))?(?: +[0-9.]+)*\s*"
)
_ROUND = re.compile(r" *(?P<round>Preliminaries|Finals|Semi-?[Ff]inals|Heat +[0-9]+.*|Section +[0-9]+.*)\s*")
_EVENTS = ((r" ?meters?\b", "m"), (r" (?:dash|run)\b", ""), (r"m hurdles", "m hurdles"), (r"\bhigh school\b", ""))


def sure(source: SourceFile) -> float:
    text = source.raw[:4000].decode("utf-8", "replace")
    if "Meet Manager" in text or "MEET MANAGER" in text:
        return 0.99
    events = len(re.findall(r"^Event +[0-9]+ +(?:Men|Women|Boys|Girls)", text, re.MULTILINE))
    return 0.9 if events else 0.0


def read(source: SourceFile) -> Read:
    rows: list[tuple[int, list[str]]] = []
    event = sex = round_ = ""
    for number, line in enumerate(source.raw.decode("utf-8", "replace").splitlines(), 1):
        if (title := _EVENT.fullmatch(line.strip())) is not None:
            event, sex, round_ = _plain(title["event"]), title["sex"], ""
        elif (part := _ROUND.fullmatch(line)) is not None:
            round_ = _round(part["round"], round_)
        elif event and (result := _LINE.fullmatch(line)) is not None:
            wind = result["wind"] if result["wind"] not in (None, "NWI") else ""
            place = "" if result["place"] == "--" else result["place"]
            mark = result["mark"].lstrip("xXJ") if result["mark"][1:2].isdigit() else result["mark"]
            whose = {"Boys": "men", "Girls": "women"}.get(sex, sex)
            people = [result["name"].strip(), result["team"].strip()]
            rows.append((number, [event, whose, round_, *people, mark, place, wind, result["qualified"] or ""]))
    return Read(made_table(str(source.path), _HEADER, rows), Wishes({}, {}))


def _plain(event: str) -> str:
    name = event.strip().lower()
    for pattern, plain in _EVENTS:
        name = re.sub(pattern, plain, name)
    return " ".join(name.split())


def _round(text: str, before: str) -> str:
    words = text.lower().split()
    if words[0] in ("heat", "section"):
        if before.startswith("final"):
            return f"final {words[1]}"
        return f"{'semifinal' if before.startswith('semi') else 'heat'} {words[1]}"
    return {"p": "heat", "f": "final", "s": "semifinal"}[words[0][0]]
