"""since: the first since a date, or the last until now."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, Feat, PrintedDate, PrintedSpan, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Qualifier, Quantity, Setting, Unknown, Unreadable
from harness.truth import firsts
from harness.truth.feat_readings import over_readings
from harness.truth.feats import ANY_RACE, Licence, Wanted, complete, occurrences
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import Label, Nothing, Range, exactly, minus, partial_date
from harness.wording import Noun, Wording, feat_in_words, feats_in_words, in_figures


class Since(Claim, tag="since", frozen=True, kw_only=True):
    """A feat that was the first for some time ("order": "first"), or that has not happened again since ("last").

    ## What it claims

    When a feat had last been achieved before the subject's, or last of all: a date, a duration, or by whom.

    ## Fields

    "first": the subject is the feat of `athlete` (without one, of anybody) that the scope names by its edition, its
    date or its period. The question is when the feat was last achieved before it: `since` is that date, `span` the time
    between, and `last_holder` who did it then. If none of the three is given, the claim is that there is no earlier one
    in the scope's period: "opened his season" is the feat {"race": "any"} with the season as period. "last": the latest
    occurrence as of the claim's date, at `since`, `span` ago, by `last_holder`.

    Earlier feats by anybody in the scope count: its nation, area, sex, event and period, indoors or outdoors; a win is
    one in any round, or in finals alone, and what is true of either is not refuted. With
    `own`, and always for starts, for `beats` and for "last", only the athlete's own count. Whatever identifies the race
    itself (edition, date and round) is dropped when earlier ones are looked for. The competition is kept for medals and
    titles, which belong to one series, and for starts without a period ("his first Games"); it is dropped for marks,
    places and opponents. For a first start the event is dropped too: a season covers all events. A mark without a bound
    means that mark or better. `medals` and `titles` mean one of them, or that many `within` one edition or day ("the
    first four golds at one Games since 2008").

    ## How it is judged

    supported         the latest earlier one lies within the printed date, and nothing can have come between
    refuted           there is a later one, or none at that date where all are known; or the subject did not do it
    not_enough_info   the subject's race is not known, or still to come; no statement says that nothing came between

    ## What absence proves

    That nothing came between, where a statement covers the time after the earlier one.

    ## Example

        {"kind": "since", "id": "since-elliott", "text": "Kerr was the first British medallist since 1988",
         "quote": "since 1988", "start": 10, "end": 20, "athlete": "Kerr", "feat": {"medal": "any"}, "since": "1988",
         "last_holder": "Peter Elliott",
         "scope": {"event": "1500m", "sex": "men", "competition": "Tokyo Olympics", "nation": "Britain"}}

    ## Source

    Results, and the completeness statements of the medals, marks or races in question.
    """

    feat: Annotated[Feat, explained("what was done", {"medal": "gold"})]
    athlete: Annotated[AthleteName | None, explained("who did it", "Kerr")] = None
    since: Annotated[PrintedDate | None, explained("when it was last done before", "2012")] = None
    span: Annotated[PrintedSpan | None, explained("how long before that was", "in eight years")] = None
    last_holder: Annotated[AthleteName | None, explained("who did it then", "Coe")] = None
    order: Annotated[Literal["first", "last"], explained("the first since, or the last so far", "first")] = "first"
    own: Annotated[bool, explained("true: among the athlete's own only", True)] = False
    scope: Annotated[
        Scope,
        explained(
            "where it was done, and among whom",
            {"event": "1500m", "competition": "Paris Olympics", "nation": "Britain"},
        ),
    ] = Scope()


class SinceAttribute(StrEnum):
    """That it was done; how many had done it before; when it was last done before that; and when it was done last."""

    ACHIEVED = "achieved"
    EARLIER = "earlier"
    PREVIOUS_DATE = "previous date"
    PREVIOUS_SPAN = "previous span"
    PREVIOUS_HOLDER = "previous holder"
    LATEST_DATE = "latest date"
    LATEST_SPAN = "latest span"
    LATEST_HOLDER = "latest holder"


_A = SinceAttribute
DATES, SPANS = (_A.PREVIOUS_DATE, _A.LATEST_DATE), (_A.PREVIOUS_SPAN, _A.LATEST_SPAN)
HOLDERS, LATEST = (_A.PREVIOUS_HOLDER, _A.LATEST_HOLDER), (_A.LATEST_DATE, _A.LATEST_SPAN, _A.LATEST_HOLDER)


class SinceFeat(Qualifier, frozen=True):
    """The feat, and whether only the athlete's own count."""

    feat: Wanted
    own: bool = False

    def __str__(self) -> str:
        return f"{self.feat} own" if self.own else str(self.feat)


def assertions(resolved: Resolved[Since]) -> tuple[Assertion, ...] | Unreadable:
    claim, feat, who = resolved.claim, resolved.wanted("feat"), resolved.who("athlete")
    figures, holder, last = resolved.figures, resolved.who("last_holder"), claim.order == "last"
    own = bool(who) and (claim.own or last or feat == ANY_RACE or feat.beats is not None)
    of_feat, asserted = SinceFeat(feat, own), []
    if "since" in figures:
        asserted.append(resolved.asserts(DATES[last], who, figures["since"], "date", qualifier=of_feat))
    if "span" in figures:
        asserted.append(resolved.asserts(SPANS[last], who, figures["span"], "days", qualifier=of_feat))
    if holder:
        asserted.append(resolved.asserts(HOLDERS[last], who, Label(frozenset(holder)), "label", qualifier=of_feat))
    if last:
        return tuple(asserted) or Unreadable("since", "none of since, span and last_holder is given")
    if not asserted:
        asserted.append(resolved.asserts(_A.EARLIER, who, exactly(0), "count", qualifier=of_feat))
    return resolved.asserts(_A.ACHIEVED, who, exactly(1), "count", qualifier=SinceFeat(feat)), *asserted


def known(quantity: Quantity[SinceAttribute, SinceFeat], truth: Truth, as_of: int) -> Known | Unknown:
    feat, setting = quantity.qualifier.feat, quantity.setting
    if setting.round == "final" and feat.place is not None:
        feat = replace(feat, of_finals=True)  # an earlier one is sought among finals as well
    return over_readings(truth, feat, setting, lambda reading: _known(quantity, reading, truth, as_of))


def _known(quantity: Quantity[SinceAttribute, SinceFeat], feat: Wanted, truth: Truth, as_of: int) -> Known | Unknown:
    attribute, setting = quantity.attribute, quantity.setting
    athlete = quantity.subjects[0] if quantity.subjects else None
    own = athlete if quantity.qualifier.own else None
    if attribute in LATEST:
        day = min(as_of, setting.end or as_of)
        latest = firsts.latest(truth, feat, setting, as_of, exactly(day + 1), own)
        return _last_seen(truth, attribute, latest, exactly(as_of))
    if attribute == _A.ACHIEVED:
        achieved = occurrences(truth, feat, setting, as_of, athlete)
        if achieved.certain:
            return _counted(truth, achieved.certain, exactly(1), None)
        licence = complete(truth, feat, setting, as_of, athlete) if _is_over(truth, setting, as_of) else None
        perhaps = licence is None or bool(achieved.perhaps(licence))
        return _counted(truth, [], Range(0, int(perhaps)), licence)
    subject = firsts.subject(truth, feat, setting, as_of, athlete)
    if subject is None:
        return Unknown("the ground truth does not have the feat itself")
    sought = firsts.before(feat, setting, in_window=attribute == _A.EARLIER)
    if attribute == _A.EARLIER:
        return _counted(truth, *firsts.earlier(truth, feat, sought, as_of, subject, own))
    latest = firsts.latest(truth, feat, sought, as_of, subject.day, own, subject.result)
    first = _last_seen(truth, attribute, latest, subject.day)
    if isinstance(first, Unknown) or subject.others is None:
        return first if isinstance(first, Unknown) else replace(first, perhaps_more=True)
    later = [
        _last_seen(truth, attribute, firsts.latest(truth, feat, sought, as_of, other.date, own, other), other.date)
        for other in subject.others
    ]
    values = tuple(known.value for known in later if isinstance(known, Known))
    return replace(first, or_perhaps=values, perhaps_more=len(values) < len(later))


def _is_over(truth: Truth, setting: Setting, as_of: int) -> bool:
    """Whether nothing more can come of the holding that the setting names: "his first of the year" may be to come."""
    return setting.edition is None or (partial_date(truth.editions[setting.edition].end).high or as_of + 1) <= as_of


def _counted(truth: Truth, results: list[Result], value: Range, licence: Licence | None) -> Known:
    return Known(value, tuple(results), relied_on=licence.statements if licence else ())


def _last_seen(truth: Truth, attribute: SinceAttribute, latest: firsts.Latest, day: Range) -> Known | Unknown:
    """The date of the latest, the time from it to the day, or who did it: one of those who may have."""
    evidence = tuple(latest.results)
    relied_on = latest.licence.statements if latest.licence else ()
    if isinstance(latest.date, Nothing):
        never = "there was none at all" if attribute in LATEST else "there was none before"
        return Known(latest.date, arithmetic=never, relied_on=relied_on)
    if attribute in DATES:
        return Known(latest.date, evidence, relied_on=relied_on)
    if attribute in SPANS:
        return Known(minus(day, latest.date), evidence, relied_on=relied_on)
    if latest.licence is None:
        return Unknown("nothing says that nobody came between")
    return Known(Label(frozenset(result.athlete for result in latest.results)), evidence, relied_on=relied_on)


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """Who did it in between, or last, and when; "at least 1" alone would not say that."""
    words, attribute = in_figures(assertion, known, truth), assertion.quantity.attribute
    feat, who = feat_in_words(assertion.quantity.qualifier.feat), _who(known, truth)
    if attribute == _A.ACHIEVED:
        return Wording(f"a {feat}", who or ("none" if known.value == exactly(0) else ""))
    if attribute == _A.EARLIER:
        seen = f"{words.found} earlier{who and ', the first ' + who}"
        return Wording(f"no earlier {feat}", "none earlier" if words.found == "at least 0" else seen)
    if attribute in HOLDERS:
        return words._replace(claimed=f"the last by {words.claimed}", found=who if words.instead else words.found)
    claimed = words.claimed.removeprefix("since ").removeprefix("for ")
    since = "since" if attribute in DATES else "for"
    seen = who if who and words.instead else f"{who}, if not later" if who else ""
    return Wording(f"none {since} {claimed}", seen or ("" if _open_below(known) else words.found), words.instead)


def _who(known: Known, truth: Truth) -> str:
    """What was done, where and when; "" where an article's own claims are all there is."""
    evidence = (fact.evidence(truth) for fact in known.evidence)
    first = next((item for item in evidence if item.sources), None)
    return "" if first is None else f"{first.summary} ({first.date})" if first.date else first.summary


def _open_below(known: Known) -> bool:
    return isinstance(known.value, Range) and known.value.low is None


def noun(quantity: Quantity[SinceAttribute, SinceFeat]) -> Noun:
    feats = feats_in_words(quantity.qualifier.feat)
    if quantity.attribute == _A.ACHIEVED:
        return Noun(feats)
    return Noun(f"{'latest' if quantity.attribute in LATEST else 'earlier'} {feats}")


KIND = Kind(
    claim=Since,
    assertions=assertions,
    attributes={attribute: Attribute(known, heading="since") for attribute in SinceAttribute},
    about=lambda claim: ("event", "sex") if claim.feat.mark is not None else ("sex",),
    severity="medium",
    worded=worded,
    noun=noun,
    plants=Plants(scope=True),
)
