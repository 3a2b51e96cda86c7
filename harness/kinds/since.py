"""since: the first since a date, or the last until now."""

from __future__ import annotations

from typing import Literal

from harness.claim import AthleteName, Claim, Feat, PrintedDate, PrintedSpan, Resolved, Scope
from harness.model import Assertion, Known, Quantity, Setting, Unknown, Unreadable
from harness.truth import firsts
from harness.truth.feats import ANY_RACE, Licence, complete, occurrences, wanted
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import Label, Range, exactly, minus, partial_date
from harness.wording import Wording, feat_in_words, in_figures, in_words

SEVERITY = "medium"
WHEN = {"first": "previous", "last": "latest"}


class Since(Claim, tag="since", frozen=True, kw_only=True):
    """A feat that was the first for some time ("order": "first"), or that has not been seen since ("last").

    "first": the subject's feat is the one of `athlete` (of anybody, without one) that the scope names by its holding,
    its date or its window. What is checked is when the scope last saw the feat before it: `since` is that date, `span`
    the time between, `last_holder` who did it then. With none of the three, there is no earlier one in the scope's
    window: "opened his season" is the feat {"race": "any"} with the season as window. "last": the latest occurrence as
    of the claim's date, at `since`, `span` ago, by `last_holder`.

    Earlier ones by anyone in the scope count: its nation, area, sex, event and window of indoors or out. With `own`,
    and always for starts, for `beats` and for "last", the athlete's own only. What names the race is left out when
    earlier ones are sought: its holding, date and round; the competition stays for medals and titles, which are of one
    series, and goes for marks, places and opponents. For a first start the event goes too: a season has all events. A
    bare mark is that mark or better; `medals` and `titles` are read as one of them.

    supported         the latest earlier one lies in the printed date, and nothing can have come between
    refuted           there is a later one, or none in the date where all are known; or the subject did not do it
    not_enough_info   the subject's race is not known, or still to come; no statement says that nothing came between

        {"kind": "since", "id": "since-elliott", "text": "Kerr was the first British medallist since 1988",
         "quote": "since 1988", "start": 10, "end": 20, "athlete": "Kerr", "feat": {"medal": "any"}, "since": "1988",
         "last_holder": "Peter Elliott",
         "scope": {"event": "1500m", "sex": "men", "competition": "Tokyo Olympics", "nation": "Britain"}}
    """

    feat: Feat
    athlete: AthleteName | None = None
    since: PrintedDate | None = None
    span: PrintedSpan | None = None
    last_holder: AthleteName | None = None
    order: Literal["first", "last"] = "first"
    own: bool = False
    scope: Scope = Scope()


def assertions(resolved: Resolved) -> tuple[Assertion, ...] | Unreadable:
    claim, feat, who = resolved.claim, resolved.wanted("feat"), resolved.who("athlete")
    when, figures, holder = WHEN[claim.order], resolved.figures, resolved.who("last_holder")
    own = bool(who) and (claim.own or claim.order == "last" or feat == ANY_RACE or feat.beats is not None)
    detail = f"{feat} own" if own else str(feat)
    found = []
    if "since" in figures:
        found.append(resolved.asserts(f"{when} date", who, figures["since"], "date", detail=detail))
    if "span" in figures:
        found.append(resolved.asserts(f"{when} span", who, figures["span"], "days", detail=detail))
    if holder:
        found.append(resolved.asserts(f"{when} holder", who, Label(frozenset(holder)), "label", detail=detail))
    if claim.order == "last":
        return tuple(found) or Unreadable("since", "none of since, span and last_holder is given")
    if not found:
        found.append(resolved.asserts("earlier", who, exactly(0), "count", detail=detail))
    return resolved.asserts("achieved", who, exactly(1), "count", detail=str(feat)), *found


def known(quantity: Quantity, truth: Truth, as_of: int) -> Known | Unknown:
    feat, setting = wanted(quantity.detail), quantity.setting
    athlete = quantity.who[0] if quantity.who else None
    own = athlete if "own" in quantity.detail.split() else None
    when, _, what = quantity.what.partition(" ")
    if when == "latest":
        day = min(as_of, setting.end or as_of)
        return _told(truth, what, firsts.latest(truth, feat, setting, as_of, exactly(day + 1), own), exactly(as_of))
    if when == "achieved":
        found = occurrences(truth, feat, setting, as_of, athlete)
        if found.certain:
            return _counted(truth, found.certain, exactly(1), None)
        licence = complete(truth, feat, setting, as_of, athlete) if _is_over(truth, setting, as_of) else None
        perhaps = licence is None or bool(found.perhaps(licence))
        return _counted(truth, [], Range(0, int(perhaps)), licence)
    subject = firsts.subject(truth, feat, setting, as_of, athlete)
    if subject is None:
        return Unknown("the ground truth does not have the feat itself", f"the feat of {in_words(quantity, truth)}")
    sought = firsts.before(feat, setting, in_window=when == "earlier")
    if when == "earlier":
        return _counted(truth, *firsts.earlier(truth, feat, sought, as_of, subject, own))
    return _told(truth, what, firsts.latest(truth, feat, sought, as_of, subject.day, own), subject.day)


def _is_over(truth: Truth, setting: Setting, as_of: int) -> bool:
    """Whether nothing more can come of the holding that the setting names: "his first of the year" may be to come."""
    return setting.edition is None or (partial_date(truth.editions[setting.edition].end).high or as_of + 1) <= as_of


def _counted(truth: Truth, results: list[Result], value: Range, licence: Licence | None) -> Known:
    return Known(value, tuple(map(truth.evidence, results)), relied_on=licence.statements if licence else ())


def _told(truth: Truth, what: str, found: firsts.Latest, day: Range) -> Known | Unknown:
    """The date of the latest, the time from it to the day, or who did it: one of those who may have."""
    evidence = tuple(map(truth.evidence, found.results))
    relied_on = found.licence.statements if found.licence else ()
    if what == "date":
        return Known(found.date, evidence, relied_on=relied_on)
    if what == "span":
        return Known(minus(day, found.date), evidence, relied_on=relied_on)
    if found.licence is None:
        return Unknown("nothing says that nobody came between")
    return Known(Label(frozenset(one.athlete for one in found.results)), evidence, relied_on=relied_on)


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """Who did it in between, or last, and when: nobody reads "at least 1" as that."""
    words, what = in_figures(assertion, known, truth), assertion.quantity.what
    feat, who = feat_in_words(wanted(assertion.quantity.detail)), _who(known)
    if what == "achieved":
        return Wording(f"a {feat}", who or ("none" if known.value == exactly(0) else ""))
    if what == "earlier":
        found = f"{words.found} earlier{who and ', the first ' + who}"
        return Wording(f"no earlier {feat}", "none earlier" if words.found == "at least 0" else found)
    if what.endswith("holder"):
        return words._replace(claimed=f"the last by {words.claimed}", found=who if words.instead else words.found)
    claimed = words.claimed.removeprefix("since ").removeprefix("for ")
    since = "since" if what.endswith("date") else "for"
    found = who if who and words.instead else f"{who}, if not later" if who else ""
    return Wording(f"none {since} {claimed}", found or ("" if _open_below(known) else words.found), words.instead)


def _who(known: Known) -> str:
    """What was done, where and when; "" where an article's own claims are all there is."""
    told = [f"{one.summary} ({one.date})" if one.date else one.summary for one in known.evidence if one.sources]
    return told[0] if told else ""


def _open_below(known: Known) -> bool:
    return isinstance(known.value, Range) and known.value.low is None
