"""The beats of a race report: what the ground truth allows one to say about a race, as claims that are true on the day
of publication.

Figures that have to be computed (a rank, a margin, a number of wins) are taken from the check itself: the claim is made
with a blank figure, which is filled in with the known value. Claims that are not true are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import msgspec

from harness.checking.resolve import ArticleWords
from harness.checking.run import Checker
from harness.claims.claim import Claim
from harness.kinds import kinds
from harness.records.model import Known
from harness.truth.results import Result
from harness.values import Label, Range, exactly, partial_date, show

Data: TypeAlias = dict[str, Any]
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_FOLLOWERS = 4


class Beat(NamedTuple):
    """One sentence of a report: its name, its claims by the names used in the patterns, and these patterns if they are
    not the ones in `patterns.py` under the beat's name."""

    name: str
    claims: dict[str, Data]
    patterns: tuple[str, ...] = ()


class Story:
    """One final with its results in order, as seen by a report that is published some days later."""

    def __init__(self, checker: Checker, results: list[Result], published: int) -> None:
        self.truth, self.verifier = checker.truth, checker.verifier
        self.results, self.published = results, published
        self.winner = results[0]
        self.edition = self.truth.editions[self.winner.edition or ""]
        self.competition = self.truth.competitions[self.edition.competition]
        self.words = ArticleWords(checker.names, published, (), None, checker.readings)
        self.scope = {"event": self.truth.events[self.winner.event].name, "competition": self.edition.name,
                      "round": "final"}  # fmt: skip

    def beats(self) -> Iterator[Beat]:
        """Every beat that is true on the day, the lead first."""
        for make in _BEATS:
            for beat in make(self):
                if all(self.holds(claim) for claim in beat.claims.values()):
                    yield beat

    def holds(self, claim: Data) -> bool:
        return self.verifier.judge(typed(claim), self.words).ruling.verdict == "supported"

    def ask(self, claim: Data) -> int | str | None:
        """The single value that the ground truth has for the claim's quantity; None if there is not exactly one."""
        weighed = self.verifier.judge(typed(claim), self.words).ruling.weighed
        known = weighed[0].known.value if weighed and isinstance(weighed[0].known, Known) else None
        if isinstance(known, Label):
            return next(iter(known.names)) if len(known.names) == 1 else None
        return known.low if isinstance(known, Range) and known.low == known.high else None

    def name(self, result: Result) -> str:
        return self.truth.name(result.athlete)


def typed(claim: Data) -> Claim:
    """The claim as its kind's type; fields that only a file needs are filled in if they are missing."""
    blank = {"id": "draft", "text": "draft", "quote": "draft", "start": 0, "end": 1}
    return msgspec.convert({**blank, **claim}, kinds()[claim["kind"]].claim)


def _lead(story: Story) -> Iterator[Beat]:
    win = {"kind": "place", "athlete": story.name(story.winner), "place": 1, "scope": story.scope}
    yield Beat("win", {"win": win, "time": _mark(story, story.winner)})


def _followers(story: Story) -> Iterator[Beat]:
    for result in story.results[1 : 1 + MOST_FOLLOWERS]:
        if result.place is not None and result.place.low == result.place.high:
            place = {"kind": "place", "athlete": story.name(result), "place": result.place.low, "scope": story.scope}
            yield Beat("follower", {"place": place, "time": _mark(story, result)})


def _behind(story: Story) -> Iterator[Beat]:
    for ahead, after in list(zip(story.results, story.results[1:], strict=False))[:2]:
        claim = {"kind": "place", "athlete": story.name(after), "after": story.name(ahead), "scope": story.scope}
        yield Beat("behind", {"place": claim})


def _margin(story: Story) -> Iterator[Beat]:
    first, second = story.results[:2]
    gap = {"kind": "margin", "ahead": story.name(first), "behind": story.name(second), "gap": "0.01",
           "scope": story.scope}  # fmt: skip
    known = story.ask(gap)
    if isinstance(known, int):
        yield Beat("margin", {"gap": {**gap, "gap": _gap(known)}})


def _ranks(story: Story) -> Iterator[Beat]:
    for result in story.results[:3]:
        list_ = {"event": story.scope["event"]}
        rank = {"kind": "rank", "athlete": story.name(result), "rank": 1, "scope": list_}
        known = story.ask(rank)
        if isinstance(known, int):
            yield Beat("rank", {"rank": {**rank, "rank": known}})
    run = {"kind": "rank", "athlete": story.name(story.winner), "rank": 1, "of": "performances", "scope": story.scope}
    known = story.ask(run)
    if isinstance(known, int):
        yield Beat("performance", {"rank": {**run, "rank": known}})


def _records(story: Story) -> Iterator[Beat]:
    for level in ("world", "area", "national", "olympic"):
        scope = {**story.scope, **({"indoor": True} if story.winner.indoor else {})}
        nation = story.truth.nations.get(story.winner.nation or "")
        if level == "area" and nation is not None and nation.area:
            scope["area"] = nation.area
        record = {"kind": "record", "athlete": story.name(story.winner), "level": level, "when": "set",
                  "mark": story.winner.printed, "scope": scope}  # fmt: skip
        yield Beat(f"{level}-record", {"record": record})


def _lives(story: Story) -> Iterator[Beat]:
    for result in story.results[:3]:
        about = {"kind": "bio", "athlete": story.name(result)}
        athlete = story.truth.athletes[result.athlete]
        nation = story.truth.nations.get(result.nation or "")
        if athlete.born:
            yield Beat("age", {"age": {**about, "age": _age(athlete.born, story.published)}})
        if nation is not None:
            yield Beat("nation", {"nation": {**about, "nation": nation.name}})
        if athlete.birthplace:
            yield Beat("birthplace", {"born": {**about, "birthplace": athlete.birthplace[0]}})


def _dates(story: Story) -> Iterator[Beat]:
    for name, printed in _days(story):
        yield Beat(name, {"date": {"kind": "date", "date": printed, "scope": story.scope}})


def _splits(story: Story) -> Iterator[Beat]:
    for result in story.results[:6]:
        for at, split in result.splits.items():
            mark = show(split, "time")
            claim = {"kind": "mark", "athlete": story.name(result), "mark": mark, "at": at, "scope": story.scope}
            yield Beat("split", {"split": claim})


def _of_kinds(story: Story) -> Iterator[Beat]:
    """What each kind has to say of the race itself, in patterns of its own."""
    for name, kind in sorted(kinds().items()):
        for claim, patterns in kind.sentences(story):
            yield Beat(name, {name: claim}, patterns)


_BEATS: tuple[Callable[[Story], Iterator[Beat]], ...] = (
    _lead, _followers, _behind, _margin, _ranks, _records, _lives, _dates, _splits, _of_kinds,
)  # fmt: skip


def _gap(known: int) -> str:
    """0.69 seconds, as it is printed of a time; of a distance as it is shown."""
    gap = show(exactly(known), "gap")
    return gap + "econds" if gap.endswith(" s") else gap


def _mark(story: Story, result: Result) -> Data:
    return {"kind": "mark", "athlete": story.name(result), "mark": result.printed, "scope": story.scope}


def _age(born: str, published: int) -> int:
    """Whole years on the day; of somebody whose birthday is not known, at least so many (and then not printed)."""
    birthday, today = date.fromordinal(partial_date(born).high or 1), date.fromordinal(published)
    return today.year - birthday.year - ((today.month, today.day) < (birthday.month, birthday.day))


def _days(story: Story) -> Iterator[tuple[str, str]]:
    """The day of the race as a report may print it: in full, by its weekday, or as yesterday."""
    ran = story.winner.date
    if ran.low is None or ran.low != ran.high:
        return
    yield "date", show(ran, "date")
    if story.published - ran.low == 1:
        yield "yesterday", "yesterday"
    yield "date", _DAYS[date.fromordinal(ran.low).weekday()]
