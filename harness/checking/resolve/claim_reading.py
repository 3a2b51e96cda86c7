"""The state of one claim while it is being resolved."""

from __future__ import annotations

from harness.checking.resolve.scopes import Choices
from harness.records.model import Setting, Unknown, Unreadable
from harness.values import Figure, Location


class ClaimReading:
    """What has been resolved of one claim so far. `unknown` and `unreadable` are the first of their sort."""

    __slots__ = ("choices", "figures", "locations", "names", "notes", "settings", "trace", "unknown", "unreadable")

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.names: dict[str, tuple[str, ...]] = {}
        self.figures: dict[str, Figure] = {}
        self.settings: dict[str, Setting] = {}
        self.locations: dict[str, Location] = {}
        self.notes: tuple[str, ...] = ()
        self.trace: tuple[str, ...] = ()
        self.unknown: Unknown | None = None
        self.unreadable: Unreadable | None = None
