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


def resolve_finish_order(drafts: Sequence[Placed]) -> list[Placed]:
    """The drafts, those that leave the order open with the order that the others tell, or left out."""
    finishes = _Finishes(draft for _, draft in drafts if not draft.order_open)
    orders = []
    for start, draft in drafts:
        ordered = finishes.in_order(draft) if draft.order_open else draft
        if ordered is not None:
            orders.append((start, ordered))
    return orders


class _Finishes:
    """The places of each race, who won it, and who came behind whom; people by their family names."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.places: dict[tuple[_Race, str], set[int]] = defaultdict(set)
        self.winners: dict[_Race, dict[str, str]] = defaultdict(dict)
        self.behind: set[tuple[_Race, str, str]] = set()
        for draft in drafts:
            if "after" in draft.fields and "at" not in draft.fields:
                pair = _family(draft.fields["athlete"]), _family(draft.fields["after"])
                self.behind.add((_race(draft.fields), *pair))
            elif (place := _place(draft)) is not None:
                self._add(draft.fields["athlete"], _race(draft.fields), place)

    def _add(self, athlete: str, race: _Race, place: int) -> None:
        self.places[race, _family(athlete)].add(place)
        if place == 1:
            self.winners[race].setdefault(_family(athlete), athlete)

    def in_order(self, margin: Draft) -> Draft | None:
        """The margin with the athlete ahead first; None where that is not told, or told in two ways."""
        race, first, second = _race(margin.fields), margin.fields.get("ahead"), margin.fields["behind"]
        if first is None:
            return self._behind_the_winner(margin, race, second)
        leaders = {a for a, b in ((first, second), (second, first)) if self._is_ahead(race, a, b)}
        if len(leaders) != 1:
            return None
        leader = leaders.pop()
        return _ordered(margin, leader, second if leader == first else first)

    def _behind_the_winner(self, margin: Draft, race: _Race, second: str) -> Draft | None:
        """Who came second was behind the winner; of others it is not told whether the winner is meant."""
        winners = self.winners.get(race, {})
        if len(winners) != 1 or self.places.get((race, _family(second))) != {2}:
            return None
        (winner,) = winners.values()
        return _ordered(margin, winner, second)

    def _is_ahead(self, race: _Race, first: str, second: str) -> bool:
        ahead, behind = _family(first), _family(second)
        if (race, behind, ahead) in self.behind:
            return True
        ours, theirs = self.places.get((race, ahead), set()), self.places.get((race, behind), set())
        if ours and theirs:
            return min(ours) < max(theirs)
        return 1 in ours  # who won was ahead of everybody


def _ordered(margin: Draft, ahead: str, behind: str) -> Draft:
    """The order is another sentence's, and so inferred here."""
    fields = {**margin.fields, "ahead": ahead, "behind": behind}
    inferred = tuple(sorted({*margin.inferred, "ahead", "behind"}))
    summary = f"{ahead} was ahead by {margin.fields['gap']}"
    return margin._replace(fields=fields, inferred=inferred, summary=summary, order_open=False)


def _place(draft: Draft) -> int | None:
    """The place at the finish that the draft tells, in words or as a medal."""
    if draft.kind == "title" and draft.fields["status"] == "won":
        return 1
    if draft.kind == "medal":
        return _MEDALS.get(draft.fields["medal"])
    if draft.kind != "place" or "at" in draft.fields or "place" not in draft.fields:
        return None
    read = read_count(draft.fields["place"])
    return read.exact if isinstance(read, Figure) else None


def _race(fields: dict[str, Any]) -> _Race:
    scope = fields.get("scope", {})
    return scope.get("event"), scope.get("competition")


def _family(name: str) -> str:
    return name.split()[-1].casefold()
