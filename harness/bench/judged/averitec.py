"""averitec: AVeriTeC's list of claims with their labels (Schlichtkrull, Guo and Vlachos 2023), as its files have it.

A system's list has `pred_label`, as the shared task asks for it, or `label`, as the scorer beside the data does.
Items go by claim_id, else by their place in gold's list. Evidence is free text there, and is not scored here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec

from harness.bench.judged import GoldVerdicts, SystemVerdicts, single_claims
from harness.strict_json import FilePositions

LABELS = {
    "supported": "supported",
    "refuted": "refuted",
    "not enough evidence": "not_enough_info",
    "conflicting evidence/cherrypicking": "conflicting",
}


def read_gold(path: Path) -> GoldVerdicts:
    claims, problems = _read(path, ("label",))
    items, copies = single_claims(claims)
    return GoldVerdicts(items, tuple(problems), copies=copies)


def read_system(path: Path, gold: GoldVerdicts) -> SystemVerdicts:
    labels, problems = _read(path, ("pred_label", "label"))
    problems += [f"{path}:1: gold has no claim {name} that can be used" for name in labels if name not in gold.items]
    known = {name: verdict for name, (_, verdict) in labels.items() if name in gold.items}
    return SystemVerdicts(known, tuple(problems))


def _read(path: Path, fields: Sequence[str]) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The words and verdicts by claim, and what is wrong, each with the line and the place of its claim in the list."""
    raw = path.read_bytes()
    try:
        claims = json.loads(raw)
    except ValueError as error:
        return {}, [f"{path}:1: not JSON: {error}"]
    if not isinstance(claims, list):
        return {}, [f"{path}:1: not a list of claims"]
    verdicts: dict[str, tuple[str, str]] = {}
    wrong: list[tuple[int, str]] = []
    for place, claim in enumerate(claims):
        if not isinstance(claim, dict):
            wrong.append((place, f"$[{place}] is {claim!r}, not a claim"))
            continue
        field = next((name for name in fields if name in claim), fields[0])
        verdict = LABELS.get(str(claim.get(field)).lower())
        name = str(claim.get("claim_id", place))
        if verdict is None:
            wrong.append((place, f"$[{place}].{field} is {claim.get(field)!r}, not one of {', '.join(LABELS)}"))
        elif name in verdicts:
            wrong.append((place, f"$[{place}]: a second claim {name}: the first counts"))
        else:
            verdicts[name] = str(claim.get("claim", "")), verdict
    return verdicts, [f"{path}:{line}: {why}" for line, why in _placed(raw, wrong)]


def _placed(raw: bytes, wrong: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The line of each claim instead of its place in the list; 1 in a file that is no strict JSON (NaN)."""
    try:
        positions = FilePositions(raw)
        return [(positions.locate((place,))[0], why) for place, why in wrong]
    except msgspec.DecodeError:
        return [(1, why) for _, why in wrong]
