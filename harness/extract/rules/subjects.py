"""Of whom a sentence speaks at a place in it: subjects and objects, pronouns, and who is carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from harness.extract.rules.people import Mention, Person

_MODIFIER = re.compile(
    r"(?:(?:\b(?:the|a|an|his|her|their|its|fellow|defending|reigning|former|current|then|new|old"
    r"|great|arch|main|long-time"
    r"|compatriots?|countryman|countrywoman|team-?mates?|rivals?|champions?|champ|medall?ists?"
    r"|winners?|holders?|runners?|runner-up"
    r"|sprinters?|jumpers?|throwers?|stars?|athletes?|ace|veteran|youngster|teenager|favou?rite"
    r"|superstar|man|woman|men|women"
    r"|gold|silver|bronze|world|olympic|european|african|asian|commonwealth|indoor|outdoor|national"
    r"|defending|record|hard-charging"
    r"|fast-finishing|late-charging|[a-z]+-record|[0-9]+-year-old|title)|\b[0-9][0-9,]* ?m|\b(?:19|20)[0-9][0-9]"
    r"|(?-i:[A-Z][a-z]+'s?)|Great Britain's"
    r"|United States's|(?-i:[A-Z][a-z]+(?:an|ian|ish|ese|ch|on|ss|er|ot|it)))\s+)$",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\b(?:past|behind|ahead of|over|against|beat|caught|chased|held off|hold off|pass(?:ed|ing)"
    r"|catching|beating|edging out|out-?[a-z]+)"
    r" (?:the|an?|his|her) (?:[a-z-]+ ){1,3}$"
)
_SPEECH = re.compile(
    r"\b(?:said|says|added|adds|admitted|explained|grinned|grins|joked|insisted|told|commented|stated"
    r"|continued|reflected)"
    r"(?: [a-z]+ly)?\s*$"
)
_SINCE = re.compile(r"\bsince\s*$")
_YEAR_AFTER = re.compile(r"(?: in)? ?(?:[0-9]{4}|[,.;)]|$)")
_MADE_SUBJECT = re.compile(
    r"\b(?:with|leaving|seeing|saw|sees|and|but|as|while|when|if|though|although|because|including)\s*$", re.I
)
_GOVERNED = re.compile(
    r"\b(?:behind|ahead of|in front of|past|over|against|beat|beats|beaten|than|by|from|to|of|between"
    r"|for|alongside|like|unlike"
    r"|outran|overtook|overtakes|held off|hold off|fought off|saw off|caught|met|meets|faced|follows"
    r"|chases|passes|leads|at|on"
    r"|pipped|held|joins|join|about|near|let|got|left|out-?ran|[a-z-]+ing|[a-z-]{3,}ed(?: out| off| past| down)?)\s*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:(he|him|his)|(she|her|hers)|(who|whose|the latter)|(i|my|me|i've|i'm)"
    r"|(the [0-9][0-9]-year-old)(?!(?-i: [A-Z])| from))\b",
    re.IGNORECASE,
)


class Role(Enum):
    """What a mention is to the words after it."""

    SUBJECT = "subject"
    OBJECT = "object"
    OWNER = "owner"


_ALWAYS = {**dict.fromkeys(("he", "she", "who", "i", "i've", "i'm", "the latter"), Role.SUBJECT), "him": Role.OBJECT,
           "me": Role.OBJECT}  # fmt: skip


def role(mention: Mention, words: str, offset: int) -> Role:
    """The role of a mention in its sentence, from the words before it."""
    if mention.owner:
        return Role.OWNER
    own = words[mention.start - offset : mention.end - offset].casefold()
    if own in _ALWAYS:
        return _ALWAYS[own]
    before = words[: mention.start - offset]
    if _DESCRIBED.search(before):
        return Role.OBJECT
    while (modifier := _MODIFIER.search(before)) is not None:
        before = before[: modifier.start()]
    before = before.rstrip('"( ')
    if _SINCE.search(before) and _YEAR_AFTER.match(words, mention.end - offset):
        return Role.OBJECT
    if _SPEECH.search(before) or _MADE_SUBJECT.search(before):
        return Role.SUBJECT
    return Role.OBJECT if _GOVERNED.search(before) else Role.SUBJECT


def roles(mentions: list[Mention], words: str, offset: int) -> list[tuple[Mention, Role]]:
    """The roles of all; in a row of names ("ahead of Coe, Cram and Ovett") each has that of the first."""
    found: list[tuple[Mention, Role]] = []
    for mention in mentions:
        own = role(mention, words, offset)
        pronoun = words[mention.start - offset : mention.end - offset].casefold() in _ALWAYS
        if found and found[-1][1] is Role.OBJECT and own is Role.SUBJECT and not pronoun:
            gap = words[found[-1][0].end - offset : mention.start - offset]
            own = (
                Role.OBJECT
                if re.fullmatch(r"(?:,|,? and|,? or) (?:then |fellow |finally )?", gap) and len(gap) < 12
                else own
            )
        found.append((mention, own))
    return found


def pronouns(
    words: str, offset: int, named: list[Mention], known: Sequence[Person], speaker: Person | None
) -> Iterator[Mention]:
    """Every pronoun that somebody is known for: the latest subject of that sex, or for "who" the one just named.

    `known` are those whom the sentences before leave: the one spoken of first.
    """
    for found in _PRONOUN.finditer(words):
        at = found.start() + offset
        before = [one for one in named if one.end <= at]
        if found[3] is not None:
            close = [one for one in before if at - one.end <= 4]
            person = close[-1].person if close else None
        elif found[4] is not None:
            person = speaker
        elif found[5] is not None:
            person = known[0] if known else None
        else:
            person = _of_sex("men" if found[1] else "women", before, words, offset, known)
        if person is not None:
            owner = found[0].casefold() in ("his", "her", "my", "whose", "hers")
            yield Mention(at, found.end() + offset, person, person.name, owner)


def _of_sex(sex: str, before: list[Mention], words: str, offset: int, known: Sequence[Person]) -> Person | None:
    subjects = [one for one, its in roles(before, words, offset) if its is not Role.OBJECT]
    candidates = [*(one.person for one in reversed(subjects)), *known]
    return next((one for one in candidates if one.sex in ("", sex)), None)
