"""text: the report for a terminal, 80 columns wide: what is wrong first, the worst at the top, the gate line last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from types import MappingProxyType

from harness.present.formats import View
from harness.present.formats._characters import one_line
from harness.present.formats._words import (
    TITLES,
    because,
    between,
    copied,
    in_conflict,
    interval,
    reading,
    remark,
    share,
    that_matter,
    to_withdraw,
    waived,
)
from harness.records.model import (
    ArticleReport,
    ClaimRef,
    Conflict,
    Evidence,
    FiguresRead,
    Finding,
    Measure,
    Report,
    UnusedWaiver,
)
from harness.values import Value, exactly, show

OUTLINES_WHAT_IS_RIGHT = True
WIDTH = 80
_NONE: Mapping[str, str] = MappingProxyType({})
_COLOURS = {"high": "31;1", "medium": "31", "low": "33", "title": "1", "passed": "32", "failed": "31;1"}


def render(report: Report, view: View) -> str:
    """The report in sections; a section with nothing to say is left out, and all counts add up in the table."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Line by line."""
    return (f"{line}\n" for line in _lines(report, _Paint(view.colour), view.figures))


def derivation(
    finding: Finding,
    quantities: Mapping[str, str] = _NONE,
    show: Callable[[Value, Measure], str] = show,
    statements: Iterable[Evidence] = (),
) -> str:
    """How one verdict came about: names, what each part asserts, results, arithmetic, completeness, sources.

    `quantities` gives the words for a quantity's key, and `show` those for a value, with names for ids; `statements`
    are those of completeness that the finding may rely on.
    """
    rows = [("claim", finding.text), ("printed", f'"{finding.quote}"')]
    if finding.attributed_to:
        rows.append(("said by", finding.attributed_to))
    rows += [("name", name) for name in finding.names]
    for judged in finding.judged:
        rows.append(("quantity", quantities.get(judged.quantity, judged.quantity)))
        read = show(judged.claimed, judged.measure)
        claimed = f"{judged.printed}, read as {read}" if judged.printed not in ("", read) else read
        rows.append(("", f"claimed {claimed}, as of {_day(judged.as_of)}"))
        known = "not known" if judged.found is None else show(judged.found, judged.measure)
        rows.append(("", f"known   {known}: {remark(judged.verdict)}"))
    rows += [("arithmetic", line) for line in finding.arithmetic]
    by_id = {row_of.id: row_of for row_of in statements}
    complete = [by_id.get(statement, Evidence(statement, "")) for statement in finding.relied_on]
    for label, facts in (("rests on", finding.evidence), ("complete", complete)):
        for item in facts:
            rows.append((label, f"{item.summary} [{item.id}]" if item.summary else item.id))
            rows += [("", f"source: {source}") for source in item.sources]
    rows += [("note", remark(note)) for note in finding.notes]
    rows += [("why", finding.message), ("missing", finding.missing), ("suggestion", finding.suggestion)]
    rows += [("near miss", hint) for hint in finding.near_misses]
    head = f"{finding.article} {finding.claim} ({finding.kind}): {remark(finding.verdict)}"
    return "\n".join([one_line(head), *(line for label, text in rows if text for line in _row_of(label, text))]) + "\n"


def _row_of(label: str, text: str) -> list[str]:
    deeper = " " * 16
    return wrap(one_line(text), WIDTH, initial_indent=f"  {label:<10}  ", subsequent_indent=deeper,
                break_long_words=False, break_on_hyphens=False)  # fmt: skip


class _Paint:
    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, kind: str) -> str:
        code = _COLOURS.get(kind)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code else text


def _lines(report: Report, paint: _Paint, figures: Mapping[str, FiguresRead]) -> Iterator[str]:
    if report.mistakes:
        yield paint(f"COULD NOT CHECK ({len(report.mistakes)})", "title")
        for mistake in report.mistakes:
            yield from _wrapped(str(mistake), "", "    ")
    yield from _section("unreadable", report, paint)
    yield from _section("refuted", report, paint)
    if report.conflicts:
        yield paint(f"CONFLICTS ({len(report.conflicts)})", "title")
        claims = in_conflict(report)
        for conflict in report.conflicts:
            yield from _conflict(conflict, claims)
    yield from _check_this(report, paint)
    for verdict in ("not_enough_info", "supported", "not_checkable"):
        yield from _section(verdict, report, paint)
    yield from _unused(report.unused_waivers, paint)
    yield from _headline(report, paint, figures)
    yield from _table(report, paint)
    yield ""
    yield from wrap(f"signature: {report.signature}", WIDTH, subsequent_indent="    ", break_on_hyphens=False)
    yield from wrap(paint(report.gate.message, "passed" if report.gate.passed else "failed"), WIDTH)


def _check_this(report: Report, paint: _Paint) -> Iterator[str]:
    """What is contradicted as a machine read it: the official figure and whose it is, and no correction."""
    if not report.counts.contradicted:
        return
    yield paint(f"CHECK THIS ({report.counts.contradicted})", "title")
    for finding in that_matter(report, "not_enough_info"):
        if finding.contradicted_as_read:
            yield from _finding(finding, paint)
    yield ""


def _section(verdict: str, report: Report, paint: _Paint) -> Iterator[str]:
    findings = that_matter(report, verdict)
    listed = len(findings) - (report.counts.contradicted if verdict == "not_enough_info" else 0)
    if not listed:
        return
    accepted = findings.waived
    yield paint(f"{TITLES[verdict].upper()} ({listed}{f', {accepted} waived' if accepted else ''})", "title")
    for finding in findings:
        if not finding.contradicted_as_read:
            yield from _finding(finding, paint)
    yield ""


def _finding(finding: Finding, paint: _Paint) -> Iterator[str]:
    severity = f"{finding.severity} " if finding.severity else ""
    mark = "(waived) " if finding.waiver else ""
    place = one_line(f"{finding.file}:{finding.line}:{finding.column}")
    yield paint(f"  {severity}{mark}{place}", "" if finding.waiver else finding.severity or "")
    by = f" (said by {finding.attributed_to})" if finding.attributed_to else ""
    yield from _wrapped(f'"{finding.quote}" [{finding.claim}]: {finding.text}{by}')
    for reason in because(finding):
        yield from _wrapped(reason)
    if finding.verdict == "refuted" or finding.contradicted_as_read:
        for item in finding.evidence[:2]:
            yield from _wrapped(f"rests on: {item.summary}")
            yield from _wrapped(f"source: {item.sources[0]}" if item.sources else "no source")


def _conflict(conflict: Conflict, claims: Mapping[ClaimRef, Finding]) -> Iterator[str]:
    """What is said against what, and every claim in its article's words, as far as it is reported on."""
    yield from _wrapped(f"{between(conflict)}, {conflict.about}: {conflict.message}", "  ")
    if conflict.waiver:
        yield from _wrapped(waived(conflict.waiver))
    for ref in conflict.claims:
        claim = claims.get(ref)
        words = f': "{claim.quote}": {claim.text}' if claim is not None else ""
        yield from _wrapped(f"{ref.article} {ref.claim}{words}")
    if conflict.claims:
        yield ""


def _unused(waivers: Sequence[UnusedWaiver], paint: _Paint) -> Iterator[str]:
    """The entries of the baseline that accept nothing any more, and why."""
    if not waivers:
        return
    yield paint(f"UNUSED IN THE BASELINE ({len(waivers)})", "title")
    for unused in waivers:
        yield from _wrapped(f"{unused.article} {unused.claim}, {unused.accepts}: {unused.why}", "  ")
        yield from _wrapped(f"was {waived(unused.waiver)}")
    yield ""


def _wrapped(text: str, indent: str = "    ", hanging: str = "") -> Iterable[str]:
    """The text on lines of 80 columns, the first one indented, the others deeper; a long word stays whole."""
    text = one_line(text)
    if len(indent) + len(text) <= WIDTH:
        return (indent + text,)
    hanging = hanging or indent + "  "
    if "  " not in text and text == text.strip():
        return _filled(text.split(" "), indent, hanging)
    return wrap(
        indent + text,
        WIDTH,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _filled(words: Sequence[str], indent: str, hanging: str) -> Iterator[str]:
    """The words on lines as `wrap` breaks them, which takes ten times as long."""
    line = indent + words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) <= WIDTH:
            line = f"{line} {word}"
        else:
            yield line
            line = hanging + word
    yield line


def _headline(report: Report, paint: _Paint, figures: Mapping[str, FiguresRead]) -> Iterator[str]:
    """What an editor asks, before the table of the articles."""
    if not report.articles:
        return
    yield paint("IN ALL", "title")
    yield from _wrapped(report.headline, "  ", "  ")
    for line in reading(report, figures):
        yield from _wrapped(line, "  ", "  ")
    if copies := copied(report):
        yield from _wrapped(copies, "  ", "  ")
    yield ""


def _table(report: Report, paint: _Paint) -> Iterator[str]:
    if not report.articles:
        return
    wide = max(7, *(len(article.id) for article in report.articles))
    yield paint(f"{'ARTICLE':<{wide}} right wrong open  n/c accuracy (95 %) cover consist", "title")
    for article in report.articles:
        yield _row(article.id, wide, article)
    if len(report.articles) > 1:
        yield _row("all", wide, report)
    yield "95 %: where the accuracy of other articles like these would be, not of these"
    for article in report.articles:
        if article.counts.unproved:
            yield f"{article.id}: consistency is at most that; at least {to_withdraw(article.counts)}"


def _row(name: str, wide: int, scored: ArticleReport | Report) -> str:
    counts = scored.counts
    return (
        f"{name:<{wide}} {counts.supported:>5} {counts.refuted:>5} {counts.not_enough_info:>4}"
        f" {counts.not_checkable:>4} {interval(scored.accuracy):<15}"
        f" {share(scored.coverage):>5} {share(scored.consistency):>7}"
    )


def _day(day: int) -> str:
    return show(exactly(day), "date")
