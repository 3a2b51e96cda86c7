"""pyarrow, which reads and writes Parquet: imported only where it is used, with what to install if it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

INSTALL = "pip install 'sports-claims-harness[parquet]'"


class ArrowMissing(Exception):
    """pyarrow is not installed, or does not start; the message says what to do."""


class Arrow(NamedTuple):
    """The two modules: columns in memory, and Parquet files."""

    columns: Any
    parquet: Any


def arrow() -> Arrow:
    """pyarrow; ArrowMissing where it is not there."""
    try:
        return Arrow(import_module("pyarrow"), import_module("pyarrow.parquet"))
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "pyarrow":
            raise ArrowMissing(f"Parquet needs pyarrow: {INSTALL}") from None
        raise ArrowMissing(f"pyarrow is installed and does not start: {error}") from None
    except ImportError as error:
        why = " ".join(str(error).split())
        raise ArrowMissing(f"pyarrow is installed and does not start: {why}") from None
