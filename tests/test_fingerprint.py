"""What a finding is recognised by: which change makes it another finding, another claim, another truth."""

from __future__ import annotations

import msgspec
import pytest

from harness.kinds import kinds
from harness.records.fingerprint import (
    claim_digest,
    conflict_fingerprint,
    digests,
    fields_digest,
    fingerprint,
    mistake_fingerprint,
    quantity,
    rule_digest,
    truth_digest,
    what_changed,
)
from harness.records.model import ClaimRef, Conflict, Evidence, Finding, Judged, Mistake
from harness.values import exactly, label


def judged(verdict: str, claimed: int, found: int, key: str = "mark.mark(kerr)") -> Judged:
    return Judged(key, "time", 738000, exactly(claimed), exactly(found), verdict)  # type: ignore[arg-type]


RIGHT = judged("supported", 1, 1, "mark.place(kerr)")
FINDING = Finding(
    article="a", claim="c", kind="mark", verdict="refuted", severity="low", text="ran 3:29.05", quote="3:29.05",
    start=0, end=7, claimed="3:29.05", found="3:27.79", message="not so", evidence=(Evidence("r1", "3:27.79", ("s",)),),
    judged=(RIGHT, judged("refuted", 209050, 207790)), file="a.json", line=3,
    column=5,
)  # fmt: skip

SAME, OTHER = True, False


@pytest.mark.parametrize(
    "change, same_finding, same_claim, same_truth",
    [
        pytest.param({}, SAME, SAME, SAME, id="nothing"),
        pytest.param({"line": 99, "column": 1, "file": "b.json"}, SAME, SAME, SAME, id="moved in its file"),
        pytest.param({"start": 70, "end": 77}, SAME, SAME, SAME, id="moved in the article"),
        pytest.param({"message": "worded anew"}, SAME, SAME, SAME, id="a message in other words"),
        pytest.param(
            {"judged": (RIGHT, judged("refuted", 209060, 207790)), "quote": "3:29.06", "claimed": "3:29.06"},
            SAME, OTHER, SAME, id="another printed value",
        ),
        pytest.param(
            {"judged": (RIGHT, judged("refuted", 209050, 207800)), "found": "3:27.80"},
            SAME, SAME, OTHER, id="another official value",
        ),
        pytest.param({"evidence": ()}, SAME, SAME, OTHER, id="other evidence"),
        pytest.param({"relied_on": ("all finals",)}, SAME, SAME, OTHER, id="another statement relied on"),
        pytest.param({"article": "b"}, OTHER, SAME, SAME, id="another article"),
        pytest.param({"claim": "d"}, OTHER, SAME, SAME, id="another claim"),
        pytest.param({"judged": (judged("refuted", 209050, 207790, "mark.mark(holt)"),)}, OTHER, SAME, OTHER,
                     id="another quantity"),
        pytest.param({"claim_digest": "edited"}, SAME, OTHER, SAME, id="another field of the claim"),
        # Which part of a claim decides is the truth's and the rule's doing, and so is how its names are read.
        pytest.param({"claimed": "1st"}, SAME, SAME, SAME, id="another part is shown"),
        pytest.param({"judged": ()}, OTHER, SAME, OTHER, id="its names are not resolved any more"),
        pytest.param(
            {"evidence": (Evidence("r1", "3:27.79", ("s", "t")),)}, SAME, SAME, SAME, id="another source for the fact"
        ),
    ],
)  # fmt: skip
def test_what_a_change_touches(
    change: dict[str, object], same_finding: bool, same_claim: bool, same_truth: bool
) -> None:
    changed = msgspec.structs.replace(FINDING, **change)
    assert (fingerprint(changed) == fingerprint(FINDING)) is same_finding
    assert (claim_digest(changed) == claim_digest(FINDING)) is same_claim
    assert (truth_digest(changed) == truth_digest(FINDING)) is same_truth


@pytest.mark.parametrize(
    "change, expected",
    [
        pytest.param({"line": 99, "message": "worded anew"}, None, id="nothing"),
        pytest.param({"quote": "3:29.06", "found": "3:27.80", "verdict": "supported"}, "claim changed", id="claim"),
        pytest.param({"evidence": (), "verdict": "not_enough_info"}, "truth changed", id="then truth"),
        pytest.param({"verdict": "supported"}, "rule changed", id="another verdict on the same"),
        pytest.param({"severity": "high"}, "rule changed", id="an error that weighs more"),
        pytest.param(
            {"judged": (RIGHT, judged("refuted", 209049, 207790))}, "rule changed", id="the words are read otherwise"
        ),
    ],
)
def test_what_changed(change: dict[str, object], expected: str | None) -> None:
    assert what_changed(digests(FINDING), digests(msgspec.structs.replace(FINDING, **change))) == expected


MARK = {"kind": "mark", "id": "a", "text": "t", "quote": "3:29.05", "start": 3, "end": 10, "athlete": "Kerr",
        "mark": "3:29.05", "scope": {"event": "1500m"}}  # fmt: skip


@pytest.mark.parametrize(
    "change, same",
    [
        pytest.param({"id": "b", "start": 4, "end": 11}, SAME, id="called otherwise and moved"),
        pytest.param({"hedge": None}, SAME, id="a default that is written out"),
        pytest.param({"athlete": "Holt"}, OTHER, id="another name"),
        pytest.param({"scope": {"event": "mile"}}, OTHER, id="another scope"),
        pytest.param({"as_of": "2024"}, OTHER, id="another day"),
    ],
)
def test_a_claims_fields(change: dict[str, object], same: bool) -> None:
    type_ = kinds()["mark"].claim
    one, other = (msgspec.convert(fields, type_) for fields in (MARK, {**MARK, **change}))
    assert (fields_digest(one) == fields_digest(other)) is same


def test_the_quantity_is_the_deciding_one() -> None:
    assert quantity(FINDING) == "mark.mark(kerr)"
    assert quantity(msgspec.structs.replace(FINDING, judged=())) == ""


def test_a_label_digests_alike_in_any_order() -> None:
    one, other = (
        msgspec.structs.replace(FINDING, judged=(Judged("q", "label", 1, label(*names), None, "refuted"),))
        for names in (("gold", "silver", "bronze"), ("bronze", "gold", "silver"))
    )
    assert rule_digest(one) == rule_digest(other)


def test_a_conflict_is_its_claims_and_its_quantity() -> None:
    refs = (ClaimRef("a", "c"), ClaimRef("a", "d"))
    conflict = Conflict(refs, "article", "mark.mark(kerr)", "1 against 2")
    worded = msgspec.structs.replace(conflict, message="2 against 1")
    other = msgspec.structs.replace(conflict, claims=refs[:1])
    assert conflict_fingerprint(conflict) == conflict_fingerprint(worded) != conflict_fingerprint(other)


def test_a_mistake_stays_the_same_when_it_moves() -> None:
    mistake = Mistake("a.json", 3, 7, "$.claims[0].kind", "unknown kind")
    moved, other = (msgspec.structs.replace(mistake, **change) for change in ({"line": 4}, {"file": "b.json"}))
    assert mistake_fingerprint(mistake) == mistake_fingerprint(moved) != mistake_fingerprint(other)
