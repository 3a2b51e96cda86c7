"""Names of people as sources write them: EL GUERROUJ Hicham, El Guerrouj, Hicham, HICHAM EL GUERROUJ, van AERT Wout."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from harness.names import fold

STYLES = ("family first", "given first")

# Whose names are printed family name first in English as well.
FAMILY_FIRST_NATIONS = frozenset({"CHN", "KOR", "PRK", "TPE", "HKG", "VIE", "MAC", "CAM"})
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_NUMERAL = re.compile("I{2,3}|IV")
_BEHIND = re.compile(r"(?: *(?:\([A-Z]{3}\)|[*†‡§#]+))+ *\Z")  # a nation's code, a footnote: not of the name
_INITIALS = re.compile(r"[^\W0-9_]\.(?:-?[^\W0-9_]\.)*")
_LETTERS = re.compile(r"[^\W0-9_]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero widths, a byte order mark
_MARKUP = re.compile(r"</?[A-Za-z][^>]*>|&#?[A-Za-z0-9]+;|^[=+@]")
_BLANKS = re.compile(r"\s+")


class ImportedName(NamedTuple):
    """The name as it is printed, the other order of it where that is in use, and a key that no order changes."""

    printed: str
    aliases: tuple[str, ...]
    key: str


def read_name(text: str, nation: str | None = None, style: str | None = None) -> ImportedName:
    """The person's name in the usual order; ValueError where letters of two alphabets are mixed."""
    text = _BEHIND.sub("", plain_name(text)).strip(" ,;")
    given_name, family = _parts(text, style)
    if not family:
        return ImportedName(given_name, (), name_key(given_name))
    usual, turned = f"{given_name} {family}".strip(), f"{family} {given_name}".strip()
    if nation in FAMILY_FIRST_NATIONS and given_name:
        return ImportedName(turned, (usual,), name_key(usual))
    return ImportedName(usual, (), name_key(usual))


def plain_name(text: str) -> str:
    """The name without letters that nobody sees; ValueError where it is none: two alphabets, markup, a formula."""
    text = _UNSEEN.sub("", _BLANKS.sub(" ", unicodedata.normalize("NFC", text)))
    odd = next((letter for letter in text if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn")), None)
    if odd is not None:
        raise ValueError(f"{text!r} has a character that is not a letter, {unicodedata.name(odd, f'U+{ord(odd):04X}')}")
    if (markup := _MARKUP.search(text)) is not None:
        raise ValueError(f"{text!r} is not a plain name: {markup[0]!r} is of a web page or a spreadsheet")
    _refuse_mixed_scripts(text)
    return text


def name_key(name: str) -> str:
    """The folded words of the name in alphabetical order: the same however they are ordered and capitalised."""
    return " ".join(sorted(fold(name).split()))


def _parts(text: str, style: str | None) -> tuple[str, str]:
    """(given, family), in ordinary capitals; ("whole name", "") where the order is as usual or not told."""
    family, comma, given_name = text.partition(",")
    if comma and not _SUFFIX.fullmatch(given_name.strip()):
        return _ordinary(given_name.strip()), _ordinary(family.strip())
    words = text.replace(",", "").split()
    shouted = [_shouted(word) for word in words]
    if all(shouted) or not any(shouted):
        if style == "family first" and len(words) > 1:
            return _ordinary(" ".join(words[1:])), _ordinary(words[0])
        if len(words) == 2 and _INITIALS.fullmatch(words[1]) and not _INITIALS.fullmatch(words[0]):
            return words[1], _ordinary(words[0])  # Viken O.
        return _ordinary(text) if all(shouted) and len(words) > 1 else text, ""
    first, last = shouted.index(True), len(shouted) - 1 - shouted[::-1].index(True)
    start = _particles_before(words, first)
    if start == 0 and last + 1 < len(words):  # EL GUERROUJ Hicham, van AERT Wout
        return _ordinary(" ".join(words[last + 1 :])), _ordinary(" ".join(words[: last + 1]))
    return _ordinary(" ".join(words[:first])), _ordinary(" ".join(words[first:]))


def _particles_before(words: list[str], first: int) -> int:
    while first > 0 and words[first - 1].islower():
        first -= 1
    return first


def _shouted(word: str) -> bool:
    """A family name in capitals: BOLT, McDONALD, O'BRIEN; an initial is none."""
    letters = "".join(_LETTERS.findall(word))
    if len(letters) < 2:
        return False
    small = sum(letter.islower() for letter in letters)
    return small == 0 or (small <= 2 and letters[0].isupper() and letters[-2:].isupper() and len(letters) >= 4)


def _ordinary(name: str) -> str:
    return " ".join(
        _capitalised(word) if _shouted(word) and not _NUMERAL.fullmatch(word) else word for word in name.split()
    )


def _capitalised(word: str) -> str:
    if any(letter.islower() for letter in word):  # McDONALD, DeGROOT
        at = max(number for number, letter in enumerate(word) if letter.islower()) + 1
        return word[: at + 1] + word[at + 1 :].lower()
    lowered = word.lower()
    return re.sub(r"(^|[-'’.])([^\W0-9_])", lambda match: match[1] + match[2].upper(), lowered)


def _refuse_mixed_scripts(text: str) -> None:
    """A Cyrillic letter in a Latin name looks the same and is another name to every program."""
    for word in _LETTERS.findall(text):
        scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in word}
        if len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1:
            odd = [letter for letter in word if not unicodedata.name(letter, "?").startswith("LATIN")]
            names = ", ".join(unicodedata.name(letter).title() for letter in dict.fromkeys(odd))
            raise ValueError(f"{text!r} mixes alphabets: {names}. Write it in Latin letters")
