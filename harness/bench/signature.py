"""The signature of a bench run: all that its figures depend on, beside what the systems predict."""

from __future__ import annotations

from harness import __version__
from harness.bench.align import RULE
from harness.bench.flagged import human_verdicts
from harness.bench.significance import EXACT_ARTICLES, SEED
from harness.bench.submissions import Gold
from harness.checking.signature import claim_schema_digest


def sign(gold: Gold, draws: int, truth: str) -> str:
    """One line: two runs with one signature and the same systems give the same numbers."""
    parts = {
        "harness": __version__,
        "claims": claim_schema_digest(),
        "gold": f"{gold.digest}, {len(gold.files)} articles, {len(human_verdicts(gold))} with a person's verdicts",
        "truth": truth,
        "alignment": RULE,
        "intervals": "Wilson, by text",
        "tests": f"paired permutation, exact up to {EXACT_ARTICLES} texts, else {draws} draws, seed {SEED}",
    }
    return " | ".join(f"{name}: {value}" for name, value in parts.items())
