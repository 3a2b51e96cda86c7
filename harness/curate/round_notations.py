"""Rounds as sources write them: Semi-Final A/B 1, B-Final, Qualification - Group A, 2. Vorlauf, Finale 1, FA.

Every word has to be understood: a consolation final, a small final and one for third place are other contests than the
final, and what a word nobody knows makes of a round cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from harness.curate.written_words import ROUNDS
from harness.names import fold

_BASES = ("repechage", "semifinal", "quarterfinal", "heat", "final")
_ORDINALS = {
    word: str(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_WORDS = ROUNDS | _ORDINALS | {
    "semi": "semifinal", "semis": "semifinal", "quarter": "quarterfinal", "quarters": "quarterfinal", "sf": "semifinal",
    "qf": "quarterfinal", "qualification": "heat", "qualifying": "heat", "qualifier": "heat", "prelim": "heat",
    "preliminary": "heat", "preliminaries": "heat", "series": "serie",
}  # fmt: skip
_REWRITTEN = [(re.compile(pattern), text) for pattern, text in (
    (r"\b(semi|quarter|demi|halve|quarts?|cuartos|quarti)(?: (de|di))? (?=final)", r"\1\2"),
    (r"\b1 2 (?=final)", "semi"), (r"\b1 4 (?=final)", "quarter"),
    (r"(?<=[a-z])(?=[0-9])", " "),
    (r"\b([0-9]{1,2})(?:st|nd|rd|th|e|eme|er|a|o)\b", r"\1"),
    (r"\b(?:first|1|opening) rounds?\b", "heat"), (r"\bround (?:1|one)\b", "heat"),
    (r"\b(?:of|von|de|sur) [0-9]{1,2}\b", ""),
    (r"\bf(?: ([1-9a-h])|([a-h]))?\Z", r"final \1\2"),
    (r"\bh (?=[0-9])", "heat "),
)]  # fmt: skip
_SECTION_WORDS = frozenset({"race", "section", "group", "pool", "poule", "serie"})
_FILLERS = frozenset("the round event result standing grand timed men women mixed boy girl".split())
_STAGE = re.compile(r"(?:round|runde) (?P<round>[0-9])(?: *- *heat (?P<heat>[0-9]+))?", re.IGNORECASE)
_PRELIMINARY = re.compile(r"prelim(?:inary)?(?: round)?[ -]*(?:heat)? ?(?P<number>[0-9]+)", re.IGNORECASE)


def read_round_cell(text: str) -> dict[str, str]:
    """The round, and the section where the cell names one: "final 2", "race B", "Qualification - Group A"."""
    stage = _STAGE.fullmatch(text)
    if stage is not None:
        base = {"1": "heat", "2": "quarterfinal", "3": "semifinal"}.get(stage["round"])
        if base is not None:
            return {"round": f"{base} {stage['heat']}" if stage["heat"] else base}
    if (early := _PRELIMINARY.fullmatch(text)) is not None:
        return {"round": "heat", "section": f"preliminary {int(early['number'])}"}
    read = _from_words(_words(text))
    if read is None:
        raise ValueError(f"{text!r} is not a round: final, semifinal 1, heat 3, final 2, race B")
    return read


def _words(text: str) -> list[str]:
    """The words in English and in the singular, joined where they are one: "semi final" and "demi-finale"."""
    words = fold(text)
    for pattern, written in _REWRITTEN:
        words = pattern.sub(written, words)
    return [_english(word) for word in words.split()]


def _english(word: str) -> str:
    singular = word.removesuffix("s") if len(word) > 3 else word
    return _WORDS.get(word) or _WORDS.get(singular) or singular


def _from_words(words: list[str]) -> dict[str, str] | None:
    """None where a word is none of a round, or where there are more names of races than one."""
    base = next((name for name in _BASES if name in words), None)
    sectioned = any(word in _SECTION_WORDS for word in words)
    rest = [word for word in words if word not in (base, "heat") and word not in _SECTION_WORDS | _FILLERS]
    numbers = [str(int(word)) for word in rest if word.isdigit() and len(word) <= 2]
    letters = [word.upper() for word in rest if len(word) == 1 and (sectioned or word in "abcdefgh") and word.isalpha()]
    if len(numbers) + len(letters) != len(rest) or len(numbers) > 1 or len(letters) > 2:
        return None
    section = " ".join(("/".join(letters), *numbers)).strip()
    if base is None:
        bare = len(words) == 1 and section in ("A", "B", "C", "D")
        return {"round": "", "section": section} if section and (sectioned or bare) else None
    if base == "final" or (sectioned and not letters):
        return {"round": base, "section": section} if section else {"round": base}
    return {"round": " ".join((base, *numbers))} | ({"section": "/".join(letters)} if letters else {})


def is_unnumbered(race: Mapping[str, object]) -> bool:
    """Several heats may hide behind one word, each with a winner: the place says nothing then."""
    return race.get("round") in _BASES[:-1] and "section" not in race
