"""What is counted of a check, and the shares that follow from it: the records; `checking/score.py` fills them."""

from __future__ import annotations

import msgspec


class Counts(msgspec.Struct, frozen=True, gc=False):
    """Counts that add up over articles; `withdrawn`: the fewest claims to take back until no contradiction is left.

    `comparable`: claims that could contradict another of their article. `repeated_supported` and `repeated_refuted`:
    claims that say again what another claims at the same words; they count in totals, and once in intervals.
    `contradicted` are those among the open ones that contradict the ground truth as a machine read them.
    """

    claims: int = 0
    supported: int = 0
    refuted: int = 0
    not_enough_info: int = 0
    not_checkable: int = 0
    unreadable: int = 0
    withdrawn: int = 0
    high: int = 0
    medium: int = 0
    low: int = 0
    comparable: int = 0
    repeated_supported: int = 0
    repeated_refuted: int = 0
    contradicted: int = 0

    def __add__(self, other: Counts) -> Counts:
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Counts(*(one + another for one, another in pairs))


class FiguresRead(msgspec.Struct, frozen=True, gc=False):
    """How many figures and number words a text prints, and which of them no claim's quote covers (start and end)."""

    total: int
    unread: tuple[tuple[int, int], ...] = ()

    @property
    def read(self) -> int:
        return self.total - len(self.unread)

    def __str__(self) -> str:
        return f"{self.read} of {self.total} figures read"


class Ratio(msgspec.Struct, frozen=True, gc=False):
    """A share and its 95 % interval; all None where nothing was counted: 0/0 is undefined, and said so."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class Bounds(msgspec.Struct, frozen=True, gc=False):
    """The least and the most that a share can be, whatever comes out of what is open; None where nothing is counted."""

    low: float | None = None
    high: float | None = None


class Scores(msgspec.Struct, frozen=True, gc=False):
    """accuracy: supported / decided; coverage: decided / checkable; consistency: 1 - withdrawn / comparable.

    `right`: which share of the checkable claims is right, every open claim counted as wrong and as right. It is no
    estimate: the interval of `accuracy` is one, for articles like these.
    """

    accuracy: Ratio
    coverage: float | None
    consistency: float | None
    right: Bounds = Bounds()
