"""Sign-offs: only of a draft without waiting errors, and outdated as soon as the text or a verdict moves."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from arden import PACK, World
from desk_world import ARTICLE, TEXT, arden_truth
from findings import finding
from msgspec.structs import replace
from systems import needs_links
from test_desk_deciding import WRONG_MARK, WRONG_PLACE, decide, edit_by_hand, put

from harness.baseline import SignedState
from harness.desk.deciding import Desk, Refused
from harness.desk.outputs import changelog_line, corrections, decision_log, static_page
from harness.desk.queue import no_longer_true, queue, urgency
from harness.desk.readings import write_reading
from harness.desk.signing import sign_off, state_of
from harness.records.model import Evidence

DRAFT = ARTICLE.id


def state(desk: Desk) -> SignedState:
    return state_of(desk, desk.open(DRAFT))


@pytest.fixture
def signed(desk: Desk) -> Desk:
    decide(desk, WRONG_MARK, "accept")
    decide(desk, WRONG_PLACE, "dismiss", "sic")
    sign_off(desk, DRAFT, desk.folder.version(DRAFT), "Grace")
    return desk


def test_a_draft_with_an_error_that_waits_is_not_signed(desk: Desk) -> None:
    with pytest.raises(Refused, match="2 errors not decided"):
        sign_off(desk, DRAFT, desk.folder.version(DRAFT), "Grace")
    assert state(desk).state == "unsigned"


def test_what_a_sign_off_holds(signed: Desk) -> None:
    [record] = signed.folder.sign_offs().sign_offs
    assert (record.article, record.author, record.at[:10]) == (DRAFT, "Grace", "2024-06-03")
    assert record.sha256 == signed.open(DRAFT).file.article.sha256
    assert [(dismissed.quote, dismissed.reason) for dismissed in record.dismissed] == [("third", "sic")]
    assert "truth:" in record.signature
    assert state(signed).state == "signed"


def test_another_text_outdates_it_and_the_old_text_restores_it(signed: Desk) -> None:
    text = signed.folder.text(DRAFT)
    put(signed, text + "Holt came first again.\n")
    now = state(signed)
    assert now.state == "outdated"
    assert now.moved[0] == "the text was changed"
    assert "“first”: new" in now.moved
    put(signed, text)
    assert state(signed).state == "signed"


def test_another_ground_truth_outdates_it_where_a_verdict_moves(signed: Desk, world: World) -> None:
    [race] = PACK["races"]
    moved = {**race, "results": [{**race["results"][0], "mark": "3:30.15"}, race["results"][1]]}
    world.write("truth/pack.json", {**PACK, "races": [moved]})
    later = Desk(signed.folder, type(signed.checker)(arden_truth(world), signed.folder.root), signed.clock)
    now = state(later)
    assert now.state == "outdated"
    assert now.moved == ("“3:30.12”: was supported, is refuted (official: 3:30.15)",)


def test_outputs(signed: Desk) -> None:
    article = signed.open(DRAFT)
    assert corrections(article) == "“3:30.21” → “3:30.12”: Holt ran 3:30.12 in the final.\n"
    assert changelog_line(article, state(signed), "2024-06-04") == (
        "2024-06-04: Corrected: “3:30.21” is now “3:30.12”. Checked by Grace.\n"
    )
    assert [line.partition(" Ada: ")[2] for line in decision_log(article).splitlines()] == [
        "“3:30.21” corrected to “3:30.12”", "“third” dismissed: sic",
    ]  # fmt: skip


def test_the_page_that_leaves_the_desk_has_the_decisions_in_it(signed: Desk) -> None:
    decide(signed, "place-holt-first", "note", "a fine race")
    article = signed.open(DRAFT)
    page = static_page(article, state_of(signed, article))
    for words in (
        "corrected to “3:30.12”",
        "dismissed: sic",
        "note: a fine race",
        "Signed off by Grace on 3 June 2024",
    ):
        assert words in page


def test_a_dismissal_of_what_is_another_claim_now_is_said_to_hold_no_longer(desk: Desk) -> None:
    decide(desk, WRONG_PLACE, "dismiss", "sic")
    decide(desk, WRONG_PLACE, "reading", fields={"place": "fourth"})
    assert "dismissed, which holds no longer" in decision_log(desk.open(DRAFT))


def test_the_queue_puts_the_draft_with_the_worst_first(signed: Desk, tmp_path: Path) -> None:
    for name, text in (("clean", "Holt came first.\n"), ("bad", TEXT)):
        signed.folder.write_text(name, text)
        write_reading(signed.folder, signed.checker, replace(ARTICLE, id=name, text=text), ())
    lines = queue(signed).lines
    assert lines[0].id == "bad"
    assert {line.id: line.signed.state for line in lines} == {
        "bad": "unsigned", "clean": "unsigned", DRAFT: "signed",
    }  # fmt: skip


def test_a_queue_that_may_not_wait_says_nothing_of_what_is_not_checked(desk: Desk) -> None:
    """Neither of a draft that was never checked, nor of one whose claims are others now."""
    seen = queue(desk, patience=0)
    assert ((), [article.id for article in seen.unchecked]) == (seen.lines, [DRAFT])
    queue(desk)
    assert ([line.errors for line in queue(desk, patience=0).lines], queue(desk, patience=0).unchecked) == ([2], ())
    decide(desk, WRONG_MARK, "accept")
    assert queue(desk, patience=0).lines == ()
    desk.open(DRAFT)  # what is shown is checked
    assert [line.errors for line in queue(desk, patience=0).lines] == [1]
    edit_by_hand(desk, lambda document: document.update(claims=document["claims"][:1]))
    assert queue(desk, patience=0).lines == ()
    assert [line.errors for line in queue(desk, patience=60).lines] == [0]


def test_a_queue_goes_on_with_what_is_known_while_another_thread_checks(desk: Desk) -> None:
    queue(desk)
    desk.folder.write_text("late", TEXT)
    write_reading(desk.folder, desk.checker, replace(ARTICLE, id="late"), ())
    with ThreadPoolExecutor(1) as other, desk.checker.turn:
        seen = other.submit(queue, desk, 0.01).result()
    assert [line.id for line in seen.lines] == [DRAFT]
    assert [article.id for article in seen.unchecked] == ["late"]


def test_of_errors_as_bad_the_surer_comes_first() -> None:
    """What a machine took from elsewhere is less sure than what is printed, and one source less than two."""
    source = {"one": ("A",), "two": ("A", "B")}
    evidence = {name: (Evidence(name, name, sources=sources),) for name, sources in source.items()}
    urgent = [
        finding(TEXT, "third", "refuted", severity="high", evidence=evidence["one"], inferred=("scope.year",)),
        finding(TEXT, "third", "refuted", severity="low", evidence=evidence["two"]),
        finding(TEXT, "third", "not_enough_info", contradicted_as_read=True),
        finding(TEXT, "third", "refuted", severity="high", evidence=evidence["one"]),
        finding(TEXT, "third", "refuted", severity="high", evidence=evidence["two"], inferred=("athlete",)),
        finding(TEXT, "third", "refuted", severity="high", evidence=evidence["two"]),
    ]
    assert [urgent.index(item) for item in sorted(urgent, key=urgency)] == [5, 3, 4, 0, 1, 2]


def test_of_drafts_as_bad_the_newest_comes_first(desk: Desk) -> None:
    for name, day in (("old", "2024-06-02"), ("new", "2024-06-04")):
        desk.folder.write_text(name, TEXT)
        write_reading(desk.folder, desk.checker, replace(ARTICLE, id=name, published=day), ())
    lines = queue(desk).lines
    assert [line.id for line in lines] == ["new", DRAFT, "old"]
    assert {line.first.quote for line in lines if line.first is not None} <= {"3:30.21", "third"}


@needs_links
def test_a_link_that_leads_out_does_not_hide_the_other_drafts(signed: Desk, tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text("{}", encoding="utf-8")
    signed.folder.write_text("linked", "Holt came first.\n")
    (signed.folder.root / "claims" / "linked.json").symlink_to(tmp_path / "secret.json")
    signed.folder.write_text("bare", "Holt came first.\n")
    seen = queue(signed)
    assert [line.id for line in seen.lines] == [DRAFT]
    assert "there is no claim file" in str(seen.mistakes[0])
    assert "leads out" in str(seen.mistakes[1])
    for linked in (f"decisions/{DRAFT}.json", "sign-offs.json", "baseline.json"):
        (signed.folder.root / linked).unlink()
        (signed.folder.root / linked).symlink_to(tmp_path / "secret.json")
        seen = queue(signed)
        assert [line.id for line in seen.lines] == [DRAFT]
        assert sum(f"{linked}:1:1: $: " in str(mistake) for mistake in seen.mistakes) == 1


def test_a_file_that_cannot_be_read_does_not_hide_the_other_drafts(signed: Desk) -> None:
    signed.folder.write_text("broken", "Holt came first.\n")
    signed.folder.write_claims("broken", "{")
    seen = queue(signed)
    assert [line.id for line in seen.lines] == [DRAFT]
    assert "broken.json:1:" in str(seen.mistakes[0])


def test_what_held_then_and_does_not_today(desk: Desk) -> None:
    document = json.loads(desk.folder.claims(DRAFT) or b"")
    age = {"kind": "bio", "id": "holt-age", "text": "Holt is 26", "quote": "Holt", "start": 0, "end": 4,
           "athlete": "Peter Holt", "age": 26}  # fmt: skip
    desk.folder.write_claims(DRAFT, json.dumps({**document, "claims": [*document["claims"], age]}))
    assert no_longer_true(desk, date(2024, 6, 30)) == ()
    [turned] = no_longer_true(desk, date(2030, 1, 1))
    assert (turned.article.id, [finding.claim for finding in turned.findings]) == (DRAFT, ["holt-age"])


def test_the_desks_files_keep_the_schemas_that_they_name(signed: Desk) -> None:
    folder = signed.folder
    files = [folder.sign_offs_path, folder.root / "decisions" / f"{DRAFT}.json"]
    for file in files:
        file.write_text(json.dumps({"$schema": "any.json", **json.loads(file.read_bytes())}), encoding="utf-8")
    put(signed, signed.folder.text(DRAFT) + "Holt came first again.\n")
    sign_off(signed, DRAFT, folder.version(DRAFT), "Grace")
    for file in files:
        assert json.loads(file.read_bytes())["$schema"] == "any.json"
    assert len(folder.sign_offs().sign_offs) == 2


def test_the_command_line_asks_for_a_sign_off_that_holds(signed: Desk, world: World) -> None:
    claims, file = str(signed.folder.root / "claims"), str(signed.folder.sign_offs_path)
    asked = ("check", claims, "--truth", "truth", "--baseline", str(signed.folder.baseline_path))
    run = world.run(*asked, "--require-sign-off", file)
    assert (run.returncode, "; signed" in run.stdout) == (0, True), run.stdout + run.stderr
    put(signed, signed.folder.text(DRAFT) + "Holt came first again.\n")
    run = world.run(*asked, "--require-sign-off", file)
    assert run.returncode == 1
    words = " ".join(run.stdout.split())
    assert "1 article without a sign-off that holds (arden-draft: sign-off outdated: the text was" in words
    broken = world.write("sign-offs.json", '{"version": 1, "sign_offs": [{}]}')
    run = world.run(*asked, "--require-sign-off", str(broken))
    assert (run.returncode, "sign-offs.json:1:" in run.stderr) == (2, True)
