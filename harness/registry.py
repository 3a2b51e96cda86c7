"""What the folders that are registries (kinds, formats, extractors, commands) say of a file that does not fit in."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType


class BadModule(Exception):
    """A file of a registry is at fault: whoever wrote it is told all that is wrong with it, by its name."""

    def __init__(self, module: ModuleType, flaws: Iterable[str]) -> None:
        self.file = getattr(module, "__file__", None) or module.__name__
        self.flaws = tuple(flaws)
        super().__init__("\n".join(f"{self.file}: {flaw}" for flaw in self.flaws))
