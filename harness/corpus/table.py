"""What was planted and what was caught, as a table for people and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import wrap

import msgspec

from harness.corpus.errors import ERRORS
from harness.corpus.power import Planted, Power
from harness.statistics import percent

WIDTH = 80


def power_lines(measured: Power) -> Iterator[str]:
    """The rate, a table by type of error and one by kind, and every error that was missed; 80 columns wide."""
    yield f"{len(measured.planted)} errors planted in {measured.controls} supported claims"
    rate = "undefined (0/0)" if measured.rate is None else percent(measured.rate)
    settled = sum(one.settled for one in measured.planted)
    yield f"caught where the ground truth is complete: {rate} of {settled}"
    yield f"unaltered claims that came out wrong: {len(measured.refuted_controls)} of {measured.controls}"
    yield from (f"  {control}" for control in measured.refuted_controls)
    yield from ("", *_table("ERROR", [error.name for error in ERRORS], measured.planted, "error"))
    yield from ("", *_table("KIND", sorted({one.kind for one in measured.planted}), measured.planted, "kind"))
    yield from _listed("NOT CAUGHT, THOUGH SETTLED", (one for one in measured.planted if _slipped(one)))
    missed = (one for one in measured.planted if one.outcome == "missed" and not one.settled)
    yield from _listed("SUPPORTED AFTER A CHANGE THAT MAY HAVE LEFT THEM TRUE", missed)


def power_json(measured: Power) -> str:
    """Everything that was planted, and the counts, as one JSON object."""
    outcomes = Counter((one.error, one.outcome) for one in measured.planted)
    counts = {
        error.name: {outcome: outcomes[error.name, outcome] for outcome in ("caught", "open", "missed")}
        for error in ERRORS
    }
    report = {"rate": measured.rate, "controls": measured.controls, "refuted_controls": measured.refuted_controls,
              "counts": counts, "planted": measured.planted}  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode()


def _slipped(one: Planted) -> bool:
    return one.settled and one.outcome != "caught"


def _table(title: str, names: Iterable[str], planted: tuple[Planted, ...], field: str) -> Iterator[str]:
    yield f"{title:<20} {'planted':>8} {'caught':>8} {'open':>8} {'missed':>8} {'settled':>8} {'caught':>8}"
    for name in names:
        here = [one for one in planted if getattr(one, field) == name]
        outcomes = Counter(one.outcome for one in here)
        settled = [one for one in here if one.settled]
        caught = sum(one.outcome == "caught" for one in settled)
        share = percent(caught / len(settled)) if settled else "0/0"
        yield (
            f"{name:<20} {len(here):>8} {outcomes['caught']:>8} {outcomes['open']:>8} {outcomes['missed']:>8}"
            f" {len(settled):>8} {share:>8}"
        )


def _listed(title: str, some: Iterable[Planted]) -> Iterator[str]:
    found = list(some)
    if not found:
        return
    yield ""
    yield f"{title} ({len(found)})"
    for one in found:
        yield from wrap(
            f"{one.article} {one.claim} ({one.kind}): {one.error}, {one.outcome}: {one.change}", WIDTH,
            initial_indent="  ", subsequent_indent="    ", break_long_words=False,
        )  # fmt: skip
