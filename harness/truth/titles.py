"""Who won the title of an event at a holding, before it, or last; which title it was, and how many in a row."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import Fact, Known, Setting, Unknown, phrase
from harness.truth import completeness
from harness.truth.feats import TITLE, complete, occurrences
from harness.truth.index import Truth
from harness.truth.pack import Edition
from harness.truth.results import Result
from harness.truth.teams import is_line_up_known, is_team
from harness.values import Label, Range, exactly, label, partial_date

STILL_REPORTED = 30  # days: reports of a final that was lost call the loser its defending champion
REGAINED, NOT_REGAINED = "regained", "not regained"


def defending(truth: Truth, setting: Setting, as_of: int) -> Known | Unknown:
    """The champion before a holding that is on, or was until yesterday; soon after it, perhaps the one who won it."""
    latest = _latest_holding(truth, setting, as_of)
    if isinstance(latest, Unknown):
        return latest
    edition, every = latest
    since = as_of - _days(edition)[1]
    if since > STILL_REPORTED:
        return reigning(truth, setting, as_of)
    before = champion_before(truth, replace(setting, edition=edition.id), as_of)
    if since <= 1:
        return before if isinstance(before, Unknown) else replace(before, relied_on=(*before.relied_on, every))
    latest_winner = reigning(truth, setting, as_of)
    if isinstance(before, Unknown) or isinstance(latest_winner, Unknown):
        return before if isinstance(before, Unknown) else latest_winner
    if before.value == latest_winner.value:
        return latest_winner
    assert isinstance(before.value, Label)
    assert isinstance(latest_winner.value, Label)
    either = Label(before.value.names | latest_winner.value.names)
    evidence, more = (*before.evidence, *latest_winner.evidence), before.perhaps_more or latest_winner.perhaps_more
    return Known(either, evidence, relied_on=(*before.relied_on, *latest_winner.relied_on), perhaps_more=more)


def champion_before(truth: Truth, setting: Setting, as_of: int) -> Known | Unknown:
    """The champion of the holding before the one that is named; which that is, a statement of all holdings says."""
    if setting.edition is None or setting.competition is None:
        return Unknown("the words do not say at which edition the title was retained")
    held = [edition for edition in truth.editions_by_competition[setting.competition] if edition.official]
    index = next((number for number, edition in enumerate(held) if edition.id == setting.edition), 0)
    if index == 0:
        return Unknown(phrase("the ground truth does not say which holding came before {}", setting.edition))
    every = completeness.editions(truth, setting.competition, _days(held[index - 1])[0], _days(held[index])[0])
    if every is None:
        return Unknown(phrase("the ground truth does not say which holding came before {}", setting.edition))
    before = champion(truth, held[index - 1], setting, as_of)
    return before if isinstance(before, Unknown) else replace(before, relied_on=(*before.relied_on, every))


def titles(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known:
    occurred, licence = (
        occurrences(truth, TITLE, setting, as_of, athlete),
        complete(truth, TITLE, setting, as_of, athlete),
    )
    relied_on = licence.statements if licence else ()
    return Known(occurred.number(licence), tuple(occurred.certain), relied_on=relied_on)


def reigning(truth: Truth, setting: Setting, as_of: int) -> Known | Unknown:
    """The champion of the latest holding that was decided by the day: never of an earlier one for want of a result."""
    decided = _decided(truth, setting, as_of)
    if isinstance(decided, Unknown):
        return decided
    known = champion(truth, decided[0], setting, as_of)
    return known if isinstance(known, Unknown) else replace(known, relied_on=(decided[1],))


def _decided(truth: Truth, setting: Setting, as_of: int) -> tuple[Edition, str] | Unknown:
    """The latest holding whose final had been run by the day, and the statement by which there was no later one."""
    latest = _latest_holding(truth, setting, as_of)
    if isinstance(latest, Unknown):
        return latest
    edition, every = latest
    if _still_to_come(truth, edition, setting, as_of) and (held := _held(truth, setting, as_of))[:-1]:
        start, end = _days(held[-2])[0], _days(edition)[0]
        if completeness.editions(truth, edition.competition, start, end) is None:
            return Unknown(phrase("the ground truth does not say which holding came before {}", edition.id))
        edition = held[-2]
    return edition, every


def _held(truth: Truth, setting: Setting, as_of: int) -> list[Edition]:
    """The official holdings that had begun by the day, in order."""
    editions = truth.editions_by_competition.get(setting.competition or "", ())
    return [edition for edition in editions if edition.official and _days(edition)[0] <= as_of]


def _latest_holding(truth: Truth, setting: Setting, as_of: int) -> tuple[Edition, str] | Unknown:
    """The latest holding that had begun by the day, and the statement by which there was no later one."""
    held = _held(truth, setting, as_of)
    if held:
        every = completeness.editions(truth, held[-1].competition, _days(held[-1])[0], as_of)
        if every is not None:
            return held[-1], every
    series = setting.competition or ""
    latest = phrase("the ground truth does not say which {} was the latest", series)
    return Unknown(latest, phrase("editions: {}", series))


def _still_to_come(truth: Truth, edition: Edition, setting: Setting, as_of: int) -> bool:
    """Whether the final is known to have been run after the day, while the competition was on."""
    finals = _finals(truth, edition, setting)
    return bool(finals) and all(final.date.low is not None and final.date.low > as_of for final in finals)


def champion(truth: Truth, edition: Edition, setting: Setting, as_of: int) -> Known | Unknown:
    winners = [
        result
        for result in _finals(truth, edition, setting)
        if result.exists(as_of) and result.place_as_of(as_of) == exactly(1)
    ]
    if not winners:
        where = phrase("{}, {}", setting.event or "", edition.id)
        return Unknown(phrase("the ground truth does not say who won {}", where), phrase("winner: {}", where))
    members = [
        member
        for winner in winners
        for result in truth.by_athlete_edition.get((winner.athlete, edition.id), ())
        if result.event == winner.event and result.sex == winner.sex
        for member in result.members
    ]
    athletes = Label(frozenset([*(winner.athlete for winner in winners), *members]))
    return Known(
        athletes, tuple(winners), all_hold=True, perhaps_more=any(_is_open(truth, winner) for winner in winners)
    )


def _is_open(truth: Truth, winner: Result) -> bool:
    """Whether not all who ran for the winning team are known."""
    return is_team(truth, winner.athlete) and not is_line_up_known(truth, winner)


def _finals(truth: Truth, edition: Edition, setting: Setting) -> list[Result]:
    """The results of the edition's final, whenever it was run."""
    within = replace(setting, competition=None, edition=edition.id, round="final", start=None, end=None)
    return truth.ever(within)


def _days(edition: Edition) -> tuple[int, int]:
    """The first and the last day that the holding may have had."""
    return partial_date(edition.start).low or 0, partial_date(edition.end).high or 0


def title_number(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known | Unknown:
    """How many titles the athlete had won with that of the holding that is named, or by the day."""
    if setting.edition is None:
        return titles(truth, athlete, setting, as_of)
    end = _days(truth.editions[setting.edition])[1]
    return titles(truth, athlete, replace(setting, edition=None, start=None, end=end), as_of)


def titles_in_a_row(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known | Unknown:
    """How many holdings running the athlete had won, up to the one that is named or else the latest."""
    back = _back_from(truth, athlete, setting, as_of)
    if isinstance(back, Unknown):
        return back
    return Known(back.run, back.evidence, relied_on=back.statements[: back.run.low])


def titles_retained(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known | Unknown:
    """How often the athlete had retained the title by the holding: in the run that ends there, or in all."""
    back = _back_from(truth, athlete, setting, as_of)
    if isinstance(back, Unknown):
        return back
    run, pairs = back.run, list(pairwise(back.won))
    certain = sum(later is True and earlier is True for later, earlier in pairs)
    perhaps = sum(later is not False and earlier is not False for later, earlier in pairs)
    in_run = Range(max(0, (run.low or 0) - 1), None if run.high is None else max(0, run.high - 1))
    ever = Range(certain, perhaps if back.to_the_first else None)
    return Known(in_run, back.evidence, relied_on=back.statements, or_else=ever)


def title_regained(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known | Unknown:
    """Whether the athlete won the title at the holding, not at the one before, and had won it earlier."""
    back = _back_from(truth, athlete, setting, as_of)
    if isinstance(back, Unknown):
        return back
    now, before, *earlier = [*back.won, None, None][: max(2, len(back.won))]
    if now is None:  # at a holding without the event nothing is regained, and the one before it may be meant
        return Unknown(phrase("the ground truth does not say whether {} regained the title", athlete))
    answers = [now, None if before is None else not before, True if True in earlier else None]
    if back.to_the_first and not any(won is not False for won in earlier):
        answers[2] = False
    if False in answers:
        return Known(label(NOT_REGAINED), back.evidence, relied_on=back.statements)
    if None in answers:
        return Unknown(phrase("the ground truth does not say whether {} regained the title", athlete))
    return Known(label(REGAINED), back.evidence, relied_on=back.statements)


class _Back(NamedTuple):
    """The holdings from one back: whether the athlete won each (None where that is not known), as far as every holding
    is told; `to_the_first` of all. `statements`: between one and the next nothing was held."""

    won: tuple[bool | None, ...]
    evidence: tuple[Fact, ...]
    statements: tuple[str, ...]
    to_the_first: bool

    @property
    def run(self) -> Range:
        """How many of them running the athlete won."""
        low = next((number for number, won in enumerate(self.won) if not won), len(self.won))
        ended = next((number for number, won in enumerate(self.won) if won is False), None)
        return Range(low, len(self.won) if ended is None and self.to_the_first else ended)


def _back_from(truth: Truth, athlete: str, setting: Setting, as_of: int) -> _Back | Unknown:
    """From the holding that is named, or else from the latest that was decided."""
    statements: list[str] = []
    last = setting.edition
    if last is None:
        decided = _decided(truth, setting, as_of)
        if isinstance(decided, Unknown):
            return decided
        last, every = decided[0].id, decided[1]
        statements.append(every)
    competition = setting.competition or ""
    editions = [edition for edition in truth.editions_by_competition.get(competition, ()) if edition.official]
    at = next((number for number, edition in enumerate(editions) if edition.id == last), None)
    if at is None:
        return Unknown(phrase("{} is no official holding", last))
    starts = [_days(edition)[0] for edition in editions[: at + 1]]
    back_to = at
    while back_to and (between := completeness.editions(truth, competition, starts[back_to - 1], starts[back_to])):
        statements.append(between)
        back_to -= 1
    first = _first_edition(truth, competition, starts[0]) if back_to == 0 else None
    statements += [] if first is None else [first]
    holdings = [champion(truth, editions[number], setting, as_of) for number in range(at, back_to - 1, -1)]
    won = tuple(_is_among(known, athlete) for known in holdings)
    evidence = tuple(fact for known in holdings if isinstance(known, Known) for fact in known.evidence)
    return _Back(won, evidence, tuple(dict.fromkeys(statements)), first is not None)


def _is_among(known: Known | Unknown, athlete: str) -> bool | None:
    if isinstance(known, Unknown) or not isinstance(known.value, Label):
        return None
    return True if athlete in known.value.names else None if known.perhaps_more else False


def _first_edition(truth: Truth, competition: str, day: int) -> str | None:
    """That there was no edition of the competition before the one of the day."""
    for statement in truth.completeness:
        first, last = partial_date(statement.start).low, partial_date(statement.end).high
        covers = statement.covers == "editions" and statement.competition == competition and statement.none_before
        if covers and first is not None and last is not None and first <= day <= last:
            return statement.id
    return None
