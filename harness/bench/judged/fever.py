"""fever: FEVER's JSON Lines; a verdict counts in the FEVER score only with a whole evidence set (Thorne et al. 2018).

Gold lines have label and evidence (sets of [annotation, id, page, sentence]); a system's have predicted_label and
predicted_evidence ([page, sentence], of which the first five count). Lines are told apart by id, or stand in gold's
order.

Thorne, J., Vlachos, A., Christodoulopoulos, C. and Mittal, A. (2018), "FEVER: a large-scale dataset for fact
extraction and verification", NAACL.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness.bench.judged import GoldVerdicts, SystemVerdicts, single_claims

LABELS = {"SUPPORTS": "supported", "REFUTES": "refuted", "NOT ENOUGH INFO": "not_enough_info"}
MOST_EVIDENCE = 5


def read_gold(path: Path) -> GoldVerdicts:
    claims: dict[str, tuple[str, str]] = {}
    evidence: dict[str, tuple[frozenset[Any], ...]] = {}
    problems: list[str] = []
    lines = list(_lines(path, problems))
    for name, (number, line) in zip(_names([line for _, line in lines]), lines, strict=True):
        verdict = LABELS.get(str(line.get("label", "")).upper())
        sets = _sets(line.get("evidence"))
        if verdict is None:
            problems.append(f"{path}:{number}: label is {line.get('label')!r}, not one of {', '.join(LABELS)}")
        elif verdict != "not_enough_info" and not sets:
            problems.append(f"{path}:{number}: no evidence for {line['label']}: nothing can prove it")
        else:
            claims[name], evidence[name] = (str(line.get("claim", "")), verdict), sets
    items, copies = single_claims(claims)
    return GoldVerdicts(items, tuple(problems), evidence, copies)


def _names(lines: list[dict[str, Any]]) -> list[str]:
    """The lines' ids; their places, where ids are missing or no two lines are told apart by them."""
    ids = [str(line.get("id", "")) for line in lines]
    return ids if len(set(ids)) == len(ids) and all(ids) else [f"line {place}" for place in range(1, len(ids) + 1)]


def _sets(evidence: Any) -> tuple[frozenset[Any], ...]:
    """The evidence sets, each as (page, sentence); what is no such list is none."""
    try:
        sets = (frozenset((item[2], item[3]) for item in evidence_set) for evidence_set in evidence)
        return tuple(
            evidence_set for evidence_set in sets if evidence_set and all(page is not None for page, _ in evidence_set)
        )
    except (TypeError, IndexError, KeyError):
        return ()


def read_system(path: Path, gold: GoldVerdicts) -> SystemVerdicts:
    problems: list[str] = []
    lines = list(_lines(path, problems))
    names = _names([line for _, line in lines])
    if names and names[0] not in gold.items and len(lines) == len(gold.items):
        names = list(gold.items)
    verdicts: dict[str, str] = {}
    proven: dict[str, bool] = {}
    for name, (number, line) in zip(names, lines, strict=True):
        verdict = LABELS.get(str(line.get("predicted_label", "")).upper())
        if name not in gold.items:
            problems.append(f"{path}:{number}: gold has no item {name} that can be used")
        elif verdict is None:
            problems.append(
                f"{path}:{number}: predicted_label is {line.get('predicted_label')!r}, not one of {', '.join(LABELS)}"
            )
        else:
            cited = _cited(line.get("predicted_evidence", []))
            if cited is None:
                problems.append(
                    f"{path}:{number}: predicted_evidence is no list of [page, sentence]: it proves nothing"
                )
            verdicts[name] = verdict
            proven[name] = verdict == "not_enough_info" or any(
                evidence_set <= (cited or set()) for evidence_set in gold.evidence[name]
            )
    return SystemVerdicts(verdicts, tuple(problems), proven)


def _cited(predicted: Any) -> set[tuple[str, int]] | None:
    """The pieces of evidence that count; None where it is no list of pages and sentences."""
    if not isinstance(predicted, list):
        return None
    pieces = [
        (piece[0], piece[1])
        for piece in predicted
        if isinstance(piece, list) and len(piece) == 2 and isinstance(piece[0], str) and isinstance(piece[1], int)
    ]
    return set(pieces[:MOST_EVIDENCE]) if len(pieces) == len(predicted) else None


def _lines(path: Path, problems: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every line that holds an object, by its number; the others are said."""
    for number, raw in enumerate(path.read_bytes().splitlines(), start=1):
        if not raw.strip():
            continue
        try:
            line = json.loads(raw)
        except ValueError as error:
            problems.append(f"{path}:{number}: not JSON: {error}")
            continue
        if isinstance(line, dict):
            yield number, line
        else:
            problems.append(f"{path}:{number}: not an object")
