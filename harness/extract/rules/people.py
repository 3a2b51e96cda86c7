"""Who is named where: known names, names that the article introduces, slips of the pen, and "the Kenyan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from harness.extract.rules.lexicon import KnownPerson, Lexicon
from harness.extract.rules.not_names import NOT_NAMES, is_adverb
from harness.extract.rules.sentences import Span

LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
WORD = rf"[A-ZÀ-ÖØ-ÞĀ-Ž][{LETTER}'.-]*[{LETTER}]"
_RUN = re.compile(rf"(?<![\w'#@]){WORD}(?: (?:(?:van|de|der|den|el|al|bin|da|dos|du|la|le|von|ter) )*{WORD})*")
_POSSESSIVE_END = re.compile(r"'s?$")
_INITIALS = 4
_AFTER_ROLE = re.compile(
    r"\b(?:man|woman|champion|medall?ist|sprinter|jumper|runner|thrower|winner|rival|compatriot"
    rf"|team-?mate|holder|star),? ({WORD})(?![\w-])(?! {WORD})"
)
_SINGLE = re.compile(rf"(?<![\w'#@-]){WORD}(?![\w-])")
_POSSESSIVE = re.compile(r"'s?(?![a-z])")
_TITLE = re.compile(
    r"\b(?P<the>[Tt]he )?(?:reigning |defending )?(?P<level>(?i:world|olympic|european|commonwealth)) "
    r"(?:[0-9][0-9,]*m )?(?i:champion|gold medall?ist)\b"
)
_SLIP_FROM = 7
_NOUN_AFTER = re.compile(
    r" (?!and\b|who\b|to\b|was\b|is\b|has\b|had\b|in\b|at\b|with\b|for\b|but\b|from\b|as\b|on\b|by\b"
    r"|over\b|who\b|could\b"
    r"|did\b|does\b|then\b|also\b|will\b|would\b|led\b|ran\b|won\b|took\b|held\b|came\b|went\b|set\b"
    r"|beat\b|threw\b|leapt\b"
    r"|or\b|into\b|after\b|before\b|when\b|while\b|coming\b|again\b|now\b|\w+ed\b|\w+ly\b)\w"
)


class Person(NamedTuple):
    """Whom mentions mean: the fullest name printed, and what tells the sex and nations apart."""

    name: str
    sex: str = ""
    nations: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        return self.name.split()[-1]


class Mention(NamedTuple):
    """Where somebody is named (or meant), and how the name is printed there."""

    start: int
    end: int
    person: Person
    printed: str
    owner: bool = False


def people(seen: str, lexicon: Lexicon) -> list[Mention]:
    """Every mention by name or by nation, in order; the longest at a place."""
    found = _full_names(seen, lexicon)
    found += _after_roles(seen, found, lexicon)
    introduced = _introduced(found)
    found += _short_names(seen, found, introduced, lexicon)
    found = sorted(found)
    return sorted([*found, *_by_nation(seen, found, lexicon), *_by_title(seen, found)])


def _full_names(seen: str, lexicon: Lexicon) -> list[Mention]:
    """Names of two or three words: known ones, and unknown ones that are made of words which name nothing else."""
    known = lexicon.known
    found = []
    for start, end in _candidates(seen, known, lexicon.no_people):
        one = known.get(seen[start:end].casefold())
        nations = tuple(value.value for value in one.nations) if one else _nation_before(seen, start, lexicon)
        found.append(_mention(seen, start, end, Person(seen[start:end], one.sex if one else "", nations)))
    return found


def _candidates(seen: str, known: dict[str, KnownPerson], other: frozenset[str]) -> Iterator[Span]:
    """In every run of capitalised words: the known names, then what two or three free words in a row are left."""
    for run in _RUN.finditer(seen):
        words = [(run.start() + one.start(), run.start() + one.end()) for one in re.finditer(r"\S+", run[0])]
        words = [(start, start + len(_POSSESSIVE_END.sub("", seen[start:end]))) for start, end in words]
        free: list[Span] = []
        while words:
            size = _known_size(seen, words, known)
            name, words = words[: size or 1], words[size or 1 :]
            if size:
                yield name[0][0], name[-1][1]
            elif _may_be_a_name(seen[slice(*name[0])], other):
                free += name
                if not _POSSESSIVE.match(seen, name[0][1]):
                    continue
            yield from _pair(free, seen)
            free = []
        yield from _pair(free, seen)


def _known_size(seen: str, words: list[Span], known: dict[str, KnownPerson]) -> int:
    """How many of the words, from the first, are a known name; 0 where none are."""
    sizes = (size for size in (4, 3, 2) if size <= len(words))
    return next((size for size in sizes if seen[words[0][0] : words[size - 1][1]].casefold() in known), 0)


def _pair(free: list[Span], seen: str) -> Iterator[Span]:
    """Two or three capitalised words, with "van der" and the like between them."""
    capitals = [one for one in free if seen[one[0]].isupper()]
    last = seen[slice(*capitals[-1])] if capitals else ""
    if len(capitals) in (2, 3) and not (last.isupper() and len(last) < _INITIALS):
        yield capitals[0][0], capitals[-1][1]


def _after_roles(seen: str, found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Family names that nobody knows, beside what tells that they are people: "Africa's fastest man, Omanyala"."""
    other = lexicon.no_people | {word for one in found for word in one.person.name.split()}
    other |= lexicon.families.keys()
    named = []
    for words in _AFTER_ROLE.finditer(seen):
        printed = words[1].removesuffix("'s")
        if _may_be_a_name(printed, other) and len(printed) >= _INITIALS:
            named.append(_mention(seen, words.start(1), words.start(1) + len(printed), Person(printed)))
    return named


def _may_be_a_name(word: str, other: frozenset[str]) -> bool:
    free = word.casefold() not in NOT_NAMES and word not in other and not is_adverb(word)
    return free and len(word) > 1


def _nation_before(seen: str, start: int, lexicon: Lexicon) -> tuple[str, ...]:
    """ "Norway's Karsten Warholm", "19-year-old Ethiopian Ermias Girma": the nation that stands before a name."""
    before = re.search(rf"({WORD}(?: {WORD})?)(?:'s)? (?:[a-z-]+ ){{0,2}}$", seen[max(0, start - 60) : start])
    if before is None:
        return ()
    for name in (before[1], before[1].split()[-1]):
        code = lexicon.peoples.get(name) or lexicon.countries.get(name)
        if code:
            return (code,)
    return ()


def _introduced(found: list[Mention]) -> dict[str, Person]:
    """Family names, and given names that only one has -> the person as first printed."""
    first: dict[str, Person] = {}
    given: dict[str, set[str]] = {}
    for mention in sorted(found):
        person = first.setdefault(mention.person.family.casefold(), mention.person)
        given.setdefault(mention.person.name.split()[0].casefold(), set()).add(person.family.casefold())
    alone = {name: first[next(iter(families))] for name, families in given.items() if len(families) == 1}
    return {**alone, **first}


def _short_names(seen: str, found: list[Mention], introduced: dict[str, Person], lexicon: Lexicon) -> Iterator[Mention]:
    taken = [(one.start, one.end) for one in found]
    other = lexicon.no_people
    for single in _SINGLE.finditer(seen):
        printed = single[0].removesuffix("'s").removesuffix("'").removesuffix(".")
        if any(start <= single.start() < end for start, end in taken):
            continue
        if printed.casefold() in NOT_NAMES or printed in other:
            continue
        known = introduced.get(printed.casefold()) or _only_one(lexicon.families.get(printed, []))
        someone = known or _slip(printed, introduced)
        if someone is not None and not _in_a_longer_name(seen, single.start(), single.start() + len(printed)):
            yield _mention(seen, single.start(), single.start() + len(printed), someone)


def _only_one(named: list[KnownPerson]) -> Person | None:
    """Whom a family name means that the article has not introduced: one of several is named by it alone."""
    if not named:
        return None
    one = named[0]
    if len(named) == 1:
        return Person(one.name, one.sex, tuple(value.value for value in one.nations))
    return Person(one.name.split()[-1], one.sex)


def _slip(printed: str, introduced: dict[str, Person]) -> Person | None:
    """Who is meant by a long name that is a letter or two off."""
    from rapidfuzz.distance import OSA

    word = printed.casefold()
    if len(word) < _SLIP_FROM:
        return None
    near = [person for name, person in introduced.items() if len(name) >= _SLIP_FROM and name[0] == word[0]
            and OSA.distance(name, word, score_cutoff=2) <= 2]  # fmt: skip
    return near[0] if len({person.name for person in near}) == 1 else None


def _in_a_longer_name(seen: str, start: int, end: int) -> bool:
    """ "Jake" of "Jake Heyward" where only Jake Wightman is known, and the "King" of "King Stadium"."""
    after = re.match(rf" ({WORD})", seen[end:])
    return after is not None and after[1].casefold() not in NOT_NAMES and not after[1].isupper()


def _by_nation(seen: str, found: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """ "the Kenyan": the latest person of that nation who was named before."""
    either = "|".join(sorted(map(re.escape, lexicon.peoples), key=len, reverse=True))
    for words in re.finditer(rf"\b[Tt]he ({either})(?![\w'-])", seen) if either else ():
        if _NOUN_AFTER.match(seen, words.end()):
            continue
        code = lexicon.peoples[words[1]]
        named = [one for one in found if one.end <= words.start() and code in one.person.nations]
        if named:
            yield Mention(words.start(), words.end(), named[-1].person, named[-1].person.name)


def _by_title(seen: str, found: list[Mention]) -> Iterator[Mention]:
    """ "the Olympic champion": the last who was called so by name, anywhere in the article before "
    "it or else after it."""
    called: dict[str, list[Mention]] = {}
    unnamed = []
    starts = {one.start: one for one in found}
    for words in _TITLE.finditer(seen):
        named = starts.get(words.end() + 1)
        if named is not None and seen[words.end()] == " ":
            called.setdefault(words["level"].casefold(), []).append(named)
        elif words["the"]:
            unnamed.append(words)
    for words in unnamed:
        those = called.get(words["level"].casefold(), [])
        before = [one for one in those if one.start < words.start()]
        if those:
            person = (before or those)[-1 if before else 0].person
            yield Mention(words.start(), words.end(), person, person.name)


def _mention(seen: str, start: int, end: int, person: Person) -> Mention:
    owner = _POSSESSIVE.match(seen, end) is not None
    printed = seen[start:end]
    return Mention(start, end, person, printed if printed.split()[-1] != person.name.split()[0] else person.name, owner)
