"""Comparisons of medals: with others, with another edition, and with all earlier editions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from msgspec.structs import replace

from harness.records.model import Fact, Known, Setting, Unknown, phrase
from harness.truth import completeness
from harness.truth.held import days_of
from harness.truth.index import Truth
from harness.truth.medal_tables import MedalTableRow, every_nation, expired, medals_in, score, standing
from harness.truth.medals import counted
from harness.truth.pack import Edition
from harness.values import Nothing, Range, minus, partial_date, plus

COLOURS = ("gold", "silver", "bronze")
_MOST = 1 << 30


def beside(
    truth: Truth, who: str, others: tuple[str, ...], colour: str, setting: Setting, as_of: int
) -> Known | Unknown:
    """How many more medals the subject has than the others together."""
    counts = [counted(truth, subject, colour, setting, as_of) for subject in (who, *others)]
    numbers = [_number(count) for count in counts]
    together = reduce(plus, numbers[1:])
    return _known(minus(numbers[0], together), counts, _sum(numbers))


def beside_other(
    truth: Truth, who: str, colour: str, setting: Setting, elsewhere: Setting, as_of: int
) -> Known | Unknown:
    """How many more medals the subject has in the one setting than in the other."""
    if elsewhere.edition is not None and (partial_date(truth.editions[elsewhere.edition].start).low or 0) > as_of:
        return Unknown(phrase("{} had not begun", elsewhere.edition), phrase("later: {}", elsewhere.edition))
    counts = [counted(truth, who, colour, where, as_of) for where in (setting, elsewhere)]
    numbers = [_number(count) for count in counts]
    return _known(minus(*numbers), counts, _sum(numbers))


def beside_next(truth: Truth, who: str, number: int, colour: str, setting: Setting, as_of: int) -> Known | Unknown:
    """How many more medals a nation has than the next `number` nations in the published table together.

    A nation that is not in the table may have more than those that are, so their sum is a lower bound.
    """
    table = standing(truth, setting, as_of)
    own = None if table is None else next((row for row in table.rows if row.nation == who), None)
    if table is None and (outdated := expired(truth, setting, as_of)):
        return outdated
    if table is None or own is None:
        where = phrase("the ground truth has no medal table of {} with {}", setting, who)
        return Unknown(where, phrase("medal table: {}", setting))
    rank = (medals_in(own, colour), score(own.gold, own.silver, own.bronze, "golds"))
    below = [
        row for row in table.rows if (medals_in(row, colour), score(row.gold, row.silver, row.bronze, "golds")) <= rank
    ]
    following = sorted((row for row in below if row is not own), key=lambda row: -medals_in(row, colour))[:number]
    if len(following) < number:
        return Unknown(
            phrase("the ground truth has too few nations behind {}", who), phrase("medal table: {}", setting)
        )
    together, statement = sum(medals_in(row, colour) for row in following), every_nation(truth, table)
    mine = medals_in(own, colour)
    value = Range(mine - together if statement else None, mine - together)
    evidence = tuple(MedalTableRow(table, row) for row in (own, *following))
    words = f"{mine} - ({' + '.join(str(medals_in(row, colour)) for row in following)}) = {mine - together}"
    return Known(value, evidence, words, (statement,) if statement else ())


def position(truth: Truth, who: str, rival: str, setting: Setting, as_of: int) -> Known:
    """Ahead (1), level (0) or behind (-1) in the order of golds, then silvers, then bronzes; both ends if open."""
    counts = [[counted(truth, subject, colour, setting, as_of) for colour in COLOURS] for subject in (who, rival)]
    mine, theirs = ([_number(count) for count in row] for row in counts)
    least, most = [subject.low or 0 for subject in mine], [_high(subject) for subject in mine]
    their_least, their_most = [subject.low or 0 for subject in theirs], [_high(subject) for subject in theirs]
    signs = [
        sign
        for sign, may_be in (
            (-1, least < their_most),
            (0, least <= their_most and their_least <= most),
            (1, most > their_least),
        )
        if may_be
    ]
    return _known(Range(min(signs), max(signs)), [count for row in counts for count in row], "")


def earlier_holdings(
    truth: Truth, who: str, colour: str, setting: Setting, as_of: int, *, most: bool, dated: bool
) -> Known | Unknown:
    """The days of the latest earlier edition with as many medals (or as few); or how many editions had more (fewer).

    Words do not say whether an equal number ends "the most since", so a second answer excludes equal numbers.
    """
    edition = truth.editions.get(setting.edition or "")
    if edition is None:
        return Unknown(
            phrase("it is not clear which edition is meant by {}", setting), phrase("which holding: {}", setting)
        )
    mine = counted(truth, who, colour, setting, as_of)
    begun = days_of(edition).low or 0
    series = truth.editions_by_competition[edition.competition]
    held = [edition for edition in series if edition.official and (days_of(edition).high or begun) < begun]
    counts = [
        (edition, counted(truth, who, colour, replace(setting, edition=edition.id, start=None, end=None), as_of))
        for edition in reversed(held)
    ]
    evidence = [mine, *(count for _, count in counts)]
    if dated:
        strict, equal_too = (_latest(truth, mine, counts, begun, most=most, strict=strict) for strict in (True, False))
        known = _known(equal_too[0], evidence[:2], "", equal_too[1])
        return replace(known, or_else=strict[0]) if isinstance(strict[0], Range) and strict != equal_too else known
    every = completeness.every_edition(truth, Setting(competition=edition.competition, end=begun - 1))
    passing = [_passes(mine, count, most=most, strict=True) for _, count in counts]
    high = None if every is None else sum(passed is not False for passed in passing)
    return _known(Range(passing.count(True), high), evidence, "", (every,) if every else ())


def _latest(
    truth: Truth, mine: Known, counts: list[tuple[Edition, Known]], begun: int, *, most: bool, strict: bool
) -> tuple[Range | Nothing, tuple[str, ...]]:
    """The days of the latest holding that passes; open where one that may, or one that is not known, came later."""
    high: int | None = None
    for edition, count in counts:
        passed, days = _passes(mine, count, most=most, strict=strict), days_of(edition)
        if passed is not False and high is None:
            high = days.high
        if passed:
            every = completeness.editions(truth, edition.competition, days.low, begun)
            return Range(days.low, high if every else begun - 1), (every,) if every else ()
    competition = counts[0][0].competition if counts else None
    every = completeness.every_edition(truth, Setting(competition=competition, end=begun - 1)) if competition else None
    if every is None or high is not None:
        return Range(None, begun - 1), ()
    return Nothing(), (every,)


def _passes(mine: Known, theirs: Known, *, most: bool, strict: bool) -> bool | None:
    """Whether theirs is as many (as few) or more; not an equal one, where `strict`. None where that is not settled."""
    apart = minus(_number(theirs), _number(mine)) if most else minus(_number(mine), _number(theirs))
    least = 1 if strict else 0
    if apart.low is not None and apart.low >= least:
        return True
    return False if apart.high is not None and apart.high < least else None


def _number(count: Known) -> Range:
    assert isinstance(count.value, Range)
    return count.value


def _high(number: Range) -> int:
    return _MOST if number.high is None else number.high


def _sum(numbers: list[Range]) -> str:
    """ "40 - (20 + 18) = 2", where all of them are known."""
    exact = [number.low for number in numbers if number.low == number.high]
    if len(exact) < len(numbers):
        return ""
    first, others = exact[0] or 0, [number or 0 for number in exact[1:]]
    together = str(others[0]) if len(others) == 1 else f"({' + '.join(map(str, others))})"
    return f"{first} - {together} = {first - sum(others)}"


def _known(value: Range | Nothing, counts: Iterable[Known], words: str, relied_on: tuple[str, ...] = ()) -> Known:
    counts = list(counts)
    evidence: dict[Fact, None] = dict.fromkeys(fact for count in counts for fact in count.evidence)
    statements = dict.fromkeys((*(statement for count in counts for statement in count.relied_on), *relied_on))
    return Known(value, tuple(evidence), words, tuple(statements))
