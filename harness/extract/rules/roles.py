"""The role of a name: subject, object or owner, by the words before it and the verb after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from harness.extract.rules.alternation import any_of
from harness.extract.rules.clauses import FINITE, has_verb, verb_behind
from harness.extract.rules.figures import MARK, ORDINAL, marks
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.mentions import WINDOW, Form, Nominal, Role

HOME_NATIONS = {"Scot": "Briton", "Scotsman": "Briton", "Englishman": "Briton", "Welshman": "Briton",
                 "Scotswoman": "Briton", "Englishwoman": "Briton", "Welshwoman": "Briton"}  # fmt: skip
_PERSON_NOUN = (
    r"compatriots?|countryman|countrywoman|team-?mates?|rivals?|champions?|champ|medall?ists?|winners?|holders?"
    r"|runners?"
    r"|runner-up|sprinters?|jumpers?|throwers?|hurdlers?|swimmers?|milers?|stars?|athletes?|ace|veteran|youngster"
    r"|teenager"
    r"|favou?rite|superstar|man|woman|men|women|brother|sister|coach|captain|debutant|pacemaker|pacer"
)
_ADJECTIVE = (
    r"the|a|an|another|his|her|their|its|fellow|both|either|defending|reigning|former|current|then|new|old|great|arch"
    r"|main|long-time|surprise|tiring|tired|fading|flying|little-known|unheralded|young|[0-9]+-year-old"
    r"|(?:hard|fast|late|pre-race|home|local|newly)-[a-z]+"
)
_OF_A_TITLE = (
    r"gold|silver|bronze|world|olympic|european|african|asian|commonwealth|indoor|outdoor|national|record|title"
    r"|[a-z]+-time|[a-z]+-record|[0-9][0-9,]* ?m|(?:19|20)[0-9][0-9]"
)
OF_COUNTRY = r"(?: (?:of|from) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?(?: ?\([^()]{1,30}\))?"
_OBJECTS = frozenset({"him", "them", "me"})
_SPEECH = re.compile(
    r"\b(?:said|says|added|adds|admitted|explained|grinned|grins|joked|insisted|commented|stated|continued|reflected"
    r"|recalled|predicted|warned)(?: [a-z]+ly)?$"
)
_LEAVES = re.compile(r"\b(?:leaving|leaves|left|seeing|saw|sees|watched)$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|and|plus)$", re.IGNORECASE)
_STANDING = (
    rf"(?: (?:a|only|back|in|just|the|finally|distant|close|another))* (?:(?:{ORDINAL})\b|[a-z]+ing\b"
    r"|(?:gold|silver|bronze)\b|(?:right |close |hard |not far |well |a long way )?(?:behind|in front|ahead)\b)"
)
_WITH_GOES_ON = re.compile(rf"(?: ?\([^()]{{1,30}}\))?(?:, (?:an?|the|his|her) [^,;:()]{{1,40}},)?{_STANDING}")
_OWN_MARK = re.compile(  # "with Hall at 3:59.05", "ahead of Bell on 4:00.10", "Dale next in 4:01.20"
    r"(?: (?:of|from) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?(?: ?\([^()0-9]{1,30}\))?,? "
    rf"(?:(?P<standing>(?:a |just |close |back )*(?:{ORDINAL}|next|later)(?: place)?,? )(?:at|on|in|with)"
    r"|(?P<at>at|on)"
    rf"|in|with) {MARK}"
)
_AHEAD_OF = re.compile(r"(?:\b(?:from|ahead of|in front of|clear of|over|and)|,)$")
_LIST_ENDS = re.compile(r";|,? (?:and|but|while) |, (?:with|[a-z]+ing) |, (?=[A-Z])")  # not before ", a record"
_COPULA = re.compile(r"\b(?:was|were|came|comes|is|went to|stood|finished)$")
_INVERTS = re.compile(
    rf"\b(?:{ORDINAL}|last|next|behind (?:him|her|them)|winner|there|here|also|close)\b[^,;]*$", re.IGNORECASE
)
_INVERTED_AT_MOST = 100  # characters
_INVERTED = re.compile(
    rf"(?:(?:In )?(?:{ORDINAL})(?: place)?|Behind|Next)\b(?:[^;.!?()]|\.(?=[0-9]))*, (?:was|were|came)"
    r" (?:the |[a-z-]+ )*",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(
    r"(?:[,;:.!?\"'(\[-]|\b(?:and|but|or|yet|so|as|while|when|whereas|although|though|because|until|once|if"
    r"|unless|where"
    r"|that|then|there|here|only|even|finally|meanwhile|later|how|why|what|which|whether|also|again|instead|eventually"
    r"|it was|[a-z]+ly))$",
    re.IGNORECASE,
)
_OPENS_OR_GOVERNS = re.compile(r"\b(?:after|before|since|than|as)$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:behind|of|past|over|against|than|by|from|to|between|for|alongside|like|unlike|at|on|about|near|with|without"
    r"|under|above|below|beyond|through|around|despite|towards?|into|onto|off|up|down|out|including|since|after|before"
    r"|not|vs?\.?|in)$",
    re.IGNORECASE,
)
_WHERE_IT_WAS = re.compile(r"(?:In|At|Over|On) the (?:[\w',-]+ ){1,7}")
_AGENT = re.compile(r"\bwon (?:[a-z]+ly )?by$")
_TO_DO = re.compile(r"(?:,| only| enough) for$")  # "only for Hall to slip through and beat him"
_DOES = re.compile(r"(?: ?\([^()]{1,30}\))? to (?!(?:the|a|an)\b)[a-z]+\b")
_NOUN_BEFORE = re.compile(r"(?:^|[,;:.] )(?:The|the|His|Her|An?) (?:[\w'-]+ ){1,5}[\w-]+, $")
_GOES_ON = re.compile(rf", (?:[a-z]+ly )?(?:{FINITE})\b")  # "The men's winner, Hall, ran 2:02:44"
_PAIR = re.compile(r"\bbetween [^,;:]{1,40}?\band$")  # "the duel between Hall and Bell failed": neither did
_YEAR_AFTER = re.compile(r"(?:'s \w+)?(?: in)? ?(?:[0-9]{4}|[,.;)]|$)")
_MODIFIERS_AT_MOST = 12
_PARTICIPLE = re.compile(rf"{OF_COUNTRY} [a-z]+ing\b")  # "Hall won, Bell taking silver"
_LIST_GAP = re.compile(rf"{OF_COUNTRY},?(?: and| or| then| and then)?(?: fellow)? ?")


def role_of(words: str, nominal: Nominal, before: Sequence[Nominal]) -> Role:
    """The role of a nominal from the words before it, and from whether a verb follows."""
    near = words[max(0, nominal.phrase - WINDOW) : nominal.phrase].rstrip('"( ')
    printed = words[nominal.start : nominal.end].casefold()
    if nominal.form is Form.PRONOUN and (printed in _OBJECTS or (printed == "her" and nominal.role is not Role.OWNER)):
        return Role.OBJECT
    if nominal.form in (Form.PRONOUN, Form.DUMMY):
        return Role.SUBJECT
    if not near or _SPEECH.search(near) or _AGENT.search(near):
        return Role.SUBJECT
    if not before and _opens_with_a_phrase(words, nominal):
        return Role.SUBJECT
    beside = words[max(0, nominal.start - WINDOW) : nominal.start]
    if _GOES_ON.match(words, nominal.end) and _NOUN_BEFORE.search(beside):
        return Role.SUBJECT
    if _PAIR.search(near):
        return Role.OBJECT
    if _TO_DO.search(near) and _DOES.match(words, nominal.end):
        return Role.SUBJECT
    if _has_own_mark(words, nominal, near, before):
        return Role.SUBJECT
    if _LEAVES.search(near) or (_WITH.search(near) and _WITH_GOES_ON.match(words, nominal.end)):
        return Role.SUBJECT
    if near.endswith("since") and _YEAR_AFTER.match(words, nominal.end):
        return Role.OBJECT
    if _OPENS_OR_GOVERNS.search(near):
        return Role.SUBJECT if verb_behind(words, nominal.end) else Role.OBJECT
    if _COPULA.search(near):
        return Role.SUBJECT if _INVERTS.search(near) or is_inverted(words, nominal.phrase) else Role.OBJECT
    if near.endswith(",") and _PARTICIPLE.match(words, nominal.end):
        return Role.SUBJECT
    if before and before[-1].role is Role.OBJECT and nominal.form is Form.NAME and not verb_behind(words, nominal.end):
        gap = words[before[-1].end : nominal.phrase]
        if len(gap) <= WINDOW and _LIST_GAP.fullmatch(gap):
            return Role.OBJECT
    if _OPENS_CLAUSE.search(near):
        return Role.SUBJECT
    if _PREPOSITION.search(near):
        return Role.OBJECT
    return Role.SUBJECT if verb_behind(words, nominal.end) else Role.OBJECT


def _has_own_mark(words: str, nominal: Nominal, near: str, before: Sequence[Nominal]) -> bool:
    """Whether the mark right behind a name is its own: not the winner's, in "beat Bell in 3:59.05"."""
    behind = _OWN_MARK.match(words, nominal.end)
    if behind is None or behind["standing"] or behind["at"] or near.endswith("with"):
        return behind is not None
    if _AHEAD_OF.search(near) is None:
        return False
    subjects = [n.end for n in before if n.role is Role.SUBJECT]
    return any(mark.start() >= max(subjects, default=0) for mark in marks(words) if mark.end() <= nominal.phrase)


def is_listed_before(words: str, nominal: Nominal, at: int) -> bool:
    """Whether the nominal is one of a list of finishers that has ended: "with Bell on 3:59.05, and won in Lima too"."""
    near = words[max(0, nominal.phrase - WINDOW) : nominal.phrase].rstrip('"( ')
    own = _OWN_MARK.match(words, nominal.end)
    listed = own is not None and (near.endswith("with") or _AHEAD_OF.search(near) is not None)
    return own is not None and listed and _LIST_ENDS.search(words, own.end(), at) is not None


def is_inverted(words: str, at: int) -> bool:
    """Whether its clause opens with a place and tells whose it is at last: "In second, far behind, was Hall"."""
    start = inversion_start(words, at)
    return at - start <= _INVERTED_AT_MOST and _INVERTED.fullmatch(words, start, at) is not None


def inversion_start(words: str, at: int) -> int:
    """Where the clause of the place begins, as far as a semicolon tells."""
    semicolon = words.rfind("; ", 0, at)
    return semicolon + len("; ") if semicolon >= 0 else 0


def _opens_with_a_phrase(words: str, nominal: Nominal) -> bool:
    """Whether nothing but where it was stands before the name: "In the men's mile winner Hall led"."""
    before = words[: nominal.phrase]
    bare = _WHERE_IT_WAS.fullmatch(before) is not None and _PREPOSITION.search(before.rstrip()) is None
    return bare and not has_verb(before, 0, len(before)) and has_verb(words, nominal.end, len(words))


def phrase_start(words: str, start: int, lexicon: Lexicon) -> int:
    """Where the phrase of a name begins, with all that describes it: "the Olympic 1500m champion Kerr".

    An event or a year belongs to it only before such a noun: "in the 1500m Kerr led" is two phrases.
    """
    nearest, further = _modifiers(lexicon)
    pattern = nearest
    for _ in range(_MODIFIERS_AT_MOST):
        match = pattern.search(words[max(0, start - WINDOW) : start])
        if match is None:
            break
        start -= len(match[0])
        pattern = further
    return start


@lru_cache(maxsize=8)
def _modifiers(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand right before a name in its phrase, and what before that."""
    peoples = any_of({*lexicon.peoples, *HOME_NATIONS})
    codes = r"(?-i:[A-Z]{2,3}|Great Britain|United States|[A-Z][\w.-]+)'s?|(?-i:US|UK|GB|USA|NCAA)"
    near = rf"{_ADJECTIVE}|{_PERSON_NOUN}|(?-i:{peoples})|{codes}"
    return (
        re.compile(rf"(?:(?<![\w'-])(?:{near}),?\s+)$", re.IGNORECASE),
        re.compile(rf"(?:(?<![\w'-])(?:{near}|{_OF_A_TITLE})\s+)$", re.IGNORECASE),
    )
