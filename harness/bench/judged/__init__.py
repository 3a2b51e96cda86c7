"""Files of verdicts, a person's and a checker's: one module for each file format.

Each has `read_gold(path)` and `read_system(path, gold)`; what cannot be used is reported with file and line, and
counted.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from harness.bench.copies import weight_of
from harness.bench.verdicts import Item


class GoldVerdicts(msgspec.Struct, frozen=True):
    """What a person found, by item; `evidence` the sets of which one proves it, where the file has such.

    `copies` says which items are there several times.
    """

    items: dict[str, Item]
    problems: tuple[str, ...] = ()
    evidence: dict[str, tuple[frozenset[Any], ...]] = {}
    copies: tuple[str, ...] = ()


class SystemVerdicts(msgspec.Struct, frozen=True):
    """What a checker says, by item; `proven`: whether its evidence holds one of gold's sets, if gold has any."""

    verdicts: dict[str, str]
    problems: tuple[str, ...] = ()
    proven: dict[str, bool] | None = None


def single_claims(claims: Mapping[str, tuple[str, str]]) -> tuple[dict[str, Item], tuple[str, ...]]:
    """Items that hang together with no others, from (the claim's words, verdict) by name; and which of them are copies.

    The same words with the same verdict are one claim, however they are spaced. Words that stand for claims with
    different verdicts ("REDACTED") tell nothing, and neither does a claim without words.
    """
    verdicts: dict[str, set[str]] = {}
    for words, verdict in claims.values():
        verdicts.setdefault(" ".join(words.split()), set()).add(verdict)
    named: dict[tuple[str, ...], list[str]] = {}
    for name, (words, _) in claims.items():
        statement = " ".join(words.split())
        one_claim = statement and len(verdicts[statement]) == 1
        named.setdefault((statement,) if one_claim else ("", name), []).append(name)
    items: dict[str, Item] = {}
    copies = []
    for names in named.values():
        items |= {name: Item(names[0], claims[name][1], weight_of(len(names))) for name in names}
        if len(names) > 1:
            copies.append(f"{len(names)} items have one claim ({', '.join(names[:3])}{', ...' if names[3:] else ''})")
    return {name: items[name] for name in claims}, tuple(copies)


def forms() -> tuple[str, ...]:
    """The names of the forms of file, in alphabetical order."""
    return tuple(sorted(entry.name for entry in pkgutil.iter_modules(__path__)))


def form_of(path: Path) -> str:
    """The form that a gold file has, by its name and its first bytes: claim files, FEVER lines or AVeriTeC's list."""
    if path.is_dir():
        return "claims"
    start = path.read_bytes()[: 1 << 16].lstrip()
    if start.startswith(b"["):
        return "averitec"
    return "fever" if path.suffix == ".jsonl" else "claims"


def read_gold(form: str, path: Path) -> GoldVerdicts:
    gold: GoldVerdicts = importlib.import_module(f"{__name__}.{form}").read_gold(path)
    return gold


def read_system(form: str, path: Path, gold: GoldVerdicts) -> SystemVerdicts:
    system: SystemVerdicts = importlib.import_module(f"{__name__}.{form}").read_system(path, gold)
    return system
