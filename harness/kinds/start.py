"""start: whether and how an athlete took part: entered, withdrawn, disqualified, not finished, for the nth time."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, PointOnTheWay, PrintedCount, Resolved, Scope
from harness.kind import Attribute, Kind
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Quantity, Setting, Unknown, Unreadable, phrase
from harness.truth import completeness
from harness.truth.absence import absent
from harness.truth.entries_known import EntryFact
from harness.truth.index import Truth
from harness.truth.on_the_way import keys_of
from harness.truth.races import result_of
from harness.truth.results import Result
from harness.truth.say import say
from harness.truth.totals import both, published
from harness.values import Label, Range, label, partial_date
from harness.wording import Wording, in_figures


class Start(Claim, tag="start", frozen=True, kw_only=True):
    """How an athlete took part in a race or an edition, or for which time.

    ## What it claims

    That an athlete took part, how it ended, or for which time they did.

    ## Fields

    `status`: in the race that `scope` names they "started" (whatever happened then), "finished", did not finish ("DNF",
    at the point `at` if the words give it), did not start ("DNS"), were disqualified ("DQ") or had no valid attempt
    ("NM"); or beforehand they were "entered", "selected" or "withdrew". At a holding without an event, whoever started
    in any round of any event has "started". `appearance` counts the editions of the competition at which they have
    started, including the one that the scope names, or else up to the claim's date: "his first Games" is 1, "her
    fourth" 4, "debut" 1.

    ## How it is judged

    supported         the results, or the entries, say so
    refuted           they say something else; or more earlier editions are known than the count allows
    not_enough_info   no such result or entry; a count of appearances is "at least" without a statement of all starts

    ## What absence proves

    That there were no further appearances, where every start at the competition is known; and that an athlete did not
    start, where the whole field is known and does not include them.

    ## Example

        {"kind": "start", "id": "third-games", "text": "They are at the Games for the third time",
         "quote": "third Games", "start": 10, "end": 21, "athlete": "Kerr", "appearance": "third",
         "scope": {"competition": "Olympic Games", "year": 2024}}

    ## Source

    The results of the race and the entries; a withdrawal replaces an earlier entry.
    """

    athlete: Annotated[AthleteName, explained("who started, or did not", "Kerr")]
    status: Annotated[
        Literal["started", "finished", "DNF", "DNS", "DQ", "NM", "entered", "selected", "not selected", "withdrew"]
        | None,
        explained("what became of it", "DNF"),
    ] = None
    at: Annotated[PointOnTheWay | None, explained("where on the way they stopped", "900m")] = None
    appearance: Annotated[
        PrintedCount | None, explained("which of their starts at the competition it was", "third")
    ] = None
    scope: Annotated[
        Scope, explained("the race, or the holding", {"event": "1500m", "competition": "Paris Olympics"})
    ] = Scope()


NOT_IN_FIELD = "not in the field"
IN_WORDS = {
    "DNS": "did not start", "DNF": "did not finish", "DQ": "was disqualified", "NM": "had no valid attempt",
}  # fmt: skip


class StartAttribute(StrEnum):
    STATUS = "status"
    STARTED = "started"
    ENTRY = "entry"
    STOPPED = "stopped"
    APPEARANCE = "appearance"


def assertions(resolved: Resolved[Start]) -> tuple[Assertion, ...] | Unreadable:
    claim, who, race = resolved.claim, resolved.who("athlete"), resolved.race
    asserted = []
    if claim.at is not None and claim.status != "DNF":
        return Unreadable("at", 'where somebody stopped: only with the status "DNF"')
    if claim.status in ("entered", "selected", "not selected", "withdrew"):
        whole = Setting(event=race.event, competition=race.competition, edition=race.edition)
        asserted.append(resolved.asserts(StartAttribute.ENTRY, who, label(claim.status), "label", setting=whole))
    elif claim.status in ("started", "DNS"):
        started = label("DNS" if claim.status == "DNS" else "started")
        asserted.append(resolved.asserts(StartAttribute.STARTED, who, started, "label", setting=race))
    elif claim.status is not None:
        asserted.append(resolved.asserts(StartAttribute.STATUS, who, label(claim.status), "label", setting=race))
    if claim.at is not None and resolved.on_the_way is not None:
        stopped = label(resolved.on_the_way.end)
        asserted.append(resolved.asserts(StartAttribute.STOPPED, who, stopped, "label", setting=race))
    if claim.appearance is not None:
        whole = replace(race, event=None, round=None, place=None, medal=None)
        count = resolved.figures["appearance"]
        asserted.append(resolved.asserts(StartAttribute.APPEARANCE, who, count, "ordinal", setting=whole))
    return tuple(asserted) or Unreadable("status", "neither a status nor an appearance is given")


def known_status(quantity: Quantity[StartAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    """What the results say about the athlete in the race: started or not, how it ended, where they stopped."""
    athlete, setting = quantity.subjects[0], quantity.setting
    rounds = (setting.round,) if setting.round is not None else ("final", "")
    listed = [
        absence
        for absence in truth.matching(setting, as_of, athlete)
        if absence.status == "DNS" and absence.round in rounds
    ]
    one_race = setting.edition is not None and setting.event is not None
    anything = quantity.attribute == StartAttribute.STARTED and setting.event is None and setting.round is None
    if anything and not listed and (ran := _starts(truth, athlete, setting, as_of)):
        return Known(
            label("started"), ran[:3], or_perhaps=(label("DNS"),)
        )  # in another event, of which nothing is told
    result = listed[0] if listed and one_race else result_of(truth, athlete, setting, as_of)
    if isinstance(result, Unknown):
        return _without_result(truth, athlete, setting, as_of, result)
    if (
        listed and not one_race and quantity.attribute != StartAttribute.STOPPED
    ):  # of another event, which the words may mean as well
        return Known(label("DNS", "started", result.status), (result, *listed))
    if quantity.attribute == StartAttribute.STARTED:
        return Known(label("DNS" if result.status == "DNS" else "started"), (result,))
    if quantity.attribute == StartAttribute.STATUS and _is_known_on_the_way_only(result):
        return Unknown(phrase("the ground truth does not say how it ended: {}", result), phrase("end of {}", result))
    if quantity.attribute == StartAttribute.STATUS:
        return Known(label(result.status), (result,))
    if result.stopped is None:
        return Unknown(phrase("the ground truth does not say where {} stopped", result), "where an athlete stopped")
    keys = keys_of(truth, result.event, result.indoor, result.stopped)
    return Known(label(keys[0] if keys else result.stopped), (result,))


def _starts(truth: Truth, athlete: str, setting: Setting, as_of: int) -> tuple[Result, ...]:
    """The athlete's starts in whatever event and round of the holding."""
    if setting.edition is None:
        return ()
    return tuple(result for result in truth.matching(setting, as_of, athlete) if result.status != "DNS")


def _is_known_on_the_way_only(result: Result) -> bool:
    """Whether a figure on the way is all there is: who was timed there need not have finished."""
    return result.status == "finished" and bool(result.splits) and result.mark is None and result.place is None


def _without_result(truth: Truth, athlete: str, setting: Setting, as_of: int, unknown: Unknown) -> Known | Unknown:
    """Who is not in a complete field did not start; whether they stood on its start list is not known."""
    absence = absent(truth, athlete, setting, as_of, in_person=True)
    if absence is None or absence.ran or absence.beyond is not None:
        return unknown
    return Known(label("DNS", NOT_IN_FIELD), absence.results[:3], absence.why, absence.relied_on)


def known_entry(quantity: Quantity[StartAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    """The last entry that was known by the day: a withdrawal replaces the entry."""
    athlete, setting = quantity.subjects[0], quantity.setting
    known = [
        entry
        for entry in truth.entries
        if (entry.athlete, entry.edition) == (athlete, setting.edition)
        and (setting.event is None or entry.event in (None, setting.event))
        and (partial_date(entry.date).high or as_of + 1) <= as_of
    ]
    if not known:
        missing = phrase("entry: {}, {}", athlete, setting)
        return Unknown(phrase("the ground truth has no entry of {} for {}", athlete, setting), missing)
    last = max(known, key=lambda entry: entry.date)
    statuses = (last.status, "entered") if last.status == "selected" else (last.status,)
    return Known(label(*statuses), (EntryFact(last),), all_hold=len(statuses) > 1)


def known_appearance(quantity: Quantity[StartAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    """The editions at which the athlete is known to have started: all of them, if a statement says so."""
    athlete, setting = quantity.subjects[0], quantity.setting
    competition = setting.competition
    if competition is None:
        return Unknown("the words do not say which competition is meant")
    if setting.edition is None and (setting.start is not None or setting.end is not None):
        where = phrase("the ground truth does not have the holding of {}", setting)
        return Unknown(where, phrase("edition: {}", setting))
    end = as_of
    if setting.edition is not None:
        end = min(as_of, partial_date(truth.editions[setting.edition].end).high or as_of)
    starts: dict[str, Result] = {}
    for result in truth.by_athlete.get(athlete, ()):
        inside = result.competition == competition and (result.date.low or 0) <= end
        if inside and result.status != "DNS" and result.edition is not None and not result.en_route:
            starts.setdefault(result.edition, result)
    if setting.edition is not None and setting.edition not in starts:
        return Unknown(phrase("the ground truth has no start of {} at {}", athlete, setting.edition), "start")
    every = completeness.starts(truth, athlete, competition, end)
    value, facts = Range(len(starts), len(starts) if every else None), tuple(starts.values())
    whole = Setting(competition=competition)
    if total := published(truth, "appearances", athlete, whole, end):
        return Known(both(value, total.value), (*facts, *total.facts), relied_on=(every,) if every else ())
    return Known(value, facts, relied_on=(every,) if every else ())


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """How it ended, in words. None of them can replace words of the article, whose sentence may have any form."""
    words = in_figures(assertion, known, truth)
    if not isinstance(known.value, Label):
        return words
    if NOT_IN_FIELD in known.value.names:
        return Wording(words.claimed, say(known.arithmetic, truth))
    named = " or ".join(IN_WORDS.get(name, name) for name in sorted(known.value.names))
    return Wording(IN_WORDS.get(words.claimed, words.claimed), named)


KIND = Kind(
    claim=Start,
    assertions=assertions,
    attributes={
        StartAttribute.STATUS: Attribute(
            known_status, heading="how the race ended", difference="another status", one_race=True
        ),
        StartAttribute.STARTED: Attribute(known_status, heading="whether they started", difference="another status"),
        StartAttribute.STOPPED: Attribute(known_status, heading="where they stopped", difference="another point"),
        StartAttribute.ENTRY: Attribute(known_entry, heading="entry", difference="another status"),
        StartAttribute.APPEARANCE: Attribute(known_appearance, heading="which appearance"),
    },
    about=lambda claim: ("event", "sex", "competition"),
    severity="medium",
    worded=worded,
)
