"""Which entities a mention may mean: folding, tokens and matching, on a table of names and nothing else.

Exact folds come first, then tokens, then misspellings. Everything that fits is returned; the choice is made elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n"}
)
_SPELT_OUT = str.maketrans({"ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa"})
_POSSESSIVE = re.compile(r"['’ʼ`]s\b")
_APOSTROPHE = re.compile(r"['’ʼ`‘]")
_NOT_WORD = re.compile(r"[\W_]+")

MOST_KEPT = 1 << 12  # mentions: of misspelt ones there is no end
_SUFFIXES = frozenset({"jr", "sr", "junior", "ii", "iii"})
_STYLES = frozenset({"sir", "lord", "dame", "dr", "mr", "ms", "mrs"})
_SHORT_FORMS = (
    ("alex", "alexander"), ("andy", "andrew"), ("ben", "benjamin"), ("chris", "christopher"), ("dan", "daniel"),
    ("dave", "david"), ("ed", "edward"), ("greg", "gregory"), ("jim", "james"), ("joe", "joseph"), ("josh", "joshua"),
    ("jakob", "jacob"), ("matt", "matthew"), ("mike", "michael"), ("mo", "mohamed", "mohammed", "muhammad"),
    ("nick", "nicholas"), ("pete", "peter"), ("rob", "robert"), ("sam", "samuel"), ("seb", "sebastian"),
    ("steve", "stephen", "steven"), ("tim", "timothy"), ("tom", "thomas"), ("tony", "anthony"), ("will", "william"),
)  # fmt: skip
_SHORT_FORM = {name: frozenset(forms) for forms in _SHORT_FORMS for name in forms}


@lru_cache(maxsize=MOST_KEPT)
def fold(text: str) -> str:
    """The text in lower case, without accents, possessives and punctuation: "Soufiane El-Bakkali's" has three words."""
    plain = _POSSESSIVE.sub("", text.casefold())
    if plain.isascii():
        return _NOT_WORD.sub(" ", _APOSTROPHE.sub("", plain)).strip()
    plain = plain.translate(_LETTERS)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", _APOSTROPHE.sub("", plain)).strip()


@lru_cache(maxsize=MOST_KEPT)
def folds(text: str) -> tuple[str, ...]:
    """Every way the text is folded: "Jørgen" is jorgen, and joergen to those who spell it out."""
    if text.isascii():
        return (fold(text),)
    spelt_out = fold(unicodedata.normalize("NFC", text).casefold().translate(_SPELT_OUT))
    return tuple(dict.fromkeys((fold(text), spelt_out)))


class Match(NamedTuple):
    """An entity that a mention may mean. `exact`: by one of its whole names; `misspelt`: only if a letter or two is
    wrong."""

    id: str
    exact: bool
    misspelt: bool


class IndexedName(NamedTuple):
    """One name of an entity: its family name, and the others in order."""

    id: str
    family: str
    given: tuple[str, ...]


class NameIndex:
    """People's names. A mention finds a person by the family name, and all its other words must fit as well."""

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]]) -> None:
        self.exact: dict[str, set[str]] = defaultdict(set)
        self.families: dict[str, list[IndexedName]] = defaultdict(list)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._choices: dict[tuple[int, int], list[str]] = {}
        self.tokens: set[str] = set()
        self.printed: dict[str, str] = {}
        self.find = lru_cache(maxsize=MOST_KEPT)(self._find)
        self.names_in_full = lru_cache(maxsize=MOST_KEPT)(self._names_in_full)
        self.nearest = lru_cache(maxsize=MOST_KEPT)(self._nearest)
        for entity, names in entries:
            for name in names:
                self.printed.setdefault(entity, name)
                for folded in folds(name):
                    self._add(entity, folded)

    def _add(self, entity: str, folded: str) -> None:
        tokens = [token for token in folded.split() if token not in _SUFFIXES]
        if not tokens:
            return
        self.exact[folded].add(entity)
        if tokens[-1] not in self.families:
            self._by_length[len(tokens[-1])].append(tokens[-1])
        self.families[tokens[-1]].append(IndexedName(entity, tokens[-1], tuple(tokens[:-1])))
        self.tokens.update(token for token in tokens if len(token) > 1)

    def _find(self, mention: str) -> tuple[Match, ...]:
        """Everyone the mention may mean, in order of id; misspelt ones only where nobody bears the name as it is."""
        forms = folds(mention)
        if exact := {entity for form in forms for entity in self.exact.get(form, ())}:
            return tuple(Match(entity, exact=True, misspelt=False) for entity in sorted(exact))
        tokens = [_without_style(form.split()) for form in forms]
        if fitting := {entity for words in tokens for entity in self._fitting(words)}:
            return tuple(Match(entity, exact=False, misspelt=False) for entity in sorted(fitting))
        slipped = {entity for words in tokens for entity in self._slipped(words)}
        return tuple(Match(entity, exact=False, misspelt=True) for entity in sorted(slipped))

    def find_among(self, mention: str, known: Callable[[str], bool]) -> tuple[Match, ...]:
        """Everybody among the known people whom the mention may mean, also if misspelt, even if others have exactly
        that name."""
        forms = folds(mention)
        tokens = [_without_style(form.split()) for form in forms]
        tiers: tuple[Callable[[], set[str]], ...] = (
            lambda: {entity for form in forms for entity in self.exact.get(form, ())},
            lambda: {entity for words in tokens for entity in self._fitting(words)},
            lambda: {entity for words in tokens for entity in self._slipped(words, names_too=True)},
        )
        for number, tier in enumerate(tiers):
            if entities := sorted(filter(known, tier())):
                return tuple(Match(entity, exact=number == 0, misspelt=number == 2) for entity in entities)
        return ()

    def _fitting(self, words: list[str]) -> set[str]:
        return {
            name.id
            for index, word in enumerate(words)
            for name in self.families.get(word, ())
            if _fits(words[:index] + words[index + 1 :], name.given, _same)
        }

    def _slipped(self, words: list[str], *, names_too: bool = False) -> set[str]:
        """Those whose name is a slip or two off; with `names_too`, words that are somebody's name as well."""
        return {
            name.id
            for index, word in enumerate(words)
            for family in self._near_families(word, names_too=names_too)
            for name in self.families[family]
            if _fits(words[:index] + words[index + 1 :], name.given, self._nearly)
        }

    def _near_families(self, word: str, *, names_too: bool) -> list[str]:
        if word in self.families and not names_too:
            return [word]
        allowed = slips_allowed(word)
        if allowed == 0 or (word in self.tokens and not names_too):
            return []
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near = process.extract(
            word, self._choices_near(word, allowed), scorer=OSA.distance, score_cutoff=allowed, limit=None
        )
        return [family for family, slips, _ in near if slips <= slips_allowed(family)]

    def _choices_near(self, word: str, allowed: int) -> list[str]:
        """Family names among which are all that are so near: those of about as many letters, and for a single slip only
        those with the same first letter or the same last one, as it cannot be at both ends."""
        shortest, longest = len(word) - allowed, len(word) + allowed
        if allowed == 1:
            lengths = range(shortest, longest + 1)
            return [
                family
                for length in lengths
                for end in (0, -1)
                for family in self._ends.get((length, end, word[end]), ())
            ]
        families = self._choices.get((shortest, longest))
        if families is None:
            lengths = range(shortest, longest + 1)
            families = [family for length in lengths for family in self._by_length.get(length, ())]
            self._choices[shortest, longest] = families
        return families

    @cached_property
    def _ends(self) -> dict[tuple[int, int, str], list[str]]:
        """The family names by their length and by their first and last letter."""
        ends: dict[tuple[int, int, str], list[str]] = defaultdict(list)
        for length, families in self._by_length.items():
            for family in families:
                for end in (0, -1):
                    ends[length, end, family[end]].append(family)
        return ends

    def _nearly(self, word: str, token: str) -> bool:
        """The same, or a slip away; a word that is somebody's name is never taken for another."""
        if _same(word, token):
            return True
        allowed = min(slips_allowed(word), slips_allowed(token))
        if word in self.tokens or allowed == 0:
            return False
        from rapidfuzz.distance import OSA

        return bool(OSA.distance(word, token, score_cutoff=allowed) <= allowed)

    def _nearest(self, mention: str) -> tuple[str, ...]:
        """Up to three printed names that resemble the mention, for a message."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        folded = fold(mention)
        choices = list(self.exact if " " in folded else self.families)
        near = process.extract(folded, choices, scorer=OSA.normalized_similarity, score_cutoff=0.65, limit=3)
        entities = (sorted(self.exact.get(key) or {name.id for name in self.families[key]}) for key, _, _ in near)
        return tuple(dict.fromkeys(self.printed[entity] for group in entities for entity in group))[:3]

    def _names_in_full(self, mention: str) -> str | None:
        """The one person whom the mention names by given and family name, or None."""
        if all(len(_without_style(form.split())) < 2 for form in folds(mention)):
            return None
        matches = self.find(mention)
        initials = any(len(word) == 1 for word in fold(mention).split())
        return matches[0].id if len(matches) == 1 and (matches[0].exact or not initials) else None


def _without_style(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0] in _STYLES else words


def _fits(words: list[str], given_names: tuple[str, ...], alike: Callable[[str, str], bool]) -> bool:
    """Whether each word is like a given name of its own."""
    if not words:
        return True
    return any(
        alike(words[0], token) and _fits(words[1:], given_names[:index] + given_names[index + 1 :], alike)
        for index, token in enumerate(given_names)
    )


def _same(word: str, token: str) -> bool:
    """Equal, an initial, or a usual short form."""
    return word == token or (len(word) == 1 and token[0] == word) or token in _SHORT_FORM.get(word, ())


def slips_allowed(word: str) -> int:
    """How many letters may be wrong: none in a short word, where one letter makes another name."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2
