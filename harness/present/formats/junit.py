"""junit: test results for CI servers, following the Jenkins xUnit schema: each article is a test suite, each claim a
case.

A refuted claim is a failure, an unreadable one an error; undecided, uncheckable and waived ones are skipped, with the
verdict as their type. A first suite has what belongs to no claim: the counts and the signature as properties, and test
cases for every mistake, every conflict (skipped: a person has to decide) and the gate.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import msgspec

from harness.present.formats import View
from harness.present.formats._characters import xml_characters
from harness.present.formats._places import Places, place_from, place_of
from harness.present.formats._words import because, disagreement, reading, remarked, ruling, said, scores
from harness.records.model import Finding, Report

OUTLINES_WHAT_IS_RIGHT = True
_OWN = "harness check"  # no article's id: those have no space
_OUTCOMES = {"refuted": "failure", "unreadable": "error", "not_enough_info": "skipped", "not_checkable": "skipped"}


class _Case(NamedTuple):
    """One test; `outcome` is "" where it passed."""

    classname: str
    name: str
    outcome: str = ""
    type: str = ""
    message: str = ""
    body: str = ""


def render(report: Report, view: View) -> str:
    """The whole report as one XML document; only characters that XML 1.0 can write."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Line by line."""
    return (xml_characters(f"{line}\n") for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    own = list(_own_cases(report, view))
    outcomes = {_OWN: Counter(case.outcome for case in own), **{article.id: Counter() for article in report.articles}}
    numbers: dict[str, array[int]] = {}
    for number, finding in enumerate(report.findings):
        outcomes.setdefault(finding.article, Counter())[_outcome(finding)] += 1
        numbers.setdefault(finding.article, array("Q")).append(number)
    every = sum(outcomes.values(), Counter())
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="harness" tests="{every.total()}" {_counts(every)}>'
    for name, counted in outcomes.items():
        tests, skipped = counted.total(), counted["skipped"]
        yield f' <testsuite name={_attribute(name)} tests="{tests}" {_counts(counted)} skipped="{skipped}">'
        if name == _OWN:
            yield from _properties(report, view)
        for case in own if name == _OWN else ():
            yield from _testcase(case)
        for number in numbers.get(name, ()):
            yield from _testcase(_case(report.findings[number], view))
        yield " </testsuite>"
    yield "</testsuites>"


def _own_cases(report: Report, view: View) -> Iterator[_Case]:
    places = Places(report)
    for mistake in report.mistakes:
        where, text = str(place_from(view, place_of(mistake))), f"{mistake.path}: {mistake.message}"
        yield _Case("harness.mistake", where, "error", "mistake", mistake.message, f"{where}: {text}")
    for conflict in report.conflicts:
        claims = ", ".join(f"{ref.article} {ref.claim}" for ref in conflict.claims)
        body = f"{place_from(view, places.of_conflict(conflict))}: {disagreement(conflict, places.texts)}"
        yield _Case("harness.conflict", claims, "skipped", "conflict", conflict.message, body)
    gate = report.gate
    yield _Case("harness.gate", "gate", *(() if gate.passed else ("failure", "gate", gate.message)))


def _case(finding: Finding, view: View) -> _Case:
    outcome = _outcome(finding)
    head = f"{place_from(view, place_of(finding))}: {ruling(finding)}"
    lines = (head, said(finding), *because(finding), *_evidence(finding))
    body = "\n".join(lines) if outcome or remarked(finding) else ""
    message = "; ".join(because(finding)) if outcome else ""
    return _Case(f"{finding.article}.{finding.kind}", finding.claim, outcome, finding.verdict, message, body)


def _outcome(finding: Finding) -> str:
    return "skipped" if finding.waiver else _OUTCOMES.get(finding.verdict, "")


def _evidence(finding: Finding) -> Iterator[str]:
    for item in finding.evidence:
        yield f"rests on: {item.summary} ({'; '.join(item.sources) or 'no source'})"


def _properties(report: Report, view: View) -> Iterator[str]:
    rows = {"gate": report.gate.message, "signature": report.signature, "scores": scores(report)}
    rows |= {"reading": read} if (read := "; ".join(reading(report, view.figures))) else {}
    rows |= {name: str(number) for name, number in msgspec.structs.asdict(report.counts).items()}
    yield "  <properties>"
    for name, value in rows.items():
        yield f"   <property name={_attribute(name)} value={_attribute(value)}/>"
    yield "  </properties>"


def _testcase(case: _Case) -> Iterator[str]:
    opening = f"  <testcase classname={_attribute(case.classname)} name={_attribute(case.name)}"
    if not case.outcome and not case.body:
        yield f"{opening}/>"
        return
    # What passed with a remark has nothing to put it into but the output of the test.
    attributes = f" type={_attribute(case.type)} message={_attribute(case.message)}" if case.outcome else ""
    element = case.outcome or "system-out"
    yield f"{opening}>"
    yield f"   <{element}{attributes}>{escape(case.body, {chr(13): '&#13;'})}</{element}>"
    yield "  </testcase>"


def _counts(outcomes: Counter[str]) -> str:
    return f'failures="{outcomes["failure"]}" errors="{outcomes["error"]}"'


def _attribute(text: str) -> str:
    return quoteattr(text)
