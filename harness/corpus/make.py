"""Articles written from the ground truth, with known errors: a corpus for people who build or compare extractors.

Every article reports one final, some days later, in the sentences of `patterns.py` and of the kinds. Its gold claim
file has what is printed, errors included; which claims have a planted error, and their original values, is recorded
beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from random import Random
from typing import Any

import msgspec

from harness.checking.resolve import ArticleWords
from harness.checking.run import Checker
from harness.corpus.beats import Beat, Data, Story, typed
from harness.corpus.elsewhere import elsewhere
from harness.corpus.errors import ERRORS
from harness.corpus.patterns import PATTERNS
from harness.corpus.planting import Error
from harness.corpus.sentences import write
from harness.migrations import CURRENT, FIELD
from harness.truth.results import Result

PUBLISHER = "Synthetic Sport"
FEWEST_RESULTS = 3
SENTENCES = (6, 12)
NICKNAMES = 3  # one in so many who has another name goes by it
OPINIONS = 3  # one sentence in so many says nothing that could be checked
_PEOPLE = ("athlete", "ahead", "behind", "after", "opponent")


class PlantedError(msgspec.Struct, frozen=True, gc=False):
    """One claim of the corpus with a planted error: its type, and each changed field before and after."""

    article: str
    claim: str
    error: str
    was: dict[str, Any]
    printed: dict[str, Any]


class Written(msgspec.Struct, frozen=True, gc=False):
    """One article of the corpus: its text, its claim file as Python data, and the errors planted in it."""

    id: str
    text: str
    claim_file: dict[str, Any]
    errors: tuple[PlantedError, ...]


def make_corpus(checker: Checker, articles: int, rate: float, seed: int) -> Iterator[Written]:
    """`articles` articles, each sentence of which has an error with the probability `rate`; the same seed gives the
    same corpus.

    ValueError if the ground truth has no final with three results to report on.
    """
    finals = _finals(checker)
    if not finals:
        raise ValueError("the ground truth has no final with three placed results: there is nothing to report on")
    for number in range(1, articles + 1):
        choice = Random(f"{seed}:{number}")
        yield _Reporter(checker, choice, rate, f"synthetic-{seed}-{number:04}").report(choice.choice(finals))


def _finals(checker: Checker) -> list[list[Result]]:
    """The finals of the pack that can be told: held somewhere, and first, second and third known with their marks."""
    races: dict[tuple[str, ...], list[Result]] = defaultdict(list)
    for result in checker.truth.results:
        dated = result.date.low is not None and result.date.low == result.date.high
        if result.edition and result.round == "final" and result.place and result.printed and dated:
            races[result.edition, result.event, result.sex].append(result)
    ordered = [sorted(race, key=lambda entry: (_place(entry), entry.id)) for _, race in sorted(races.items())]
    return [race for race in ordered if [_place(entry) for entry in race[:FEWEST_RESULTS]] == [1, 2, 3]]


def _place(result: Result) -> int:
    return (result.place.low if result.place else None) or 0


class _Reporter:
    """Writes one article, and remembers whom it has named in full."""

    def __init__(self, checker: Checker, choice: Random, rate: float, id_: str) -> None:
        self.checker, self.choice, self.rate, self.id = checker, choice, rate, id_
        self.nicknames = {athlete.name: athlete.aliases for athlete in checker.truth.athletes.values()}
        self.published = 0
        self.text = ""
        self.claims: list[Data] = []
        self.errors: list[PlantedError] = []
        self.named: dict[str, str] = {}  # family name -> the person's name in full

    def report(self, race: list[Result]) -> Written:
        self.published = (race[0].date.low or 0) + self.choice.randint(1, 3)
        story = Story(self.checker, race, self.published)
        lead, *others = story.beats()
        self._tell(lead)
        for beat in self._chosen(others):
            if self.choice.randrange(OPINIONS) == 0:
                self.text += " " + self.choice.choice(PATTERNS["opinion"])
            self._tell(beat)
        return Written(self.id, self.text, self._claim_file(story), tuple(self.errors))

    def _chosen(self, beats: list[Beat]) -> list[Beat]:
        """Some of the beats, no two that say the same in other words; the order is a desk's own."""
        shuffled = self.choice.sample(beats, len(beats))
        kept = {_topic(beat): beat for beat in shuffled}
        return list(kept.values())[: self.choice.randint(*SENTENCES)]

    def _tell(self, beat: Beat) -> None:
        """One sentence: names made familiar, an error planted or not, the claims put where their words stand."""
        if self._clashes(beat.claims):
            return
        claims = self._familiar(beat.claims)
        pattern = self.choice.choice(beat.patterns or PATTERNS[beat.name])
        wrong, error = self._go_wrong(claims, pattern) if self.choice.random() < self.rate else (claims, None)
        sentence = write(pattern, wrong)
        start = len(self.text) + bool(self.text)
        self.text = f"{self.text} {sentence.text}".lstrip()
        for name, claim in wrong.items():
            self._keep(name, claim, claims[name], error, start, sentence.spans[name])
        self.named.update({_family(name): name for claim in beat.claims.values() for name in _people(claim)})

    def _keep(
        self, name: str, claim: Data, sound: Data, error: Error | None, start: int, span: tuple[int, int]
    ) -> None:
        id_ = f"{name.replace('_', '-')}-{len(self.claims) + 1}"
        first, last = start + span[0], start + span[1]
        place = {"quote": self.text[first:last], "start": first, "end": last}
        kept = {"id": id_, "text": f"{claim['kind']} of {', '.join(_people(claim)) or 'the race'}", **place}
        self.claims.append({"kind": claim["kind"], **kept, **{k: v for k, v in claim.items() if k != "kind"}})
        changed = [field for field in claim if claim[field] != sound.get(field)]
        if error is not None and changed:
            was, printed = ({field: version.get(field) for field in changed} for version in (sound, claim))
            self.errors.append(PlantedError(self.id, id_, error.name, was, printed))

    def _familiar(self, claims: dict[str, Data]) -> dict[str, Data]:
        """Who was named in full before goes by the family name, and some by another name of theirs from the start."""
        called = {person: self._call(person) for claim in claims.values() for person in _people(claim)}
        familiar = {
            name: {**claim, **{field: called[claim[field]] for field in _PEOPLE if field in claim}}
            for name, claim in claims.items()
        }
        words = self._words([*self.claims, *familiar.values()])
        held = all(self._finding(claim, words).verdict == "supported" for claim in familiar.values())
        return familiar if held else claims

    def _call(self, person: str) -> str:
        if _family(person) in self.named:
            return _family(person)
        nicknames = self.nicknames.get(person, ())
        return self.choice.choice(nicknames) if nicknames and self.choice.randrange(NICKNAMES) == 0 else person

    def _clashes(self, claims: dict[str, Data]) -> bool:
        """Whether somebody would be named whose family name an article already uses of another."""
        people = [person for claim in claims.values() for person in _people(claim)]
        return any(self.named.get(_family(person), person) != person for person in people)

    def _go_wrong(self, claims: dict[str, Data], pattern: str) -> tuple[dict[str, Data], Error | None]:
        """The claims with one error in one of them, and in those of the sentence that share the words it changes."""
        options: list[tuple[Error, dict[str, Data]]] = []
        words = self._words([*self.claims, *claims.values()])
        for name, claim in claims.items():
            resolved = self.checker.verifier.judge(typed(claim), words).resolved
            if resolved is None:
                continue
            around = elsewhere(resolved, self.checker.verifier)
            for error in ERRORS:
                for altered in error.plant(claim, around):
                    wrong = _shared(claims, name, altered)
                    sound = error.shows != "refuted" or not self._clashes(_in_full(wrong))
                    changed = [wrong[changed_id] for changed_id in wrong if wrong[changed_id] != claims[changed_id]]
                    shows = sound and _printed_otherwise(pattern, wrong, claims)
                    if shows and all(self._is_wrong(error, changed_id, words) for changed_id in changed):
                        options.append((error, wrong))
        if not options:
            return claims, None
        error = self.choice.choice(list(dict.fromkeys(error for error, _ in options)))
        return self.choice.choice([wrong for planted, wrong in options if planted is error]), error

    def _is_wrong(self, error: Error, claim: Data, words: ArticleWords) -> bool:
        """No figure that cannot be read; and a change of scope, which may leave a claim true, only where it did not."""
        verdict = self._finding(claim, words).verdict
        return verdict != "unreadable" and (error.of != "scope" or verdict == "refuted")

    def _finding(self, claim: Data, words: ArticleWords) -> Any:
        return self.checker.verifier.judge(typed(claim), words).ruling

    def _words(self, claims: list[Data]) -> ArticleWords:
        typed_claims = [typed(claim) for claim in claims]
        return ArticleWords(self.checker.names, self.published, typed_claims, None, self.checker.readings)

    def _claim_file(self, story: Story) -> dict[str, Any]:
        published = date.fromordinal(self.published).isoformat()
        article = {
            "id": self.id, "title": f"{story.edition.name}: {story.scope['event']}", "publisher": PUBLISHER,
            "url": None, "published": published, "published_basis": "made up with the article",
            "characters": len(self.text), "sha256": sha256(self.text.encode()).hexdigest(),
        }  # fmt: skip
        return {FIELD: CURRENT, "article": article, "claims": self.claims}


def _topic(beat: Beat) -> tuple[str, ...]:
    """What a beat tells of whom: "yesterday" and a date are one topic."""
    name = {"yesterday": "date", "behind": "follower"}.get(beat.name, beat.name)
    return (name, *sorted({person for claim in beat.claims.values() for person in _people(claim)[:1]}))


def _people(claim: Data) -> list[str]:
    return [claim[field] for field in _PEOPLE if claim.get(field)]


def _in_full(claims: dict[str, Data]) -> dict[str, Data]:
    """The claims without the people that they name by one word only."""
    return {
        name: {field: value for field, value in claim.items() if field not in _PEOPLE or " " in str(value)}
        for name, claim in claims.items()
    }


def _family(name: str) -> str:
    return name.rpartition(" ")[2]


def _shared(claims: dict[str, Data], name: str, altered: Data) -> dict[str, Data]:
    """The claims after one of them was altered: fields that were the same in another are altered there too."""
    sound = claims[name]
    changed = {field: value for field, value in altered.items() if sound.get(field) != value}
    common = {field for field in changed if field in ("athlete", "scope")}
    return {
        claim_id: altered if claim_id == name
        else {**claim, **{field: changed[field] for field in common if claim.get(field) == sound.get(field)}}
        for claim_id, claim in claims.items()
    }  # fmt: skip


def _printed_otherwise(pattern: str, wrong: dict[str, Data], sound: dict[str, Data]) -> bool:
    """Whether the sentence can be written so, and shows the error: what the pattern has no place for is not printed."""
    try:
        return write(pattern, wrong) != write(pattern, sound)
    except KeyError:
        return False
