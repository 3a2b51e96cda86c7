"""Checks the facts in sports articles against a curated ground truth of verified results.

`harness.check(claims, truth=..., as_of=...)` is the whole check as one call; see docs/python.md. What is named in
`__all__` is loaded when it is first used, so that `import harness` costs nothing.
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
