"""The people named in a text: known names, names that the article introduces, and misspellings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from harness.extract.rules.alternation import any_of
from harness.extract.rules.lexicon import KnownPerson, Lexicon
from harness.extract.rules.not_names import NOT_NAMES, is_adverb
from harness.extract.rules.sentences import Span

LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
WORD = rf"[A-ZÀ-ÖØ-ÞĀ-Ž][{LETTER}'.-]{{0,30}}[{LETTER}]"
_RUN = re.compile(
    rf"(?<![\w'#@]){WORD}(?: (?:(?:van|de|der|den|el|al|bin|da|dos|du|la|le|von|ter) ){{0,3}}{WORD}){{0,12}}"
)
_POSSESSIVE_END = re.compile(r"'s?$")
_INITIALS = 4
_ROLE_BEFORE = (
    r"man|woman|champion|medall?ist|sprinter|jumper|runner|thrower|winner|rival|compatriot|team-?mate|holder|star"
    r"|hurdler|swimmer|miler|[0-9]{2}-year-old"
)
_SINGLE = re.compile(rf"(?<![\w'#@-]){WORD}(?![\w-])")
_INITIAL_AND_NAME = re.compile(rf"(?<![\w'#@.-])[A-Z]\.? (?P<family>{WORD})(?![\w-])")
_POSSESSIVE = re.compile(r"'s?(?![a-z])")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|across|outside)(?: the)? $")
_CREDIT_BEFORE = re.compile(
    r"(?:[Pp]hotos?(?:graph)?(?: by|:)|[Pp]ictures?(?: by|:)|[Cc]redit:?|[Ii]mages?:|[Rr]eport(?:ing"
    r"|ed)? by|[Ee]diting by"
    r"|[Ww]ords(?: by|:)|©) $"
)
_BY_LINE = re.compile(r"(?:^|\n|\. |\) )By $")
_ROLE_BEHIND = re.compile(r" (?:ace|star|man|woman|runner|athlete|miler|alum|graduate|old boy)\b")
_NAMESAKE = re.compile(r"\b(?:a|the) (?:second|third|other) $|\b(?:another|an|(?-i:a)) $", re.IGNORECASE)
_SLIP_FROM = 7
_SLIPS_AMONG = 400
_BEFORE = 60


class Person(NamedTuple):
    """Whom mentions mean: the fullest name printed, and what tells the sex and nations apart."""

    name: str
    sex: str = ""
    nations: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        return self.name.split()[-1]


class Mention(NamedTuple):
    """Where somebody is named, and how the name is printed there."""

    start: int
    end: int
    person: Person
    printed: str
    owner: bool = False


class _Taken:
    """Stretches of the text that names have taken; in order, so that a place is found without going through all."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        spans = sorted((mention.start, mention.end) for mention in mentions)
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]

    def __contains__(self, at: object) -> bool:
        assert isinstance(at, int)
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]


def people(seen: str, lexicon: Lexicon) -> list[Mention]:
    """Every mention by name, in order; the longest at a place."""
    mentions = _full_names(seen, lexicon)
    mentions += _after_roles(seen, mentions, lexicon)
    introduced = _introduced(mentions)
    mentions += _short_names(seen, mentions, introduced, lexicon)
    return sorted(mentions)


def _full_names(seen: str, lexicon: Lexicon) -> list[Mention]:
    """Names of two or three words: known ones, and unknown ones that are made of words which name nothing else."""
    known = lexicon.known
    mentions = []
    for start, end in _candidates(seen, known, lexicon.no_people):
        name = seen[start:end]
        athlete = known.get(name.casefold())
        turned = known.get(_turned(name)) if athlete is None else None
        if turned is not None:  # "BREMMER Oskar", as lists of results have it
            athlete, name = turned, turned.name
        before = seen[max(0, start - _BEFORE) : start]
        if athlete is None and _ROLE_BEHIND.match(seen, end):
            continue  # "the Hillside Harriers ace Hall"
        if _BY_LINE.search(before) or (athlete is None and _is_no_athlete(before)):
            continue
        nations = (
            tuple(v.value for v in athlete.nations) if athlete else _nation_before(before, seen[end : end + 8], lexicon)
        )
        mention = _mention(seen, start, end, Person(name, athlete.sex if athlete else "", nations))
        mentions.append(mention if turned is None else mention._replace(printed=name))
    return mentions


def _is_no_athlete(before: str) -> bool:
    """Whether an unknown name is a place's, or whose work the text or picture is."""
    return _PLACE_BEFORE.search(before) is not None or _CREDIT_BEFORE.search(before) is not None


def _candidates(seen: str, known: dict[str, KnownPerson], no_names: frozenset[str]) -> Iterator[Span]:
    """In every run of capitalised words: the known names, then what two or three free words in a row are left."""
    for run in _RUN.finditer(seen):
        words = [(run.start() + word.start(), run.start() + word.end()) for word in re.finditer(r"\S+", run[0])]
        words = [(start, start + len(_POSSESSIVE_END.sub("", seen[start:end]))) for start, end in words]
        free: list[Span] = []
        while words:
            size = _known_size(seen, words, known)
            name, words = words[: size or 1], words[size or 1 :]
            if size:
                yield name[0][0], name[-1][1]
            elif _may_be_a_name(seen[slice(*name[0])], no_names):
                free += name
                if not _POSSESSIVE.match(seen, name[0][1]):
                    continue
            yield from _pair(free, seen)
            free = []
        yield from _pair(free, seen)


def _known_size(seen: str, words: list[Span], known: dict[str, KnownPerson]) -> int:
    """How many of the words, from the first, are a known name; 0 where none are."""
    for size in (4, 3, 2):
        if size <= len(words):
            name = seen[words[0][0] : words[size - 1][1]]
            if name.casefold() in known or (size == 2 and _turned(name) in known):
                return size
    return 0


def _turned(name: str) -> str:
    """The name with its last word first, in small letters: the family name stands first in many lists."""
    first, _, rest = name.casefold().partition(" ")
    return f"{rest} {first}"


def _pair(free: list[Span], seen: str) -> Iterator[Span]:
    """Two or three capitalised words, with "van der" and the like between them."""
    capitals = [span for span in free if seen[span[0]].isupper()]
    last = seen[slice(*capitals[-1])] if capitals else ""
    if len(capitals) in (2, 3) and not (last.isupper() and len(last) < _INITIALS):
        yield capitals[0][0], capitals[-1][1]


@lru_cache(maxsize=8)
def _role_and_name(lexicon: Lexicon) -> re.Pattern[str]:
    peoples = any_of(lexicon.peoples)
    return re.compile(
        rf"\b(?:{_ROLE_BEFORE}|(?:[Tt]he|\w's|[0-9]{{2}}-year-old) (?:{peoples})),? ({WORD})(?![\w-])(?! {WORD})"
    )


def _after_roles(seen: str, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Family names that nobody knows, beside what tells that they are people: "Africa's fastest man, Omanyala"."""
    no_names = lexicon.no_people | {word for mention in mentions for word in mention.person.name.split()}
    no_names |= lexicon.families.keys()
    named = []
    for words in _role_and_name(lexicon).finditer(seen):
        printed = words[1].removesuffix("'s")
        if _may_be_a_name(printed, no_names) and len(printed) >= _INITIALS:
            named.append(_mention(seen, words.start(1), words.start(1) + len(printed), Person(printed)))
    return named


def _may_be_a_name(word: str, no_names: frozenset[str]) -> bool:
    free = word.casefold() not in NOT_NAMES and word not in no_names and not is_adverb(word)
    return free and len(word) > 1


def _nation_before(before: str, after: str, lexicon: Lexicon) -> tuple[str, ...]:
    """ "Norway's Karsten Warholm", "19-year-old Ethiopian Ermias Girma", "K Warholm (NOR)": the nation of a name."""
    code = re.match(r" ?\(([A-Z]{3})\)", after)
    if code is not None and code[1] in lexicon.codes:
        return (code[1],)
    words = re.search(rf"({WORD}(?: {WORD})?)(?:'s)? (?:[a-z-]+ ){{0,2}}$", before)
    if words is None:
        return ()
    for name in (words[1], words[1].split()[-1]):
        nation = lexicon.peoples.get(name) or lexicon.countries.get(name)
        if nation:
            return (nation,)
    return ()


def _introduced(mentions: list[Mention]) -> dict[str, Person]:
    """Family names, and given names that only one has -> the person as first printed."""
    first: dict[str, Person] = {}
    first_names: dict[str, set[str]] = {}
    for mention in sorted(mentions):
        person = first.setdefault(mention.person.family.casefold(), mention.person)
        first_names.setdefault(mention.person.name.split()[0].casefold(), set()).add(person.family.casefold())
    alone = {name: first[next(iter(families))] for name, families in first_names.items() if len(families) == 1}
    return {**alone, **first}


def _short_names(
    seen: str, mentions: list[Mention], introduced: dict[str, Person], lexicon: Lexicon
) -> Iterator[Mention]:
    taken, no_names = _Taken(mentions), lexicon.no_people
    slips: dict[str, Person | None] = {}
    initials = {match.start("family"): match.start() for match in _INITIAL_AND_NAME.finditer(seen)}
    for single in _SINGLE.finditer(seen):
        printed = single[0].removesuffix("'s").removesuffix("'").removesuffix(".")
        if single.start() in taken or printed.casefold() in NOT_NAMES or printed in no_names:
            continue
        if _NAMESAKE.search(seen[max(0, single.start() - _BEFORE) : single.start()]):
            continue
        person = introduced.get(printed.casefold()) or _only_one(lexicon.families.get(printed, []))
        if person is None:
            if printed not in slips:
                slips[printed] = _slip(printed, introduced)
            person = slips[printed]
        end = single.start() + len(printed)
        if person is not None and not _in_a_longer_name(seen, end):
            yield _mention(seen, initials.get(single.start(), single.start()), end, person)


def _only_one(named: list[KnownPerson]) -> Person | None:
    """Whom a family name means that the article has not introduced: one of several is named by it alone."""
    if not named:
        return None
    athlete = named[0]
    if len(named) == 1:
        return Person(athlete.name, athlete.sex, tuple(value.value for value in athlete.nations))
    return Person(athlete.name.split()[-1], athlete.sex)


def _slip(printed: str, introduced: dict[str, Person]) -> Person | None:
    """Who is meant by a long name that is a letter or two off."""
    from rapidfuzz.distance import OSA

    word = printed.casefold()
    if len(word) < _SLIP_FROM or len(introduced) > _SLIPS_AMONG:
        return None
    near = [person for name, person in introduced.items() if len(name) >= _SLIP_FROM and name[0] == word[0]
            and OSA.distance(name, word, score_cutoff=2) <= 2]  # fmt: skip
    return near[0] if len({person.name for person in near}) == 1 else None


def _in_a_longer_name(seen: str, end: int) -> bool:
    """ "Jake" of "Jake Heyward" where only Jake Wightman is known, and the "King" of "King Stadium"."""
    after = re.match(rf" ({WORD})", seen[end : end + _BEFORE])
    return after is not None and after[1].casefold() not in NOT_NAMES and not after[1].isupper()


def _mention(seen: str, start: int, end: int, person: Person) -> Mention:
    owner = _POSSESSIVE.match(seen, end) is not None
    printed = seen[start:end]
    return Mention(start, end, person, printed if printed.split()[-1] != person.name.split()[0] else person.name, owner)
