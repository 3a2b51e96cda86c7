"""The score of a system that reads nothing: the text is cut into tiles, each labelled a claim of kind `other`.

Tiles overlap something almost everywhere, so `found` alone says little; this row of the table shows how little.
"""

from __future__ import annotations

from collections.abc import Sequence

from harness.bench.align import detect
from harness.bench.measures import Hits
from harness.bench.reading import ReadClaim
from harness.bench.submissions import Gold

BLIND = "(blind tiles)"
_LONGEST = 60  # characters of a quote


def blind_tiles(gold: Gold, articles: Sequence[str]) -> list[Hits]:
    """Of each article, tiles of a length that makes about as many as gold has claims, as far as quotes are so long."""
    files = [gold.files[name] for name in articles]
    claims = sum(len(file.claims) for file in files)
    characters = sum(file.article.characters for file in files)
    length = max(1, min(_LONGEST, round(characters / claims))) if claims else _LONGEST
    scored = []
    for file in files:
        spans = [_span(claim.start, claim.end) for claim in file.claims]
        tiles = [
            _span(start, min(start + length, file.article.characters))
            for start in range(0, file.article.characters, length)
        ]
        hits = detect(spans, tiles)
        scored.append(Hits(hits, hits, len(spans), len(tiles)))
    return scored


def _span(start: int, end: int) -> ReadClaim:
    return ReadClaim("other", start, end, {}, {}, ())
