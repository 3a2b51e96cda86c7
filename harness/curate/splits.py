"""Intermediate times: "split 5km", "split half"; in the notation of the marks beside them."""

from __future__ import annotations

from harness.curate.mark_notations import read_mark_cell
from harness.truth.lint import units_of
from harness.truth.pack import Event


def split_distance(name: str, event: Event) -> int:
    """ "split 5km", "split 800m", "split half": how far on the way, in metres."""
    text = name.removeprefix("split ").replace(" ", "")
    if text == "half":
        return 21097 if event.metres == 42195 else (event.metres or 0) // 2
    if text.endswith("km"):
        return round(float(text.removesuffix("km")) * 1000)
    return round(float(text.removesuffix("m")))


def split_text(text: str, event: Event, style: str | None) -> str:
    """A split in the notation of the marks: of a part it need not be plausible for the whole."""
    part = Event(id=event.id, name=event.name, measure=event.measure, better=event.better, plausible=("0", "99:00:00"))
    try:
        return str(read_mark_cell(text, part, style).get("mark", text)) if event.measure == "time" else text
    except ValueError:
        return text


def is_the_finish(split: str, mark: str | None, event: Event) -> bool:
    """Whether a split at the whole distance is the mark once more."""
    units = units_of(split, event)
    return mark is not None and units is not None and units == units_of(mark, event)
