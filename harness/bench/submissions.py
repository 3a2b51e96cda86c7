"""Gold and predicted claim files, and everything in them that cannot be scored: reported, counted, never dropped
silently.

A gold claim that cannot be used is left out and reported. A predicted claim that cannot be used still counts as
predicted: invalid output costs as much as a wrong claim. A predicted article that cannot be used has failed, and all
its gold claims are missed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from harness import strict_json
from harness.checking.load import ClaimFile, load_all, read_claims
from harness.claims.claim import Article, Claim
from harness.kinds import kinds
from harness.records.model import FiguresRead, Mistake

_ENCODER = msgspec.json.Encoder(order="deterministic")
_INSIDE_A_CLAIM = re.compile(r"\$\.claims\[([0-9]+)\]")
_NAMES_ONLY = frozenset({"id", "text", "reading", "repeats", "compound"})


class Gold(msgspec.Struct, frozen=True):
    """The gold files, by article; `digest` stands for what they say, however it is spread over files and ordered."""

    files: dict[str, ClaimFile]
    problems: tuple[str, ...]
    digest: str


class Prediction(msgspec.Struct, frozen=True):
    """What a system says of one article. `unusable` counts claims that are none; `failure` says why there are none."""

    claims: tuple[Any, ...] = ()
    unusable: int = 0
    failure: str = ""


class ReadingCost(msgspec.Struct, frozen=True, gc=False):
    """What one article cost to read, or one on average; None where nothing was recorded."""

    seconds: float | None = None
    tokens_in: float | None = None
    tokens_out: float | None = None
    cost: float | None = None


class Submission(msgspec.Struct, frozen=True):
    """One system's predictions by article id; articles of gold that it does not speak of are missing here."""

    name: str
    predictions: dict[str, Prediction]
    problems: tuple[str, ...] = ()
    costs: dict[str, ReadingCost] = {}
    figures_read: dict[str, FiguresRead] = {}

    @property
    def digest(self) -> str:
        """Stands for what is predicted, however it is spread over files and ordered."""
        return _digest(sorted(self.predictions.items()))


def read_gold(paths: Sequence[Path]) -> Gold:
    """The gold claim files under the paths. A claim that occurs twice is scored once and reported."""
    files, mistakes = load_all(paths)
    return gold_of(files, [str(mistake) for mistake in mistakes])


def gold_of(files: Iterable[ClaimFile], problems: Sequence[str] = ()) -> Gold:
    """Gold from claim files that are loaded already, in whatever order they and their claims come."""
    problems = list(problems)
    kept: dict[str, ClaimFile] = {}
    for file in sorted(files, key=lambda file: file.article.id):
        claims, twice = _distinct(file)
        problems += twice
        kept[file.article.id] = ClaimFile(file.path, file.article, claims)
    return Gold(kept, tuple(problems), _digest((file.article, file.claims) for file in kept.values()))


def _distinct(file: ClaimFile) -> tuple[tuple[Claim, ...], list[str]]:
    """The claims in the order of their ids, each once, and a line for each that occurred twice."""
    kept: dict[bytes, Claim] = {}
    problems = []
    for claim in sorted(file.claims, key=lambda claim: str(claim.id)):
        fields = msgspec.to_builtins(claim)
        # Of a claim without fields of its own, the text is all that tells it from another on the same words.
        names_only = _NAMES_ONLY - {"text"} if fields["kind"] == "other" else _NAMES_ONLY
        key = _ENCODER.encode({name: value for name, value in fields.items() if name not in names_only})
        if (first := kept.setdefault(key, claim)) is not claim:
            problems.append(f"{file.path}: gold has {first.id!r} and {claim.id!r} for one claim: it is scored once")
    return tuple(kept.values()), problems


def read_submission(name: str, folder: Path, gold: Gold) -> Submission:
    """What is in the folder's *.json, by the article that each file speaks of; file names and order play no part."""
    readings: dict[str, list[tuple[Path, Prediction]]] = defaultdict(list)
    problems: list[str] = []
    for path in sorted(folder.rglob("*.json")):
        read = _read_file(path, gold)
        if isinstance(read, str):
            problems.append(read)
            continue
        article, prediction, troubles = read
        readings[article].append((path, prediction))
        problems += troubles
    predictions = {article: _only(files, problems) for article, files in sorted(readings.items())}
    return Submission(name, predictions, tuple(sorted(problems)))


def _only(files: Sequence[tuple[Path, Prediction]], problems: list[str]) -> Prediction:
    if len(files) == 1:
        return files[0][1]
    names = ", ".join(str(path) for path, _ in files)
    problems.append(f"{names}: several files on one article: none of them is scored")
    return Prediction(failure="several files on one article")


def _read_file(path: Path, gold: Gold) -> tuple[str, Prediction, list[str]] | str:
    """The article's id, what is predicted for it and what is wrong; or only why the file cannot be scored at all."""
    raw = strict_json.read(path)
    if isinstance(raw, Mistake):
        return str(raw)
    loaded = read_claims(raw, str(path))
    if isinstance(loaded, ClaimFile):
        article, claims, unusable, problems = loaded.article, loaded.claims, 0, []
    else:
        saved = _saved(raw, loaded)
        if saved is None:
            return _first_of(loaded)
        article, claims, unusable = saved
        problems = [_first_of(loaded)]
    if article.id not in gold.files:
        return f"{path}: claims for {article.id!r}, which is no article of gold"
    prediction, more = against(gold.files[article.id].article, article, claims, unusable, str(path))
    return article.id, prediction, problems + more


def against(
    gold: Article, article: Article, claims: Sequence[Any], unusable: int, where: str
) -> tuple[Prediction, list[str]]:
    """The prediction, if it was made from the text that gold has: positions in another text mean nothing."""
    if article.sha256 != gold.sha256:
        return Prediction(failure="claims on another text"), [f"{where}: the sha256 is not that of gold's text"]
    inside = tuple(claim for claim in claims if claim.end <= gold.characters)
    outside = len(claims) - len(inside)
    problems = (
        [f"{where}: {outside} of the spans lie outside the text ({gold.characters} characters)"] if outside else []
    )
    return Prediction(tuple(sorted(inside, key=lambda claim: str(claim.id))), unusable + outside), problems


def _first_of(mistakes: Sequence[Mistake]) -> str:
    more = f" (and {len(mistakes) - 1} more mistakes in this file)" if len(mistakes) > 1 else ""
    return f"{mistakes[0]}{more}"


def _saved(raw: bytes, mistakes: Sequence[Mistake]) -> tuple[Article, tuple[Any, ...], int] | None:
    """The article, the valid claims and the number of invalid ones; None if more than single claims is wrong."""
    inside = [_INSIDE_A_CLAIM.match(mistake.path) for mistake in mistakes]
    if not all(inside):
        return None
    bad = {int(match[1]) for match in inside if match}
    try:
        document = msgspec.json.decode(raw)
        article = msgspec.convert(document["article"], Article)
        claims = [_claim(item) for index, item in enumerate(document["claims"]) if index not in bad]
    except (msgspec.MsgspecError, TypeError, KeyError):
        return None
    return article, tuple(claims), len(bad)


def _claim(item: Any) -> Any:
    return msgspec.convert(item, kinds()[item["kind"]].claim)


def _digest(parts: Iterable[object]) -> str:
    return sha256(_ENCODER.encode(list(parts))).hexdigest()[:12]
