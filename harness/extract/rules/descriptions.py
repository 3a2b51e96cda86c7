"""People who are printed without a name: "the reigning champion" is nobody, "the Norwegian" whom the article named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from harness.extract.rules.alternation import any_of
from harness.extract.rules.clauses import FINITE
from harness.extract.rules.figures import ORDINAL
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.mentions import WINDOW, Form, MentionedPeople, Nominal, Role
from harness.extract.rules.not_names import NOT_NAMES
from harness.extract.rules.people import Person
from harness.extract.rules.roles import HOME_NATIONS

_PEOPLE_NOUN = (
    r"champions?|medall?ists?|man|woman|men|women|runners?|athletes?|sprinters?|jumpers?|throwers?|hurdlers?|swimmers?"
    r"|milers?|winners?|victors?|favou?rites?|veterans?|youngsters?|teenagers?|stars?|superstars?|rivals?|compatriots?"
    r"|countrym[ae]n|countrywom[ae]n|holders?|runners?-up|coach|father|mother|brothers?|sisters?|pacemakers?|pacers?"
    r"|leaders?|debutants?|trio|duo|quartet|captain|student|graduate|team-?mates?|opponents?|challengers?|contenders?"
    r"|finalists?|qualifiers?|ace"
)
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive"
    r"|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal|[Mm]any|[0-9]{1,2})"
)
_ADJECTIVES = (
    r"(?:(?!and |or |of |in |at |on |by |for |to |from |was |is |with |who |won |ran |had |has |as |than |that )"
    r"[\w'-]+(?:,[0-9]+)? ){0,5}?"
)
_YEAR_OLD = re.compile(r"[Tt]he [0-9]{2}-year-old")
_STRANGER = re.compile(
    r"(?:brother|sister|cousin|compatriot|team-?mate|twin|and|with) (?P<name>[A-Z][\w'-]+)"
    rf"(?: (?:only|a|close|distant|back))*(?: (?:{ORDINAL}|next))?(?: (?:in|at|on|with))? ?$"
)
_AFTER_NAME = re.compile(r"(?: of [A-Z][\w ]{0,30})?(?: ?\([^()]{1,30}\))?(?:,| -) $")
_PREDICATE_BEFORE = re.compile(
    r"\b(?:is|was|are|were|be|been|being|became|become|becomes|becoming|as|remains?|remained|crowned|named|still"
    r"|now|once)"
    r" (?:now |still |also |already |once |again )*$"
)
_OF_A_SEX = re.compile(r"men's")  # "the women's race" is of nobody
_ADJECTIVE_AFTER = re.compile(
    r" (?!and\b|who\b|to\b|in\b|at\b|with\b|for\b|but\b|from\b|as\b|on\b|by\b|over\b|or\b|into\b|after\b|before\b"
    r"|when\b"
    rf"|while\b|again\b|now\b|then\b|also\b|did\b|does\b|{FINITE}\b|\w+ly\b|coming\b"
    rf"|[a-z]+ing (?:the|a|an|his|her|in|to|on|up|down|home|past|over|away|out|off|back|only|there|here|it|not|[0-9]"
    rf"|[a-z]+ly\b|later|{ORDINAL})\b"
    rf"|(?:{ORDINAL}|next) (?:in|at|on|with)\b)[a-z]"
)


def descriptions(words: str, named: Sequence[Nominal], people: MentionedPeople, lexicon: Lexicon) -> Iterator[Nominal]:
    """People who are printed without a name; those in apposition to one, or said of the subject, are not among them."""
    for match in _description(lexicon).finditer(words):
        start, end = match.span()
        if any(n.phrase < end and start < n.end for n in named) or _ADJECTIVE_AFTER.match(words, end):
            continue
        if _OF_A_SEX.match(words, end - len("men")):
            continue
        if re.match(r",? [A-Z]", words[end:]) and any(0 <= n.start - end <= 2 for n in named):
            continue
        near = words[max(0, start - WINDOW) : start]
        if _PREDICATE_BEFORE.search(near) or _in_apposition(near, start, named):
            continue
        person = None
        if match["people"] and not match[0].lower().startswith(
            ("a ", "an ", "another ", "his ", "her ", "two ", "three ", "four ", "five ", "six ", "several ", "many ")
        ):
            person = _of_nation(_nation(match["people"], lexicon), start, named, people)
            if person is None and people.topic is not None and not people.topic.nations:
                person = people.topic  # whose nation is not known yet
        elif _YEAR_OLD.fullmatch(match[0]) and not re.match(r" (?:from|[A-Z])", words[end:]):
            person = people.topic or _only_one(named, start)
        printed = people.printed(person) if person else match[0]
        role = Role.OWNER if words.startswith("'s", end) else Role.SUBJECT
        yield Nominal(start, end, start, person, printed, Form.DESCRIPTION, role)


def is_beside_a_stranger(words: str, at: int, named: Sequence[Nominal], lexicon: Lexicon) -> bool:
    """Whether the words give the place to somebody whom the article introduces to nobody: "her sister Eva fourth"."""
    stranger = _STRANGER.search(words, max(0, at - WINDOW), at)
    if stranger is None or any(n.phrase < stranger.end("name") and stranger.start("name") < n.end for n in named):
        return False
    return stranger["name"].casefold() not in NOT_NAMES and stranger["name"] not in lexicon.no_people


def _in_apposition(near: str, start: int, named: Sequence[Nominal]) -> bool:
    """ "Kerr, the reigning champion": said of a name that stands before it."""
    match = _AFTER_NAME.search(near)
    return match is not None and any(n.end == start - len(match[0]) for n in named)


def _only_one(named: Sequence[Nominal], start: int) -> Person | None:
    """Who is named before the place, where that is one person only."""
    before = {n.person for n in named if n.end <= start}
    return before.pop() if len(before) == 1 else None


def _nation(printed: str, lexicon: Lexicon) -> str:
    return lexicon.peoples.get(printed) or lexicon.peoples.get(HOME_NATIONS.get(printed, ""), "")


def _of_nation(nation: str, start: int, named: Sequence[Nominal], people: MentionedPeople) -> Person | None:
    """The person of the nation who has been named; of several the topic, and else nobody."""
    here = [n.person for n in named if n.person is not None and n.end <= start]
    those = {person for person in (*people.named, *here) if person is not None and nation and nation in person.nations}
    if len(those) == 1:
        return those.pop()
    recent = [person for person in (*reversed(here), *people.topics) if person in those]
    return recent[0] if len(set(recent)) == 1 else None


@lru_cache(maxsize=8)
def _description(lexicon: Lexicon) -> re.Pattern[str]:
    peoples, countries = any_of({*lexicon.peoples, *HOME_NATIONS}), any_of(lexicon.countries)
    return re.compile(
        rf"\b{_DETERMINER} {_ADJECTIVES}(?:(?P<people>{peoples})(?![\w-]|'(?!s\b))|(?:{_PEOPLE_NOUN})\b(?!-)"
        rf"|[0-9]+-year-olds?\b(?! (?:{peoples})))|\b(?:{peoples})s(?= (?:{FINITE})\b)"  # "Kenyans won both"
        r"|(?:(?<=^)|(?<=[.;:,] )|(?<=\b(?:and|but|had|has) ))"  # "not since 1988 had Norway won"
        rf"(?:[Tt]he )?(?:{countries})(?= (?:{FINITE})\b)"
        r"|\b(?:[Aa] (?:second|third)|[Aa]nother) [A-Z][a-z'-]+(?=,)"  # "and a second Hall, Tom, fourth"
    )
