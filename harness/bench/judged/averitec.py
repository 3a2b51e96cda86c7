"""averitec: AVeriTeC's list of claims with their labels (Schlichtkrull, Guo and Vlachos 2023), as its files have it.

A system's list has `pred_label`, as the shared task asks for it, or `label`, as the scorer beside the data does.
Items go by claim_id, else by their place in gold's list. Evidence is free text there, and is not scored here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from harness.bench.judged import GoldVerdicts, SystemVerdicts, single_claims

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
    problems += [f"{path}: no claim of gold is {name}" for name in labels if name not in gold.items]
    known = {name: verdict for name, (_, verdict) in labels.items() if name in gold.items}
    return SystemVerdicts(known, tuple(problems))


def _read(path: Path, fields: Sequence[str]) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The words and verdicts by claim, and what is wrong, each with the place of its claim in the list."""
    try:
        claims = json.loads(path.read_bytes())
    except ValueError as error:
        return {}, [f"{path}:1: not JSON: {error}"]
    if not isinstance(claims, list):
        return {}, [f"{path}:1: not a list of claims"]
    verdicts: dict[str, tuple[str, str]] = {}
    problems = []
    for place, claim in enumerate(claims):
        field = next((name for name in fields if isinstance(claim, dict) and name in claim), fields[0])
        value: Any = claim.get(field) if isinstance(claim, dict) else None
        verdict = LABELS.get(str(value).lower())
        name = str(claim.get("claim_id", place)) if isinstance(claim, dict) else str(place)
        if verdict is None:
            problems.append(f"{path}: $[{place}].{field} is {value!r}, not one of {', '.join(LABELS)}")
        elif name in verdicts:
            problems.append(f"{path}: $[{place}]: a second claim {name}: the first counts")
        else:
            verdicts[name] = str(claim.get("claim", "")), verdict
    return verdicts, problems
