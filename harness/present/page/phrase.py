"""The corrected phrase: the quote with its wrong figure replaced, and the word diff between the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

from harness.present.page.standing import at_issue
from harness.records.model import Finding, Judged
from harness.values import as_printed, exactly

_NUMBER = re.compile(r"([0-9]+)(st|nd|rd|th)?")
_CLAIMED = re.compile(r"([0-9]+)(st|nd|rd|th)?( places? behind)?")
_WORDS = re.compile(r"\s+|[^\s]+")


class Change(msgspec.Struct, frozen=True, gc=False):
    """A run of words that both phrases have ("same"), or that only one of them has ("old", "new")."""

    how: str
    words: str


def corrected(finding: Finding) -> str:
    """The quote as it should read; "" if the figure to replace is not in it, or other words would have to change too:
    "three medals" cannot become "one medals", and one replacement cannot correct two figures.

    A number that the quote has in words is replaced in words: "third" becomes "fourth", not "4th".
    """
    judged = at_issue(finding)
    printed = finding.claimed if judged is None else judged.printed or finding.claimed
    if not finding.suggestion or not printed or _says_more(finding, judged):
        return ""
    for figure, instead in _spellings(printed, finding.suggestion):
        place = re.search(rf"(?<![\w.,:]){re.escape(figure)}(?!\w|[.,:]\w)", finding.quote, re.IGNORECASE)
        if place is not None:
            return _replaced(place, instead, judged is not None and judged.measure == "count")
    return ""


def _replaced(match: re.Match[str], instead: str, counts: bool) -> str:
    """The quote with other words for those that were found; "" where the words around them would not fit."""
    before, rest = match.string[: match.start()], match.string[match.end() :]
    unit = instead.partition(" ")[2]
    noun = re.match(rf" {re.escape(unit.removesuffix('s'))}s?\b", rest) if unit else None
    number_changes = counts and _is_one(match[0]) != _is_one(instead)
    if (noun is None and rest and number_changes) or (instead.startswith("no ") and before + rest):
        return ""
    if match[0][:1].isupper():
        instead = instead[:1].upper() + instead[1:]
    phrase = before + instead + (rest[noun.end() :] if noun else rest)
    return "" if phrase == match.string else phrase


def _says_more(finding: Finding, judged: Judged | None) -> bool:
    """Whether the printed figure says something of others too, or is not all that is wrong."""
    if judged is None or finding.verdict != "refuted" or judged.measure == "date":
        return False
    alike = [
        judged_part
        for judged_part in finding.judged
        if judged_part.printed == judged.printed and judged_part.measure == judged.measure
    ]
    wrong = {judged_part.printed for judged_part in finding.judged if judged_part.verdict == "refuted"}
    return len(wrong) > 1 or len({(assertion.verdict, assertion.found) for assertion in alike}) > 1


def _spellings(printed: str, suggestion: str) -> Iterator[tuple[str, str]]:
    """The figure as the claim file has it, then, of a small number, the other ways in which the quote may have it."""
    yield printed, suggestion
    old_number, new_number = _CLAIMED.fullmatch(printed), _NUMBER.match(suggestion)
    if old_number is None or new_number is None or suggestion[new_number.end() :].startswith((".", ":", ",")):
        return
    old, new, unit = int(old_number[1]), int(new_number[1]), suggestion[new_number.end() :]
    for measure, example in (("ordinal", "1st"), ("ordinal", "first"), ("count", "one")):
        figure, instead = (as_printed(exactly(number), measure, example) for number in (old, new))
        if figure and instead:
            yield figure, instead + unit


def _is_one(figure: str) -> bool:
    return figure.lower() in ("1", "one", "a", "an")


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """The changes from the old phrase to the new one, word by word; adjacent words change together."""
    old_words, new_words = _WORDS.findall(old), _WORDS.findall(new)
    changes: list[Change] = []
    gone, come = "", ""
    for how, start, end, new_start, new_end in SequenceMatcher(
        None, old_words, new_words, autojunk=False
    ).get_opcodes():
        words = "".join(old_words[start:end])
        if how == "equal" and (words.strip() or not (gone or come) or end == len(old_words)):
            changes += _changed(gone, come)
            changes.append(Change("same", words))
            gone, come = "", ""
        else:
            gone, come = gone + words, come + "".join(new_words[new_start:new_end])
    return (*changes, *_changed(gone, come))


def _changed(gone: str, come: str) -> list[Change]:
    return [Change(how, words) for how, words in (("old", gone), ("new", come)) if words]
