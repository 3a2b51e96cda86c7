"""All people in a sentence, each with their role; and the persons that its pronouns mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from harness.extract.rules.clauses import is_visible
from harness.extract.rules.descriptions import descriptions
from harness.extract.rules.figures import ORDINAL
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.mentions import WINDOW, Form, MentionedPeople, Nominal, Role
from harness.extract.rules.people import Mention, Person
from harness.extract.rules.roles import OF_COUNTRY, phrase_start, role_of
from harness.extract.rules.sentences import Span

_PRONOUN = re.compile(
    r"\b(?:(?P<he>he|him|his)|(?P<she>she|her|hers)|(?P<they>they|them|their|both men|both women|the pair)"
    r"|(?P<who>who|whose|the latter)|(?P<i>i|my|me|i've|i'm)"
    r"|(?P<it>(?:it|this|that|there)(?= (?:was|is|had|has|will|would|took|came|marked|gave|made|left)\b))"
    r"|(?P<nobody>nobody|no one|none|no (?:[a-z]+ ){0,2}(?:man|woman|athlete|runner|swimmer)|neither|others|somebody"
    r"|someone|everybody|everyone"
    r"|the former(?= (?:was|is|had|has|won|ran|took|came|finished|beat|led)\b)|few (?:athletes|men|women|runners)"
    r"|nothing))\b",
    re.IGNORECASE,
)
_OWNING = frozenset({"his", "her", "hers", "their", "whose", "my"})
_STANDS_ALONE = re.compile(r"(?:his|hers|theirs) (?:is|was)\b", re.IGNORECASE)
_HER_AS_OBJECT = re.compile(
    r"her(?=[.,;:)]|$| (?:from|to|at|by|in|with|on|off|until|for|as|past|and|but|when|while|after|before|out"
    r"|over|up)\b)"
)
_JOINED_GAP = re.compile(rf"{OF_COUNTRY}(?:(?:, [1-5][0-9])?,? and (?:then )?|, )")
APPOSED = re.compile(
    r"(?:'s)?(?:, (?:an?|another|the|also|now) [^,;:()]{1,40},)?"
    r"(?: (?:of|from) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)?(?: ?\([^()]{2,30}\))?(?:,|:| -)?(?:(?<=,) with)?"
    rf"(?: (?:also|who was|only|a|distant|close|back|in|just|was|joint))*(?: (?:{ORDINAL})(?: place)?,?(?: in| with"
    rf"| at)?)?"
    r" ?[(\[]?"
)

_NOMINALS_AT_MOST = 30  # before a pronoun, that it may mean
_BEFORE_WHO = re.compile(rf"{APPOSED.pattern}|, [^,;:()]{{1,60}}, ")


def nominals(
    words: str, named: Sequence[Mention], people: MentionedPeople, lexicon: Lexicon, inside: Sequence[Span]
) -> tuple[Nominal, ...]:
    """All nominals of a sentence in order; `named` are its names, `inside` what is said in between."""
    rows = [
        Nominal(m.start, m.end, phrase_start(words, m.start, lexicon), m.person, m.printed, Form.NAME,
                Role.OWNER if m.owner else Role.SUBJECT)
        for m in named
    ]  # fmt: skip
    rows += descriptions(words, rows, people, lexicon)
    taken = [(row.phrase, row.end) for row in rows]
    for match in _PRONOUN.finditer(words):
        if not any(start <= match.start() < end for start, end in taken):
            form = Form.DUMMY if match["it"] else Form.NOBODY if match["nobody"] else Form.PRONOUN
            owning = match[0].casefold() in _OWNING and not _STANDS_ALONE.match(words, match.start())
            owning = owning and not _HER_AS_OBJECT.match(words, match.start())
            role = Role.OWNER if owning else Role.SUBJECT
            rows.append(Nominal(match.start(), match.end(), match.start(), None, match[0], form, role))
    in_order: list[Nominal] = []
    for row in sorted(rows, key=lambda row: (row.start, row.end)):
        role = Role.OWNER if row.role is Role.OWNER else role_of(words, row, in_order)
        nominal = row._replace(role=role)
        if row.form is Form.PRONOUN:
            person = _antecedent(words, nominal, in_order, people, inside)
            nominal = nominal._replace(
                person=person, printed=_printed(person, named, people) if person else row.printed
            )
        if in_order and _is_joined(words, in_order[-1], nominal):
            in_order[-1] = in_order[-1]._replace(coordinated=True)
            nominal = nominal._replace(coordinated=True)
        in_order.append(nominal)
    return tuple(in_order)


def _is_joined(words: str, first: Nominal, second: Nominal) -> bool:
    """Whether two stand in a row: "Hall and Bell", "Hall, Bell and Cole"."""
    gap = words[first.end : second.phrase]
    if len(gap) > WINDOW or first.role is not second.role or Form.NAME not in (first.form, second.form):
        return False
    return _JOINED_GAP.fullmatch(gap) is not None and not (
        gap == ", " and not first.coordinated and first.role is Role.SUBJECT
    )


def _antecedent(
    words: str, pronoun: Nominal, before: Sequence[Nominal], people: MentionedPeople, inside: Sequence[Span]
) -> Person | None:
    match = _PRONOUN.match(words, pronoun.start)
    assert match is not None
    before = before[-_NOMINALS_AT_MOST:]
    if match["i"]:
        return people.speaker
    if match["who"]:
        close = before[-1] if before else None
        return (
            close.person
            if close and not close.coordinated and _BEFORE_WHO.fullmatch(words[close.end : pronoun.start])
            else None
        )
    if not (match["he"] or match["she"]):
        return None
    sex = "men" if match["he"] else "women"
    subjects = [n for n in before if n.role is Role.SUBJECT and n.form not in (Form.DUMMY, Form.NOBODY)]
    subjects = [n for n in subjects if is_visible(inside, n.start, pronoun.start)] or subjects
    here = None if not subjects else subjects[-1]
    if here is None and words.startswith("For "):  # "For Hall it was a third title, after Lima, where she ran 3:59.05"
        here = next((n for n in before if n.phrase == len("For ") and n.form is Form.NAME), None)
    if here is None and any(n.form is Form.NOBODY for n in before):  # "nobody had Hall down for gold, but she won"
        here = next((n for n in reversed(before) if n.form is Form.NAME and n.role is Role.OBJECT), None)
    if pronoun.role is Role.OBJECT:  # "passed him": not the one who passed
        subjects_here = (n.person for n in subjects if n.form is Form.NAME)
        rest = (*subjects_here, *people.topics, *(n.person for n in before))
        return next(
            (p for p in rest if p is not None and p.sex in ("", sex) and (here is None or p != here.person)), None
        )
    if here is not None:
        if here.coordinated or here.person is None:
            return None
        if here.person.sex in ("", sex):
            return here.person
    if people.topics and people.topics[0] is None:
        return None
    return next((p for p in people.topics if p is not None and p.sex in ("", sex)), None)


def _printed(person: Person, named: Sequence[Mention], people: MentionedPeople) -> str:
    return next((m.printed for m in reversed(named) if m.person == person), None) or people.printed(person)
