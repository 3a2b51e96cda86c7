"""Decisions at the desk: what each changes, that it stays with its sentence, and that it can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from arden import World
from desk_world import ARTICLE, TEXT, Clock, TwoSentences, arden_truth, desk_on, verdicts
from msgspec.structs import replace

from harness.desk.deciding import Desk, Refused, digest_of
from harness.desk.folder import Folder, Stale
from harness.desk.readings import write_reading
from harness.desk.records import Action
from harness.extract import SourceArticle

DRAFT = ARTICLE.id
WRONG_MARK, WRONG_PLACE = "mark-holt-3-30-21", "place-berg-third"


def decide(desk: Desk, claim: str, action: Action, words: str = "", **more: object) -> None:
    version = desk.folder.version(DRAFT)
    desk.decide(DRAFT, version, claim, action, "Ada", words, **more)  # type: ignore[arg-type]


def undo(desk: Desk) -> None:
    desk.undo(DRAFT, desk.folder.version(DRAFT))


def put(desk: Desk, text: str) -> None:
    desk.change_text(DRAFT, desk.folder.version(DRAFT), text)


def test_the_draft_as_it_comes(desk: Desk) -> None:
    assert verdicts(desk) == {
        "mark-holt-3-30-21": "refuted",
        "place-berg-third": "refuted",
        "mark-berg-3-31-00": "supported",
        "place-holt-first": "supported",
        "place-berg-second": "supported",
    }


def test_an_accepted_correction_changes_the_text_and_nothing_else(desk: Desk) -> None:
    decide(desk, WRONG_MARK, "accept")
    assert desk.folder.text(DRAFT) == TEXT.replace("3:30.21", "3:30.12")
    assert "refuted" not in {verdict for claim, verdict in verdicts(desk).items() if claim.startswith("mark")}
    undo(desk)
    assert desk.folder.text(DRAFT) == TEXT
    assert verdicts(desk)[WRONG_MARK] == "refuted"


def test_two_corrections_in_one_text_are_undone_one_after_the_other(desk: Desk) -> None:
    decide(desk, WRONG_MARK, "accept")
    decide(desk, WRONG_PLACE, "accept")
    both = desk.folder.text(DRAFT)
    assert "3:30.12" in both
    assert "Berg came second.\n" in both
    undo(desk)
    assert desk.folder.text(DRAFT) == TEXT.replace("3:30.21", "3:30.12")
    undo(desk)
    assert desk.folder.text(DRAFT) == TEXT
    with pytest.raises(Refused, match="nothing to undo"):
        undo(desk)


def test_any_decision_can_be_taken_back_by_its_number(desk: Desk) -> None:
    decide(desk, WRONG_MARK, "accept")
    decide(desk, WRONG_PLACE, "dismiss", "sic")
    desk.undo(DRAFT, desk.folder.version(DRAFT), 0)
    assert desk.folder.text(DRAFT) == TEXT
    assert verdicts(desk)[WRONG_PLACE] == "accepted"
    with pytest.raises(Refused, match="taken back already"):
        desk.undo(DRAFT, desk.folder.version(DRAFT), 0)


def test_what_is_found_otherwise_than_it_was_shown_is_not_decided(desk: Desk) -> None:
    shown = digest_of(desk.open(DRAFT).finding(WRONG_PLACE))
    decide(desk, WRONG_PLACE, "reading", fields={"athlete": "Holt"})
    with pytest.raises(Refused, match="not what you saw"):
        decide(desk, WRONG_PLACE, "accept", shown=shown)
    decide(desk, WRONG_PLACE, "accept", shown=digest_of(desk.open(DRAFT).finding(WRONG_PLACE)))
    assert "Berg came first." in desk.folder.text(DRAFT)


def test_a_dismissal_is_not_made_twice(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "dismiss", "sic")
    with pytest.raises(Refused, match="accepted already"):
        decide(desk, WRONG_PLACE, "lacking", "the club says so")
    undo(desk)
    assert verdicts(desk)[WRONG_PLACE] == "refuted"


def test_a_right_claim_has_no_correction_to_accept(desk: Desk) -> None:
    with pytest.raises(Refused, match="no correction"):
        decide(desk, "place-holt-first", "accept")
    assert desk.folder.text(DRAFT) == TEXT


@pytest.mark.parametrize("action, reason", [
    ("dismiss", "the club says so"),
    ("lacking", "true: the ground truth lacks it: the club says so"),
    ("truth-wrong", "the ground truth is wrong: the club says so"),
])  # fmt: skip
def test_a_dismissal_is_an_entry_of_the_baseline(desk: Desk, action: Action, reason: str) -> None:
    decide(desk, WRONG_PLACE, action, "the club says so")
    assert verdicts(desk)[WRONG_PLACE] == "accepted"
    [entry] = desk.folder.baseline().entries
    assert (entry.reason, entry.author, entry.date, entry.file) == (
        reason, "Ada", "2024-06-03", f"claims/{DRAFT}.json",
    )  # fmt: skip
    assert entry.anchor is not None
    assert entry.anchor.prefix == "Berg came "
    asked = [(item.claim, item.asks, item.words) for item in desk.folder.curator_list().items]
    assert asked == ([] if action == "dismiss" else [(WRONG_PLACE, action, "the club says so")])
    undo(desk)
    assert verdicts(desk)[WRONG_PLACE] == "refuted"
    assert desk.folder.baseline().entries == ()
    assert desk.folder.curator_list().items == ()


def test_a_dismissal_needs_a_reason_and_something_to_dismiss(desk: Desk) -> None:
    with pytest.raises(Refused, match="say why"):
        decide(desk, WRONG_PLACE, "dismiss")
    with pytest.raises(Refused, match="only an error or an open finding"):
        decide(desk, "place-holt-first", "dismiss", "no reason to")


def test_a_dismissal_stays_with_its_sentence_when_sentences_come_before_it(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "dismiss", "sic")
    put(desk, "Berg came third. An opening line.\n" + TEXT.replace("3:30.21", "3:30.12"))
    [placed] = desk.open(DRAFT).decisions
    assert placed.span is not None
    assert desk.folder.text(DRAFT)[: placed.span[1]].endswith("in the final. Berg came third")
    new, old = [finding for finding in desk.open(DRAFT).report.findings if finding.quote == "third"]
    assert (new.waiver, old.waiver is None) == (None, False)  # the new sentence of the same words is not dismissed


def test_a_dismissal_stays_with_its_sentence_where_the_text_was_edited_outside(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "dismiss", "sic")
    path = desk.folder.root / "texts" / f"{DRAFT}.txt"
    path.write_text("Berg came third. An opening line.\n" + TEXT, encoding="utf-8")
    waived = [finding.waiver is not None for finding in desk.open(DRAFT).report.findings if finding.quote == "third"]
    assert waived == [False, True]


def test_a_decision_whose_sentence_is_gone_is_an_orphan(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "note", "ask Berg")
    put(desk, TEXT.replace("Berg came third.", "It rained."))
    [orphan] = desk.open(DRAFT).orphans
    assert orphan.decision.words == "ask Berg"
    put(desk, TEXT)
    assert desk.open(DRAFT).orphans == ()  # it comes back with its sentence


def test_a_claim_that_a_person_takes_for_none_stays_out_when_the_text_is_read_again(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "no-claim")
    assert WRONG_PLACE not in verdicts(desk)
    put(desk, "A first line.\n" + TEXT)
    assert WRONG_PLACE not in verdicts(desk)
    undo(desk)
    assert verdicts(desk)[WRONG_PLACE] == "refuted"


def test_a_changed_reading_is_kept_when_the_text_is_read_again(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "reading", fields={"athlete": "Holt", "scope": {"year": None, "competition": "Arden"}})
    put(desk, "A first line.\n" + TEXT)
    [claim] = [claim for claim in desk.open(DRAFT).file.claims if claim.id == WRONG_PLACE]
    assert (claim.athlete, claim.scope.year, claim.scope.competition) == ("Holt", None, "Arden")
    undo(desk)
    [claim] = [claim for claim in desk.open(DRAFT).file.claims if claim.id == WRONG_PLACE]
    assert (claim.athlete, claim.scope.year) == ("Berg", 2024)


@pytest.mark.parametrize(
    "fields, why",
    [
        ({"colour": "red"}, "colour"),
        ({"athlete": "\ud800"}, "half of a surrogate pair"),  # no file can hold it, and no page of a browser sends it
        ({"scope": {"year": "\udfff"}}, "half of a surrogate pair"),
    ],
)
def test_a_reading_that_is_no_claim_is_refused_and_changes_nothing(
    desk: Desk, fields: dict[str, object], why: str
) -> None:
    before = desk.folder.version(DRAFT)
    with pytest.raises(Refused, match=why):
        decide(desk, WRONG_PLACE, "reading", fields=fields)
    assert desk.folder.version(DRAFT) == before


def test_notes_and_assignments_leave_the_card(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "note", "ask the club")
    decide(desk, WRONG_PLACE, "assign", "Grace")
    assert verdicts(desk)[WRONG_PLACE] == "refuted"
    assert [placed.decision.words for placed in desk.open(DRAFT).decided(WRONG_PLACE)] == ["ask the club", "Grace"]
    with pytest.raises(Refused, match="needs words"):
        decide(desk, WRONG_PLACE, "note")


def test_the_later_of_two_windows_is_refused_and_loses_nothing(desk: Desk) -> None:
    seen = desk.folder.version(DRAFT)
    desk.decide(DRAFT, seen, WRONG_PLACE, "dismiss", "Ada", "sic")
    for late in (
        lambda: desk.decide(DRAFT, seen, WRONG_MARK, "accept", "Grace"),
        lambda: desk.change_text(DRAFT, seen, "another text"),
        lambda: desk.undo(DRAFT, seen),
    ):
        with pytest.raises(Stale):
            late()
    assert desk.folder.text(DRAFT) == TEXT
    assert verdicts(desk)[WRONG_PLACE] == "accepted"


def test_a_text_that_was_edited_outside_is_read_again(desk: Desk) -> None:
    (desk.folder.root / "texts" / f"{DRAFT}.txt").write_text("Holt ran 3:30.12 in the final.\n", encoding="utf-8")
    assert verdicts(desk) == {"mark-holt-3-30-12": "supported"}


def test_a_claim_file_that_was_edited_outside_counts_as_it_stands(desk: Desk) -> None:
    path = desk.folder.claims_path(DRAFT)
    document = json.loads(path.read_text(encoding="utf-8"))
    seen = desk.folder.version(DRAFT)
    document["claims"] = document["claims"][:1]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert list(verdicts(desk)) == [WRONG_MARK]
    with pytest.raises(Stale):  # who has not seen that edit cannot decide over it
        desk.decide(DRAFT, seen, WRONG_MARK, "accept", "Ada")


@pytest.mark.parametrize("text, why", [("", "no text"), ("   \n", "no text"), ("x" * 300_000, "characters")])
def test_a_text_that_cannot_be(desk: Desk, text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        put(desk, text)
    assert desk.folder.text(DRAFT) == TEXT


def test_the_folder_is_one_that_the_command_line_checks(desk: Desk, tmp_path: Path) -> None:
    """What was dismissed at the desk is accepted in CI: the claim files and the baseline are the usual ones."""
    from harness.checking.load import load_all
    from harness.checking.run import Question, check_files

    decide(desk, WRONG_PLACE, "dismiss", "sic")
    decide(desk, WRONG_MARK, "accept")
    files, mistakes = load_all([desk.folder.root / "claims"])
    question = Question(baseline=desk.folder.baseline(), today=desk.today().toordinal())
    report = check_files(files, mistakes, desk.checker.truth, question)
    assert (report.mistakes, report.gate.exit_code) == ((), 0)


def test_of_two_equal_sentences_the_other_is_not_touched(desk: Desk, tmp_path: Path) -> None:
    twice = desk_on(tmp_path / "twice", desk.checker.truth, "Heat one. Berg came third.\nHeat two. Berg came third.\n")
    claims = [finding.claim for finding in twice.open(DRAFT).report.findings]
    assert len(claims) == 2
    decide(twice, claims[1], "accept")
    assert twice.folder.text(DRAFT) == "Heat one. Berg came third.\nHeat two. Berg came second.\n"


class Infers(TwoSentences):
    """Takes the competition of every claim from elsewhere in the article."""

    def read(self, article: SourceArticle) -> dict[str, Any]:
        document = super().read(article)
        claims = [{**claim, "inferred": ["scope.competition"]} for claim in document["claims"]]
        return {"article": {**document["article"], "read_by": "a machine"}, "claims": claims}


def test_a_draft_keeps_which_machine_read_it_and_what_that_inferred(tmp_path: Path, world: World) -> None:
    desk = Desk(Folder(tmp_path), Infers(arden_truth(world), tmp_path), Clock())
    desk.folder.prepare()
    desk.folder.write_text(DRAFT, TEXT)
    write_reading(desk.folder, desk.checker, ARTICLE, ())
    article = desk.open(DRAFT)
    assert article.report.articles[0].read_by == "a machine"
    assert {finding.inferred for finding in article.report.findings} == {("scope.competition",)}
    put(desk, TEXT.replace("3:31.00", "3:31.07"))
    assert desk.open(DRAFT).file.article.read_by == "a machine"


class Pairs(TwoSentences):
    """Reads "Holt and Berg came PLACE" as two claims of one kind on one quote."""

    def read(self, article: SourceArticle) -> dict[str, Any]:
        document = super().read(article)
        both: list[dict[str, Any]] = []
        for claim in document["claims"]:
            both.append({**claim, "athlete": "Holt"})
            both.append({**claim, "athlete": "Berg", "id": f"{claim['id']}-twin"})
        return {**document, "claims": both}


def test_two_claims_of_a_kind_on_one_quote_are_decided_one_by_one(tmp_path: Path, world: World) -> None:
    desk = Desk(Folder(tmp_path), Pairs(arden_truth(world), tmp_path), Clock())
    desk.folder.prepare()
    desk.folder.write_text(DRAFT, "So Berg came third.\n")
    write_reading(desk.folder, desk.checker, replace(ARTICLE, text="So Berg came third.\n"), ())
    holt, berg = (finding.claim for finding in desk.open(DRAFT).report.findings)
    decide(desk, holt, "no-claim")
    decide(desk, berg, "dismiss", "sic")
    assert verdicts(desk) == {berg: "accepted"}
    put(desk, "A first line.\nSo Berg came third.\n")
    assert verdicts(desk) == {berg: "accepted"}
    put(desk, "A first line.\nSo Berg came third. In the end Berg came third.\n")
    assert len(verdicts(desk)) == 3
    undo(desk)
    undo(desk)
    assert set(verdicts(desk)) >= {holt, berg}


def edit_by_hand(desk: Desk, change: Callable[[dict[str, Any]], object]) -> None:
    path = desk.folder.claims_path(DRAFT)
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")


def by_id(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {claim["id"]: claim for claim in document["claims"]}


@pytest.mark.parametrize("outside", [False, True], ids=["text edited at the desk", "text edited outside too"])
def test_what_was_edited_by_hand_in_the_claim_file_outlives_the_next_reading(desk: Desk, outside: bool) -> None:
    def change(document: dict[str, Any]) -> None:
        by_id(document)[WRONG_PLACE]["athlete"] = "Holt"
        document["claims"] = [claim for claim in document["claims"] if claim["id"] != WRONG_MARK]
        document["claims"].append({**by_id(document)["place-holt-first"], "id": "mine", "kind": "place", "place": 2})

    edit_by_hand(desk, change)
    text = "An opening line.\n" + TEXT
    if outside:
        (desk.folder.root / "texts" / f"{DRAFT}.txt").write_text(text, encoding="utf-8")
    else:
        put(desk, text)
    now = {claim.id: claim for claim in desk.open(DRAFT).file.claims}
    assert now[WRONG_PLACE].athlete == "Holt"  # type: ignore[attr-defined]
    assert WRONG_MARK not in now
    assert "mine" in now
    article = desk.open(DRAFT)
    assert article.file.article.edited_by == ("by hand",)
    assert article.report.articles[0].edited_by == ("by hand",)
    assert [placed.decision.action for placed in article.decisions] == ["no-claim", "reading", "reading"]
    for _ in article.decisions:
        undo(desk)
    assert desk.open(DRAFT).file.article.edited_by == ()
    assert WRONG_MARK in verdicts(desk)
    assert "mine" not in verdicts(desk)


def test_a_claim_file_that_people_made_keeps_every_claim(desk: Desk) -> None:
    edit_by_hand(desk, lambda document: by_id(document)[WRONG_PLACE].update(athlete="Holt", text="as Ada has it"))
    (desk.folder.root / "readings" / f"{DRAFT}.json").unlink()  # it came from elsewhere
    put(desk, "A first line.\n" + TEXT)
    assert {claim.id: claim.text for claim in desk.open(DRAFT).file.claims}[WRONG_PLACE] == "as Ada has it"


def test_who_edited_by_hand_can_be_said(desk: Desk) -> None:
    edit_by_hand(desk, lambda document: (
        document["article"].update(edited_by=["Grace"]), by_id(document)[WRONG_PLACE].update(athlete="Holt"),
    ))  # fmt: skip
    decide(desk, WRONG_MARK, "no-claim")
    assert desk.open(DRAFT).file.article.edited_by == ("Grace", "Ada")


def test_a_claim_file_that_is_as_the_desk_wrote_it_has_no_hand_edits(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "reading", fields={"athlete": "Holt"})
    decide(desk, WRONG_MARK, "no-claim")
    put(desk, "A first line.\n" + TEXT)
    put(desk, TEXT)
    undo(desk)
    article = desk.open(DRAFT)
    assert [placed.decision.author for placed in article.decisions] == ["Ada"]
    assert article.file.article.edited_by == ("Ada",)


def test_what_a_person_reads_is_inferred_no_more(tmp_path: Path, world: World) -> None:
    desk = Desk(Folder(tmp_path), Infers(arden_truth(world), tmp_path), Clock())
    desk.folder.prepare()
    desk.folder.write_text(DRAFT, TEXT)
    write_reading(desk.folder, desk.checker, ARTICLE, ())
    decide(desk, WRONG_PLACE, "reading")  # as it is: the competition is the one that was taken from elsewhere
    assert {finding.claim for finding in desk.open(DRAFT).report.findings if not finding.inferred} == {WRONG_PLACE}
    with pytest.raises(Refused, match="read otherwise"):
        decide(desk, WRONG_PLACE, "reading")


def test_the_publishers_zone_outlives_the_next_reading(desk: Desk) -> None:
    edit_by_hand(desk, lambda document: document["article"].update(zone="+09:00"))
    put(desk, "A first line.\n" + TEXT)
    assert desk.open(DRAFT).file.article.zone == "+09:00"


def test_a_dismissal_in_one_draft_is_no_change_of_another(desk: Desk) -> None:
    desk.folder.write_text("other", TEXT)
    write_reading(desk.folder, desk.checker, replace(ARTICLE, id="other"), ())
    seen = desk.folder.version("other")
    decide(desk, WRONG_PLACE, "dismiss", "sic")
    assert desk.folder.version("other") == seen
