"""The score of a system that reads nothing: the text is cut into tiles, each labelled a claim of kind `other`.

Tiles overlap something almost everywhere, so `found` alone says little; this row of the table shows how little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from harness.bench.align import detect
from harness.bench.distinct import Triple, distinct_detection
from harness.bench.measures import Hits
from harness.bench.reading import ReadClaim
from harness.checking.load import ClaimFile

BLIND = "(blind tiles)"
_LONGEST = 60  # characters of a quote


class BlindTiles(NamedTuple):
    """What the tiles of one article detect, of all claims and of the different ones."""

    hits: Hits
    distinct: Triple


def blind_tiles(files: Sequence[ClaimFile], times: Sequence[Mapping[str, int]]) -> list[BlindTiles]:
    """Of each article, tiles of a length that makes about as many as gold has claims, as far as quotes are so long.

    `times` says of each article how often gold has its claims.
    """
    claims = sum(len(file.claims) for file in files)
    characters = sum(file.article.characters for file in files)
    length = max(1, min(_LONGEST, round(characters / claims))) if claims else _LONGEST
    scored = []
    for file, times_of_claims in zip(files, times, strict=True):
        spans = [_span(claim.start, claim.end) for claim in file.claims]
        tiles = [
            _span(start, min(start + length, file.article.characters))
            for start in range(0, file.article.characters, length)
        ]
        hits = detect(spans, tiles)
        repeats = [times_of_claims[claim.id] for claim in file.claims]
        scored.append(BlindTiles(Hits(hits, hits, len(spans), len(tiles)), distinct_detection(spans, tiles, repeats)))
    return scored


def _span(start: int, end: int) -> ReadClaim:
    return ReadClaim("other", start, end, {}, {}, ())
