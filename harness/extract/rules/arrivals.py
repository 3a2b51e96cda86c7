"""Who came in ahead of whom, where the words of a claim leave it open: another sentence of the article may say it.

"The gap between A and B was 0.3 seconds" is a margin only once somebody says who was ahead; where nobody does, or two
sentences differ, it is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from harness.extract.rules.draft import Draft
from harness.values import Figure, read_count

Placed: TypeAlias = tuple[int, Draft]  # where its sentence begins, and the draft
_Race: TypeAlias = tuple[Any, Any]


def settled(drafts: Sequence[Placed]) -> list[Placed]:
    """The drafts, those that leave the order open with the order that the others tell, or left out."""
    told = _Told(one for _, one in drafts if not one.order_open)
    found = []
    for start, one in drafts:
        ordered = told.in_order(one) if one.order_open else one
        if ordered is not None:
            found.append((start, ordered))
    return found


class _Told:
    """The places of each race, and who was said to be behind whom; people by their family names."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.places: dict[tuple[_Race, str], set[int]] = defaultdict(set)
        self.behind: set[tuple[_Race, str, str]] = set()
        for one in drafts:
            if one.kind == "place" and "at" not in one.fields:
                self._add(one.fields)

    def _add(self, fields: dict[str, Any]) -> None:
        race, who = _race(fields), _family(fields["athlete"])
        if "after" in fields:
            self.behind.add((race, who, _family(fields["after"])))
            return
        read = read_count(fields["place"])
        if isinstance(read, Figure) and read.exact is not None:
            self.places[race, who].add(read.exact)

    def in_order(self, margin: Draft) -> Draft | None:
        """The margin with the one ahead first; None where that is not told, or told in two ways."""
        race, one, other = _race(margin.fields), margin.fields["ahead"], margin.fields["behind"]
        firsts = {first for first, second in ((one, other), (other, one)) if self._ahead(race, first, second)}
        if len(firsts) != 1:
            return None
        first = firsts.pop()
        fields = {**margin.fields, "ahead": first, "behind": other if first == one else one}
        return margin._replace(fields=fields, said=f"{first} was ahead by {margin.fields['gap']}", order_open=False)

    def _ahead(self, race: _Race, one: str, other: str) -> bool:
        first, second = _family(one), _family(other)
        if (race, second, first) in self.behind:
            return True
        ours, theirs = self.places.get((race, first), set()), self.places.get((race, second), set())
        if ours and theirs:
            return min(ours) < max(theirs)
        return 1 in ours  # who won was ahead of everybody


def _race(fields: dict[str, Any]) -> _Race:
    scope = fields.get("scope", {})
    return scope.get("event"), scope.get("competition")


def _family(name: str) -> str:
    return name.split()[-1].casefold()
