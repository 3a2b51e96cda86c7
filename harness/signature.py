"""The signature that a score carries: every input and option that can change a number is in it."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files

from harness.score import RESAMPLES, SEED
from harness.truth.index import Truth
from harness.verify import show_day


def sign(truth: Truth, as_of: int | None, kinds: frozenset[str] | None) -> str:
    """One line: two runs with one signature and the same claim files give the same numbers."""
    parts = {
        "harness": version("harness"),
        "claims": claim_schema_digest(),
        "truth": truth.digest,
        "as-of": "each claim's own" if as_of is None else show_day(as_of),
        "kinds": "all" if kinds is None else ",".join(sorted(kinds)),
        "tolerance": "as printed",
        "resamples": f"{RESAMPLES} articles, seed {SEED}",
    }
    return " | ".join(f"{name}: {value}" for name, value in parts.items())


def claim_schema_digest() -> str:
    """Which claim language is spoken: the first hex digits of the committed schema's sha256."""
    return sha256((files("harness") / "schemas" / "claims.json").read_bytes()).hexdigest()[:12]
