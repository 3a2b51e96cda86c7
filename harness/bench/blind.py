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
    """The tiles of each article: of one length, which makes about as many tiles as gold has claims (if quotes may be
    that long).

    `times` says for each article how often gold has each claim, by claim id.
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
