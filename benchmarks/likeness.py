"""How like the real claim files the benchmark's are: the same figures of both, side by side.

python benchmarks/likeness.py
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import mean
from typing import Any

import articles
import msgspec
import synthetic

from harness.claims.claim import Claim
from harness.schema import claim_document

REAL = Path(__file__).parent.parent / "claims"
NOT_MEANT = frozenset(Claim.__struct_fields__) - {"as_of", "hedge", "lenient"}
NAMED = ("athlete", "opponent", "ahead", "behind")


def main() -> None:
    """Print the two columns."""
    real = figures([path.read_bytes() for path in sorted(REAL.glob("*.json"))])
    desk = articles.Desk(synthetic.World())
    made = figures([synthetic.dump(file).encode() for _, file in desk.files()])
    print(f"{'':<44}{'real':>10}{'synthetic':>10}")
    for name in (*real, *(name for name in made if name not in real)):
        print(f"{name:<44}{real.get(name, 0):>10.2f}{made.get(name, 0):>10.2f}")


def figures(files: list[bytes]) -> dict[str, float]:
    """What the claims of these files are like, name by name."""
    documents = [json.loads(raw) for raw in files]
    claims = [claim for document in documents for claim in document["claims"]]
    scopes = [claim["scope"] for claim in claims if "scope" in claim]
    judged = [[_meaning(claim) for claim in each["claims"] if claim["kind"] != "other"] for each in documents]
    dated = {
        (each["article"]["published"], said) for each, all_ in zip(documents, judged, strict=True) for said in all_
    }
    names = [claim[field] for claim in claims for field in NAMED if field in claim]
    found = {
        "typed decode, us a claim": _decode(files) / len(claims) * 1e6,
        "claims an article": mean(len(document["claims"]) for document in documents),
        "bytes a claim": sum(map(len, files)) / len(claims),
        "characters of text": mean(len(claim["text"]) for claim in claims),
        "characters of quote": mean(len(claim["quote"]) for claim in claims),
        "scopes a claim": len(scopes) / len(claims),
        "fields a scope": mean(map(len, scopes)),
        "distinct scopes an article": mean(_distinct(map(_scope, each["claims"])) for each in documents),
        "distinct names an article": mean(_distinct(map(_name, each["claims"])) for each in documents),
        "full names": sum(" " in name for name in names) / len(names),
        "distinct in its article, of what is judged": sum(map(_distinct, judged)) / sum(map(len, judged)),
        "distinct on its day, of what is judged": len(dated) / sum(map(len, judged)),
    }
    for label, count in (("field", _shares(claims)), ("scope", _shares(scopes))):
        for name, times in count:
            found[f"{label} {name}, %"] = 100 * times / len(claims if label == "field" else scopes)
    for kind, times in Counter(claim["kind"] for claim in claims).most_common():
        found[f"kind {kind}, %"] = 100 * times / len(claims)
    return found


def _shares(parts: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """The fields that at least one part in fifty has."""
    return [
        (name, times) for name, times in Counter(n for p in parts for n in p).most_common() if times * 50 > len(parts)
    ]


def _meaning(claim: dict[str, Any]) -> str:
    return json.dumps({key: value for key, value in claim.items() if key not in NOT_MEANT}, sort_keys=True)


def _scope(claim: dict[str, Any]) -> str:
    return json.dumps(claim.get("scope"))


def _name(claim: dict[str, Any]) -> str:
    return str(claim.get("athlete"))


def _distinct(values: Iterable[str]) -> int:
    return len(set(values))


def _decode(files: list[bytes]) -> float:
    """Seconds to decode all files once, the best of a few."""
    decoder, best = msgspec.json.Decoder(claim_document()), float("inf")
    for _ in range(5):
        started = time.perf_counter()
        for raw in files:
            decoder.decode(raw)
        best = min(best, time.perf_counter() - started)
    return best


if __name__ == "__main__":
    main()
