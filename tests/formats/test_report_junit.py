"""junit: read back as XML, held against the Jenkins schema, numbers that add up."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import msgspec
import pytest
from shared_schemas import published

from harness.present.formats import write
from harness.records.model import Gate, Report


def read_back(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(write(report, "junit"))


def case(report: Report, name: str) -> ElementTree.Element:
    found = read_back(report).find(f".//testcase[@name='{name}']")
    assert found is not None
    return found


def test_the_published_schema(arden: Report) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is what validates against an XML schema")
    schema = etree.XMLSchema(etree.parse(published("junit-10.xsd")))
    document = etree.fromstring(write(arden, "junit").encode())
    schema.assertValid(document)
    document[0].set("odd", "1")
    assert not schema.validate(document)


def test_the_numbers_are_those_of_the_cases(arden: Report) -> None:
    suites = read_back(arden)
    for suite in suites:
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        for outcome, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert int(suite.attrib[attribute]) == len(suite.findall(f"testcase/{outcome}"))
    for attribute in ("tests", "failures", "errors"):
        assert int(suites.attrib[attribute]) == sum(int(suite.attrib[attribute]) for suite in suites)
    assert len(suites.findall("testsuite[@name='arden']/testcase")) == arden.counts.claims


@pytest.mark.parametrize(
    "claim, outcome, type_",
    [
        ("holt-second", "failure", "refuted"),
        ("odd-mark", "error", "unreadable"),
        ("berg-heat", "skipped", "not_enough_info"),
        ("berg-mood", "skipped", "not_checkable"),
        ("holt-mark", "skipped", "refuted"),  # waived
        ("berg-misprint", "system-out", None),  # passed, and there is something to say
    ],
)
def test_outcomes(arden: Report, claim: str, outcome: str, type_: str | None) -> None:
    (child,) = case(arden, claim)
    assert (child.tag, child.get("type")) == (outcome, type_)
    assert "claims/arden.json:" in (child.text or "")


def test_what_holds_has_nothing_inside(arden: Report) -> None:
    assert list(case(arden, "berg-mark")) == []


@pytest.mark.parametrize("passed", [True, False])
def test_the_gate_is_a_test_case(arden: Report, passed: bool) -> None:
    report = msgspec.structs.replace(arden, gate=Gate(passed, 0 if passed else 1, "gate: so"))
    assert [child.tag for child in case(report, "gate")] == ([] if passed else ["failure"])


def test_an_article_called_harness_takes_no_place_of_another(arden: Report) -> None:
    findings = tuple(msgspec.structs.replace(one, article="harness") for one in arden.findings)
    articles = tuple(msgspec.structs.replace(one, id="harness") for one in arden.articles)
    suites = read_back(msgspec.structs.replace(arden, findings=findings, articles=articles))
    assert [(suite.attrib["name"], len(suite.findall("testcase"))) for suite in suites] == [
        ("harness check", 4),
        ("harness", 10),
    ]


def test_words_come_back_as_they_were(arden: Report) -> None:
    words = "a\r\nb\tc ]]> <d> & \"e\" 'f' — ž"
    findings = tuple(msgspec.structs.replace(one, message=words, text=words) for one in arden.findings)
    (failure,) = case(msgspec.structs.replace(arden, findings=findings), "holt-second")
    assert words in failure.attrib["message"]
    assert words in (failure.text or "")
    assert "]]>" not in write(msgspec.structs.replace(arden, findings=findings), "junit")
