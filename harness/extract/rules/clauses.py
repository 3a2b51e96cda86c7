"""The structure of a sentence, as far as plain patterns show it: finite verbs, clauses, and insertions.

There is no parser: a statistical one is slower than the whole reader and no more reliable on the phrases that sports
reports use ("held off both A and B to win", "with C third"). What the patterns cannot decide, they leave open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from harness.extract.rules.figures import MARK, ORDINAL
from harness.extract.rules.sentences import Span

_AUXILIARY = "was|were|is|are|has|have|had|did|does|do|will|would|could|can|might|must|should"
_PAST = (
    "came|went|ran|won|beat|led|took|held|got|set|broke|left|made|gave|saw|swam|threw|leapt|fell|began|became|kept|knew"
    "|lost|put|drove|rose|sat|stood|struck|swept|told|found|felt|brought|bought|caught|chose|cut|drew|fought|flew|grew"
    "|hit|hung|let|met|paid|rode|said|sent|shook|shot|slid|spoke|sped|split|spun|stuck|stole|strode|swung|tore|thought"
    "|understood|wore|withdrew|wound|sank|dived|dove|bore|overcame|overtook|outran|outdid|undid|forgot|hurt"
    "|quit|shut|led|bit"
    "|closed|ran"
)
_PRESENT = (
    "wins|takes|runs|beats|leads|comes|goes|finishes|clocks|sets|breaks|holds|says|adds|makes|gets|moves|stands|remains"
    "|becomes|claims|retains|defends|returns|leaves|loses|jumps|leaps|throws|opens|closes|answers|scrapes|knows|wants"
    "|needs|hopes|owns|ranks|tops|swims|races|trains|lives|explains|insists|admits|jokes|starts|keeps|sits|looks"
)
FINITE = rf"(?:{_AUXILIARY}|{_PAST}|{_PRESENT}|[a-z]{{2,}}[a-df-z]ed|[a-z]+eed)"
_ADVERB = (
    r"(?:[a-z]+ly|then|also|only|even|still|soon|never|always|just|already|again|later|twice|once|both|all|now|duly)"
)
_OF_COUNTRY = r"(?: (?:of|from) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)?"
_IN_BRACKETS = r"(?: ?\([^()]{1,30}\))?"
_APPOSITION = r"(?:, (?!who |and |but |with )[^,;:]{1,80},)?"
_ROW = r"(?:(?:, | and |, and )[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,2}){0,3}"
_VERB_BEHIND = re.compile(rf"{_OF_COUNTRY}{_IN_BRACKETS}{_ROW}{_APPOSITION} (?:{_ADVERB} ){{0,2}}(?P<verb>{FINITE})\b")
_VERB = re.compile(rf"\b(?P<verb>{FINITE})\b")

_SUBORDINATOR = (
    r"as|while|when|whereas|after|before|although|though|because|since|until|once|if|unless|where|days after"
    r"|weeks after"
    r"|a (?:day|week|month|year) (?:after|before)|[a-z]+ (?:days|weeks|months|years) (?:after|before)|having|despite"
)
_RELATIVE = r"who|whose|whom|which|where|the latter of whom"
_FRONTED = re.compile(
    rf"^[\"'( ]*(?:{_SUBORDINATOR})\b(?P<gerund> [a-z]+ing\b)?[^,;]*,(?: (?:{ORDINAL})\b[^,;]*,)?", re.IGNORECASE
)
_PARENTHESIS = re.compile(rf", (?:{_RELATIVE}|{_SUBORDINATOR})\b|\(|\[| - ")
_REDUCED_RELATIVE = re.compile(
    r"\b(?:the|a|an|his|her|that|their) (?:[\w'-]+ ){1,4}?"
    r"(?:(?:that |which )?(?:he|she|they)|(?:that|which)(?: [A-Z][\w'.-]+){1,3}) (?:had |has )?[a-z]+\b"
)
_BREAK = re.compile(
    rf"(?:;|:(?![0-9]))| - |, (?:and|but|{_RELATIVE}|{_SUBORDINATOR}|with|[a-z]+ing)\b|, (?=[A-Z])|, (?:he|she"
    rf"|they|it|the|his"
    rf"|her)\b"
    r"| as\b(?! an? )| (?:while|but|when|until|because|although|though|whereas|where|who|which)\b"
    r"| (?:after|before|since)\b(?!,|\.|$)"  # "the summer before" begins no clause
)
_APPOSITION_BETWEEN = re.compile(
    r", (?:(?:the|a|an|now|who was|twice|then|once) ){0,2}[^,;:()]{0,60}?\b(?:champions?|medall?ists?|winners?"
    r"|runners?-up|holders?"
    r"|finalists?)\b(?:[^,;:()]|:(?=[0-9])){0,40}(?:,|$)"
)
_APPOSITION_OF_A_NAME = re.compile(  # "Hall, second in Tokyo, was fourth", "Hall, her rival since Lima, came third"
    r"(?<=[\w')-])(?<!\bIn)(?<!\bAt), (?P<words>(?!(?:and|but|with|in|at|on|after|before|who|whose|which|where|when"
    rf"|while)\b)[a-z0-9][^,;:()]{{0,59}}),(?= (?:{_ADVERB} ){{0,2}}(?:{FINITE})\b)"
)
_NAME_ENDS = re.compile(r"\b[A-Z][\w'.-]+(?: ?\([^()]{1,30}\))?$")
_NAME = 60  # characters of a name and its bracket
_PREMODIFIER = re.compile(
    r"\b(?:[A-Z][\w'-]+ ){1,4}(?:(?:18|19|20)[0-9]{2} )?(?:gold |silver |bronze )?(?:medall?ist|champion|winner"
    r"|runner-up|finalist)\b"
)
_AND_DID = re.compile(rf" and (?:{FINITE})\b")
_IN_THE = re.compile(r"\b[Ii]n the $")
_CLOSING = {"(": ")", "[": "]", " - ": " - "}
_NO_END = re.compile(r"[0-9], ?[0-9]")
_PARTICIPLE_FIRST = re.compile(r" ?(?:and |but )?(?:to )?(?:[a-z]+ing\b|[a-z]+ed\b)")
_OWN_MARK = re.compile(rf" (?:in|with|at|clocking) {MARK}")  # ", as she had been in Lima, in 3:59.05"
_CONTRASTS = frozenset({", while", ", whereas", ", having"})
_HAS_A_SUBJECT = re.compile(r", (?:while|whereas|when|where|whose|until|though|although|because) [A-Z]")
_HAD = re.compile(
    r"\bhad (?:(?:only|already|also|never|just|not|once|twice|always|previously|earlier|even|still) )*"
    r"(?:been|won|run|taken|beaten|come|set|broken|held|lost|gone|made|become|led|got|thrown|swum|done|seen|given"
    r"|fallen|sat|begun|struck|swept|left|told|found|felt|brought|caught|cut|fought|hit|kept|met|sent|shown|stood"
    r"|worn|thought|known|heard|[a-z]+ed)\b"
)
# characters behind a comma that are looked through, insertions in a sentence, and commas in an insertion: more is no
# prose, and each of them is looked at for each of the others
_WORDS_AT_MOST, _INSERTIONS_AT_MOST, _COMMAS_AT_MOST = 400, 60, 12


def verb_behind(words: str, at: int) -> bool:
    """Whether a finite verb follows a name that ends at the place, an apposition or a country between them at most."""
    return _VERB_BEHIND.match(words, at) is not None


def has_verb(words: str, start: int, end: int) -> bool:
    """Whether a finite verb stands between the places."""
    return _VERB.search(words, start, end) is not None


def is_background(words: str, start: int, end: int) -> bool:
    """Whether the words between the places are told in the past perfect: of what went before."""
    return _HAD.search(words, start, end) is not None


def insertions(words: str) -> tuple[Span, ...]:
    """What is said in between: brackets, dashes, relative and subordinate clauses set off by commas.

    A subject in an insertion is none of what follows it, nor is a competition.
    """
    spans: list[Span] = []
    fronted = _FRONTED.match(words)
    if fronted is not None and (fronted["gerund"] or has_verb(words, 0, fronted.end())):
        spans.append(fronted.span())
    at = 0
    while (opening := _PARENTHESIS.search(words, at)) is not None and len(spans) < _INSERTIONS_AT_MOST:
        end = _end_of(words, opening)
        spans.append((opening.start(), end))
        # nested ones are looked for too: "(who ran ...)" in a relative clause
        at = opening.end()
    spans += [match.span() for match in _APPOSITION_BETWEEN.finditer(words)]
    spans += [
        match.span() for match in _APPOSITION_OF_A_NAME.finditer(words)
        if _NAME_ENDS.search(words, max(0, match.start() - _NAME), match.start()) and not _VERB.search(match["words"])
    ]  # fmt: skip
    spans += [  # "Tokyo bronze medallist Kerr won gold"; in "In the Baxter Mile winner Kerr ..." the race is told
        match.span() for match in _PREMODIFIER.finditer(words) if not _IN_THE.search(words[: match.start()])
    ]
    spans += [
        (match.start(), _end_of_reduced(words, match.end())) for match in _REDUCED_RELATIVE.finditer(words)
    ]  # "the bronze he took in Tokyo"
    return tuple(sorted(spans))


def around(spans: Sequence[Span], at: int) -> Span | None:
    """The innermost of the insertions that holds the place."""
    holding = [span for span in spans if span[0] <= at < span[1]]
    return max(holding) if holding else None


def is_visible(spans: Sequence[Span], place: int, at: int) -> bool:
    """Whether what stands at `place` can be meant at `at`: not where it stands in an insertion that has ended."""
    return all(start <= at < end for start, end in spans if start <= place < end)


def in_one_clause(words: str, first: int, second: int) -> bool:
    """Whether nothing that begins a clause lies between the places."""
    start, end = sorted((first, second))
    return _BREAK.search(words, start, end) is None


def _end_of(words: str, opening: re.Match[str]) -> int:
    """Where the insertion ends: its bracket, or the comma behind which the main clause goes on; else the sentence."""
    closing = _CLOSING.get(opening[0])
    if closing is not None:
        end = words.find(closing, opening.end())
        return len(words) if end < 0 else end + len(closing)
    end = opening.end()
    goes_back = opening[0] not in _CONTRASTS  # "while Hall raced on, setting a record": Hall set it
    is_told = has_verb(words, 0, opening.start())
    needs_verb = _HAS_A_SUBJECT.match(words, opening.start()) is not None  # ", while Hall, the holder, came sixth"
    for _ in range(_COMMAS_AT_MOST):
        end = _next_comma(words, end)
        if needs_verb and end < len(words) and not has_verb(words, opening.end(), end):
            end += 1
            continue
        rest = words[end + 1 : end + 1 + _WORDS_AT_MOST]
        if has_verb(rest, 0, len(rest)) or (goes_back and _PARTICIPLE_FIRST.match(rest)):
            return end
        if is_told and _OWN_MARK.match(rest):
            return end
        if end == len(words):
            break
        end += 1
    return len(words)


def _end_of_reduced(words: str, at: int) -> int:
    """Where a relative clause without a comma ends: "the record that Bell had set and won" has two verbs."""
    end = _next_comma(words, at)
    joined = _AND_DID.search(words, at, end)
    return joined.start() if joined else end


def _next_comma(words: str, at: int) -> int:
    """The next comma (or semicolon) that is no part of a number; the end where there is none."""
    while True:
        places = [place for place in (words.find(",", at), words.find(";", at), words.find(":", at)) if place >= 0]
        if not places:
            return len(words)
        end = min(places)
        number = words[max(0, end - 1) : end + 2]
        if not (len(number) == len("1,5") and number[0].isdigit() and number[-1].isdigit()):
            return end
        at = end + 1
