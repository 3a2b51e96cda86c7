"""The kinds of claim, one file each: the folder is the registry.

A kind's module holds one Claim type, whose docstring is the manual page, and
    SEVERITY                                      "high", "medium" or "low": what a wrong one costs, or
    severity(assertion, known) -> Severity        where that depends on the values
    assertions(resolved) -> tuple[Assertion, ...] | Unknown | Unreadable    what the words assert
    known(quantity, truth, as_of) -> Known | Unknown                        the quantity, from the ground truth
    worded(assertion, known, truth) -> Wording    (optional) how an editor is told, where not by figures alone
    facts(resolved) -> tuple[Result, ...]         (optional) what the claim would add to a ground truth
    CHECKABLE = False                             (optional) where the harness cannot judge by nature
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from harness.claim import Claim
from harness.model import AnyQuantity, Assertion, Known, Severity, Unknown, Unreadable
from harness.wording import Worded, in_figures


class Kind(NamedTuple):
    """What a kind's file offers. `type` is its claim type, `manual` the type's docstring."""

    name: str
    type: type[Claim]
    manual: str
    assertions: Callable[[Any], tuple[Assertion, ...] | Unknown | Unreadable]
    known: Callable[[AnyQuantity, Any, int], Known | Unknown]
    severity: Callable[[Assertion, Known], Severity]
    worded: Worded
    facts: Callable[[Any], tuple[Any, ...]] | None
    checkable: bool


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by name, in alphabetical order."""
    found = [_kind(importlib.import_module(f"{__name__}.{entry.name}")) for entry in pkgutil.iter_modules(__path__)]
    return {kind.name: kind for kind in sorted(found)}


def worded_by(quantity: AnyQuantity) -> Worded:
    """How the quantity's kind tells an editor what is claimed and what is known."""
    return kinds()[quantity.kind].worded


def _kind(module: ModuleType) -> Kind:
    types = [
        item
        for item in vars(module).values()
        if isinstance(item, type) and issubclass(item, Claim) and item.__module__ == module.__name__
    ]
    if len(types) != 1 or not types[0].__doc__:
        raise TypeError(f"{module.__name__} must hold exactly one Claim type, with its manual page as docstring")
    tag = types[0].__struct_config__.tag
    if tag != module.__name__.rpartition(".")[2]:
        raise TypeError(f"{module.__name__} holds the kind {tag!r}: the file is named after its kind")
    return Kind(
        name=tag,
        type=types[0],
        manual=inspect.cleandoc(types[0].__doc__),
        assertions=module.assertions,
        known=module.known,
        severity=getattr(module, "severity", None) or _always(module.SEVERITY),
        worded=getattr(module, "worded", in_figures),
        facts=getattr(module, "facts", None),
        checkable=getattr(module, "CHECKABLE", True),
    )


def _always(severity: Severity) -> Callable[[Assertion, Known], Severity]:
    return lambda assertion, known: severity
