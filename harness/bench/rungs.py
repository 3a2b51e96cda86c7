"""The ladder of strictness: what a predicted claim must have in common with the gold claim it is aligned with.

Every rung includes the conditions of the one below, so a count never grows on the way up. The last two of `RUNGS` are
not part of the ladder: they require `kind` and, in addition, the value, whatever the scope; or the subject and scope as
a ground truth resolves them, where the ladder compares words. They add nothing to the alignment.
"""

from __future__ import annotations

from harness.bench.reading import Read, ReadClaim, agree

LADDER = ("found", "kind", "subject", "value", "exact")
RUNGS = (*LADDER, "kind_and_value", "quantity")
DETECTION = "detection"  # beside them: how many pairs could overlap at most, whatever else is paired for
MEASURES = (*RUNGS, DETECTION)
SHOWN = {
    "found": "found (spans overlap)",
    "kind": "+ kind",
    "subject": "+ subject and scope",
    "value": "+ value",
    "exact": "exact",
    "kind_and_value": "found + kind + value",
    "quantity": "kind + quantity",
    DETECTION: "detection alone",
}
QUANTITY = RUNGS.index("quantity")
NONE = (False,) * len(RUNGS)


def overlap(gold: ReadClaim, predicted: ReadClaim) -> int:
    """How many characters both spans hold; 0 or less where they have none in common."""
    return min(gold.end, predicted.end) - max(gold.start, predicted.start)


def passed(gold: ReadClaim, predicted: ReadClaim) -> tuple[bool, ...]:
    """Which of `RUNGS` the pair reaches."""
    if overlap(gold, predicted) <= 0:
        return NONE
    if gold.kind != predicted.kind:
        return (True, *NONE[1:])
    subject, value = _alike(gold.about, predicted.about), _alike(gold.value, predicted.value)
    both = subject and value
    exact = both and gold[1:3] == predicted[1:3] and gold.printed == predicted.printed
    return (True, True, subject, both, exact, value, subject or _one_quantity(gold, predicted))


def _one_quantity(gold: ReadClaim, predicted: ReadClaim) -> bool:
    """Whether both claims are about one quantity of the ground truth, and about the same people; who holds a
    record is no part of its quantity."""
    if gold.quantity is None or gold.quantity != predicted.quantity:
        return False
    return _alike(_without_scopes(gold.about), _without_scopes(predicted.about))


def _without_scopes(about: Read) -> Read:
    return {name: value for name, value in about.items() if "scope." not in name and name != "as_of"}


def says_the_same(gold: ReadClaim, predicted: ReadClaim) -> bool:
    """Whether the predicted claim makes gold's error: of the same kind, people and date, with the same figure.

    Where the article says it, its scope, may be read more vaguely.
    """
    if gold.kind != predicted.kind or not _alike(gold.value, predicted.value):
        return False
    return _alike(*(_who_and_when(claim.about) for claim in (gold, predicted)))


def _who_and_when(about: Read) -> Read:
    return {name: part for name, part in about.items() if "scope." not in name}


def fields_alike(gold: ReadClaim, predicted: ReadClaim) -> dict[str, bool]:
    """Every field that one of the two claims has, and whether they agree in it."""
    return _compared(gold.about, predicted.about) | _compared(gold.value, predicted.value)


def count_alike(gold: ReadClaim, predicted: ReadClaim) -> int:
    """The number of fields in which the two claims agree; a field that only one of them has does not count."""
    return _count(gold.about, predicted.about) + _count(gold.value, predicted.value)


def _count(gold: Read, predicted: Read) -> int:
    if gold == predicted:
        return len(gold)
    return sum(name in predicted and agree(value, predicted[name]) for name, value in gold.items())


def _compared(gold: Read, predicted: Read) -> dict[str, bool]:
    return {name: agree(gold.get(name), predicted.get(name)) for name in gold | predicted}


def _alike(gold: Read, predicted: Read) -> bool:
    if gold == predicted:
        return True
    return gold.keys() == predicted.keys() and all(agree(value, predicted[name]) for name, value in gold.items())
