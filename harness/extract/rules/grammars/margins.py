"""Margins: "by 69 hundredths of a second", "0.03 seconds ahead", "0.44 seconds to spare on Kerr"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import (
    named_after,
    named_before,
    names_between,
    objects_between,
    resolve_subject,
)
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import MARK, NUMBER, SPELLED_TIME
from harness.extract.rules.mentions import Reference, Role
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at
from harness.extract.rules.splits import is_on_the_way

_GAP = (
    rf"(?:(?:just|only|less than|more than|under|over|nearly|almost|about) )?(?:(?:{NUMBER}|a|an|half a"
    rf"|[0-9]{{1,3}}) (?:hundredths?|tenths?|thousandths?)(?: of a second)?"
    rf"|[0-9]{{1,2}}\.[0-9]{{1,3}}(?: ?(?:seconds?|secs?|s\b))?|{SPELLED_TIME}"
    rf"|(?:a|one|two|three|half a|{NUMBER}) seconds?"
    rf"|[0-9]{{1,3}} ?(?:cm|centimetres|centimeters)\b"
    rf"|a (?:centimetre|metre)|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})? ?(?:m\b|metres|meters)|(?:[0-9]{{1,4}}"
    rf"|{NUMBER}) points?)"
)
_BY = re.compile(rf"\bby (?P<gap>{_GAP})", re.I)
_BESIDE = re.compile(
    rf"(?P<gap>{_GAP}) (?:further )?(?P<which>ahead|clear|behind|back|down|in front|slower|faster|adrift|quicker"
    rf"|later|short)\b",
    re.I,
)
_FROM = re.compile(r" (?:from|over|ahead of) ")
_TO_SPARE = re.compile(rf"(?P<gap>{_GAP}) to spare (?:on|over|from) ", re.I)
_MARGIN_OVER = re.compile(rf"\b(?:margin|lead|advantage) over (?P<pair>[^,;:]{{2,60}}?) was (?P<gap>{_GAP})", re.I)
_BETWEEN = re.compile(
    rf"\b(?:gap|margin|difference) between (?P<pair>[^,;:]{{2,80}}?) (?:was|is) (?P<gap>{_GAP})(?! (?:in|at|with)\b)"
    rf"|\b(?P<gap2>{_GAP}) separated (?P<pair2>[^,;:.]{{2,80}})",
    re.I,
)
_OF_A_PAIR = re.compile(r" between | separated ", re.IGNORECASE)
_OFF = r"(?<!held )(?<!holding )off"  # a record; a rival is held off
_ON_A_MARK = re.compile(
    rf"\b(?:record|best|standard|limit|final|improv\w+|lower\w+|mark|PB|{_OFF}|took|cut|title from|slic\w+)\b"
    r"[^,;]{0,25}$"
)  # on no rival
_RAISED = re.compile(r"\b(?:improv\w+|bettered|raised|lowered|added to)(?: on)? (?:the|his|her|their) [^;]*$")
_IMPROVES = re.compile(
    rf"\b(?:record|best|standard|limit|improv\w+|lower\w+|mark|PB|{_OFF}|title from|slic\w+|cut)\b[^,;]{{0,25}},? $"
)
_THAN_BEFORE = re.compile(  # on an earlier race of one's own: "quicker than he had run in Lima"
    r" than (?:(?:he|she|they|his|her|their|when|last|in|at|on|a)\b|the (?:one|time|mark|record))"
)
_OF_SPEED = re.compile(r"(?:slower|faster|quicker)$", re.IGNORECASE)  # of two marks, unless somebody is named
_THAN = re.compile(r" than (?:the )?[A-Z]")
_BEHIND = frozenset({"behind", "back", "down", "slower", "adrift", "later", "short"})
_LOST = re.compile(
    r"\b(?:los(?:t|es|ing)|(?:(?:was|were|been) |, )(?:beaten|pipped|edged)|trail(?:ed|s|ing)"
    r"|miss(?:ed|es)(?: it| out)?)\b[^,;]*$"
    r"|\b(?:second|runner-up|silver),? $"
)
_OF_A_RECORD = re.compile(  # "the record was 3:28.81; she broke it by a second", "had broken Bell's 3:28.81 by"
    r"\b(?!w[io]n|took|takes?)[a-z]+ it $"
    rf"|\b(?:broke|broken|beat|beaten|bettered|lowered) (?:[A-Z][\w'-]+ ){{1,3}}(?:[a-z]+ ){{0,3}}{MARK}\b[^;]*$"
)
_MISSED = re.compile(r"\bmiss(?:ed|es|ing)\b[^,;]*(?:,? and (?:the )?(?:gold|silver|bronze|victory)\b[^,;]*)?$")
_OF_A_RACE = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|victory|beat(?:ing)?|edged|pipped|h[eo]ld(?:s|ing)? off|ahead|behind|clear|separat"
    r"|finish|lost"
    r"|second|third|silver|bronze|margin|came|stopped the clock|clocked|ran"
    r"|defeat|title|gold|win|missed|(?:was|were) (?:[^\s,;]+ ){1,6}(?:down|back|adrift|short))",
    re.I,
)
_OF_A_GAP = re.compile(
    r"\b(?:ahead|clear|behind|back|down|front|slower|faster|adrift|quicker|later|short|spare|gap|margin|lead|advantage"
    r"|difference"
    r"|separated|by (?:[0-9]|a\b|an\b|half|just|only|less|more|under|over|nearly|almost|about|one|two|three|four"
    r"|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty))",
    re.IGNORECASE,
)
_NEAR, _NEXT = 80, len(" the ")


def find(sentence: Sentence) -> Iterator[Draft]:
    if _OF_A_GAP.search(sentence.words) is None:
        return  # the patterns below are slow, and most sentences tell of no gap
    yield from _ahead_or_behind(sentence)
    yield from _to_spare(sentence)
    yield from _between(sentence)


def _ahead_or_behind(sentence: Sentence) -> Iterator[Draft]:
    words = sentence.words
    for pattern in (_BY, _BESIDE):
        for match in pattern.finditer(words):
            before = words[max(0, match.start() - _NEAR) : match.start()]
            on_a_mark = (_IMPROVES if pattern is _BY else _ON_A_MARK).search(before)
            if not _OF_A_RACE.search(words) or not _is_told(sentence, match) or on_a_mark:
                continue
            if (
                _MISSED.search(before)
                or (pattern is _BY and _OF_A_RECORD.search(before))
                or is_on_the_way(words, match.end())
                or _THAN_BEFORE.match(words, match.end())
                or _RAISED.search(before)
                or (_OF_SPEED.search(match[0]) and not _THAN.match(words, match.end()))
            ):
                continue  # what was missed is a place or a mark, and whose is not told
            lost = pattern is _BY and _LOST.search(before) is not None
            behind = lost or match.groupdict().get("which", "").lower() in _BEHIND
            subject = _with_whom(sentence, match) or resolve_subject(sentence, match.start())
            if subject is None or (subject.end == 0 and objects_between(sentence, 0, match.start())):
                continue  # "the title got away from her, to Bell, by a tenth": who was ahead is not told
            if pattern is _BY and (loser := _FROM.match(words, match.end())):
                rival = named_after(sentence, loser.end(), reach=0)
                yield _margin(sentence, match, subject, rival)
                continue
            rival = _rival(sentence, subject, match)
            if behind:
                yield _margin(sentence, match, rival, subject)
            else:
                yield _margin(sentence, match, subject, rival)


def _with_whom(sentence: Sentence, match: re.Match[str]) -> Reference | None:
    """Who comes behind by the gap, where the name stands right before it: "third, with Bell a tenth back"."""
    whom = named_before(sentence, match.start(), reach=1)
    return whom if whom is not None and sentence.words[: whom.start].endswith("with ") else None


def _to_spare(sentence: Sentence) -> Iterator[Draft]:
    """Time in hand on somebody who is named; time in hand on a standard or a clock is no margin."""
    for match in _TO_SPARE.finditer(sentence.words) if " to spare " in sentence.words else ():
        ahead, behind = resolve_subject(sentence, match.start()), named_after(sentence, match.end())
        if ahead is not None and behind is not None and ahead.person != behind.person and _is_told(sentence, match):
            yield _margin(sentence, match, ahead, behind)
    for match in _MARGIN_OVER.finditer(sentence.words) if " over " in sentence.words else ():
        ahead = resolve_subject(sentence, match.start())
        rivals = names_between(sentence, match.start("pair"), match.end("pair"))
        if ahead is not None and len(rivals) == 1 and ahead.person != rivals[0].person and _is_told(sentence, match):
            yield _margin(sentence, match, ahead, rivals[0])._replace(takes=(match.span("gap"),))


def _between(sentence: Sentence) -> Iterator[Draft]:
    """Two who are named; which of them was ahead is for other sentences to say."""
    if not _OF_A_PAIR.search(sentence.words):
        return
    for match in _BETWEEN.finditer(sentence.words):
        pair = names_between(sentence, *match.span("pair" if match["pair"] else "pair2"))
        if len(pair) == 2 and pair[0].person != pair[1].person and _is_told(sentence, match):
            yield _margin(sentence, match, pair[0], pair[1])._replace(order_open=True)


def _is_told(sentence: Sentence, match: re.Match[str]) -> bool:
    return not sentence.in_speech(match.start()) and is_asserted(sentence.words, match.start())


def _margin(sentence: Sentence, match: re.Match[str], ahead: Reference | None, behind: Reference | None) -> Draft:
    """The margin; without the one ahead, whose place tells who that was, it is open."""
    name = "gap" if match["gap"] else "gap2"
    gap, scope = match[name], scope_at(sentence, match.start())
    summary = f"{ahead.printed if ahead else 'somebody'} was ahead by {gap}"
    made = draft(
        sentence, "margin", match.span(name), summary, (match.span(),), ahead=ahead, behind=behind, gap=gap, scope=scope
    )
    return made._replace(order_open=ahead is None)


def _rival(sentence: Sentence, subject: Reference, match: re.Match[str]) -> Reference | None:
    """Who was beaten, or was behind: named right behind the words, else the only other object of the sentence.

    Of several objects none is taken.
    """
    behind = re.match(r" (?:of|to|from)? ?", sentence.words[match.end() :])
    close = named_after(sentence, match.end() + (behind.end() if behind else 0), reach=30)
    if close is not None and not re.search(
        r"[,;:.]|\b(?:and|as|with|while)\b", sentence.words[match.end() : close.start]
    ):
        return close if close.person != subject.person else None
    objects = [n for n in sentence.nominals if n.role is Role.OBJECT and n.person not in (None, subject.person)]
    near = (n for n in objects if n.end <= match.start() or 0 <= n.start - match.end() <= _NEXT)
    others = {n.person: n for n in near}
    if len(others) != 1:
        return None
    nominal = next(iter(others.values()))
    assert nominal.person is not None
    return Reference(nominal.person, nominal.printed, nominal.start, nominal.end, nominal.form.value == "name")
