"""The commonest errors of published articles: a right figure with a wrong attribute, planted in a claim that is right.

Thirty of fifty errors in published articles were of these sorts: the wrong age, day, venue, event or edition; the
figure of somebody else in the same race; a count that is off by more than one; a wrong sum, list or barrier; a name
with one letter changed; won for retained, and a medal for having taken part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.corpus.planting import Claim, Elsewhere, Error
from harness.kinds import kinds
from harness.values import Figure, read_count

_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_MONTHS = ("January February March April May June July August September October November December").split()
_DAY = re.compile(r"\b([0-9]{1,2})\b(?!:)")
_YEAR = re.compile(r"\b(1[89]|20)[0-9]{2}\b")
_WHOLE_SECONDS = re.compile(r"[0-9]+(?=\.|$)")
_BARRIER = re.compile(r"((?:sub-|under |inside |below ))([0-9]+):([0-5][0-9])")
_MEDALS = 3
_OFF = (2, 3)  # by how much a count is off: what is off by one is planted apart


def _wrong_age(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A year or two too old or too young."""
    if claim["kind"] == "bio" and "hedge" not in claim:
        for by in (-2, -1, 1, 2):
            if (age := _moved(claim.get("age"), by)) is not None:
                yield {**claim, "age": age}


def _wrong_count(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A count, rank or place that is off by more than one."""
    field = kinds()[claim["kind"]].plants.number
    if "hedge" not in claim:
        for by in (*_OFF, *(-by for by in _OFF)):
            if (number := _moved(claim.get(field), by)) is not None:
                yield {**claim, field: number}


def _wrong_day(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The day before or after, the month before or after, or another year."""
    printed = claim.get("date") if claim["kind"] == "date" else None
    if not isinstance(printed, str) or "hedge" in claim:
        return
    bare = _YEAR.sub("", printed)
    for day in _DAY.findall(bare)[:1]:
        for neighbour in (int(day) - 1, int(day) + 1):
            if 1 <= neighbour <= 28:
                yield {**claim, "date": printed.replace(day, str(neighbour), 1)}
    for place, month in enumerate(_MONTHS):
        if month in printed:
            yield {**claim, "date": printed.replace(month, _MONTHS[(place + 1) % 12])}
    for year in _YEAR.finditer(printed):
        yield {**claim, "date": printed[: year.start()] + str(int(year[0]) - 1) + printed[year.end() :]}


def _wrong_order(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Two races told the wrong way round."""
    if claim["kind"] == "date" and "relative_to" in claim and "scope" in claim:
        yield {**claim, "scope": claim["relative_to"], "relative_to": claim["scope"]}


def _wrong_last_time(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The year in which it was last done is another."""
    printed = claim.get("since") if claim["kind"] in ("since", "record", "comparison") else None
    if isinstance(printed, str) and (year := _YEAR.search(printed)):
        for by in (-4, 4):
            yield {**claim, "since": printed[: year.start()] + str(int(year[0]) + by) + printed[year.end() :]}


def _wrong_length(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A length of time is a quarter too long, or two of its units too short."""
    for field in ("stood", "span", "offset"):
        number, blank, unit = str(claim.get(field, "")).partition(" ")
        for by in (max(2, int(number) // 4) if number.isdigit() else 3, -2):
            if blank and "hedge" not in claim and (moved := _moved(number, by)) is not None:
                yield {**claim, field: f"{moved} {unit}"}


def _wrong_leg(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Another leg of the relay."""
    if claim["kind"] == "mark" and claim.get("leg", "own") != "own":
        yield from ({**claim, "leg": leg} for leg in (1, 2, 3, "anchor") if leg != claim["leg"])


def _wrong_ratification(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """What is not yet ratified is printed as a ratified record, or the other way round."""
    if claim["kind"] == "record" and "ratified" in claim:
        yield {**claim, "ratified": not claim["ratified"]}


def _wrong_score(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A match that ended otherwise: a point more for one side, or the other side for the winner."""
    if claim["kind"] != "score":
        return
    for field in ("score", "shootout"):
        numbers = re.fullmatch("([0-9]+)(.+?)([0-9]+)", claim.get(field, ""))
        if numbers is not None:
            yield {**claim, field: f"{int(numbers[1]) + 1}{numbers[2]}{numbers[3]}"}
    if claim.get("result") in ("won", "lost"):
        yield {**claim, "result": "lost" if claim["result"] == "won" else "won"}


def _wrong_venue(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The place of another holding."""
    if claim["kind"] == "venue":
        for place in elsewhere.venues:
            yield {**claim, "place": place}


def _wrong_series(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A meeting is said to belong to another series of meetings."""
    if claim["kind"] == "edition" and "series" in claim:
        yield from ({**claim, "series": series} for series in elsewhere.series)


def _wrong_event(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """What was done in one event is printed of another that the athlete was in."""
    if claim["kind"] in ("mark", "place", "medal", "title", "rank") and "at" not in claim and "scope" in claim:
        for event in elsewhere.events:
            yield {**claim, "scope": {**claim["scope"], "event": event}}


def _rivals_figure(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The mark or the place of another athlete of the same race."""
    if "at" in claim or "hedge" in claim:
        return
    if claim["kind"] == "mark":
        yield from ({**claim, "mark": mark} for mark in elsewhere.rival_marks)
    if claim["kind"] == "place" and isinstance(claim.get("place"), int) and "after" not in claim:
        yield from ({**claim, "place": place} for place in elsewhere.rival_places)


def _last_editions_figure(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The mark that the one before had, of the same athlete or in the same place."""
    if claim["kind"] == "mark" and "at" not in claim and "hedge" not in claim:
        yield from ({**claim, "mark": mark} for mark in elsewhere.earlier_marks)


def _letter_changed(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """One letter of a long family name is another."""
    first_names, _, family = claim.get("athlete", "").rpartition(" ")
    middle = len(family) // 2
    if len(family) >= 6 and family.isalpha() and family.isascii():
        letter = "e" if family[middle] != "e" else "a"
        yield {**claim, "athlete": f"{first_names} {family[:middle]}{letter}{family[middle + 1 :]}".strip()}


def _won_for_retained(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A title that was won is printed as one that was held before, or the other way round."""
    if claim["kind"] == "title" and claim.get("status") in ("won", "defending", "former"):
        yield {**claim, "status": "defending" if claim["status"] == "won" else "won"}


def _first_for_only(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The first to do something is printed as the only one, and the only one as the first."""
    how = claim.get("how", "only")
    if claim["kind"] == "only" and how in ("only", "first"):
        yield {**claim, "how": "first" if how == "only" else "only"}


def _medal_for_start(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Who was in the final, behind the medals, is said to have won one."""
    place = read_count(claim["place"]) if claim["kind"] == "place" and "place" in claim else None
    beaten = isinstance(place, Figure) and place.exact is not None and place.exact > _MEDALS
    if beaten and "at" not in claim and "competition" in claim.get("scope", {}):
        kept = {name: value for name, value in claim.items() if name not in ("place", "after", "by", "among")}
        yield {**kept, "kind": "medal", "medal": "any"}


def _wrong_sum(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """One of the figures that make up a medal tally, or their sum, is one too high."""
    for field in ("golds", "silvers", "bronzes", "total"):
        if claim["kind"] == "medal_count" and (number := _moved(claim.get(field), 1)) is not None:
            yield {**claim, field: number}


def _wrong_list(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A list has a wrong item: a lap is a second too slow, one of several names is a rival's or is left out."""
    for place, lap in enumerate(claim.get("laps", ())):
        if (seconds := _WHOLE_SECONDS.match(lap)) is not None:
            slower = str(int(seconds[0]) + 1) + lap[seconds.end() :]
            yield {**claim, "laps": [*claim["laps"][:place], slower, *claim["laps"][place + 1 :]]}
    for field in ("athletes", "members"):
        names = claim.get(field, ())
        for place in range(len(names) if len(names) > 1 else 0):
            yield {**claim, field: [*names[:place], *names[place + 1 :]]}
        if names:
            yield from ({**claim, field: [*names[:-1], rival]} for rival in elsewhere.rivals)


def _wrong_barrier(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A barrier is said to have been broken that is a second or ten beyond the one that was."""
    barrier = _BARRIER.fullmatch(claim.get("mark") or "") if claim["kind"] == "mark" else None
    if barrier is not None:
        for by in (1, 10):
            seconds = 60 * int(barrier[2]) + int(barrier[3]) - by
            yield {**claim, "mark": f"{barrier[1]}{seconds // 60}:{seconds % 60:02}"}


PUBLISHED: tuple[Error, ...] = (
    Error("wrong-age", _wrong_age, "figure"),
    Error("wrong-count", _wrong_count, "figure"),
    Error("wrong-day", _wrong_day, "scope"),
    Error("wrong-order", _wrong_order, "scope"),
    Error("wrong-last-time", _wrong_last_time, "scope"),
    Error("wrong-length", _wrong_length, "scope"),
    Error("wrong-score", _wrong_score, "figure"),
    Error("wrong-leg", _wrong_leg, "scope"),
    Error("wrong-ratification", _wrong_ratification, "figure"),
    Error("wrong-venue", _wrong_venue, "scope"),
    Error("wrong-event", _wrong_event, "scope"),
    Error("rivals-figure", _rivals_figure, "figure"),
    Error("last-editions-figure", _last_editions_figure, "figure"),
    Error("letter-changed", _letter_changed, "subject", shows="misspelt_name"),
    Error("won-for-retained", _won_for_retained, "scope"),
    Error("first-for-only", _first_for_only, "scope"),
    Error("medal-for-start", _medal_for_start, "scope"),
    Error("wrong-sum", _wrong_sum, "figure"),
    Error("wrong-list", _wrong_list, "scope"),
    Error("wrong-barrier", _wrong_barrier, "scope"),
    Error("wrong-series", _wrong_series, "scope"),
)


def _moved(printed: object, by: int) -> int | str | None:
    """The number so much higher, in words where it is printed in words; None where it is none, or falls below one."""
    if isinstance(printed, int):
        return printed + by if printed + by > 0 else None
    if isinstance(printed, str) and printed.isdigit():
        return str(int(printed) + by) if int(printed) + by > 0 else None
    if printed in _NUMBER_WORDS:
        place = _NUMBER_WORDS.index(str(printed)) + by
        return _NUMBER_WORDS[place] if 1 <= place < len(_NUMBER_WORDS) else None
    return None
