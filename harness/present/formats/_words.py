"""Wording shared by renderings: what matters, in which order, how bad it is, and how to say it in one line."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from harness.records.model import (
    ArticleReport,
    ClaimRef,
    Conflict,
    Counts,
    FiguresRead,
    Finding,
    Ratio,
    Report,
    Severity,
    Waiver,
)
from harness.statistics import percent, percent_with_interval
from harness.storage.spool import spool_of

Level: TypeAlias = Literal["error", "warning", "note"]

VERDICTS = ("supported", "refuted", "not_enough_info", "not_checkable", "unreadable")
TITLES = {
    "unreadable": "Unreadable",
    "refuted": "Refuted",
    "not_enough_info": "Undecided",
    "supported": "Supported, with a remark",
    "not_checkable": "Not checkable",
}

_REMARKS = {
    "misprint": "read by its digits, as no such mark is possible",
    "misspelt_name": "a name is misspelt",
    "sources_disagree": "the sources disagree",
    "lenient_supported": "supported on a looser reading",
    "lenient_refuted": "refuted on a looser reading",
    "lenient_not_enough_info": "not settled on a looser reading",
    "rounded": "rounded or cut",
    "read_as": "holds as something else than was carried to it",
    "either_weekday": "the weekday before or after publication",
}
_SHOWN_WHEN_SUPPORTED = frozenset({"misprint", "misspelt_name", "sources_disagree", "lenient_refuted"})
_ORDER = ("unreadable", "refuted", "supported", "not_enough_info", "not_checkable")
_SEVERITIES = ("high", "medium", "low", None)


def remark(word: str) -> str:
    """A note or verdict in words."""
    return _REMARKS.get(word, word.replace("_", " "))


def remarked(finding: Finding) -> bool:
    """Whether the claim is supported and an editor should still look at it."""
    return finding.verdict == "supported" and not _SHOWN_WHEN_SUPPORTED.isdisjoint(finding.notes)


def matters(finding: Finding) -> bool:
    """Whether somebody has to act on it, or has waived it."""
    open_ = finding.verdict in ("unreadable", "refuted", "not_enough_info")
    return open_ or remarked(finding) or finding.waiver is not None


class Chosen:
    """Some findings of a report, in another order; they are looked up one by one. `waived` counts those of them."""

    def __init__(self, findings: Sequence[Finding], numbers: Sequence[Sequence[int]], waived: int) -> None:
        self._findings = findings
        self._numbers = numbers
        self.waived = waived

    def __len__(self) -> int:
        return sum(map(len, self._numbers))

    def __iter__(self) -> Iterator[Finding]:
        return (self._findings[number] for numbers in self._numbers for number in numbers)


def that_matter(report: Report, verdict: str | None = None) -> Chosen:
    """The findings that matter (of one verdict), the worst first, the waived ones last, else in the report's order."""
    findings = report.findings
    classes: dict[_Class, Sequence[int]] = {}
    if (spool := spool_of(report)) is not None:
        for (spooled, severity, noted), numbers in spool.classes.items():
            if verdict not in (None, spooled) or spooled == "not_checkable" or (spooled == "supported" and not noted):
                continue
            if noted:  # of the notes some are remarks that an editor should see
                numbers = array("Q", (number for number in numbers if remarked(findings[number])))
            if numbers:
                classes[False, spooled, severity] = numbers
    else:
        listed: dict[_Class, list[int]] = {}
        for number, finding in enumerate(findings):
            if matters(finding):
                listed.setdefault((finding.waiver is not None, finding.verdict, finding.severity), []).append(number)
        classes.update(listed)
    chosen = sorted((kind for kind in classes if verdict in (None, kind[1])), key=_badness)
    return Chosen(findings, [classes[kind] for kind in chosen], sum(len(classes[kind]) for kind in chosen if kind[0]))


_Class: TypeAlias = tuple[bool, str, Severity | None]  # whether it is waived, its verdict and its severity


def _badness(kind: _Class) -> tuple[bool, int, int]:
    waived, verdict, severity = kind
    return waived, _ORDER.index(verdict), _SEVERITIES.index(severity)


def level(finding: Finding) -> Level:
    """The severity level of a finding for a host, regardless of its waiver."""
    if finding.verdict in ("unreadable", "refuted"):
        return "error"
    return "warning" if finding.verdict == "supported" else "note"


def ruling(finding: Finding) -> str:
    """The verdict, with the severity of an error, whether it should be checked, and whether it is waived: "refuted
    (low, waived)"."""
    flags = {
        "check this": finding.contradicted_as_read,
        "with a remark": remarked(finding),
        "waived": finding.waiver is not None,
    }
    inside = ", ".join(filter(None, (finding.severity, *(flag for flag, holds in flags.items() if holds))))
    return remark(finding.verdict) + (f" ({inside})" if inside else "")


def said(finding: Finding) -> str:
    """What the article prints, what that claims, and whose words they are."""
    by = f" (said by {finding.attributed_to})" if finding.attributed_to else ""
    return f'"{finding.quote}": {finding.text}{by}'


def because(finding: Finding) -> Iterator[str]:
    """Why the verdict was given, what to print, what to know, and who waived it: one phrase each."""
    if finding.message:
        yield finding.message
    if finding.read_as and finding.verdict == "supported":
        yield f"read as: {finding.read_as[0]}"
    if finding.contradicted_as_read:
        yield "contradicted as read: check what the words say before anything is changed"
    if finding.inferred:
        yield f"not printed there, taken from elsewhere in the article: {', '.join(finding.inferred)}"
    if finding.suggestion:
        yield f"print instead: {finding.suggestion}"
    for hint in finding.near_misses:
        yield f"near miss: {hint}"
    if finding.notes:
        yield "note: " + ", ".join(remark(note) for note in finding.notes)
    if finding.missing:
        yield f"would settle it: {finding.missing}"
    if finding.waiver:
        yield waived(finding.waiver)


def sentence(finding: Finding) -> str:
    """The whole finding in one line, without its place and verdict."""
    return "; ".join((said(finding), *because(finding)))


def waived(waiver: Waiver) -> str:
    """Who accepted a finding, when and why."""
    until = f" until {waiver.until}" if waiver.until else ""
    return f"waived by {waiver.author} on {waiver.date}{until}: {waiver.reason}"


def in_conflict(report: Report) -> dict[ClaimRef, Finding]:
    """The findings of the claims that conflicts name, which name claims only; those that are reported on."""
    refs = {ref for conflict in report.conflicts for ref in conflict.claims}
    findings = report.findings
    if not refs:
        return {}
    if (spool := spool_of(report)) is None:
        return {ref: finding for finding in findings if (ref := ClaimRef(finding.article, finding.claim)) in refs}
    numbers = (
        number for article in sorted({ref.article for ref in refs}) for number in spool.articles.get(article, ())
    )
    spooled = (findings[number] for number in numbers)
    return {ref: one for one in spooled if (ref := ClaimRef(one.article, one.claim)) in refs}


def texts(findings: Iterable[Finding]) -> dict[ClaimRef, str]:
    """What each claim says, for the conflicts, which name claims only."""
    return {ClaimRef(finding.article, finding.claim): finding.text for finding in findings}


def disagreement(conflict: Conflict, said: Mapping[ClaimRef, str]) -> str:
    """A conflict in one line: which values contradict each other, in which claims, and who waived it. `said` is
    `texts`."""
    claims = [f"{ref.article} {ref.claim}" + (f" ({said[ref]})" if ref in said else "") for ref in conflict.claims]
    by = f"; {waived(conflict.waiver)}" if conflict.waiver else ""
    return f"{conflict.about}: {conflict.message}, {between(conflict)}: {'; '.join(claims)}{by}"


def between(conflict: Conflict) -> str:
    return "in one article" if conflict.scope == "article" else "between articles"


def tally(report: Report) -> str:
    """The counts in one line: every verdict, and what is not a verdict if there is any."""
    counts = report.counts
    parts = [f"{getattr(counts, verdict)} {remark(verdict)}{_of_these(counts, verdict)}" for verdict in VERDICTS]
    waivers = waivers_in(report)
    parts += [f"{waivers} waived"] if waivers else []
    parts += [many(len(report.conflicts), "conflict")] if report.conflicts else []
    parts += [many(len(report.mistakes), "mistake") + " in the files"] if report.mistakes else []
    return f"{many(counts.claims, 'claim')}: {', '.join(parts)}"


def waivers_in(report: Report) -> int:
    """How many findings a baseline accepts."""
    return sum(finding.waiver is not None for finding in report.findings) if spool_of(report) is None else 0


def _of_these(counts: Counts, verdict: str) -> str:
    if verdict == "not_enough_info" and counts.contradicted:
        return f" ({counts.contradicted} to check)"
    if verdict != "refuted" or not counts.refuted:
        return ""
    return f" ({counts.high} high, {counts.medium} medium, {counts.low} low)"


def scores(scored: ArticleReport | Report) -> str:
    """Accuracy with its interval, always with coverage."""
    accuracy, coverage, consistency = interval(scored.accuracy), share(scored.coverage), consistency_of(scored)
    return f"accuracy {accuracy}, coverage {coverage}, consistency {consistency}"


def interval(ratio: Ratio) -> str:
    """A share in per cent and its 95 % interval: "80.0% (38-96)"."""
    if ratio.value is None or ratio.low is None or ratio.high is None:
        return "undefined (0/0)"
    return percent_with_interval(ratio.value, ratio.low, ratio.high)


def consistency_of(scored: ArticleReport | Report) -> str:
    """The share of claims that may stay; where it is not settled how many must go, at most so much."""
    return ("at most " if scored.counts.unproved else "") + share(scored.consistency)


def to_withdraw(counts: Counts) -> str:
    return f"{many(counts.withdrawn, 'claim')} to take back until nothing contradicts itself"


def share(value: float | None) -> str:
    return "0/0" if value is None else percent(value, 0 if value == 1 else 1)


def many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def copied(report: Report) -> str:
    """What occurs more than once and counts once in intervals; "" if nothing does."""
    repeats = report.counts.repeated_supported + report.counts.repeated_refuted
    parts = [f"{many(repeats, 'claim')} said again at the same words"] if repeats else []
    parts += [f"{many(len(report.copies), 'article')} of one text with another"] if report.copies else []
    return f"copies, which count once in intervals: {', '.join(parts)}" if parts else ""


def reading(report: Report, figures: Mapping[str, FiguresRead]) -> tuple[str, ...]:
    """Which machine read the articles, if one did, who edited its claims, and how many of the figures were read."""
    machines = sorted({article.read_by for article in report.articles if article.read_by is not None})
    editors = sorted({name for article in report.articles for name in article.edited_by})
    parts = [f"read by a machine: {machine}" for machine in machines]
    parts += [f"claims edited by {', '.join(editors)}"] if editors else []
    if figures:
        total, read = sum(text.total for text in figures.values()), sum(text.read for text in figures.values())
        share_read = f" ({share(read / total)})" if total else ""
        where = "" if len(figures) == 1 else f" in {len(figures)} texts"
        parts.append(f"{read} of {total} figures read{share_read}{where}")
    return tuple(parts)


def footer(report: Report, figures: Mapping[str, FiguresRead]) -> dict[str, str]:
    """The end of every rendering for people, by name: counts, scores, who read what, signature, and the gate line last.
    Parts without content are left out."""
    whole = {"counts": tally(report), "scores": scores(report), "reading": "; ".join(reading(report, figures))}
    whole |= {"signature": f"signature: {report.signature}", "gate": report.gate.message}
    return {name: line for name, line in whole.items() if line}
