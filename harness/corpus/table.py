"""What was planted and what was caught, as a table for people and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import get_args

import msgspec

from harness.corpus.errors import ERRORS
from harness.corpus.power import Outcome, Planted, Power
from harness.statistics import percent

WIDTH = 80
_WIDTHS = (8, 7, 8, 7, 7, 9, 9)


def power_lines(measured: Power) -> Iterator[str]:
    """The rate, a table by type of error and one by kind, and every error that was missed; 80 columns wide."""
    holds = len(measured.planted) - len(measured.errors)
    yield f"{len(measured.planted)} changes in {measured.controls} supported claims, of which {holds} hold as well"
    yield f"caught: {_share(measured.caught)} of {len(measured.errors)} errors, dropped scope among them"
    settled = sum(error.settled for error in measured.planted)
    yield f"caught where the ground truth is complete: {_share(measured.rate)} of {settled}"
    yield f"unaltered claims that came out wrong: {len(measured.refuted_controls)} of {measured.controls}"
    yield from (f"  {control}" for control in measured.refuted_controls)
    yield from ("", *_table("ERROR", [error.name for error in ERRORS], measured.planted, "error"))
    yield from ("", *_table("KIND", sorted({error.kind for error in measured.planted}), measured.planted, "kind"))
    yield from _listed("NOT CAUGHT, THOUGH SETTLED", (error for error in measured.planted if _slipped(error)))
    missed = (error for error in measured.planted if error.outcome == "missed" and not error.settled)
    yield from _listed("SUPPORTED, THOUGH NOT EVERYTHING IS KNOWN", missed)
    yield from _listed(
        "HOLDS AFTER THE CHANGE AS WELL", (error for error in measured.planted if error.outcome == "holds")
    )


def power_json(measured: Power) -> str:
    """Everything that was planted, and the counts, as one JSON object."""
    outcomes = Counter((error.error, error.outcome) for error in measured.planted)
    counts = {error.name: {outcome: outcomes[error.name, outcome] for outcome in get_args(Outcome)} for error in ERRORS}
    report = {
        "caught": measured.caught,
        "rate": measured.rate,
        "controls": measured.controls,
        "refuted_controls": measured.refuted_controls,
        "counts": counts,
        "planted": measured.planted,
    }
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode()


def _share(share: float | None) -> str:
    return "undefined (0/0)" if share is None else percent(share)


def _slipped(error: Planted) -> bool:
    return error.settled and error.outcome != "caught"


def _table(title: str, names: Iterable[str], planted: tuple[Planted, ...], field: str) -> Iterator[str]:
    heads = ("planted", "holds", "caught", "open", "missed", "settled", "caught")
    yield f"{title:<20}" + "".join(f"{head:>{width}}" for head, width in zip(heads, _WIDTHS, strict=True))
    for name in names:
        here = [error for error in planted if getattr(error, field) == name]
        outcomes = Counter(error.outcome for error in here)
        settled = [error for error in here if error.settled]
        caught = sum(error.outcome == "caught" for error in settled)
        share = percent(caught / len(settled)) if settled else "0/0"
        cells = (
            len(here),
            *(outcomes[outcome] for outcome in ("holds", "caught", "open", "missed")),
            len(settled),
            share,
        )
        yield f"{name:<20}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))


def _listed(title: str, some: Iterable[Planted]) -> Iterator[str]:
    errors = list(some)
    if not errors:
        return
    yield ""
    yield f"{title} ({len(errors)})"
    for error in errors:
        yield from wrap(
            f"{error.article} {error.claim} ({error.kind}): {error.error}, {error.outcome}: {error.change}", WIDTH,
            initial_indent="  ", subsequent_indent="    ", break_long_words=False,
        )  # fmt: skip
