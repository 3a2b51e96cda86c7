"""What a finding tells an editor: what is claimed, what is known, what to print instead, what would settle it.

The verdict is made before (verdict.py), and nothing here can change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from harness.checking.verdict import Weighed
from harness.kinds import kinds
from harness.records.model import AnyQuantity, Assertion, Known, Unknown
from harness.truth.index import Truth
from harness.truth.say import say
from harness.values import Nothing, Range
from harness.wording import Wording, claimed, in_figures, in_words


class FindingText(NamedTuple):
    """The words of a finding, field by field."""

    claimed: str
    found: str
    message: str
    suggestion: str
    missing: str


def describe(truth: Truth, weighed: Sequence[Weighed], deciding: Weighed) -> FindingText:
    """The words for the verdict, from the assertion that decides it."""
    verdict, assertion, known = deciding.verdict, deciding.assertion, deciding.known
    if verdict == "supported":
        assert isinstance(known, Known)
        if not assertion.printed:  # no figure, so that the words may be the kind's own
            words = _worded(assertion, known, truth)
            return FindingText(words.claimed, words.found, "", _slips(truth, weighed), "")
        return FindingText(assertion.printed, in_figures(assertion, known, truth).found, "", _slips(truth, weighed), "")
    if verdict == "refuted":
        return _refuted(truth, weighed)
    if isinstance(known, Unknown):
        missing = say(known.missing, truth) or quantity_in_words(assertion.quantity, truth)
        return FindingText(claimed(assertion, truth), "", say(known.why, truth), _slips(truth, weighed), missing)
    words = _worded(assertion, known, truth)
    every = "all of" if assertion.measure == "count" else "exactly"
    missing = f"{every}: {quantity_in_words(assertion.quantity, truth)}"
    return FindingText(words.claimed, words.found, _open(assertion, known, words), _slips(truth, weighed), missing)


def _refuted(truth: Truth, weighed: Sequence[Weighed]) -> FindingText:
    """All that is wrong: what is printed, what is known, and what puts all of it right at once."""
    wrong = {
        assertion.assertion: assertion.known
        for assertion in weighed
        if assertion.verdict == "refuted" and isinstance(assertion.known, Known)
    }
    words = {assertion: _worded(assertion, known, truth) for assertion, known in wrong.items()}
    if len(weighed) > 1:
        words = {assertion: _of_whom(assertion, text, weighed, words, truth) for assertion, text in words.items()}
    each = dict.fromkeys(words.values())  # two parts of a claim may say one thing, as both ends of some days do
    claims, official, instead = (_joined(part) for part in zip(*each, strict=True))
    figure = all(_is_figure(assertion, text) for assertion, text in words.items())
    return FindingText(claims, official, _mismatch(figure, claims, "the ground truth has", official), instead, "")


def _of_whom(
    assertion: Assertion, words: Wording, weighed: Sequence[Weighed], wrong: dict[Assertion, Wording], truth: Truth
) -> Wording:
    """With the athlete's name, where the same figure is printed of several and not all of them have the same one."""
    others = [
        each.assertion
        for each in weighed
        if each.assertion.quantity.attribute == assertion.quantity.attribute
        and each.assertion.quantity.subjects != assertion.quantity.subjects
    ]
    if len(assertion.quantity.subjects) != 1 or not others or all(wrong.get(each) == words for each in others):
        return words
    name = truth.name(assertion.quantity.subjects[0])
    return Wording(words.claimed, f"{name} {words.found}", words.instead and f"{name} {words.instead}")


def _joined(parts: Iterable[str]) -> str:
    """What they all are, or each of them in order; "" where one of them is nothing."""
    words = list(parts)
    return "" if not all(words) else words[0] if len(set(words)) == 1 else ", ".join(words)


def _mismatch(figure: bool, claims: str, whose: str, known: str) -> str:
    """What is claimed against what is known: "printed 3, the ground truth has 4"; of other words than a printed figure
    "claimed: none since 2012; the ground truth has: Duncan Hill, 20 August 2016"."""
    return f"printed {claims}, {whose} {known}" if figure else f"claimed: {claims}; {whose}: {known}"


def _open(assertion: Assertion, known: Known, words: Wording) -> str:
    """What an undecided claim is held against: too little, or not exact enough."""
    value, known_text = known.value, words.found
    if not known_text:
        whose, known_text = "the ground truth", "does not say"
    elif isinstance(value, Range) and value.high is None and assertion.measure == "count":
        whose = "the ground truth has"
        known_text = (
            f"{'none' if known_text == 'at least 0' else known_text.removeprefix('at least ')}, but perhaps not all"
        )
    else:
        whose = "the ground truth knows only"
    if _is_figure(assertion, words):
        return f"printed {words.claimed}, {whose} {known_text}"
    return f"claimed: {words.claimed}; {whose} {known_text}"


def _is_figure(assertion: Assertion, words: Wording) -> bool:
    """Whether what is claimed is told by the printed figure."""
    return bool(assertion.printed) and words.claimed.startswith(assertion.printed)


def _slips(truth: Truth, weighed: Sequence[Weighed]) -> str:
    """What misprints should have been."""
    slips = [part for part in weighed if "misprint" in part.assertion.notes and isinstance(part.known, Known)]
    corrections = [in_figures(slip.assertion, slip.known, truth).instead for slip in slips]  # type: ignore[arg-type]
    return _joined(dict.fromkeys(corrections)) if corrections else ""


def describe_contradiction(assertion: Assertion, known: Known, own: Truth, whose: str) -> str:
    """The words for another value in other claims: "printed 0.71, the article's own claims give 0.69"."""
    words = _worded(assertion, known, own)
    return _mismatch(_is_figure(assertion, words), words.claimed, f"{whose} give", words.found)


def quantity_in_words(quantity: AnyQuantity, truth: Truth) -> str:
    """The quantity in words, as its kind puts it."""
    return in_words(quantity, kinds()[quantity.kind].noun(quantity), truth)


def _worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """The kind's own words; where there was no such result at all, why not."""
    if isinstance(known.value, Nothing) or known.perhaps_none:
        return Wording(claimed(assertion, truth), say(known.arithmetic, truth))
    return kinds()[assertion.quantity.kind].worded(assertion, known, truth)
