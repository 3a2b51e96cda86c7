"""sarif: the interchange format of code scanning, SARIF 2.1.0, for GitHub, Azure DevOps and editors.

Each kind of claim is a rule, and each finding that matters a result: hosts show every result as an alert, so supported
claims are counted in the run's properties and not listed. Undecided findings have the kind `open`, SARIF's term for
"not enough information". A waiver is a suppression; once any finding has one, the run is known to use a baseline, and
every finding says whether it is new.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec

from harness.present.formats import View
from harness.present.formats._characters import unturned
from harness.present.formats._documents import ITEMS, document_of
from harness.present.formats._places import NOWHERE, ClaimLocation, Places, end_of, place_of, uri_from
from harness.present.formats._words import because, disagreement, level, reading, ruling, said, that_matter, waivers_in
from harness.records.fingerprint import conflict_fingerprint, fingerprint, mistake_fingerprint
from harness.records.model import Conflict, Finding, Mistake, Report, Waiver

OUTLINES_WHAT_IS_RIGHT = True
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_KINDS = "reference/kinds/"  # where `make docs` puts the kinds' manual pages, below the site's address
_OWN_RULES = {
    "mistake": ("A file that could not be checked", "Correct the file: nothing in it was checked."),
    "conflict": ("Claims that cannot all be true", "At least one of the claims is wrong, whatever the truth is."),
}


def render(report: Report, view: View) -> str:
    """One log with one run."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Result by result."""
    based = waivers_in(report) > 0 or any(conflict.waiver for conflict in report.conflicts)
    rules = ["mistake"] * bool(report.mistakes)
    rules += dict.fromkeys(finding.kind for finding in that_matter(report))
    rules += ["conflict"] * bool(report.conflicts)
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, view, rules)]}
    return document_of(log, _results(report, view, rules, based))


def _results(report: Report, view: View, rules: list[str], based: bool) -> Iterator[dict[str, Any]]:
    places = Places(report)
    results = chain(
        (_mistake(mistake, view) for mistake in report.mistakes),
        (_finding(finding, view, based) for finding in that_matter(report)),
        (_conflict(conflict, places, view, based) for conflict in report.conflicts),
    )
    for result in results:
        result["ruleIndex"] = rules.index(result["ruleId"])
        if based:
            result.setdefault("suppressions", [])
        yield result


def _run(report: Report, view: View, rules: Iterable[str]) -> dict[str, Any]:
    gate = report.gate
    return {
        "tool": {"driver": {"name": "harness", "rules": [_rule(rule, view) for rule in rules]}},
        "invocations": [
            {
                "executionSuccessful": not report.mistakes and not report.counts.unreadable,
                "exitCode": gate.exit_code,
                "exitCodeDescription": gate.message,
            }
        ],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that the check ran in."}}},
        "columnKind": "unicodeCodePoints",
        "results": ITEMS,
        "properties": {
            "signature": report.signature,
            "counts": msgspec.structs.asdict(report.counts),
            "accuracy": msgspec.structs.asdict(report.accuracy),
            "coverage": report.coverage,
            "consistency": report.consistency,
            **({"reading": list(read)} if (read := reading(report, view.figures)) else {}),
        },
    }


def _rule(name: str, view: View) -> dict[str, Any]:
    """A rule with its kind's whole manual page, and a link to it where it is published: a host shows either."""
    own = (f"A claim of the kind {name}", f"What such a claim says and how it is checked: harness explain {name}")
    short, help_ = _OWN_RULES.get(name, own)
    rule = {
        "id": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": f"{short}."},
        "help": {"text": help_},
    }
    if name not in view.manuals:
        return rule
    rule["help"] = {"text": view.manuals[name], "markdown": view.manuals[name]}
    link = {"helpUri": f"{view.documentation.rstrip('/')}/{_KINDS}#{name.replace('_', '-')}"}
    return rule | link if view.documentation else rule


def _mistake(mistake: Mistake, view: View) -> dict[str, Any]:
    text = f"{mistake.path}: {mistake.message}"
    return _result("mistake", "fail", "error", text, place_of(mistake), mistake_fingerprint(mistake), view)


def _finding(finding: Finding, view: View, based: bool) -> dict[str, Any]:
    kind = "open" if finding.verdict == "not_enough_info" else "fail"
    loud = level(finding) if kind == "fail" else "none"
    text = "\n".join([f"{ruling(finding)}: {said(finding)}", *because(finding)])
    result = _result(finding.kind, kind, loud, text, place_of(finding), fingerprint(finding), view)
    result["properties"] = {
        "article": finding.article,
        "claim": finding.claim,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "printed": unturned(finding.claimed),
        "official": unturned(finding.found),
        "evidence": [unturned(f"{item.summary} ({'; '.join(item.sources)})") for item in finding.evidence],
    }
    return result | _standing(finding.waiver, based)


def _conflict(conflict: Conflict, places: Places, view: View, based: bool) -> dict[str, Any]:
    known_by, place = conflict_fingerprint(conflict), places.of_conflict(conflict)
    result = _result("conflict", "fail", "warning", disagreement(conflict, places.texts), place, known_by, view)
    others = [(ref, places.of_claim(ref)) for ref in conflict.claims[1:]]
    result["relatedLocations"] = [
        {**_location(place, view), "id": number, "message": {"text": f"{ref.article} {ref.claim}"}}
        for number, (ref, place) in enumerate(others, start=1)
        if place != NOWHERE
    ]
    return result | _standing(conflict.waiver, based)


def _result(
    rule: str, kind: str, loud: str, text: str, place: ClaimLocation, known_by: str, view: View
) -> dict[str, Any]:
    return {
        "ruleId": rule,
        "kind": kind,
        "level": loud,
        "message": {"text": unturned(text)},
        "locations": [_location(place, view)] if place.file else [],
        "partialFingerprints": {"harness/v1": known_by},
    }


def _location(place: ClaimLocation, view: View) -> dict[str, Any]:
    uri = uri_from(view, place.file)
    artifact = {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}
    if not place.line:
        return {"physicalLocation": {"artifactLocation": artifact}}
    region = {"startLine": place.line, "startColumn": place.column}
    if (end := end_of(place, view)) is not None:
        region |= {"endLine": end.line, "endColumn": end.column}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _standing(waiver: Waiver | None, based: bool) -> dict[str, Any]:
    """How a result stands to the baseline, where the run is held against one."""
    if waiver is None:
        return {"baselineState": "new"} if based else {}
    by = {"author": waiver.author, "date": waiver.date, "until": waiver.until}
    accepted = {"kind": "external", "status": "accepted", "justification": waiver.reason, "properties": by}
    return {"baselineState": "unchanged", "suppressions": [accepted]}
