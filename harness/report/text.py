"""text: the report for a terminal, 80 columns wide: what is wrong first, the worst at the top, the gate line last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from harness.model import ArticleReport, Conflict, Finding, Ratio, Report
from harness.report import View
from harness.values import exactly, show

WIDTH = 80
_SEVERITIES = ("high", "medium", "low", None)
_COLOURS = {"high": "31;1", "medium": "31", "low": "33", "title": "1", "passed": "32", "failed": "31;1"}
_REMARKS = {
    "misprint": "read by its digits, as no such mark is possible",
    "misspelt_name": "a name is misspelt",
    "sources_disagree": "the sources disagree",
    "lenient_supported": "supported on a looser reading",
    "lenient_refuted": "refuted on a looser reading",
    "lenient_not_enough_info": "not settled on a looser reading",
    "rounded": "rounded or cut",
}
_SHOWN_WHEN_SUPPORTED = frozenset({"misprint", "misspelt_name", "sources_disagree", "lenient_refuted"})


def render(report: Report, view: View) -> str:
    """The report in sections; a section with nothing to say is left out, and all counts add up in the table."""
    return "\n".join(_lines(report, _Paint(view.colour))) + "\n"


def derivation(finding: Finding) -> str:
    """How one verdict came about: names, what each part asserts, results, arithmetic, completeness, sources."""
    rows = [("claim", finding.text), ("printed", f'"{finding.quote}"')]
    if finding.attributed_to:
        rows.append(("said by", finding.attributed_to))
    rows += [("name", name) for name in finding.names]
    for judged in finding.judged:
        rows.append(("quantity", judged.quantity))
        rows.append(("", f"claimed {show(judged.claimed, judged.measure)}, as of {_day(judged.as_of)}"))
        found = "not known" if judged.found is None else show(judged.found, judged.measure)
        rows.append(("", f"known   {found}: {remark(judged.verdict)}"))
    rows += [("arithmetic", line) for line in finding.arithmetic]
    for item in finding.evidence:
        rows.append(("rests on", f"{item.summary} [{item.id}]"))
        rows += [("", f"source: {source}") for source in item.sources]
    rows += [("complete", statement) for statement in finding.relied_on]
    rows += [("note", remark(note)) for note in finding.notes]
    rows += [("why", finding.message), ("missing", finding.missing), ("suggestion", finding.suggestion)]
    head = f"{finding.article} {finding.claim} ({finding.kind}): {remark(finding.verdict)}"
    return "\n".join([head, *(f"  {label:<10}  {text}" for label, text in rows if text)]) + "\n"


def remark(word: str) -> str:
    """A note or verdict in words."""
    return _REMARKS.get(word, word.replace("_", " "))


class _Paint:
    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, kind: str) -> str:
        code = _COLOURS.get(kind)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code else text


def _lines(report: Report, paint: _Paint) -> Iterator[str]:
    by_verdict: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_verdict.setdefault(finding.verdict, []).append(finding)
    refuted = sorted(by_verdict.get("refuted", []), key=lambda finding: _SEVERITIES.index(finding.severity))
    remarked = [one for one in by_verdict.get("supported", []) if _SHOWN_WHEN_SUPPORTED.intersection(one.notes)]
    if report.mistakes:
        yield from _section("COULD NOT CHECK", len(report.mistakes), paint)
        for mistake in report.mistakes:
            yield from wrap(str(mistake), WIDTH, subsequent_indent="    ", break_long_words=False)
    yield from _findings("UNREADABLE", by_verdict.get("unreadable", []), paint)
    yield from _findings("REFUTED", refuted, paint)
    if report.conflicts:
        yield from _section("CONFLICTS", len(report.conflicts), paint)
        for conflict in report.conflicts:
            yield from _conflict(conflict)
    yield from _findings("UNDECIDED", by_verdict.get("not_enough_info", []), paint)
    yield from _findings("SUPPORTED, WITH A REMARK", remarked, paint)
    yield from _table(report, paint)
    yield ""
    yield from wrap(f"signature: {report.signature}", WIDTH, subsequent_indent="    ", break_on_hyphens=False)
    yield from wrap(paint(report.gate.message, "passed" if report.gate.passed else "failed"), WIDTH)


def _section(title: str, number: int, paint: _Paint) -> Iterator[str]:
    yield paint(f"{title} ({number})", "title")


def _findings(title: str, findings: list[Finding], paint: _Paint) -> Iterator[str]:
    if not findings:
        return
    yield from _section(title, len(findings), paint)
    for finding in findings:
        severity = f"{finding.severity} " if finding.severity else ""
        yield paint(f"  {severity}{finding.file}:{finding.line}:{finding.column}", finding.severity or "")
        said = f" (said by {finding.attributed_to})" if finding.attributed_to else ""
        yield from _indented(f'"{finding.quote}" [{finding.claim}]: {finding.text}{said}')
        if finding.message:
            yield from _indented(finding.message)
        if finding.suggestion:
            yield from _indented(f"print instead: {finding.suggestion}")
        if finding.notes:
            yield from _indented("note: " + "; ".join(remark(note) for note in finding.notes))
        if finding.missing:
            yield from _indented(f"would settle it: {finding.missing}")
        if finding.verdict == "refuted":
            for item in finding.evidence[:2]:
                yield from _indented(f"rests on: {item.summary}")
                yield from _indented(f"source: {item.sources[0]}" if item.sources else "no source")
    yield ""


def _conflict(conflict: Conflict) -> Iterator[str]:
    where = "in one article" if conflict.scope == "article" else "between articles"
    yield from _indented(f"{where}: {conflict.message}", "  ")
    yield from _indented(f"on {conflict.quantity}")
    for ref in conflict.claims:
        yield from _indented(f"{ref.article} {ref.claim}")
    if conflict.claims:
        yield ""


def _indented(text: str, indent: str = "    ") -> Iterable[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _table(report: Report, paint: _Paint) -> Iterator[str]:
    if not report.articles:
        return
    wide = max(7, *(len(article.id) for article in report.articles))
    yield paint(f"{'ARTICLE':<{wide}} right wrong open  n/c accuracy (95 %) cover consist", "title")
    for article in report.articles:
        yield _row(article.id, wide, article)
    if len(report.articles) > 1:
        yield _row("all", wide, report)


def _row(name: str, wide: int, scored: ArticleReport | Report) -> str:
    counts = scored.counts
    return (
        f"{name:<{wide}} {counts.supported:>5} {counts.refuted:>5} {counts.not_enough_info:>4}"
        f" {counts.not_checkable:>4} {_interval(scored.accuracy):<15}"
        f" {_share(scored.coverage):>5} {_share(scored.consistency):>7}"
    )


def _day(day: int) -> str:
    return show(exactly(day), "date")


def _interval(ratio: Ratio) -> str:
    if ratio.value is None or ratio.low is None or ratio.high is None:
        return "undefined (0/0)"
    return f"{ratio.value:.1%} ({ratio.low * 100:.0f}-{ratio.high * 100:.0f})"


def _share(value: float | None) -> str:
    return "0/0" if value is None else f"{value * 100:.0f}%" if value == 1 else f"{value * 100:.1f}%"
