"""The folders that are registries (kinds, formats, extractors, commands): a file that does not fit is refused by
name."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
from collections.abc import Iterable
from types import ModuleType
from typing import Any


class BadModule(Exception):
    """A file of a registry has mistakes: the message names the file and lists all of them for its author."""

    def __init__(self, file: str, flaws: Iterable[str]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("\n".join(f"{file}: {flaw}" for flaw in self.flaws))


def load(package: str, name: str) -> ModuleType:
    """The module of the registry; BadModule if it cannot be imported."""
    try:
        return importlib.import_module(f"{package}.{name}")
    except BadModule:
        raise
    except Exception as error:
        spec = importlib.util.find_spec(f"{package}.{name}")
        file = spec.origin if spec is not None and spec.origin else f"{package}.{name}"
        raise BadModule(file, [f"cannot be imported: {type(error).__name__}: {error}"]) from error


def file_of(module: ModuleType) -> str:
    return getattr(module, "__file__", None) or module.__name__


def function_of(module: Any, name: str, parameters: tuple[str, ...]) -> Any:
    """The function that a module of a registry must define; BadModule if there is none with these parameters."""
    function = getattr(module, name, None)
    wanted = f"{name}({', '.join(parameters)})"
    if not callable(function):
        raise BadModule(file_of(module), [f"it must offer {wanted}"])
    try:
        inspect.signature(function).bind(*parameters)
    except TypeError as error:
        raise BadModule(file_of(module), [f"{name} is not {wanted}: {error}"]) from error
    return function
