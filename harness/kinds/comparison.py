"""comparison: more, fewer or as many medals as others, as at another edition, or as for a long time."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, Medal, NationName, PrintedCount, PrintedDate, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Qualifier, Quantity, Setting, Unknown, Unreadable
from harness.truth import comparisons
from harness.truth.index import Truth
from harness.values import Range, Value, exactly, minus
from harness.wording import Noun, Wording, in_figures


class MedalComparison(Claim, tag="comparison", frozen=True, kw_only=True):
    """How the medals of one athlete, nation or area compare with those of others, or of another edition.

    ## What it claims

    That somebody has more, fewer or as many medals as others together, or as at another edition; is ahead of, behind or
    level with others in a medal table; or has the most or the fewest since a date, or ever.

    ## Fields

    The subject is an `athlete`, a `nation` or the scope's area, and `medal` says which medals. "more", "fewer" and "as
    many" compare with the `athletes` and `nations` together, with the `next` nations of the medal table together, or
    with the same subject in the scope `compared_to`; `by` says how many more or fewer. "ahead", "behind" and "level"
    compare places in the table: by golds, then silvers, then bronzes. "most" and "fewest" compare the edition that the
    scope names with the earlier ones of its competition: `since` is the latest edition with as many (as few), or with
    more (fewer); without `since` there has been none.

    ## How it is judged

    supported         the counts compare as claimed
    refuted           they compare otherwise
    not_enough_info   one of the counts is "at least", and the difference may go either way; or not every edition in
                      between is known

    ## What absence proves

    The same as for counts of medals; and that there was no edition in between, where all editions are known.

    ## Example

        {"kind": "comparison", "id": "more-than-five", "text": "The US won more golds than the next two together",
         "quote": "next two", "start": 10, "end": 18, "nation": "United States", "medal": "gold", "how": "more",
         "next": 2, "scope": {"competition": "Olympic Games", "year": 2024}}

    ## Source

    Counts of medals, as in `medal_count`.
    """

    how: Annotated[
        Literal["more", "fewer", "as many", "ahead", "behind", "level", "most", "fewest"],
        explained("how the first stands to the others", "more"),
    ]
    athlete: Annotated[AthleteName | None, explained("whose medals are compared", "Ledecky")] = None
    nation: Annotated[NationName | None, explained("the nation whose medals are compared", "United States")] = None
    medal: Annotated[Medal, explained("which medals count", "gold")] = "any"
    athletes: Annotated[
        tuple[AthleteName, ...], explained("the athletes compared with, taken together", ["Phelps", "Spitz"])
    ] = ()
    nations: Annotated[
        tuple[NationName, ...], explained("the nations compared with, taken together", ["China", "Japan"])
    ] = ()
    next: Annotated[PrintedCount | None, explained("the next so many of the table, taken together", "two")] = None
    compared_to: Annotated[
        Scope | None, explained("the scope of their own earlier medals", {"competition": "Olympic Games", "year": 2020})
    ] = None
    by: Annotated[PrintedCount | None, explained("by how many more or fewer", "six")] = None
    since: Annotated[PrintedDate | None, explained("when there were last as many, or as few", "2008")] = None
    scope: Annotated[
        Scope, explained("the holding whose medals are compared", {"competition": "Olympic Games", "year": 2024})
    ] = Scope()


class ComparisonAttribute(StrEnum):
    """How many more (negative: fewer); ahead (1), level (0) or behind (-1); the latest time with as many, or as few;
    the number of earlier editions with more, or with fewer."""

    DIFFERENCE = "difference"
    POSITION = "position"
    LATEST_MOST = "latest with as many"
    LATEST_FEWEST = "latest with as few"
    EARLIER_MORE = "earlier with more"
    EARLIER_FEWER = "earlier with fewer"


_A = ComparisonAttribute
POSITIONS = {"ahead": 1, "level": 0, "behind": -1}


class Beside(Qualifier, frozen=True):
    """What the medals are compared with: which colour, the next nations in the table, or another scope."""

    colour: Medal
    next: int | None = None
    other: Setting | None = None

    def __str__(self) -> str:
        parts = (self.colour, f"next {self.next}" if self.next else "", f"with {self.other}" if self.other else "")
        return " ".join(part for part in parts if part)


def assertions(resolved: Resolved[MedalComparison]) -> tuple[Assertion, ...] | Unreadable:
    claim, setting = resolved.claim, replace(resolved.setting, medal=None, round=None, place=None)
    who, others = resolved.who("athlete", "nation"), resolved.who("athletes", "nations")
    if not who and setting.area is not None:
        who, setting = (setting.area,), replace(setting, area=None)
    if len(who) != 1:
        return Unreadable("athlete", "one athlete, one nation or one area whose medals are compared")
    if who[0] in others or len(set(others)) < len(others):
        return Unreadable("nations", "nobody is compared with themselves, or twice with somebody")
    against = [
        name for name, field in (("nations", others), ("next", claim.next), ("compared_to", claim.compared_to)) if field
    ]
    if claim.how in ("most", "fewest"):
        return (
            _since(resolved, who, setting) if not against else Unreadable(against[0], f"{claim.how} is of all holdings")
        )
    if len(against) != 1:
        return Unreadable("nations", "one thing to compare with: others, the `next`, or `compared_to` another scope")
    if claim.how in POSITIONS:
        if len(others) != 1:
            return Unreadable("nations", f"{claim.how} of one other in the table")
        sign = exactly(POSITIONS[claim.how])
        return (
            resolved.asserts(_A.POSITION, (*who, *others), sign, "count", setting=setting, qualifier=Beside("any")),
        )
    other = replace(resolved.settings["compared_to"], medal=None, round=None, place=None) if claim.compared_to else None
    if other == setting:
        return Unreadable("compared_to", "the same scope as that which is compared")
    number = resolved.figures["next"].exact if "next" in resolved.figures else None
    if claim.next is not None and not number:
        return Unreadable("next", f"{claim.next!r} is not how many nations come next in the table")
    beside = Beside(claim.medal, number, other)
    value = _difference(claim.how, resolved.figures["by"].value if "by" in resolved.figures else None)
    return (
        resolved.asserts(_A.DIFFERENCE, (*who, *sorted(others)), value, "count", setting=setting, qualifier=beside),
    )


def _difference(how: str, by: Range | None) -> Range:
    if how == "as many":
        return exactly(0)
    more = Range(1, None) if by is None else by
    return more if how == "more" else minus(exactly(0), more)


def _since(
    resolved: Resolved[MedalComparison], who: tuple[str, ...], setting: Setting
) -> tuple[Assertion, ...] | Unreadable:
    claim, most, beside = resolved.claim, resolved.claim.how == "most", Beside(resolved.claim.medal)
    if claim.by is not None:
        return Unreadable("by", "how many more is of one other count")
    if "since" in resolved.figures:
        attribute = _A.LATEST_MOST if most else _A.LATEST_FEWEST
        date = resolved.figures["since"]
        return (resolved.asserts(attribute, who, date, "date", setting=setting, qualifier=beside),)
    attribute = _A.EARLIER_MORE if most else _A.EARLIER_FEWER
    return (resolved.asserts(attribute, who, exactly(0), "count", setting=setting, qualifier=beside),)


def known(quantity: Quantity[ComparisonAttribute, Beside], truth: Truth, as_of: int) -> Known | Unknown:
    who, others, setting, beside = quantity.subjects[0], quantity.subjects[1:], quantity.setting, quantity.qualifier
    match quantity.attribute:
        case _A.POSITION:
            return comparisons.position(truth, who, others[0], setting, as_of)
        case _A.DIFFERENCE if beside.next is not None:
            return comparisons.beside_next(truth, who, beside.next, beside.colour, setting, as_of)
        case _A.DIFFERENCE if beside.other is not None:
            return comparisons.beside_other(truth, who, beside.colour, setting, beside.other, as_of)
        case _A.DIFFERENCE:
            return comparisons.beside(truth, who, others, beside.colour, setting, as_of)
    most = quantity.attribute in (_A.LATEST_MOST, _A.EARLIER_MORE)
    dated = quantity.attribute in (_A.LATEST_MOST, _A.LATEST_FEWEST)
    return comparisons.earlier_holdings(truth, who, beside.colour, setting, as_of, most=most, dated=dated)


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    attribute = assertion.quantity.attribute
    if attribute == _A.POSITION:
        return Wording(_position(assertion.claimed), _position(known.value))
    if attribute == _A.DIFFERENCE:
        return Wording(_more(assertion.claimed, truth), _more(known.value, truth))
    if attribute in (_A.EARLIER_MORE, _A.EARLIER_FEWER):
        word = attribute.removeprefix("earlier with ")
        return Wording(f"never {word} before", f"{truth.show(known.value, 'count')} earlier with {word}")
    return in_figures(assertion, known, truth)


def _position(value: Value) -> str:
    assert isinstance(value, Range)
    words = [word for word, sign in POSITIONS.items() if (value.low or 0) <= sign <= (value.high or 0)]
    return " or ".join(words)


def _more(value: Value, truth: Truth) -> str:
    """ "more", "3 more", "at least 2 fewer", "as many", or that any of these may be so."""
    assert isinstance(value, Range)
    low, high = value.low, value.high
    if low == high == 0:
        return "as many"
    if low is not None and low > 0:
        return "more" if (low, high) == (1, None) else f"{truth.show(value, 'count')} more"
    if high is not None and high < 0:
        return "fewer" if (low, high) == (None, -1) else f"{truth.show(minus(exactly(0), value), 'count')} fewer"
    return "perhaps as many, more or fewer"


def noun(quantity: Quantity[ComparisonAttribute, Beside]) -> Noun:
    colour = "" if quantity.qualifier.colour == "any" else f"{quantity.qualifier.colour} "
    if quantity.attribute == _A.POSITION:
        return Noun("places in the medal table")
    narrowed = f"beside the next {quantity.qualifier.next}" if quantity.qualifier.next else ""
    return Noun(f"{colour}medals", narrowed)


KIND = Kind(
    claim=MedalComparison,
    assertions=assertions,
    attributes={
        _A.DIFFERENCE: Attribute(known, heading="medals compared"),
        _A.POSITION: Attribute(known, heading="places in a medal table"),
        _A.LATEST_MOST: Attribute(known, heading="the last time with as many medals"),
        _A.LATEST_FEWEST: Attribute(known, heading="the last time with as few medals"),
        _A.EARLIER_MORE: Attribute(known, heading="earlier holdings with more medals"),
        _A.EARLIER_FEWER: Attribute(known, heading="earlier holdings with fewer medals"),
    },
    severity="medium",
    worded=worded,
    noun=noun,
    plants=Plants(scope=True),
)
