"""The further readings of feats whose words leave more open: a win in any round or in finals alone, a mark of any track
or of tracks without a roof."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from harness.records.model import Known, Setting, Unknown
from harness.truth import completeness
from harness.truth.feats import Wanted
from harness.truth.index import Truth


def over_readings(
    truth: Truth, feat: Wanted, setting: Setting, ask: Callable[[Wanted], Known | Unknown]
) -> Known | Unknown:
    """What is known of the feat; and where its words leave more open, what is known under their other readings.

    A place without a round may be one in any round or in finals alone, and a mark that is not said to be outdoors may
    have been made in a hall. Lists are kept and wins are counted by the first reading, which supports; but what is true
    under another one is not refuted.
    """
    known = ask(feat)
    for reading in _other_readings(truth, feat, setting) if isinstance(known, Known) else ():
        known = or_as(known, ask(reading))
    return known


def or_as(known: Known | Unknown, otherwise: Known | Unknown) -> Known | Unknown:
    """What is known under one reading, and what under another keeps from being refuted."""
    if isinstance(known, Unknown):
        return known
    if isinstance(otherwise, Unknown):
        return replace(known, perhaps_more=True)
    same = otherwise.value == known.value
    return known if same else replace(known, or_perhaps=(*known.or_perhaps, otherwise.value))


def _other_readings(truth: Truth, feat: Wanted, setting: Setting) -> Iterator[Wanted]:
    if feat.place is not None and not feat.final and setting.round is None:
        yield replace(feat, of_finals=True)
    if feat.mark is not None and setting.indoor is None and not completeness.one_list(truth, setting):
        yield replace(feat, indoors_too=True)
