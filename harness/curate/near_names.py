"""Which names are nearly the same, found in time that grows with the number of names and not of pairs.

Two names are near if all words but one are equal and that one differs by a typing error, if one has an extra word, or
if an initial stands for a given name. Each name is indexed under every form that a near one would share with it (the
deletion neighbourhood of Mor and Fraenkel, as in SymSpell), so a look-up is a handful of dictionary accesses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

_SHORTEST = 4  # letters of a word in which one may be off: Hol and Holt, but not Li and Lu
_LONG = 8  # letters of a word in which two may be off


class NearNames:
    """Folded names with an owner each; `find` gives the owners of names near to one, and never the name's own."""

    def __init__(self) -> None:
        self._forms: dict[int, list[tuple[str, str]]] = defaultdict(list)
        self._families: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def add(self, name: str, owner: str) -> None:
        for form in _forms(name):
            self._forms[hash(form)].append((name, owner))
        tokens = _initials_first(name)
        if is_shortened(tokens):
            self._families[f"short {tokens[-1]}"].append((name, owner))
        for family in _families(tokens):
            self._families[family].append((name, owner))

    def find(self, name: str) -> set[str]:
        """The owners of the names near to this one."""
        owners = {
            owner
            for form in _forms(name)
            for candidate, owner in self._forms.get(hash(form), ())
            if candidate != name and _near(name, candidate)
        }
        tokens = _initials_first(name)
        short = is_shortened(tokens)
        buckets = [tokens[-1]] if short else [f"short {family}" for family in _families(tokens)]
        return owners | {
            owner for bucket in buckets for candidate, owner in self._families.get(bucket, ())
            if candidate != name and _stands_for(name, candidate)
        }  # fmt: skip


def is_near(name: str, candidate: str) -> bool:
    """Whether two folded names are near; for a few names that is cheaper than an index of all the others."""
    if name == candidate:
        return False
    mine, theirs = name.split(), candidate.split()
    if not set(mine) & set(theirs) and max(len(mine), len(theirs)) > 1:
        return False
    mine, theirs = _initials_first(name), _initials_first(candidate)
    if is_shortened(mine) != is_shortened(theirs) and {*_families(mine)} & {*_families(theirs)}:
        return _stands_for(name, candidate)
    return _near(name, candidate)


def _forms(name: str) -> Iterator[str]:
    """What a near name shares with this one: the words without one of them, and that one without a letter or two."""
    tokens = name.split()
    yield name
    for at, token in enumerate(tokens):
        rest = " ".join(sorted(tokens[:at] + tokens[at + 1 :]))
        if len(tokens) > 2:
            yield f"{rest}|"
        for variant in _shortened_forms(token):
            yield f"{rest}|{variant}"
    if len(tokens) > 1:
        yield f"{' '.join(sorted(tokens))}|"


def _shortened_forms(token: str) -> Iterator[str]:
    yield token
    letters = len(token)
    if letters < _SHORTEST - 1:
        return
    yield from {token[:at] + token[at + 1 :] for at in range(letters)}
    if letters >= _LONG:
        yield from {
            token[:first] + token[first + 1 : second] + token[second + 1 :]
            for first, second in combinations(range(letters), 2)
        }


def _near(name: str, candidate: str) -> bool:
    from rapidfuzz.distance import OSA

    mine, theirs = name.split(), candidate.split()
    if len(mine) != len(theirs):
        longer, shorter = sorted((mine, theirs), key=len, reverse=True)
        return len(longer) == len(shorter) + 1 and len(shorter) > 1 and not set(shorter) - set(longer)
    first, second = list(mine), list(theirs)
    for token in mine:
        if token in second:
            second.remove(token)
            first.remove(token)
    if len(first) != 1:
        return False
    mine_left, two = first[0], second[0]
    allowed = 2 if min(len(mine_left), len(two)) >= _LONG else 1 if max(len(mine_left), len(two)) >= _SHORTEST else 0
    return allowed > 0 and OSA.distance(mine_left, two, score_cutoff=allowed) <= allowed


def _initials_first(name: str) -> list[str]:
    """The words of the name, with initials that stand behind a family name before it: "del potro j m"."""
    tokens = name.split()
    words = [token for token in tokens if len(token) > 1]
    return tokens if not words or len(tokens[-1]) > 1 else [token for token in tokens if len(token) == 1] + words


def _families(tokens: list[str]) -> list[str]:
    """The words that may be the family name: of two, either may ("KIPRONO ELIUD")."""
    return tokens if len(tokens) == 2 and not is_shortened(tokens) else tokens[-1:]


def is_shortened(tokens: list[str]) -> bool:
    """A family name alone, or a given name by its initial: "h el guerrouj"."""
    return len(tokens) == 1 or len(tokens[0]) == 1


def _stands_for(name: str, candidate: str) -> bool:
    """ "h el guerrouj" and "holt" may be anybody of that family name and initial."""
    first, second = _initials_first(name), _initials_first(candidate)
    short, long = (first, second) if is_shortened(first) else (second, first)
    words, given_names = short[:-1], long[:-1] if long[-1] == short[-1] else long[1:]
    return bool(given_names) and all(
        any(token == word or (len(word) == 1 and token.startswith(word)) for token in given_names) for word in words
    )
