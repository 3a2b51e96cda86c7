"""Who came in ahead of whom, where the words of a claim leave it open: another sentence of the article may say it.

"The gap between A and B was 0.3 seconds" is a margin only once somebody says who was ahead; "A was 0.3 seconds behind"
once somebody says that A was second, and who won. Where nobody does, or two sentences differ, it is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from harness.extract.rules.draft import Draft
from harness.values import Figure, read_count

Placed: TypeAlias = tuple[int, Draft]  # where its sentence begins, and the draft
_Race: TypeAlias = tuple[Any, Any]
_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}


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
    """The places of each race, who won it, and who was said to be behind whom; people by their family names."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.places: dict[tuple[_Race, str], set[int]] = defaultdict(set)
        self.winners: dict[_Race, dict[str, str]] = defaultdict(dict)
        self.behind: set[tuple[_Race, str, str]] = set()
        for one in drafts:
            if "after" in one.fields and "at" not in one.fields:
                self.behind.add((_race(one.fields), _family(one.fields["athlete"]), _family(one.fields["after"])))
            elif (place := _place(one)) is not None:
                self._add(one.fields["athlete"], _race(one.fields), place)

    def _add(self, athlete: str, race: _Race, place: int) -> None:
        self.places[race, _family(athlete)].add(place)
        if place == 1:
            self.winners[race].setdefault(_family(athlete), athlete)

    def in_order(self, margin: Draft) -> Draft | None:
        """The margin with the one ahead first; None where that is not told, or told in two ways."""
        race, one, other = _race(margin.fields), margin.fields.get("ahead"), margin.fields["behind"]
        if one is None:
            return self._behind_the_winner(margin, race, other)
        firsts = {first for first, second in ((one, other), (other, one)) if self._ahead(race, first, second)}
        if len(firsts) != 1:
            return None
        first = firsts.pop()
        fields = {**margin.fields, "ahead": first, "behind": other if first == one else one}
        return margin._replace(fields=fields, said=f"{first} was ahead by {margin.fields['gap']}", order_open=False)

    def _behind_the_winner(self, margin: Draft, race: _Race, second: str) -> Draft | None:
        """Who came second was behind the winner; of others it is not told whether the winner is meant."""
        winners = self.winners.get(race, {})
        if len(winners) != 1 or self.places.get((race, _family(second))) != {2}:
            return None
        (winner,) = winners.values()
        said = f"{winner} was ahead by {margin.fields['gap']}"
        return margin._replace(fields={**margin.fields, "ahead": winner}, said=said, order_open=False)

    def _ahead(self, race: _Race, one: str, other: str) -> bool:
        first, second = _family(one), _family(other)
        if (race, second, first) in self.behind:
            return True
        ours, theirs = self.places.get((race, first), set()), self.places.get((race, second), set())
        if ours and theirs:
            return min(ours) < max(theirs)
        return 1 in ours  # who won was ahead of everybody


def _place(one: Draft) -> int | None:
    """The place at the finish that the draft tells, in words or as a medal."""
    if one.kind == "title" and one.fields["status"] == "won":
        return 1
    if one.kind == "medal":
        return _MEDALS.get(one.fields["medal"])
    if one.kind != "place" or "at" in one.fields:
        return None
    read = read_count(one.fields["place"])
    return read.exact if isinstance(read, Figure) else None


def _race(fields: dict[str, Any]) -> _Race:
    scope = fields.get("scope", {})
    return scope.get("event"), scope.get("competition")


def _family(name: str) -> str:
    return name.split()[-1].casefold()
