"""A comparison for a terminal, 80 columns wide: what is worse first, the scores side by side, the verdict last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from harness.compare.records import Comparison, Flip, ScoreChange, Side
from harness.compare.runs import WORST_FIRST
from harness.present.formats._characters import one_line
from harness.records.model import Conflict, Verdict
from harness.statistics import percent, percent_with_interval

WIDTH = 80


def render(comparison: Comparison) -> str:
    """The comparison in sections; a section with nothing to say is left out."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    flips = comparison.flips
    yield from _flips("FLIPPED", [flip for flip in flips if flip.why not in ("added", "removed")])
    yield from _flips("ADDED", [flip for flip in flips if flip.why == "added"])
    yield from _flips("REMOVED", [flip for flip in flips if flip.why == "removed"])
    yield from _conflicts("NEW CONFLICTS", comparison.new_conflicts)
    yield from _conflicts("CONFLICTS THAT ARE GONE", comparison.gone_conflicts)
    if comparison.signature:
        yield f"THE SIGNATURES DIFFER ({len(comparison.signature)})"
        for part in comparison.signature:
            yield from _indented(f"{part.name}: {part.before or 'none'} -> {part.after or 'none'}", "  ")
        yield ""
    yield from _scores([*comparison.articles, comparison.total])
    yield ""
    yield from _counts(comparison.total)
    yield ""
    yield from wrap(comparison.gate.message, WIDTH, subsequent_indent="    ", break_on_hyphens=False)


def _flips(title: str, flips: list[Flip]) -> Iterator[str]:
    if not flips:
        return
    yield f"{title} ({len(flips)})"
    for flip in flips:
        verdicts = " -> ".join(_word(verdict) for verdict in (flip.before, flip.after) if verdict is not None)
        why = f", {flip.why}" if flip.why not in ("added", "removed") else ""
        yield from _indented(f"{flip.article} {flip.claim}: {verdicts}{why}{' (accepted)' * flip.accepted}", "  ")
        yield from _indented(f"{flip.file}:{flip.line}:{flip.column}", "    ")
        yield from _indented(f'"{flip.quote}": {flip.text}', "    ")
        if flip.message:
            yield from _indented(flip.message, "    ")
    yield ""


def _conflicts(title: str, conflicts: Iterable[Conflict]) -> Iterator[str]:
    conflicts = tuple(conflicts)
    if not conflicts:
        return
    yield f"{title} ({len(conflicts)})"
    for conflict in conflicts:
        yield from _indented(f"{conflict.about}: {conflict.message}", "  ")
        yield from (f"    {ref.article} {ref.claim}" for ref in conflict.claims)
    yield ""


def _scores(rows: list[ScoreChange]) -> Iterator[str]:
    """Accuracy, never without coverage, side by side: of every article that differs, and of all together."""
    wide = max(7, *(len(row.article) for row in rows))
    head = "accuracy (95 %)  cover"
    yield f"{'':<{wide}} {'BEFORE':<25} AFTER"
    yield f"{'ARTICLE':<{wide}} {head:<25} {head}"
    for row in rows:
        yield f"{row.article or 'all':<{wide}} {_side(row.before):<25} {_side(row.after)}"


def _side(side: Side | None) -> str:
    if side is None:
        return "not there"
    low, high, value = side.accuracy.low, side.accuracy.high, side.accuracy.value
    share = "undefined (0/0)"
    if value is not None and low is not None and high is not None:
        share = percent_with_interval(value, low, high)
    return f"{share:<15} {_share(side.coverage):>6}"


def _counts(total: ScoreChange) -> Iterator[str]:
    """What the scores of the whole are derived from."""
    assert total.before is not None
    assert total.after is not None
    before, after = total.before, total.after
    yield f"{'ALL':<16} {'BEFORE':>7} {'AFTER':>7}"
    for verdict in WORST_FIRST:
        if verdict is not None:
            counts = getattr(before.counts, verdict), getattr(after.counts, verdict)
            yield f"{_word(verdict):<16} {counts[0]:>7} {counts[1]:>7}"
    yield f"{'consistency':<16} {_share(before.consistency):>7} {_share(after.consistency):>7}"


def _share(value: float | None) -> str:
    return "0/0" if value is None else percent(value)


def _word(verdict: Verdict) -> str:
    return verdict.replace("_", " ")


def _indented(text: str, indent: str) -> Iterable[str]:
    return wrap(one_line(text), WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False,
                break_on_hyphens=False)  # fmt: skip
