"""Checks the facts in sports articles against a curated ground truth of verified results.

`harness.check(claims, truth=..., as_of=...)` runs the whole check in one call; see docs/python.md. The names in
`__all__` are loaded on first use, so that `import harness` is fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from harness.api import BadClaims, BadDate, BadTruth, CheckedReport, check, open_truth

__version__ = "0.1.0"
__all__ = ["BadClaims", "BadDate", "BadTruth", "CheckedReport", "check", "open_truth"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'harness' has no attribute {name!r}")
    from harness import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
