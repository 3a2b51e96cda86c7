"""The person that the words at a place refer to: names, pronouns and descriptions with their roles, and the subject.

A description without a name ("the reigning champion") is somebody whom the article does not name there, and never the
last subject; only "the Norwegian" is resolved, if a person of that nation has been named. Whatever is not printed in
the clause itself is passed on as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from harness.extract.rules.clauses import has_verb, is_visible
from harness.extract.rules.descriptions import is_beside_a_stranger
from harness.extract.rules.figures import MARK, ORDINAL
from harness.extract.rules.mentions import WINDOW, Form, Nominal, Reference, Role
from harness.extract.rules.nominals import APPOSED
from harness.extract.rules.people import Person
from harness.extract.rules.roles import inversion_start, is_inverted, is_listed_before
from harness.extract.rules.sentences import Span

if TYPE_CHECKING:
    from harness.extract.rules.reading import Sentence

_FIGURE_OR_PLACE = re.compile(rf"[0-9]|(?:{ORDINAL})\b", re.IGNORECASE)
_NOUN_PHRASE_ENDS = re.compile(r"[,;:.()]|\b(?:who|and|was|is|has|had|to|in|at|by|for|with|as)\b")
_FOR = re.compile(r"\b(?:for|(?<!ahead )(?<!front )(?<!clear )of|from)(?: the)? $")
_OF_THE_LAST_ONLY = re.compile(r"[(\[]$|, with $")  # "Hall and Bell (3:59.05)" gives Bell's
_LISTS = re.compile(  # "Her other victories include ..."
    r"(?:'s?)? (?:[a-z]+ ){0,2}(?:wins|victories|titles|medals|honours|successes|triumphs) (?:includ|were|are|came)"
)
_BESIDE_OWN_MARK = re.compile(  # "Hall's 14.44m, half a metre beyond her best", "Hall's 1:56.12 is a record"
    rf"'s? (?:[a-z]+ (?:of )?)?{MARK}(?: in the [\w ]{{2,20}})?"
    r"(?:, |(?:, which [^,;.]{2,60},)? (?:is|was|remains|equals|broke|beat|improved)\b[^,;.]{0,40})"
)
_BY_OWN_FEAT = re.compile(  # "Hall's bronze, in 3:31.46, was a record"
    r"'s? (?:[a-z0-9-]+ ){0,2}(?:gold|silver|bronze|win|victory|run|swim|throw|jump|leap|time|mark|effort)(?: medal)?,?"
    r" (?:in|of|with) (?:an? )?"
)
_BEHIND_ITS_BRACKET = re.compile(r"[)\]] (?:in|at|with|for)\b")
_WENT = re.compile(
    r"\b(?:gold|silver|bronze|medal|place|title|victory|prize|win|spot|race|mile|metres|[0-9]m|finals?|semi-?finals?"
    r"|heats?(?: (?:one|two|three|four|[0-9]))?) (?:went|goes|had gone)\b",
    re.IGNORECASE,
)
_TO = re.compile(r" to (?:[\w']+ ){0,3}$")
_WHEN_IT = re.compile(r"\b(?:when|where|since|until|because) $")
_GIVES = re.compile(r"\b(?:gave|earned|brought|handed|put|took|moved|lifted|carried|kept|saw|secured|won)(?: the)? $")
_OWNED_WORDS = 5
_FRONTED_AT_MOST = 80
_RELATIVE = re.compile(r", (?:(?:in|at) )?(?:which|where|whom)\b")
_TIES = re.compile(r"[;:]|\b(?:and|but|while|as)\b")


def resolve_subject(sentence: Sentence, at: int, *, avoid: Person | None = None) -> Reference | None:
    """Whom the words at this place speak of; None where that is nobody the article names, or cannot be told."""
    words = sentence.words
    if is_beside_a_stranger(words, at, sentence.nominals, sentence.lexicon):
        return None
    candidates = [nominal for nominal in sentence.nominals if avoid is None or nominal.person != avoid]
    before = [nominal for nominal in candidates if nominal.end <= at]
    if before and _is_beside(words, before[-1], at):
        alone = before[-1].person is not None and _OF_THE_LAST_ONLY.search(words[before[-1].end : at])
        return _any_reference(sentence, before[-1]) if alone else _reference(sentence, before[-1])
    behind = next((n for n in candidates if n.start >= at and n.role is Role.SUBJECT), None)
    if behind is not None and is_inverted(words, behind.phrase) and inversion_start(words, behind.phrase) <= at:
        return _reference(sentence, behind)
    receiver = _receiver(sentence, at)
    if receiver is not None:
        return _reference(sentence, receiver)
    subject = _subject(sentence, before, at)
    if subject is not None:
        return _reference(sentence, subject)
    if any(n.form is Form.DUMMY for n in before):  # "it was a third title for Kerr"
        opening = [n for n in before if words.startswith("For ") and n.phrase == len("For ")]
        dummy = next(n for n in reversed(before) if n.form is Form.DUMMY)
        if _WHEN_IT.search(words[: dummy.start]):
            return None  # "Hall's 3:29.67 had stood since 1985, when it was a world record"
        whose = opening or [
            n
            for n in candidates
            if n.start >= at and n.role is not Role.OWNER and _FOR.search(words[max(0, n.phrase - WINDOW) : n.phrase])
        ]
        return _reference(sentence, whose[0]) if whose else carried_topic(sentence, avoid)
    candidate = next((n for n in candidates if n.start >= at), None)
    if not before and candidate is not None and _is_given(words, at, candidate):
        return _reference(sentence, candidate)
    if behind is not None and _is_fronted(words, at, behind):
        return _reference(sentence, behind)
    if behind is not None or any(n.role is Role.OWNER for n in before):
        return None
    return carried_topic(sentence, avoid)


def subjects_of(sentence: Sentence, at: int) -> list[Reference]:
    """Everybody whom the words speak of: the one subject, or all of a row ("Hall and Bell came through")."""
    before = [n for n in sentence.nominals if n.end <= at and n.role is Role.SUBJECT and n.form is Form.NAME]
    row: list[Nominal] = []
    for nominal in reversed(before):
        if row and not (nominal.coordinated and row[-1].coordinated):
            break
        row.append(nominal)
    if len(row) > 1:
        return [_printed_reference(nominal, firm=True) for nominal in reversed(row) if nominal.person is not None]
    subject = resolve_subject(sentence, at)
    return [] if subject is None else [subject]


def row_before(sentence: Sentence, at: int) -> list[Reference]:
    """The names of the row that ends right before the place, whatever their role: "with Hall, Bell and Dale"."""
    row: list[Nominal] = []
    for nominal in reversed([n for n in sentence.nominals if n.end <= at]):
        if nominal.form is not Form.NAME or not nominal.coordinated:
            break
        row.append(nominal)
    return [_printed_reference(nominal) for nominal in reversed(row)]


def carried_topic(sentence: Sentence, avoid: Person | None = None) -> Reference | None:
    """Who is carried over from the sentences before; never firm."""
    people = sentence.state.people
    if people.topic is None or people.topic == avoid:
        return None
    return Reference(people.topic, people.printed(people.topic), 0, 0, firm=False)


def named_before(sentence: Sentence, at: int, *, reach: int = 3) -> Reference | None:
    """Somebody named at most `reach` characters before the place."""
    return next((_printed_reference(n) for n in reversed(_names(sentence)) if 0 <= at - n.end <= reach), None)


def named_after(sentence: Sentence, at: int, *, reach: int = 2) -> Reference | None:
    """Somebody named at most `reach` characters after the place."""
    return next((_printed_reference(n) for n in _names(sentence) if 0 <= n.start - at <= reach), None)


def objects_between(sentence: Sentence, start: int, end: int) -> list[Reference]:
    """Those of known name who are objects between two places."""
    return [_any_reference(sentence, n) for n in sentence.nominals
            if n.role is Role.OBJECT and n.person is not None and start <= n.start < end]  # fmt: skip


def owners_between(sentence: Sentence, start: int, end: int) -> list[Reference]:
    """Those to whom something belongs between two places."""
    return [_any_reference(sentence, n) for n in sentence.nominals
            if n.role is Role.OWNER and n.person is not None and start <= n.start < end]  # fmt: skip


def names_between(sentence: Sentence, start: int, end: int) -> list[Reference]:
    """Everybody who is named between two places, whatever their role."""
    return [_printed_reference(n) for n in _names(sentence) if start <= n.start < end]


def topics_after(sentence: Sentence) -> tuple[Person | None, ...]:
    """Whom the sentence leaves as spoken of: the subject of its main clause first, then the others.

    "As Hall pushed on, Bell stayed close" is about Bell. A subject without a name leaves nobody. What is inside
    quotation marks leaves nothing.
    """
    outside = [n for n in sentence.nominals if n.form not in (Form.DUMMY, Form.NOBODY)]
    outside = [n for n in outside if not sentence.in_speech(n.start)]
    subjects = [n for n in outside if n.role is Role.SUBJECT]
    main = [n for n in subjects if not any(start <= n.start < end for start, end in _around(sentence, n))]
    first = next(iter(main or subjects), None)
    opening = next((n for n in outside if n.phrase == len("For ") and sentence.words.startswith("For ")), None)
    if first is None:
        owners = (n for n in outside if n.role is Role.OWNER)  # "Hall's record fell", not "it fell to Hall's 3:59.05"
        first = next((n for n in owners if not has_verb(sentence.words, 0, n.phrase)), None)
    if first is None or (first.person is None and opening is not None):
        first = opening
    if first is None:
        return ()
    others = (n.person for n in outside if n.person is not None)
    topic = None if first.coordinated and first.role is Role.SUBJECT else first.person
    return tuple(dict.fromkeys((topic, *others)))


def _names(sentence: Sentence) -> list[Nominal]:
    return [nominal for nominal in sentence.nominals if nominal.form is Form.NAME]


def _printed_reference(nominal: Nominal, *, firm: bool = True) -> Reference:
    assert nominal.person is not None
    return Reference(nominal.person, nominal.printed, nominal.start, nominal.end, firm)


def _any_reference(sentence: Sentence, nominal: Nominal) -> Reference:
    return _printed_reference(nominal, firm=_is_firm(sentence, nominal))


def _reference(sentence: Sentence, nominal: Nominal) -> Reference | None:
    """The nominal as whom a claim is about; None for somebody without a name, and for one of several."""
    if nominal.person is None or (nominal.coordinated and nominal.role is Role.SUBJECT):
        return None
    return _any_reference(sentence, nominal)


def _is_firm(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether the name is printed: in the clause, or in the sentence without a rival."""
    if nominal.form is Form.NAME:
        return True
    return {n.person for n in sentence.nominals if n.form is Form.NAME} == {nominal.person}


def _subject(sentence: Sentence, before: Sequence[Nominal], at: int) -> Nominal | None:
    """The owner of the noun at the place, else the latest subject that is not shut up in what is said in between."""
    if before and before[-1].role is Role.OWNER and _owns(sentence.words, before[-1], at):
        return before[-1]
    if before and before[0].role is Role.OWNER and _LISTS.match(sentence.words, before[0].end):
        return before[0]
    if before and _BESIDE_OWN_MARK.fullmatch(sentence.words[before[-1].end : at]):
        return before[-1]
    if before and before[-1].role is Role.OWNER and _BY_OWN_FEAT.fullmatch(sentence.words[before[-1].end : at]):
        return before[-1]
    visible = [n for n in before if n.role is Role.SUBJECT and n.form is not Form.DUMMY]
    visible = [n for n in visible if is_visible(_around(sentence, n), n.start, at)]
    visible = [n for n in visible if not is_listed_before(sentence.words, n, at)]
    return visible[-1] if visible else None


def _receiver(sentence: Sentence, at: int) -> Nominal | None:
    """Who got it: "third place went in 3:56.30, to Hall", "silver went to Bell in 3:57.44"."""
    went = [match for match in _WENT.finditer(sentence.words, 0, at) if ";" not in sentence.words[match.end() : at]]
    if not went:
        return None
    names = [n for n in sentence.nominals if n.start >= went[-1].end() and n.form is Form.NAME]
    first = next((n for n in names if _TO.search(sentence.words[went[-1].end() - 1 : n.phrase])), None)
    if first is None or has_verb(sentence.words, went[-1].end(), min(at, first.phrase)):
        return None
    later = [n for n in names if first.end <= n.start < at]
    return None if later or has_verb(sentence.words, first.end, at) else first


def _around(sentence: Sentence, nominal: Nominal) -> list[Span]:
    """What is said in between, without what is the nominal itself: "The Olympic champion" is a subject."""
    return [span for span in sentence.inside if not (nominal.start <= span[0] and span[1] <= nominal.end)]


def _owns(words: str, owner: Nominal, at: int) -> bool:
    gap = words[owner.end : at]
    return len(gap) <= WINDOW and len(gap.split()) <= _OWNED_WORDS and not _NOUN_PHRASE_ENDS.search(gap)


def _is_beside(words: str, nominal: Nominal, at: int) -> bool:
    """Whether the place stands in apposition to the nominal: "Kerr (3:27.79)", "Habz, third in 3:30.80"."""
    gap = words[nominal.end : at]
    if len(gap) > WINDOW or nominal.form in (Form.PRONOUN, Form.DUMMY) or APPOSED.fullmatch(gap) is None:
        return False
    if nominal.role is Role.SUBJECT or gap.endswith(("(", "[")):
        return True
    if _BEHIND_ITS_BRACKET.search(gap):
        return False  # "just behind Hall (3:33.34) in fourth place": the subject was fourth
    return _FIGURE_OR_PLACE.match(words, at) is not None and gap not in (
        " ",
        " in ",
    )  # "beat Bell in 3:59.05": Hall did


def _is_given(words: str, at: int, nominal: Nominal) -> bool:
    """Whether the place stands in what brought the first who is named something: "A leap gave Hall the lead"."""
    between = words[at : nominal.phrase]
    return nominal.form is Form.NAME and "," not in between and _GIVES.search(between) is not None


def _is_fronted(words: str, at: int, behind: Nominal) -> bool:
    """Whether the place stands in what opens the sentence, before its subject: "In third, Kerr was happy"."""
    between = words[at : behind.phrase]
    return (
        len(between) <= _FRONTED_AT_MOST
        and not has_verb(between, 1, len(between))
        and not _RELATIVE.search(between)  # "then came a fifth place in Lima, which Hall won"
        and not _TIES.search(words[: behind.phrase])
    )
