"""The best one-to-one pairs of a table of weights, in whole numbers, so that ties are exact.

Kuhn, H. W. (1955), "The Hungarian method for the assignment problem", Naval Research Logistics Quarterly 2, in the form
with shortest augmenting paths (Jonker, R. and Volgenant, A. (1987), Computing 38). Overlapping claims come in groups so
small that calling a library would take longer than solving the problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Weights = Sequence[Sequence[int]]  # a row for each on the left, a column for each on the right, none below 0


def assign(weights: Weights) -> list[tuple[int, int]]:
    """The pairs (row, column) with the greatest sum of weights, each row and column used at most once.

    Pairs of weight 0 are left out. Where several choices are best, the order of rows and columns decides, so the result
    is always the same.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) == 1:
        return _best_of(weights[0])
    if len(weights) > len(weights[0]):
        return sorted((row, column) for column, row in assign(list(zip(*weights, strict=True))))
    most = max(map(max, weights))
    chosen = _cheapest([[most - weight for weight in row] for row in weights])
    return [(row, column) for row, column in enumerate(chosen) if weights[row][column]]


def _best_of(row: Sequence[int]) -> list[tuple[int, int]]:
    best = max(row)
    return [(0, row.index(best))] if best else []


def _cheapest(costs: Weights) -> list[int]:
    """The column of every row, so that the sum of the costs is least; there are no fewer columns than rows."""
    rows, columns = len(costs), len(costs[0])
    row_price, column_price = [0] * rows, [0] * columns
    row_of: list[int | None] = [None] * columns
    for row in range(rows):
        _add_row(row, costs, row_price, column_price, row_of)
    chosen = [0] * rows
    for column, owner in enumerate(row_of):
        if owner is not None:
            chosen[owner] = column
    return chosen


def _add_row(row: int, costs: Weights, row_price: list[int], column_price: list[int], row_of: list[int | None]) -> None:
    """Find the cheapest path from the row to a free column, and move every row on it one column further."""
    columns = len(column_price)
    distance: list[float] = [inf] * columns
    before: list[int | None] = [None] * columns
    done: list[int] = []
    unseen = list(range(columns - 1, -1, -1))
    at, from_column, travelled = row, None, 0
    while True:
        for column in unseen:
            reached = travelled + costs[at][column] - row_price[at] - column_price[column]
            if reached < distance[column]:
                distance[column], before[column] = reached, from_column
        nearest = _take_nearest(unseen, distance, row_of)
        travelled = int(distance[nearest])
        owner = row_of[nearest]
        if owner is None:
            break
        done.append(nearest)
        at, from_column = owner, nearest
    row_price[row] += travelled
    for column in done:
        gained = travelled - int(distance[column])
        column_price[column] -= gained
        row_price[row_of[column] or 0] += gained
    _shift(nearest, row, before, row_of)


def _take_nearest(unseen: list[int], distance: Sequence[float], row_of: Sequence[int | None]) -> int:
    """Of the nearest columns a free one, the last of them; else the first. Its place is filled with the last column."""
    best = 0
    for place, column in enumerate(unseen):
        nearer = distance[column] - distance[unseen[best]]
        if nearer < 0 or (nearer == 0 and row_of[column] is None):
            best = place
    unseen[best], unseen[-1] = unseen[-1], unseen[best]
    return unseen.pop()


def _shift(column: int, row: int, before: Sequence[int | None], row_of: list[int | None]) -> None:
    while (previous := before[column]) is not None:
        row_of[column] = row_of[previous]
        column = previous
    row_of[column] = row
