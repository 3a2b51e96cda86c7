"""The counts of a check and the shares derived from them: the records; `checking/score.py` computes them."""

from __future__ import annotations

import msgspec


class Counts(msgspec.Struct, frozen=True, gc=False):
    """Counts that add up over articles. `withdrawn`: the fewest claims to withdraw until no contradiction is left.

    `comparable`: claims that could contradict another of their article. `repeated_supported` and `repeated_refuted`:
    claims that repeat another claim at the same words; they count in totals, and once in intervals. `contradicted`:
    open claims that contradict the ground truth as a machine read them.
    `unproved`: articles in which contradictions are so entangled that `withdrawn` is a bound: at least so many.
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
    unproved: int = 0

    def __add__(self, other: Counts) -> Counts:
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Counts(*(own + another for own, another in pairs))


class FiguresRead(msgspec.Struct, frozen=True, gc=False):
    """The number of figures and number words in a text, and the start and end of those that no claim's quote covers."""

    total: int
    unread: tuple[tuple[int, int], ...] = ()

    @property
    def read(self) -> int:
        return self.total - len(self.unread)

    def __str__(self) -> str:
        return f"{self.read} of {self.total} figures read"


class Ratio(msgspec.Struct, frozen=True, gc=False):
    """A share and its 95 % interval; all None if nothing was counted, because 0/0 is undefined."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class Bounds(msgspec.Struct, frozen=True, gc=False):
    """The lowest and the highest possible value of a share, however the open claims are decided; None if nothing was
    counted."""

    low: float | None = None
    high: float | None = None


class Scores(msgspec.Struct, frozen=True, gc=False):
    """accuracy: supported / decided; coverage: decided / checkable; consistency: 1 - withdrawn / comparable.

    `right`: the share of checkable claims that are right, with every open claim counted as wrong and as right. It is
    not an estimate; the interval of `accuracy` is one, for articles of this sort.
    """

    accuracy: Ratio
    coverage: float | None
    consistency: float | None
    right: Bounds = Bounds()
