"""Where and when: the edition that a setting names, and the days on which its races were or will be run."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import Evidence, Setting, Unknown, phrase
from harness.truth import completeness
from harness.truth.index import Truth
from harness.truth.pack import Edition
from harness.truth.results import Result
from harness.values import Range, clear, partial_date, show


def edition_of(truth: Truth, setting: Setting) -> Edition | Unknown:
    """The edition meant: the one named, or the only one that its competition had in the setting's period."""
    if setting.edition is not None:
        return truth.editions[setting.edition]
    window = Range(setting.start, setting.end)
    held = truth.editions_by_competition.get(setting.competition or "", [])
    fitting = [edition for edition in held if not clear(days_of(edition), window)]
    if len(fitting) == 1 and completeness.every_edition(truth, setting):
        return fitting[0]
    why = phrase("it is not clear which edition is meant by {}", setting)
    return Unknown(why, phrase("which holding: {}", setting))


def days_of(edition: Edition) -> Range:
    """The first to the last day of the edition, as far as they are known."""
    return Range(partial_date(edition.start).low, partial_date(edition.end).high)


def races_in(truth: Truth, edition: Edition, setting: Setting) -> list[Result]:
    """The results of the setting's races at the edition, whatever their day; all rounds unless one is named."""
    within = replace(setting, competition=None, edition=edition.id, start=None, end=None, place=None, medal=None)
    return [result for result in truth.ever(within) if not result.en_route]


class Holding(NamedTuple):
    """An edition, as the basis of a verdict."""

    edition: Edition

    @property
    def id(self) -> str:
        return self.edition.id

    def evidence(self, truth: Truth) -> Evidence:
        """Its name, its days, its place, and the sources with their addresses."""
        edition = self.edition
        days = edition.start if edition.start == edition.end else f"{edition.start} to {edition.end}"
        nation = truth.name(edition.nation) if edition.nation else None
        summary = ", ".join(part for part in (edition.name, days, edition.venue, edition.city, nation) if part)
        return Evidence(edition.id, summary, truth.cite(edition.sources), show(days_of(edition), "date"))
