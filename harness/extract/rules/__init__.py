"""An offline baseline: grammars of English sports reporting, and a lexicon of the names in a ground truth pack.

    text -> sentences (plain punctuation, same places) -> who is named and meant -> each grammar's drafts -> claims

What a draft leaves open, who was ahead, the others settle (`arrivals.py`).

A grammar is a file in `grammars/` with `find(sentence) -> Iterator[Draft]`; the first in `ORDER` has the first word,
and what its drafts take is left alone by those after it. No results are read: the lexicon decodes names only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from harness.checking.load import default_truth_folder
from harness.extract.articles import Article
from harness.extract.extraction import BadOption, Extraction, document_of, usable
from harness.extract.rules.arrivals import settled
from harness.extract.rules.draft import Draft
from harness.extract.rules.grammars import grammars
from harness.extract.rules.lexicon import Lexicon, read_lexicon
from harness.extract.rules.reading import read

OPTIONS = {"lexicon": "the pack whose names are known [default: the shipped one]"}


def extract(article: Article, options: Mapping[str, str]) -> Extraction:
    """The claims that the grammars find in the article."""
    claims = find(article.text, _lexicon(options), int(article.published[:4]))
    good, log = usable(claims, article)
    return Extraction(article=article.id, document=document_of(article, good), log=log)


def find(text: str, lexicon: Lexicon, year: int) -> list[dict[str, Any]]:
    """The claims in the text of an article of that year, in its order."""
    drafts: list[tuple[int, Draft]] = []
    for sentence in read(text, lexicon, year):
        drafts += [(sentence.start, one) for one in _left(grammars(), sentence)]
    drafts = settled(drafts)
    drafts.sort(key=lambda pair: (pair[0] + pair[1].start, pair[0] + pair[1].end))
    return list(_numbered(text, drafts))


def _left(all_grammars: Iterable[Any], sentence: Any) -> Iterator[Draft]:
    """The drafts of the sentence that begin in no words which an earlier grammar's draft took."""
    taken: list[tuple[int, int]] = []
    for grammar in all_grammars:
        found = [one for one in grammar(sentence) if not any(a <= one.start < b for a, b in taken)]
        taken += [span for one in found for span in one.takes]
        yield from found


def _numbered(text: str, drafts: list[tuple[int, Draft]]) -> Iterator[dict[str, Any]]:
    """Each draft as a claim; one that says of the same words what another says is left out."""
    count: dict[str, int] = {}
    seen: set[tuple[Any, ...]] = set()
    for offset, one in drafts:
        start, end = offset + one.start, offset + one.end
        key = (one.kind, start, end, msgspec.json.encode(one.fields, order="deterministic"))
        if key in seen:
            continue
        seen.add(key)
        count[one.kind] = count.get(one.kind, 0) + 1
        identity = f"{one.kind.replace('_', '-')}-{count[one.kind]}"
        place = {"quote": text[start:end], "start": start, "end": end}
        yield {"kind": one.kind, "id": identity, "text": one.said, **place, **one.fields}


def _lexicon(options: Mapping[str, str]) -> Lexicon:
    folder = Path(options["lexicon"]) if "lexicon" in options else default_truth_folder()
    try:
        found = read_lexicon(folder)
    except (OSError, msgspec.MsgspecError) as error:
        raise BadOption(f"lexicon: the names in {folder} cannot be read: {error}") from None
    if not found.athletes and not found.nations:
        raise BadOption(f"lexicon: there are no names in {folder}")
    return found
