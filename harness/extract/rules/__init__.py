"""An offline baseline: grammars of English sports reporting, and a lexicon of the names in a ground truth pack.

    text -> sentences (plain punctuation, same positions) -> people named and meant -> drafts of each grammar -> claims

If a draft leaves open who was ahead, other drafts settle it (`finish_order.py`).

A grammar is a file in `grammars/` with `find(sentence) -> Iterator[Draft]`. The first in `ORDER` goes first, and later
ones do not use the words of its drafts. No results are read: the lexicon decodes names only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from harness.checking.load import default_truth_folder
from harness.extract.articles import SourceArticle
from harness.extract.extraction import BadOption, Extraction, document_of, usable
from harness.extract.rules.draft import Draft
from harness.extract.rules.finish_order import Placed, resolve_finish_order
from harness.extract.rules.grammars import grammars
from harness.extract.rules.language import lines_of, not_in_english, without
from harness.extract.rules.lexicon import Lexicon, read_lexicon
from harness.extract.rules.reading import Sentence, read
from harness.extract.rules.time_limit import TimeLimit, TooSlow

MOST_SECONDS = 120.0
_MOSTLY = 0.8  # of a text that is in another language: the whole of it
OPTIONS = {
    "lexicon": "the pack whose names are known [default: the shipped one]",
    "timeout": f"seconds for one article [default: {MOST_SECONDS:g}]",
}


MOST_KEPT = 2000  # sentences: several drafts
_KEPT: dict[str, tuple[Sentence, tuple[Draft, ...]]] = {}


def extract(article: SourceArticle, options: Mapping[str, str]) -> Extraction:
    """The claims that the grammars find in the article."""
    seconds = _seconds(options)
    foreign = not_in_english(article.text)
    if sum(end - start for start, end in foreign) > _MOSTLY * len(article.text.strip()):
        why = "it is not in English, and `rules` reads no other language: a model may (`harness extract --list`)"
        return Extraction(article=article.id, failure=why)
    text = without(article.text, foreign)
    try:
        claims = find(text, lexicon_of(options), date.fromisoformat(article.published), seconds)
    except TooSlow:
        size = f"{len(article.text):,} characters"
        why = f"reading it took longer than {seconds:g} s ({size}): read it in parts, or raise -o timeout=SECONDS"
        return Extraction(article=article.id, failure=why)
    good, log = usable(claims, article)
    unread = "".join(f"not read: {where} is not in English\n" for where in lines_of(article.text, foreign))
    return Extraction(article=article.id, document=document_of(article, good), log=unread + log)


def find(text: str, lexicon: Lexicon, published: date, seconds: float = MOST_SECONDS) -> list[dict[str, Any]]:
    """The claims in the text of an article published on that day, in its order; TooSlow where the time is up."""
    drafts: list[Placed] = []
    limit = TimeLimit(seconds)
    sentences = read(text, lexicon, published, limit)
    for sentence in sentences:
        limit.check()
        drafts += [(sentence.start, draft) for draft in _drafts(sentence)]
    drafts = resolve_finish_order(drafts)
    drafts.sort(key=lambda placed: (placed[0] + placed[1].start, placed[0] + placed[1].end))
    return list(_claims(text, drafts, {sentence.start: sentence.words for sentence in sentences}))


def _drafts(sentence: Sentence) -> tuple[Draft, ...]:
    """What the grammars find in the sentence. They are asked once for as long as neither it changes nor anything that
    the sentences before it carry over: where a text is edited, most of it is as it was."""
    asked = sentence._replace(start=0)
    kept = _KEPT.get(sentence.words)
    if kept is None or kept[0] != asked:
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[sentence.words] = (asked, tuple(_non_overlapping(grammars(), sentence)))
    return kept[1]


def _non_overlapping(every: Iterable[Callable[[Sentence], Iterator[Draft]]], sentence: Sentence) -> Iterator[Draft]:
    """The drafts of the sentence that begin in no words which an earlier grammar's draft took."""
    taken: list[tuple[int, int]] = []
    for grammar in every:
        drafts = [draft for draft in grammar(sentence) if not any(a <= draft.start < b for a, b in taken)]
        taken += [span for draft in drafts for span in draft.takes]
        yield from drafts


def _claims(text: str, drafts: list[Placed], words: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    """Each draft as a claim; one that says of the same words what another says is left out.

    An id is made of what the claim is and where it stands in its sentence, so that it stays the same when the article
    grows; `compound` is made of the sentence, and of how often the same words stood before.
    """
    taken: dict[str, int] = {}
    same_words: dict[str, list[int]] = {}
    seen: set[tuple[Any, ...]] = set()
    for offset, draft in drafts:
        start, end = offset + draft.start, offset + draft.end
        key = (draft.kind, start, end, msgspec.json.encode(draft.fields, order="deterministic"))
        if key in seen:
            continue
        seen.add(key)
        identity = f"{draft.kind.replace('_', '-')}-{_digest(words[offset], draft.start, draft.end)}"
        taken[identity] = taken.get(identity, 0) + 1
        identity += f"-{taken[identity]}" if taken[identity] > 1 else ""
        place = {"quote": text[start:end], "start": start, "end": end}
        claim = {"kind": draft.kind, "id": identity, "text": draft.summary, **place, **draft.fields}
        occurrences = same_words.setdefault(words[offset], [])
        if offset not in occurrences[-1:]:
            occurrences.append(offset)
        number = f"-{len(occurrences)}" if len(occurrences) > 1 else ""
        claim["compound"] = f"s-{_digest(words[offset])}{number}"
        yield {**claim, "inferred": list(draft.inferred)} if draft.inferred else claim


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:8]


def _seconds(options: Mapping[str, str]) -> float:
    try:
        seconds = float(options.get("timeout", MOST_SECONDS))
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise BadOption(f"timeout must be a number of seconds above 0, not {options['timeout']!r}")
    return seconds


def lexicon_of(options: Mapping[str, str]) -> Lexicon:
    """The names of the pack that the options name; raises BadOption where they cannot be read."""
    folder = Path(options["lexicon"]) if "lexicon" in options else default_truth_folder()
    try:
        lexicon = read_lexicon(folder)
    except (OSError, msgspec.MsgspecError) as error:
        raise BadOption(f"lexicon: the names in {folder} cannot be read: {error}") from None
    if not lexicon.athletes and not lexicon.nations:
        raise BadOption(f"lexicon: there are no names in {folder}")
    return lexicon
