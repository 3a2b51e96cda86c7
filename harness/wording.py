"""How figures and quantities are worded for an editor, the same way for all kinds; a kind may override it
(Kind.worded)."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import AnyQuantity, Assertion, Known, Setting
from harness.truth.feats import Wanted
from harness.truth.index import Truth
from harness.truth.results import MEDALS
from harness.values import HUNDREDTH, Label, as_printed, exactly, show

_SECOND = 1000  # thousandths; of a metre too


class Wording(NamedTuple):
    """The claimed value, the known value, and the text that could replace the claimed words ("" if there is none)."""

    claimed: str
    found: str
    instead: str = ""


def in_figures(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """The printed figure, the official one, and the official one in the article's way of printing."""
    value, measure = known.value, assertion.measure
    found = truth.show(value, measure, known.step or HUNDREDTH)
    if isinstance(value, Label):
        return Wording(claimed(assertion, truth), found, found if len(value.names) == 1 else "")
    instead = as_printed(value, measure, assertion.printed, assertion.claimed, shown_step(assertion, known))
    return Wording(claimed(assertion, truth), found, instead)


def shown_step(assertion: Assertion, known: Known) -> int:
    """One unit of the last digit of a correction: no finer than the official figure or the printed one.

    A bound does not show how exact a figure is: "under four minutes" is corrected to 4:06.20.
    """
    printed = assertion.step if assertion.exact is not None else 0
    in_decimals = 10 ** (len(str(printed)) - 1) if printed else 0  # an inch is no power of ten
    return max(known.step or HUNDREDTH, min(in_decimals, _SECOND))


def claimed(assertion: Assertion, truth: Truth) -> str:
    """The claimed value: as printed, or, if that is not kept, as it was read."""
    return assertion.printed or truth.show(assertion.claimed, assertion.measure)


class Noun(NamedTuple):
    """The noun for a quantity, and what narrows it besides its subjects and setting."""

    what: str
    narrowing: str = ""


def plain_noun(quantity: AnyQuantity) -> Noun:
    """The attribute's own word, and the qualifier's."""
    return Noun(str(quantity.attribute), "" if quantity.qualifier is None else str(quantity.qualifier))


def in_words(quantity: AnyQuantity, noun: Noun, truth: Truth) -> str:
    """The quantity in words: "titles of Jakob Ingebrigtsen, men, global championship"."""
    setting, names = quantity.setting, [truth.name(subject) for subject in quantity.subjects]
    whose = (" over " if noun.what == "wins" and len(names) == 2 else " and ").join(names)
    where = "" if replace(setting, sex=None) == Setting() else truth.show_setting(setting)
    parts = (f"{noun.what} of {whose}" if whose else noun.what, setting.sex, where, noun.narrowing)
    return ", ".join(part for part in parts if part)


def feats_in_words(feat: Wanted) -> str:
    """The plural: "medals", "marks that good"."""
    return _plural(feat_in_words(feat))


def _plural(noun: str) -> str:
    for head in ("mark", "win", "holding", "day"):
        if noun.startswith(f"{head} "):
            return f"{head}s{noun.removeprefix(head)}"
    return f"{noun}s"


def feat_in_words(feat: Wanted) -> str:
    """The condition of a feat as a noun: "medal", "win", "race", "holding with 2 titles"."""
    if feat.within != "race":
        each = feat_in_words(replace(feat, together=1, within="race"))
        return f"{feat.within} with {feat.together} {each if feat.together == 1 else _plural(each)}"
    if feat.medal:
        colour = "" if feat.place is None or feat.place.low != feat.place.high else MEDALS[feat.place.low or 1]
        return f"{colour} medal".strip()
    if feat.place == exactly(1):
        return "title" if feat.final else "win"
    if feat.place is not None:
        return f"{show(feat.place, 'ordinal')} place"
    return "mark that good" if feat.mark is not None else "race" if feat.beats is None else "win over them"
