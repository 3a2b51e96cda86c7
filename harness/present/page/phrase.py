"""The corrected phrase: the quote with its wrong figure replaced, and the word diff from the one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

from harness.model import Finding, Judged
from harness.present.page.standing import at_issue
from harness.values import as_printed, exactly

_NUMBER = re.compile(r"([0-9]+)(st|nd|rd|th)?")
_CLAIMED = re.compile(r"([0-9]+)(st|nd|rd|th)?( places? behind)?")
_WORDS = re.compile(r"\s+|[^\s]+")


class Change(msgspec.Struct, frozen=True, gc=False):
    """A run of words that both phrases have ("same"), or that only one of them has ("old", "new")."""

    how: str
    words: str


def corrected(finding: Finding) -> str:
    """The quote as it should read; "" where the figure to replace does not stand in it, or other words would have to
    change with it: "three medals" is no "one medals", and two figures are not put right by one.

    A number that the quote has in words is written in words: "third" becomes "fourth", not "4th".
    """
    judged = at_issue(finding)
    printed = finding.claimed if judged is None else judged.printed or finding.claimed
    if not finding.suggestion or not printed or _says_more(finding, judged):
        return ""
    for said, instead in _spellings(printed, finding.suggestion):
        found = re.search(rf"(?<![\w.,:]){re.escape(said)}(?!\w|[.,:]\w)", finding.quote, re.IGNORECASE)
        if found is not None:
            return _replaced(found, instead, judged is not None and judged.measure == "count")
    return ""


def _replaced(found: re.Match[str], instead: str, counts: bool) -> str:
    """The quote with other words for those that were found; "" where the words around them would not fit."""
    before, rest = found.string[: found.start()], found.string[found.end() :]
    unit = instead.partition(" ")[2]
    noun = re.match(rf" {re.escape(unit.removesuffix('s'))}s?\b", rest) if unit else None
    number_changes = counts and _is_one(found[0]) != _is_one(instead)
    if (noun is None and rest and number_changes) or (instead.startswith("no ") and before + rest):
        return ""
    if found[0][:1].isupper():
        instead = instead[:1].upper() + instead[1:]
    phrase = before + instead + (rest[noun.end() :] if noun else rest)
    return "" if phrase == found.string else phrase


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
    return len(wrong) > 1 or len({(one.verdict, one.found) for one in alike}) > 1


def _spellings(printed: str, suggestion: str) -> Iterator[tuple[str, str]]:
    """The figure as the claim file has it, then, of a small number, the other ways in which the quote may have it."""
    yield printed, suggestion
    one, other = _CLAIMED.fullmatch(printed), _NUMBER.match(suggestion)
    if one is None or other is None or suggestion[other.end() :].startswith((".", ":", ",")):
        return
    old, new, unit = int(one[1]), int(other[1]), suggestion[other.end() :]
    for measure, example in (("ordinal", "1st"), ("ordinal", "first"), ("count", "one")):
        said, instead = (as_printed(exactly(number), measure, example) for number in (old, new))
        if said and instead:
            yield said, instead + unit


def _is_one(figure: str) -> bool:
    return figure.lower() in ("1", "one", "a", "an")


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """The changes that make the new phrase of the old one, word by word; words side by side change together."""
    one, other = _WORDS.findall(old), _WORDS.findall(new)
    changes: list[Change] = []
    gone, come = "", ""
    for how, start, end, new_start, new_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        words = "".join(one[start:end])
        if how == "equal" and (words.strip() or not (gone or come) or end == len(one)):
            changes += _changed(gone, come)
            changes.append(Change("same", words))
            gone, come = "", ""
        else:
            gone, come = gone + words, come + "".join(other[new_start:new_end])
    return (*changes, *_changed(gone, come))


def _changed(gone: str, come: str) -> list[Change]:
    return [Change(how, words) for how, words in (("old", gone), ("new", come)) if words]
