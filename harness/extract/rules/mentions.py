"""The people in a sentence: names, pronouns and descriptions, and who is carried over from earlier sentences."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from harness.extract.rules.people import Person

WINDOW = 90  # characters before a name that are looked at


class Role(Enum):
    """What a nominal is to the words after it."""

    SUBJECT = "subject"
    OBJECT = "object"
    OWNER = "owner"


class Form(Enum):
    """How somebody is printed. A dummy is the "it" of "it was a record"; "no man" is the subject, and of nobody."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    DUMMY = "dummy"
    NOBODY = "nobody"


class Nominal(NamedTuple):
    """A name, pronoun or description in its sentence; places count from the sentence's beginning.

    `person` is None where the article names nobody for it; `printed` is the name as it was printed last. `phrase` is
    where all begins that belongs to the name: "the defending champion Kerr".
    """

    start: int
    end: int
    phrase: int
    person: Person | None
    printed: str
    form: Form
    role: Role = Role.SUBJECT
    coordinated: bool = False


class Reference(NamedTuple):
    """Whom a claim is about. Firm where the name stands in the claim's own clause; all else is inferred."""

    person: Person
    printed: str
    start: int
    end: int
    firm: bool = True


class MentionedPeople(NamedTuple):
    """The people mentioned so far. `topics` were mentioned last, the subject first (None: a subject without a name).

    `named` has the last few hundred people whom the article named, the latest last, each with the name as printed last.
    """

    topics: tuple[Person | None, ...] = ()
    named: Mapping[Person, str] = {}
    speaker: Person | None = None

    @property
    def topic(self) -> Person | None:
        """Whom a sentence without a subject speaks of."""
        return self.topics[0] if self.topics else None

    def printed(self, person: Person) -> str:
        """The person's name as the article printed it last."""
        return self.named.get(person, person.name)
