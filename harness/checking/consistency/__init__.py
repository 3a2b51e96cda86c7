"""Claims compared with each other: by quantity, within and between articles, and by an article's own arithmetic."""

from harness.checking.consistency.own import claimed_facts, conflicts_by_arithmetic, facts_of_all, own_arithmetic
from harness.checking.consistency.quantities import ByQuantity
from harness.checking.consistency.withdrawals import fewest_withdrawals, withdrawals_needed

__all__ = [
    "ByQuantity", "claimed_facts", "conflicts_by_arithmetic", "facts_of_all", "fewest_withdrawals",
    "own_arithmetic", "withdrawals_needed",
]  # fmt: skip
