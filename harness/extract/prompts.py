"""The request to a language model: the kinds' manual pages as its instructions, and a schema for its answer.

A model is asked for the words, not for their positions: it gives the quote and the words around it.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from harness.extract.articles import SourceArticle
from harness.extract.examples import worked
from harness.extract.rules.competitions import competitions
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.people import people
from harness.extract.rules.sentences import view
from harness.extract.rules.settings import events
from harness.kinds import kinds
from harness.schema import claims_schema

LEFT_OUT = frozenset({"id", "start", "end", "lenient", "repeats", "compound", "gold_verdict"})
CONTEXT = {
    "type": "string",
    "description": "the words around the quote, exactly as the article prints them, the quote among them",
    "minLength": 1,
    "maxLength": 300,
}

_RULES = """\
You read sports articles and write down every factual claim in them that results, records or lives can confirm.

Rules:
- One claim for one fact. A sentence often holds several; a fact that is told twice is two claims.
- Write what the words say, not what is true: never correct a figure, a name or a place, and never add what you know.
- Names, marks, events and competitions stand exactly as the article prints them.
- `quote` is the printed figure or phrase, copied character for character, 60 characters at most.
- `context` is the passage around the quote, copied character for character.
- `text` says in your own words what is claimed.
- What the words leave open stays out of the scope; what earlier sentences settle (the race, the athlete) goes in, and
  `inferred` names each field that the words at the place do not print: "athlete" for a pronoun or a description,
  "scope.competition", "scope.year" and the like for what is carried over. Where you guess whom or what sort of claim is
  meant, name "athlete" or "kind" there too. A field that the quote prints is never inferred.
- `known_names` lists names that a ground truth knows and the article prints. Others count as well.
- Hopes, predictions and questions are no claims. Claims in quoted speech have `attributed_to`.
- The examples in the manual pages show `id`, `start` and `end`: leave them out of your answer.

The kinds of claim, each with its manual page:
"""
_WORKED = """

Worked examples, as your answer has them:

"""


@cache
def instructions() -> str:
    """The system's message: the rules, the manual page of every kind, and a worked example of each."""
    pages = "\n\n".join(f"## {name}\n\n{kind.manual}" for name, kind in kinds().items())
    return f"{_RULES}{pages}{_WORKED}{worked()}\n"


def question(article: SourceArticle, lexicon: Lexicon) -> str:
    """The user's message: the article as JSON, with the names in it that the lexicon knows."""
    question = {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "known_names": known_names(article.text, lexicon),
        "text": article.text,
    }
    return json.dumps(question, ensure_ascii=False, indent=1)


def known_names(text: str, lexicon: Lexicon) -> dict[str, list[str]]:
    """Whom and what of the lexicon the text names: athletes with their nations, competitions, events."""
    seen = view(text)
    athletes = {mention.person for mention in people(seen, lexicon) if mention.person.name.casefold() in lexicon.known}
    named = (
        f"{athlete.name} ({', '.join(athlete.nations)})" if athlete.nations else athlete.name for athlete in athletes
    )
    return {
        "athletes": sorted(named),
        "competitions": sorted({c.printed for c in competitions(seen, lexicon) if lexicon.holdings(c.printed)}),
        "events": sorted({event.printed for event in events(seen)}),
    }


@cache
def answer_schema() -> dict[str, Any]:
    """The claim schema for a model: an object with `claims`, without places and ids, and with a context each."""
    whole = claims_schema()
    definitions = {
        name: _asked(definition) for name, definition in whole["$defs"].items() if name not in ("ClaimFile", "Article")
    }
    items = {"anyOf": whole["$defs"]["ClaimFile"]["properties"]["claims"]["items"]["anyOf"]}
    return {
        "type": "object",
        "properties": {"claims": {"type": "array", "items": items}},
        "required": ["claims"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _asked(definition: dict[str, Any]) -> dict[str, Any]:
    """A kind's schema as a model is asked for it; what is no kind (a scope) as it is. The manual is in the message."""
    if "quote" not in definition.get("properties", {}):
        return definition
    kept = {name: value for name, value in definition["properties"].items() if name not in LEFT_OUT}
    required = [name for name in definition["required"] if name not in LEFT_OUT]
    short = {name: value for name, value in definition.items() if name != "description"}
    return {**short, "properties": {**kept, "context": CONTEXT}, "required": [*required, "context"]}
