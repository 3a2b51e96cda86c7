"""Phrases put into words: ids by their names, results, settings and figures as people write them."""

from __future__ import annotations

from typing import Any, NamedTuple

from harness.records.model import Setting
from harness.records.phrase import Phrase, Shown, Text
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import HUNDREDTH


class RaceOf(NamedTuple):
    """The race of a result, as a part of a phrase."""

    result: Result


def say(text: Text, truth: Truth) -> str:
    """The text, with the names that the ground truth has for its parts."""
    return text if isinstance(text, str) else text.template.format(*(_say_part(part, truth) for part in text.parts))


def _say_part(part: Any, truth: Truth) -> str:
    match part:
        case str():
            return truth.name(part)
        case RaceOf():
            return truth.called(part.result).partition(", ")[2]
        case Result():
            return truth.called(part)
        case Setting():
            return truth.show_setting(part)
        case Shown():
            return truth.show(part.value, part.measure, part.step or HUNDREDTH)
        case Phrase():
            return say(part, truth)
        case tuple():
            return " and ".join(_say_part(each, truth) for each in part)
    return str(part)
