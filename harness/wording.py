"""What a finding says to an editor: what is claimed, what is known, what to print instead, what would settle it.

The verdict is made before (verdict.py) and nothing here can change it. Figures are worded in the same way for all
kinds; a kind that claims in other words than a figure ("the first since 2012") words itself (`worded` in its file).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

import msgspec
from msgspec.structs import replace

from harness.model import AnyQuantity, Assertion, Known, Setting, Unknown, Verdict
from harness.truth.feats import Wanted
from harness.truth.index import Truth
from harness.truth.results import MEDALS
from harness.values import HUNDREDTH, Label, Range, as_printed, exactly, show

_SECOND = 1000  # thousandths; of a metre too


class Weighed(msgspec.Struct, frozen=True, gc=False):
    """One assertion beside what is known of it."""

    assertion: Assertion
    known: Known | Unknown
    verdict: Verdict


class Wording(NamedTuple):
    """What is claimed and what is known, and what could stand in the place of the claimed words ("": nothing)."""

    claimed: str
    found: str
    instead: str = ""


class Said(NamedTuple):
    """The words of a finding, field by field."""

    claimed: str
    found: str
    message: str
    suggestion: str
    missing: str


Worded: TypeAlias = Callable[[Assertion, Known, Truth], Wording]


def in_figures(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """The printed figure, the official one, and the latter in the article's way of printing."""
    value, measure = known.value, assertion.measure
    found = truth.show(value, measure, known.step or HUNDREDTH)
    if isinstance(value, Label):
        return Wording(claimed(assertion, truth), found, found if len(value.names) == 1 else "")
    instead = as_printed(value, measure, assertion.printed, assertion.claimed, shown_step(assertion, known))
    return Wording(claimed(assertion, truth), found, instead)


def shown_step(assertion: Assertion, known: Known) -> int:
    """One unit of the last digit of a correction: no finer than the official figure, nor than the printed one.

    A bound says nothing of how exact the figure is: "under four minutes" is corrected to 4:06.20.
    """
    printed = assertion.step if assertion.exact is not None else 0
    in_decimals = 10 ** (len(str(printed)) - 1) if printed else 0  # an inch is no power of ten
    return max(known.step or HUNDREDTH, min(in_decimals, _SECOND))


def claimed(assertion: Assertion, truth: Truth) -> str:
    """What is claimed: as printed, or where that is not kept, as it was read."""
    return assertion.printed or truth.show(assertion.claimed, assertion.measure)


def said(truth: Truth, weighed: Sequence[Weighed], deciding: Weighed, worded: Callable[[AnyQuantity], Worded]) -> Said:
    """The words for the verdict of the deciding one of all that a claim asserts."""
    verdict, assertion, known = deciding.verdict, deciding.assertion, deciding.known
    if verdict == "supported":
        assert isinstance(known, Known)
        if not assertion.printed:  # no figure, so that the words may be the kind's own
            words = worded(assertion.quantity)(assertion, known, truth)
            return Said(words.claimed, words.found, "", _slips(truth, weighed), "")
        return Said(assertion.printed, in_figures(assertion, known, truth).found, "", _slips(truth, weighed), "")
    if verdict == "refuted":
        return _refuted(truth, weighed, worded)
    if isinstance(known, Unknown):
        missing = known.missing or in_words(assertion.quantity, truth)
        return Said(claimed(assertion, truth), "", known.why, _slips(truth, weighed), missing)
    words = worded(assertion.quantity)(assertion, known, truth)
    every = "all of" if assertion.measure == "count" else "exactly"
    missing = f"{every}: {in_words(assertion.quantity, truth)}"
    return Said(words.claimed, words.found, _open(assertion, known, words), _slips(truth, weighed), missing)


def _refuted(truth: Truth, weighed: Sequence[Weighed], worded: Callable[[AnyQuantity], Worded]) -> Said:
    """All that is wrong: what is printed, what is known, and what puts all of it right at once."""
    wrong = {one.assertion: one.known for one in weighed if one.verdict == "refuted" and isinstance(one.known, Known)}
    words = {one: worded(one.quantity)(one, known, truth) for one, known in wrong.items()}
    if len(weighed) > 1:
        words = {one: _of_whom(one, said, weighed, words, truth) for one, said in words.items()}
    each = dict.fromkeys(words.values())  # two parts of a claim may say one thing, as both ends of some days do
    claims, found, instead = (_joined(part) for part in zip(*each, strict=True))
    figure = all(_is_figure(one, said) for one, said in words.items())
    return Said(claims, found, _against(figure, claims, "the ground truth has", found), instead, "")


def _of_whom(
    one: Assertion, words: Wording, weighed: Sequence[Weighed], wrong: dict[Assertion, Wording], truth: Truth
) -> Wording:
    """With the athlete's name, where the same figure is printed of several and not all of them have the same one."""
    others = [
        each.assertion
        for each in weighed
        if each.assertion.quantity.attribute == one.quantity.attribute
        and each.assertion.quantity.subjects != one.quantity.subjects
    ]
    if len(one.quantity.subjects) != 1 or not others or all(wrong.get(each) == words for each in others):
        return words
    name = truth.name(one.quantity.subjects[0])
    return Wording(words.claimed, f"{name} {words.found}", words.instead and f"{name} {words.instead}")


def _joined(parts: Iterable[str]) -> str:
    """What they all are, or each of them in order; "" where one of them is nothing."""
    words = list(parts)
    return "" if not all(words) else words[0] if len(set(words)) == 1 else ", ".join(words)


def _against(figure: bool, claims: str, whose: str, found: str) -> str:
    """What is claimed against what is known: "printed 3, the ground truth has 4"; of other words than a printed figure
    "claimed: none since 2012; the ground truth has: Duncan Hill, 20 August 2016"."""
    return f"printed {claims}, {whose} {found}" if figure else f"claimed: {claims}; {whose}: {found}"


def _open(assertion: Assertion, known: Known, words: Wording) -> str:
    """What an undecided claim is held against: too little, or not exact enough."""
    value, found = known.value, words.found
    if not found:
        whose, found = "the ground truth", "does not tell"
    elif isinstance(value, Range) and value.high is None and assertion.measure == "count":
        whose = "the ground truth has"
        found = f"{'none' if found == 'at least 0' else found.removeprefix('at least ')}, but perhaps not all"
    else:
        whose = "the ground truth knows only"
    if _is_figure(assertion, words):
        return f"printed {words.claimed}, {whose} {found}"
    return f"claimed: {words.claimed}; {whose} {found}"


def _is_figure(assertion: Assertion, words: Wording) -> bool:
    """Whether what is claimed is told by the printed figure."""
    return bool(assertion.printed) and words.claimed.startswith(assertion.printed)


def _slips(truth: Truth, weighed: Sequence[Weighed]) -> str:
    """What misprints should have been."""
    slips = [one for one in weighed if "misprint" in one.assertion.notes and isinstance(one.known, Known)]
    found = [in_figures(one.assertion, one.known, truth).instead for one in slips]  # type: ignore[arg-type]
    return _joined(dict.fromkeys(found)) if found else ""


def follows(assertion: Assertion, known: Known, own: Truth, worded: Worded, whose: str) -> str:
    """That claims give a quantity another value than this claim: "printed 0.71, the article's own claims give 0.69"."""
    words = worded(assertion, known, own)
    return _against(_is_figure(assertion, words), words.claimed, f"{whose} give", words.found)


def in_words(quantity: AnyQuantity, truth: Truth) -> str:
    """The quantity in words: "titles of Jakob Ingebrigtsen, men, global championship"."""
    setting, names = quantity.setting, [truth.name(who) for who in quantity.subjects]
    what, detail = _what(quantity)
    whose = (" over " if what == "wins" and len(names) == 2 else " and ").join(names)
    where = "" if replace(setting, sex=None) == Setting() else truth.show_setting(setting)
    return ", ".join(part for part in (f"{what} of {whose}" if whose else what, setting.sex, where, detail) if part)


def _what(quantity: AnyQuantity) -> tuple[str, str]:
    """What is asked, as a noun, and what narrows it."""
    attribute, qualifier = str(quantity.attribute), quantity.qualifier
    match quantity.kind:
        case "medal_count":
            return "medals" if attribute == "any" else f"{attribute} medals", ""
        case "only" | "since":
            feats = f"{feat_in_words(qualifier.feat)}s"
            return {"achieved": feats, "times": feats}.get(
                attribute
            ) or f"{_WHEN.get(attribute, 'earlier')} {feats}", ""
        case "record":
            record = f"{qualifier.level} record"
            return (record if attribute == "mark" else f"{attribute.replace('_', ' ')}, {record}"), ""
        case "date":
            return attribute, ""
        case "count" if qualifier:
            return attribute, feat_in_words(qualifier.feat)
        case "rank":
            return ("best mark" if attribute == "best" else attribute), str(qualifier) if attribute == "rank" else ""
    return attribute, "" if qualifier is None else str(qualifier)


_WHEN = {"others": "all the", "latest date": "latest", "latest span": "latest", "latest holder": "latest"}


def feat_in_words(feat: Wanted) -> str:
    """What it takes to count, as a noun: "medal", "win", "race"."""
    if feat.medal:
        colour = "" if feat.place is None or feat.place.low != feat.place.high else MEDALS[feat.place.low or 1]
        return f"{colour} medal".strip()
    if feat.place == exactly(1):
        return "title" if feat.final else "win"
    if feat.place is not None:
        return f"{show(feat.place, 'ordinal')} place"
    return "mark that good" if feat.mark is not None else "race" if feat.beats is None else "win over him"
