"""Meet results as Hy-Tek's Meet Manager prints them: "Event 12  Girls 100 Meter Dash", a header, a line an athlete.

    Name                    Year School                  Seed     Finals  H# Points
  1 Smith, John               12 Somewhere              10.60     10.52Q  3  10

Names stand under the beginnings of the header's words, figures under their ends. A relay's school is the team, and the
legs below it are its members. School and heat are kept in words: places are of all heats together.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, made_table

TITLE = "meet results in text, as Hy-Tek's Meet Manager prints them"

_FIELDS = ["event", "sex", "round", "athlete", "note", "mark", "place", "wind", "qualified", "team", "members"]
_TEAM = _FIELDS.index("team") - _FIELDS.index("athlete")  # in what `_result` gives
_EVENT = re.compile(
    r"(?:Event +[0-9]+ +)?(?P<sex>Men|Women|Boys|Girls|Mixed)(?:'s)? (?P<event>[0-9A-Za-z][^=]*?)(?: +\(.*\))?"
)
_HEADER = re.compile(r" +(?:Name|School|Team)\b.*\b(?:Finals|Prelims|Semis|Time|Mark)\b.*")
_LINE = re.compile(r" {0,3}(?P<place>[0-9]{1,3}|--) +\S.*")
_LEG = re.compile(r"[0-9]\) (?P<name>[^\W0-9_][^0-9)]*?)(?: +(?:[0-9]{1,2}|FR|SO|JR|SR))?(?=\s{2,}|\s*$)")
_BIB = re.compile(r"#? *[0-9]+ +")
_MARK = re.compile(r"[xXJ]?(?P<mark>[0-9][0-9:.-]*m?|DNF|DNS|DQ|FOUL|NH|ND|NM|SCR)(?P<qualified>[Qq])?[#@*!$%&Rr]*")
_WIND = re.compile(r"[+-]?[0-9]+\.[0-9]")
_ROUND = re.compile(r" *(?P<round>Preliminaries|Finals|Semi-?[Ff]inals|Heat +[0-9]+.*|Section +[0-9]+.*)\s*")
_HELD = re.compile(r" *\S.* - (?P<date>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})\s*")
_OF_EVENTS = (
    (r" ?meters?\b", "m"), (r" (?:dash|run)\b", ""), (r"m hurdles", "m hurdles"), (r"\bhigh school\b", ""),
    (r" +[0-9.]+ ?(?:\"|''|lbs?|kgs?|k|g)$", ""),  # the height of the hurdles, the weight of the shot
)  # fmt: skip
_TOLERANCE = 1  # letters that a figure may end beside the end of its column's name: a mark with a Q behind it
_SHIFT = 6
_FIGURES = ("Finals", "Semis", "Prelims", "Time", "Mark")  # the result stands under the first of these in the header


class _Header(NamedTuple):
    """The words of a header line and where each begins and ends."""

    words: tuple[tuple[str, int, int], ...]

    @property
    def figures(self) -> list[tuple[str, int]]:
        """The columns of figures with their right edges: those behind the school."""
        names = [word for word, *_ in self.words]
        first = names.index("School" if "School" in names else "Team") + 1
        return [(word, end) for word, _, end in self.words[first:]]

    def begins(self, name: str) -> int | None:
        return next((start for word, start, _ in self.words if word == name), None)


def sure(source: SourceFile) -> float:
    text = source.raw[:4000].decode("utf-8", "replace")
    if "Meet Manager" in text or "MEET MANAGER" in text:
        return 0.99
    events = len(re.findall(r"^Event +[0-9]+ +(?:Men|Women|Boys|Girls|Mixed)", text, re.MULTILINE))
    return 0.9 if events else 0.0


def read(source: SourceFile) -> Read:
    rows: list[tuple[int, list[str]]] = []
    event = sex = round_ = date = ""
    header: _Header | None = None
    teams: Counter[tuple[str, ...]] = Counter()
    for number, line in enumerate(source.raw.decode("utf-8", "replace").splitlines(), 1):
        if (title := _EVENT.fullmatch(line.strip())) is not None:
            event, sex, round_ = _plain(title["event"]), title["sex"], ""
        elif _HEADER.fullmatch(line) is not None:
            header = _Header(tuple((word[0], word.start(), word.end()) for word in re.finditer(r"\S+", line)))
        elif (part := _ROUND.fullmatch(line)) is not None:
            round_ = _round(part["round"], round_)
        elif (held := _HELD.fullmatch(line)) is not None and not event:
            date = held["date"]
        elif event and header is not None and _LINE.fullmatch(line):
            result = _result(line, header)
            if result is not None and result[_TEAM]:
                result[0] = _one_of_several(result[0], teams, (event, sex, round_))
            whose = {"Boys": "men", "Girls": "women"}.get(sex, sex)
            rows += [(number, [event, whose, round_, *result])] if result is not None else []
        elif rows and rows[-1][1][-2] and (legs := _LEG.findall(line)):
            rows[-1][1][-1] += "".join(f"{leg.strip()}; " for leg in legs)
    return Read(made_table(str(source.path), _FIELDS, rows), Wishes({}, {"date": date} if date else {}))


def _one_of_several(school: str, teams: Counter[tuple[str, ...]], race: tuple[str, ...]) -> str:
    """The team's name: of the second and later teams of one school in a race with its number."""
    teams[school, *race] += 1
    count = teams[school, *race]
    return school if count == 1 else f"{school} (team {count})"


def _result(line: str, header: _Header) -> list[str] | None:
    """The fields of a line behind the round; None where it has no mark: athlete, school and heat, mark, place, ..."""
    place, rest = line.split(maxsplit=1)
    at = len(line) - len(rest)
    name, year, school = (header.begins(word) for word in ("Name", "Year", "School"))
    school = header.begins("Team") if school is None else school
    figures = header.figures
    if school is None or not figures:
        return None
    tokens = [(token[0], token.end() + max(school, at)) for token in re.finditer(r"\S+", line[max(school, at) :])]
    texts: dict[str, str] = {}
    words: list[str] = []
    for shift in sorted(range(-_SHIFT, _SHIFT + 1), key=abs):  # a line may stand some letters to the left as a whole
        texts, words = _under(tokens, figures, shift)
        if (mark := _MARK.fullmatch(texts.get(_figure(figures), ""))) is not None and not mark[0].isdigit():
            break
    else:
        texts, words = _under(tokens, figures, 0)
        mark = _MARK.fullmatch(texts.get(_figure(figures), ""))
    if mark is None:
        return None
    club, relay = " ".join(words), name is None
    athlete = club if relay else _BIB.sub("", line[at : year if year is not None else school].strip(), count=1)
    heat = f"heat {texts['H#']}" if "H#" in texts else ""
    note = ", ".join(part for part in ("" if relay else club, heat) if part)
    wind = texts.get("Wind", "")
    return [
        athlete, note, mark["mark"], "" if place == "--" else place, wind if _WIND.fullmatch(wind) else "",
        mark["qualified"] or "", "yes" if relay else "", "",
    ]  # fmt: skip


def _under(
    tokens: list[tuple[str, int]], figures: list[tuple[str, int]], shift: int
) -> tuple[dict[str, str], list[str]]:
    """The figures of a line by the column under whose right edge each ends, and the words before them."""
    texts: dict[str, str] = {}
    words: list[str] = []
    for text, end in tokens:
        column, edge = min(figures, key=lambda figure: abs(figure[1] + shift - end))
        if abs(edge + shift - end) <= _TOLERANCE:
            texts[column] = text
        elif end < figures[0][1] + shift:
            words.append(text)
    return texts, words


def _figure(figures: list[tuple[str, int]]) -> str:
    names = [column for column, _ in figures]
    return next((name for name in _FIGURES if name in names), "")


def _plain(event: str) -> str:
    name = event.strip().lower()
    for pattern, plain in _OF_EVENTS:
        name = re.sub(pattern, plain, name)
    return " ".join(name.split())


def _round(text: str, before: str) -> str:
    words = text.lower().split()
    if words[0] in ("heat", "section"):
        if before.startswith("final"):
            return f"final {words[1]}"
        return f"{'semifinal' if before.startswith('semi') else 'heat'} {words[1]}"
    return {"p": "heat", "f": "final", "s": "semifinal"}[words[0][0]]
