"""Facts of a life: ages, whom an athlete runs for, where somebody was born, who coaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from harness.extract.rules.alternation import any_of
from harness.extract.rules.clauses import has_verb
from harness.extract.rules.coreference import carried_topic, owners_between, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import MONTH
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.mentions import Form, Nominal, Reference
from harness.extract.rules.people import WORD
from harness.extract.rules.reading import Sentence
from harness.extract.rules.sentences import Span

_AGED = re.compile(
    r"(?<!\bas a )(?<!\bas an )\b(?P<before>[0-9]{2})-year-old\b(?! from)"
    r"|\b(?:still )?only (?P<only>[0-9]{2})\b(?=[,.])"
    r"|\baged (?P<aged>[0-9]{2})\b|\bturned (?P<turned>[0-9]{2})\b(?= (?:last|this|in|on|earlier|yesterday)|[,.])"
    r"|(?:(?<=[a-z]{3} )|\b(?:who|he|she) )is (?:only |still |now |just )*(?P<is>[0-9]{2})(?=[,.]|$)"
    r"|(?-i:\bAt) (?P<at>[0-9]{2})(?=,? (?:he|she)\b|, [A-Z])",
    re.IGNORECASE,
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_UNITS = {word: unit for unit, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
_SPELLED = {
    **_TENS, **_TEENS, **{f"{ten}-{unit}": _TENS[ten] + _UNITS[unit] for ten in _TENS for unit in _UNITS},
}  # fmt: skip
_IS_AGED = re.compile(  # behind a name or a pronoun: "Hall is thirty-five and", "Hall, who's 38,"
    rf"(?:,? who)?(?: is|'s)(?: only| still| now| just| already)* "
    rf"(?P<age>[1-5][0-9]|{'|'.join(sorted(_SPELLED, reverse=True))})"
    r"(?=[,;)]|:(?![0-9])|\.(?![0-9])|$| (?:and|but|years? old|now|today|this|next|from)\b)"
)
_BEHIND_A_NAME = re.compile(r", (?:who is |who's |now |only |still |aged )?(?P<age>[1-4][0-9])(?=,|\.$)")
_RUNS_FOR = re.compile(
    r"\b(?:runs|races|competes|swims|jumps|throws|rides|skates|competing|running)"
    rf" for (?P<country>(?:the )?{WORD}(?: {WORD})?)"
)
_OF_COUNTRY = re.compile(
    rf",? (?:of|from) (?P<country>(?:the )?{WORD}(?: {WORD})?)|,? \((?P<brackets>[A-Z]{{3}}"
    rf"|(?:the )?{WORD}(?: {WORD})?)\)"
)
_OF_A_PART = re.compile(r"\b(?:(?:North|South)(?:ern)?|former|ex-) ?$")  # "the Northern Irish"
_AGE_BEFORE = 25
_BORN = re.compile(rf"\b[Bb]orn in (?!{MONTH}\b)(?P<birthplace>{WORD}(?: {WORD})?)")
_DIED = re.compile(
    r"\b(?:who |he |she )?died\b[^,;.]{0,40}? (?:in|on) (?P<death_date>(?:[0-9]{1,2} )?(?:January|February"
    r"|March|April|May"
    r"|June|July|August|September|October|November|December)(?: [0-9]{1,2})?(?:,? [0-9]{4})?)"
)
_FORMER_CLUB = re.compile(
    rf"\b[Ff]ormer (?P<former_club>(?:University of )?{WORD}(?: (?!star|runner){WORD}){{0,2}})"
    r" (?:star|standout|runner|athlete|student|miler|sprinter|jumper|thrower|swimmer|captain)\b"
)
_COACHED = re.compile(rf"\b(?:[Cc]oached by|(?:his|her) coach,?) (?P<coach>{WORD} {WORD})")


def find(sentence: Sentence) -> Iterator[Draft]:
    yield from _ages(sentence)
    yield from _nations(sentence)
    every = (
        (_BORN, "birthplace"), (_COACHED, "coach"), (_DIED, "death_date"), (_FORMER_CLUB, "former_club"),
    )  # fmt: skip
    for pattern, field in every:
        for match in pattern.finditer(sentence.words):
            inside = [n for n in sentence.nominals if n.form is Form.NAME and match.start() <= n.start < match.end()]
            owner = next(iter(owners_between(sentence, match.start(), match.end())), None)
            at = match.start(field) if field == "death_date" else match.start()
            athlete = owner or resolve_subject(sentence, at, avoid=inside[-1].person if inside else None)
            if athlete is None and field == "former_club":
                athlete = carried_topic(sentence)  # "the former Oregon star" is who is spoken of, if anybody
            if athlete is not None:
                summary = f"{athlete.printed}: {field} {match[field]}"
                yield draft(sentence, "bio", match.span(), summary, athlete=athlete, **{field: match[field]})


def _ages(sentence: Sentence) -> Iterator[Draft]:
    """Ages on the day of the article; those told of years before are of then."""
    if sentence.state.occasion.long_ago:
        return
    taken: list[Span] = []
    for match in _AGED.finditer(sentence.words):
        athlete = _aged(sentence, match)
        if athlete is not None and not sentence.in_speech(match.start()):
            taken.append(match.span())
            age = int(next(filter(None, match.groups())))
            yield draft(sentence, "bio", match.span(), f"{athlete.printed} is {age}", athlete=athlete, age=age)
    for nominal in sentence.nominals:
        behind = _BEHIND_A_NAME.match(sentence.words, nominal.end) or _IS_AGED.match(sentence.words, nominal.end)
        known = nominal.person is not None and not sentence.in_speech(nominal.start)
        if (
            behind is not None
            and known
            and not any(a < behind.end("age") and behind.start("age") < b for a, b in taken)
        ):
            taken.append(behind.span("age"))
            age = _SPELLED.get(behind["age"]) or int(behind["age"])
            athlete = _reference(nominal)._replace(firm=nominal.form is Form.NAME)
            yield draft(sentence, "bio", behind.span("age"), f"{athlete.printed} is {age}", athlete=athlete, age=age)


def _aged(sentence: Sentence, match: re.Match[str]) -> Reference | None:
    """Whose age it is: the name whose phrase it stands in, the name before it, or a description of somebody known."""
    for nominal in sentence.nominals:
        if nominal.form is Form.NAME and (nominal.phrase <= match.start() < nominal.start):
            return _reference(nominal)
        if nominal.form is Form.DESCRIPTION and nominal.start <= match.start() < nominal.end:
            return (
                None
                if nominal.person is None
                else Reference(nominal.person, nominal.printed, nominal.start, nominal.end, firm=False)
            )
    if match["before"]:
        apposed = re.search(
            r", (?:the|an?) (?:\w+ )?$", sentence.words[max(0, match.start() - _AGE_BEFORE) : match.start()]
        )
        if apposed is None:
            return None
        at = match.start() - len(apposed[0])
        return next((_reference(n) for n in _named(sentence) if n.end == at), None)
    return resolve_subject(sentence, match.start())


def _nations(sentence: Sentence) -> Iterator[Draft]:
    """ "Norway's Ingebrigtsen", "Briton Kerr", "Kenyan runner Kerr", "the Kenyan", "Kerr of Great Britain"."""
    words = sentence.words
    before, the_people, bare = _patterns(sentence.lexicon)
    for nominal in sentence.nominals:
        if nominal.person is None:
            continue
        if nominal.form is Form.DESCRIPTION:
            people = the_people.search(words, nominal.start, nominal.end)
            if people is not None and not _OF_A_PART.search(words[: people.start("people")]):
                athlete = Reference(nominal.person, nominal.printed, nominal.start, nominal.end, firm=False)
                yield from _of_nation(sentence, people.span(), athlete, people["people"])
        if nominal.form is not Form.NAME:
            continue
        athlete = _reference(nominal)
        named = before.search(words[max(0, nominal.start - 60) : nominal.start])
        start = max(0, nominal.start - 60) + (named.start() if named is not None else 0)
        if named is not None and not (named["people"] and _OF_A_PART.search(words[:start])):
            yield from _of_nation(sentence, (start, nominal.end), athlete, named["country"] or named["people"])
        elif (phrase := bare.search(words, nominal.phrase, nominal.start)) is not None and not _OF_A_PART.search(
            words[: phrase.start()]
        ):
            yield from _of_nation(sentence, phrase.span(), athlete, phrase["people"] or phrase["country"])
        behind = _OF_COUNTRY.match(words, nominal.end)
        group = "country" if behind is not None and behind["country"] else "brackets"
        if group == "brackets" and not has_verb(words, 0, len(words)):
            continue  # in a row of results a nation tells who is meant, as a bib does
        if behind is not None and (country := _country(behind[group], sentence.lexicon)):
            span = (behind.start(group), behind.start(group) + len(country))
            yield from _of_nation(sentence, span, athlete, country)
    for runs in _RUNS_FOR.finditer(words):
        runner, country = resolve_subject(sentence, runs.start()), _country(runs["country"], sentence.lexicon)
        if runner is not None and country:
            yield from _of_nation(
                sentence, (runs.start("country"), runs.start("country") + len(country)), runner, country
            )


def _named(sentence: Sentence) -> list[Nominal]:
    return [nominal for nominal in sentence.nominals if nominal.form is Form.NAME]


def _reference(nominal: Nominal) -> Reference:
    assert nominal.person is not None
    return Reference(nominal.person, nominal.printed, nominal.start, nominal.end)


def _of_nation(sentence: Sentence, span: Span, athlete: Reference, nation: str) -> Iterator[Draft]:
    """The claim; none of one of several nations of a life: which one it was depends on the day that is told of."""
    nations, lexicon = athlete.person.nations, sentence.lexicon
    printed = lexicon.peoples.get(nation) or lexicon.countries.get(nation.removeprefix("the ")) or nation
    if len(nations) == 1 or printed not in nations:
        yield draft(sentence, "bio", span, f"{athlete.printed} is of {nation}", athlete=athlete, nation=nation)


def _country(printed: str, lexicon: Lexicon) -> str:
    """The country that the words begin with; "" where they name none."""
    if printed in lexicon.codes:
        return printed
    words = printed.split()
    names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    return next((name for name in names if name.removeprefix("the ") in lexicon.countries), "")


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A nation right before a name, the people of a description, and a nation anywhere in the phrase of a name."""
    countries, peoples = any_of(lexicon.countries), any_of(lexicon.peoples)
    noun = (
        r"(?:(?:runner|sprinter|jumper|thrower|hurdler|swimmer|miler|star|champion|athlete|veteran|teenager"
        r"|youngster|ace"
        r"|compatriot|rival|debutant|record[- ]holder|medall?ist|captain|team-?mate|[a-z]+-distance runner) )?"
    )
    before = re.compile(rf"\b(?:(?P<country>{countries})'s {noun}|(?P<people>{peoples}) {noun})$")
    phrase = re.compile(
        rf"\b(?:(?P<people>{peoples})|(?P<country>{countries})'s)(?= )(?! (?:record|champion|title|[0-9]))"
    )
    return before, re.compile(rf"(?:[Tt]he )?(?:[\w-]+ ){{0,3}}?(?P<people>{peoples})$"), phrase
