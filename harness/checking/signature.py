"""The signature of a score: it names every input and option that can change a number."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from harness import __version__
from harness.truth.index import Truth
from harness.values import iso_day

_SCHEMA = Path(__file__).parents[1] / "schemas" / "claims.json"  # importlib.resources takes 8 ms to import


def sign(
    truth: Truth, as_of: int | None, kinds: frozenset[str] | None, baseline: str | None = None, since: str | None = None
) -> str:
    """One line: two runs with the same signature and the same claim files give the same numbers and the same gate.

    `baseline` is the digest of what a baseline accepts, `since` the commit since which files were added or changed;
    neither is named if there is none.
    """
    parts = {
        "harness": __version__,
        "claims": claim_schema_digest(),
        "truth": truth.digest,
        "as-of": "each claim's own" if as_of is None else iso_day(as_of),
        "kinds": "all" if kinds is None else ",".join(sorted(kinds)),
        "tolerance": "as printed",
        "intervals": "Wilson, by article",
        "baseline": baseline,
        "changed-since": since,
    }
    return " | ".join(f"{name}: {value}" for name, value in parts.items() if value is not None)


def parts_of(signature: str) -> dict[str, str]:
    """A signature's parts by name."""
    return dict(part.split(": ", 1) for part in signature.split(" | ") if ": " in part)


def claim_schema_digest() -> str:
    """The version of the claim language: the first hex digits of the committed schema's sha256."""
    return sha256(_SCHEMA.read_bytes()).hexdigest()[:12]
