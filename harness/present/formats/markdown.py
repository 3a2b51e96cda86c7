"""markdown: a page for a CI job's summary or a comment on a change, in GitHub's and GitLab's dialect.

Errors come first, undecided claims are collapsed. A host accepts a summary of at most 1 MB, so a section ends after its
worst 300 rows and says how many are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from harness.present.formats import View
from harness.present.formats._characters import one_line
from harness.present.formats._places import Places, place_from, place_of
from harness.present.formats._words import (
    TITLES,
    because,
    between,
    consistency_of,
    copied,
    footer,
    interval,
    many,
    ruling,
    share,
    that_matter,
    waived,
)
from harness.records.model import Finding, Mistake, Report

OUTLINES_WHAT_IS_RIGHT = True
_MOST = 300
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$]")


def render(report: Report, view: View) -> str:
    """The gate line, the counts, a table for each sort of trouble, and one of the articles."""
    return "\n".join(_lines(report, view)) + "\n"


def _lines(report: Report, view: View) -> Iterator[str]:
    whole = footer(report, view.figures)
    yield from (f"## {_escaped(whole.pop('gate'))}", "", f"**{_escaped(report.headline)}**", "")
    signature = whole.pop("signature")
    for line in whole.values():
        yield from (_escaped(line), "")
    if copies := copied(report):
        yield from (_escaped(copies), "")
    yield from _section(
        "Could not check", ("Where", "Path", "Mistake"), [_mistake(mistake, view) for mistake in report.mistakes]
    )
    rows: dict[str, list[tuple[str, ...]]] = {verdict: [] for verdict in TITLES}
    to_check: list[tuple[str, ...]] = []
    for finding in that_matter(report):
        group = to_check if finding.contradicted_as_read else rows[finding.verdict]
        group.append(_finding(finding, view))
    heads = ("Verdict", "Quote", "Claim", "Why", "Where")
    for verdict in ("unreadable", "refuted"):
        yield from _section(TITLES[verdict], heads, rows[verdict])
    yield from _section("Check this", heads, to_check)
    yield from _conflicts(report, view)
    for verdict in ("supported", "not_enough_info", "not_checkable"):
        yield from _section(TITLES[verdict], heads, rows[verdict], verdict != "supported")
    yield from _articles(report)
    yield f"<sub>{_escaped(signature)}</sub>"


def _mistake(mistake: Mistake, view: View) -> tuple[str, ...]:
    return str(place_from(view, place_of(mistake))), mistake.path, mistake.message


def _conflicts(report: Report, view: View) -> Iterator[str]:
    places = Places(report)
    rows = []
    for conflict in report.conflicts:
        where = str(place_from(view, places.of_conflict(conflict)))
        claims = ", ".join(f"{ref.article} {ref.claim}" for ref in conflict.claims)
        what = f"{conflict.message} ({waived(conflict.waiver)})" if conflict.waiver else conflict.message
        rows.append((what, between(conflict), claims, conflict.about, where))
    yield from _section("Conflicts", ("What", "Between", "Claims", "Quantity", "Where"), rows)


def _finding(finding: Finding, view: View) -> tuple[str, ...]:
    said_by = f" (said by {finding.attributed_to})" if finding.attributed_to else ""
    place = place_from(view, place_of(finding))
    why = "; ".join(because(finding))
    return ruling(finding), finding.quote, f"{finding.text}{said_by} [{finding.claim}]", why, str(place)


def _section(
    title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], folded: bool = False
) -> Iterator[str]:
    if not rows:
        return
    summary = f"{title} ({len(rows)})"
    yield from (f"<details><summary>{summary}</summary>", "") if folded else (f"### {summary}", "")
    yield from table(heads, rows[:_MOST])
    if len(rows) > _MOST:
        yield from ("", f"… and {many(len(rows) - _MOST, 'row')} more: the formats text, csv and json have all.")
    yield from ("", "</details>", "") if folded else ("",)


def _articles(report: Report) -> Iterator[str]:
    heads = ("Article", "Right", "Wrong", "Open", "Not checkable", "Unreadable", "Accuracy (95 %)", "Coverage",
             "Consistency")  # fmt: skip
    rows = []
    for article in report.articles:
        counts = article.counts
        numbers = (counts.supported, counts.refuted, counts.not_enough_info, counts.not_checkable, counts.unreadable)
        shares = (interval(article.accuracy), share(article.coverage), consistency_of(article))
        rows.append((article.id, *map(str, numbers), *shares))
    yield from _section("Articles", heads, rows)
    if rows:
        yield from ("95 %: where the accuracy of other articles like these would be, not of these.", "")


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The rows as a table, whatever words stand in them."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(_escaped, row))} |"


def _escaped(text: str) -> str:
    """Words that stay words: no markup, no cell's end, and nobody is called by an @."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text)).replace("@", "@<!-- -->")
