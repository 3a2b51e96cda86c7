"""The page as it is written: whole, linked, inert, the same every time; the browser's view of it is tested apart."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from arden import TEXT, World
from findings import article, conflict, finding, judged, report
from pages import HOSTILE, Page, hostile, many, page, wrong

from harness.checking.load.unread import figures_read
from harness.present.formats import Decided, View, write
from harness.records.model import Counts, Mistake, PublisherReport, Ratio, Report, Waiver
from harness.values import exactly

GOLDEN = Path(__file__).parent / "golden"
RIGHT = finding(TEXT, "3:31.00")
WRONG = wrong(TEXT, "3:30.10", notes=("lenient_supported",), arithmetic=("3:30.12 - 3:30.10 = 0.02 s",))
OPEN = finding(TEXT, "first gold", "not_enough_info", message="no list of golds", missing="all of: golds")
OUTSIDE = finding(TEXT, "Berg", "not_checkable", message="a fact of life, not one of results")
ONE = report(WRONG, RIGHT, OPEN, OUTSIDE)
TWO = report(
    WRONG,
    wrong(TEXT, "3:30.10", article="other", claimed="3:30.10"),
    finding(TEXT, "3:31.00", article="other"),
    publishers=(
        PublisherReport(name="Arden Post", articles=2, counts=Counts(claims=3, refuted=2, high=2, supported=1),
                        accuracy=Ratio(1 / 3, 0.1, 0.6), coverage=1.0, consistency=1.0),
    ),
)  # fmt: skip


OF_MANY = [wrong(TEXT, "3:30.10", article=f"article-{number}", claimed="3:30.10") for number in range(60)]
MANY = report(
    *OF_MANY, finding(TEXT, "3:31.00", article="article-7"), OPEN, conflicts=(conflict(*OF_MANY, quantity="the mark"),)
)


def whole(made: Page) -> None:
    """Every tag is closed, no id is given twice, every link inside the page leads somewhere."""
    assert not made.misnested
    assert not made.open
    ids = made.values("id")
    assert len(ids) == len(set(ids))
    inside = {link[1:] for link in made.values("href") if link.startswith("#")}
    assert inside <= set(ids)
    named = {one for name in ("aria-labelledby", "for", "data-copies") for one in made.values(name)}
    assert named <= set(ids)


@pytest.mark.parametrize(
    "shown, view",
    [
        pytest.param(ONE, {"texts": {"arden": TEXT}}, id="one article"),
        pytest.param(ONE, {}, id="without its text"),
        pytest.param(ONE, {"unmatched": {"arden": "it is another text"}}, id="with another text"),
        pytest.param(ONE, {"texts": {"arden": "Nothing of it"}}, id="orphans only"),
        pytest.param(TWO, {"texts": {"arden": TEXT, "other": TEXT}}, id="two articles"),
        pytest.param(TWO, {"texts": {"other": TEXT}}, id="the text of one of two"),
        pytest.param(MANY, {}, id="many articles"),
        pytest.param(MANY, {"texts": {"article-7": TEXT}}, id="many articles, the text of one"),
        pytest.param(report(), {}, id="nothing checked"),
        pytest.param(report(articles=(article(),)), {"texts": {"arden": ""}}, id="no claims, no words"),
        pytest.param(hostile()[0], {"texts": {"arden": hostile()[1]}, "command": HOSTILE}, id="hostile words"),
        pytest.param(many(400)[0], {"texts": {"arden": many(400)[1]}}, id="400 claims"),
    ],
)
def test_the_page_is_whole(shown: Report, view: dict[str, object]) -> None:
    whole(page(shown, **view))


def test_articles_among_many_say_no_more_than_their_cards_do() -> None:
    """400 articles of one disagreeing claim each made a page of 3 MB."""
    each = len(write(MANY, "html", View())) / len(MANY.articles)
    assert each < 5_000
    made = page(MANY)
    for number in range(60):
        assert f"card.article-{number}.at-{TEXT.index('3:30.10')}-7" in made.values("id")
    listed = [name for name in made.values("id") if name.startswith("claims.")]
    assert listed == ["claims.article-7", "claims.arden"], "only where a claim has no card"


def test_figures_that_were_not_read_are_underlined_and_counted_above_the_text() -> None:
    text = "Holt won in 3:30.10, the third of 12."
    figures = figures_read({"arden": text}, [right := finding(text, "won in 3:30.10")])
    made = page(report(right), texts={"arden": text}, figures=figures)
    whole(made)
    line = "1 of 3 figures read; what no claim was read from is underlined like this"
    assert made.text.index(line) < made.text.index("Holt won")
    underlined = [attributes for tag, attributes in made.tags if tag == "u"]
    assert [attributes["class"] for attributes in underlined] == ["unread"] * 3  # "like this", third, 12
    assert "figures read" not in page(report(right), texts={"arden": text}).text


def test_the_page_says_which_machine_read_the_article_and_each_card_as_what() -> None:
    doubtful = finding(TEXT, "3:30.10", "not_enough_info", contradicted_as_read=True, names=("'Holt' -> Peter Holt",),
                       inferred=("athlete", "scope.year"))  # fmt: skip
    confirmed = finding(TEXT, "3:31.00", inferred=("scope.year",), read_as=("Arden 2023",))
    made = page(report(doubtful, confirmed, articles=(article(read_by="rules (harness 0.1.0)"),)))
    whole(made)
    assert made.text.index("read by a machine: rules (harness 0.1.0)") < made.text.index("What was not checked")
    card = made.text[made.text.rindex("To look at (1)") :]
    assert "Read as 'Holt' → Peter Holt not printed there, taken from elsewhere in the article: athlete, year" in card
    assert "read as Arden 2023" in card


def test_the_page_says_who_edited_the_claims() -> None:
    read_by, names = "rules (harness 0.1.0)", ("Ada", "Grace <b>")
    both = page(report(articles=(article(read_by=read_by, edited_by=names),)))
    whole(both)
    assert "read by a machine: rules (harness 0.1.0) ; edited by Ada , Grace <b> ." in both.text
    assert "claims were edited by Ada ." in page(report(articles=(article(edited_by=("Ada",)),))).text


def test_decisions_stand_on_the_page_and_on_their_cards() -> None:
    decided = (
        Decided("3:30.10", "note", "Ada", "2024-06-03", "ask <b>the club</b>", claim="holt"),
        Decided("3:31.00", "corrected to “3:31.20”", "Grace", "2024-06-04", gone=True),
    )
    off = wrong(TEXT, "3:30.10", claim="holt")
    made = page(report(off), decided={"arden": decided}, signed={"arden": "✓ Signed off by Ada."})
    whole(made)
    assert "✓ Signed off by Ada." in made.text
    assert "What was decided (2)" in made.text
    assert "3:31.00 corrected to “3:31.20” Grace , 4 June 2024 · its sentence is gone from the text" in made.text
    card = made.text[made.text.rindex("To look at (1)") : made.text.rindex("What was decided")]
    assert "note: ask <b>the club</b> Ada , 3 June 2024" in card
    assert "corrected" not in card


def test_of_an_article_that_people_read_no_machine_is_named() -> None:
    words = page(ONE).text
    assert "machine" not in words
    assert "Read as" not in words


def test_the_verdict_stands_at_the_top_in_words_with_the_gate() -> None:
    words = page(ONE).text
    assert "1 error, 0 to decide, 1 not covered, 1 confirmed" in words
    assert "gate: failed: 1 claim refuted" in words
    assert words.index("gate: failed") < words.index("What was not checked") < words.index("every claim marked")


def test_an_accuracy_comes_with_its_interval_and_its_coverage() -> None:
    words = page(report(RIGHT, accuracy=Ratio(1.0, 0.2, 1.0), coverage=0.5,
                        articles=(article(accuracy=Ratio(1.0, 0.2, 1.0), coverage=0.5),))).text  # fmt: skip
    assert "Accuracy 100.0% (95% interval 20.0 to 100.0)" in words
    assert "Coverage 50.0%" in words
    assert "Accuracy undefined (0/0)" in page(report(OUTSIDE)).text


def test_every_claim_is_marked_by_sign_and_word() -> None:
    made = write(ONE, "html", View(texts={"arden": TEXT}))
    for sign, word, quote in [("✗", "error", "3:30.10"), ("✓", "confirmed", "3:31.00"),
                              ("○", "not covered", "first gold"), ("–", "not checkable", "Berg")]:  # fmt: skip
        mark = f'<span class="said">{quote}</span><span class="sign" aria-hidden="true">{sign}</span>'
        assert f'{mark}<span class="word"> {word}</span>' in made


def test_what_was_not_checked_is_told_with_why() -> None:
    words = page(ONE).text
    assert "○ not covered 1 no list of golds first gold" in words
    assert "– not checkable 1 a fact of life, not one of results" in words


def test_the_card_of_an_error() -> None:
    words = page(ONE, texts={"arden": TEXT}).text
    assert "Printed Official Difference 3:30.10 min:s 3:30.12 min:s 0.02 s too fast" in words
    assert "Corrected 3:30.10 3:30.12 Print 3:30.12 Copy" in words
    assert "Arithmetic 3:30.12 - 3:30.10 = 0.02 s" in words
    assert "Peter Holt, 1500 m, 3:30.12 2 June" in words
    assert "as of 3 June 2024" in words


def test_worst_first() -> None:
    low, high = wrong(TEXT, "3:30.10", severity="low"), wrong(TEXT, "3:31.00", severity="high")
    made = write(report(low, high), "html")
    assert made.index('id="card.' + "arden." + high.claim) < made.index('id="card.' + "arden." + low.claim)


def test_the_same_claim_elsewhere_is_linked_and_named() -> None:
    words = page(TWO).text
    assert "Also claimed 3:30.10 ✗ error in An invented report" in words


def test_conflicts_stand_side_by_side() -> None:
    key = "mark.mark(holt; event=1500m)"
    one = finding(TEXT, "3:30.10", judged=(judged("refuted", "time", exactly(210100), exactly(210120), quantity=key),))
    other = finding(TEXT, "3:31.00", article="other",
                    judged=(judged("refuted", "time", exactly(211000), None, quantity=key),))  # fmt: skip
    words = page(report(one, other, conflicts=(conflict(one, other, quantity=key),))).text
    assert "Conflicts between articles (1) one against another the official results: 3:30.12" in words
    assert words.count("one against another") == 3  # in the index, and with each article


def test_an_orphan_is_listed_and_not_marked() -> None:
    edited = page(ONE, texts={"arden": TEXT.replace("3:30.10", "3:30.11")})
    assert "1 quote not where the claim file says, so not marked in the text: 3:30.10 ✗ error" in edited.text
    longer = write(ONE, "html", View(texts={"arden": TEXT.replace("3:30.10", "3:30.101")}))
    assert "3 quotes not where the claim file says" in longer  # what follows has moved, if by one character only
    assert 'class="said">3:31.00' not in longer


def test_a_waived_finding_is_marked_and_not_in_the_draft() -> None:
    waived = wrong(TEXT, "3:30.10", waiver=Waiver("sic", "Ed", "2024-06-03", "2024-07-01"))
    made = page(report(waived))
    assert "✗ error · high ≈ waived" in made.text
    assert "waived by Ed on 2024-06-03 until 2024-07-01: sic" in made.text
    assert "✗ error · high, waived" in made.text  # in the list of every claim too
    assert "ready to paste" not in made.text


def test_without_texts_the_page_says_how_to_give_them() -> None:
    assert "--articles FOLDER" in page(ONE).text
    assert "it is another text." in page(ONE, unmatched={"arden": "it is another text"}).text


def test_mistakes_are_told_first() -> None:
    words = page(report(mistakes=(Mistake("a.json", 3, 7, "$.claims[0]", "no such kind"),))).text
    assert "Could not check (1) a.json:3:7: $.claims[0]: no such kind" in words


def test_signature_and_command_stand_at_the_end() -> None:
    words = page(ONE, command="harness check 'a b' --format html").text
    assert words.index("harness check 'a b' --format html") < words.index("harness: 0")


def test_only_the_pages_own_style_and_script_may_run() -> None:
    made = write(ONE, "html")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', made)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'; ")
    for element in ("style", "script"):
        (inside,) = re.findall(f"<{element}>(.*?)</{element}>", made, re.DOTALL)
        assert f"{element}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in allowed
    assert "unsafe" not in allowed


def test_hostile_words_stay_words() -> None:
    shown, text = hostile()
    made = page(shown, texts={"arden": text}, command=HOSTILE)
    assert [tag for tag, _ in made.tags].count("script") == 1
    assert not [name for _, attributes in made.tags for name in attributes if name.startswith("on") or name == "style"]
    assert {"img", "link", "iframe"}.isdisjoint(tag for tag, _ in made.tags)
    assert not made.values("src")
    assert all(link.startswith(("#", "https://x.example/")) for link in made.values("href"))
    assert "{{ 7 * 7 }}" in made.words


def test_characters_that_hide_or_turn_words_are_shown() -> None:
    written = write(hostile()[0], "html", View(texts={"arden": hostile()[1]}))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", written)
    assert r"\u202egnihtemos" in written
    assert r"\x00\x07\x1b[31m \x7f" in written
    assert "שלום" in written  # a name that runs from right to left is left alone


def test_half_a_surrogate_pair_can_be_written() -> None:
    written = write(report(finding("a\ud800b", "a\ud800b", "refuted")), "html")
    assert r"a\ud800b" in written
    assert written.encode("utf-8")


def test_a_long_article_is_taken_whole() -> None:
    text = "Holt won. " * 200_000
    made = page(report(finding(text, "won"), finding(text, "Holt won. Holt")), texts={"arden": text})
    whole(made)
    assert made.words.count("Holt won") >= 200_000


def test_the_page_of_arden(world: World) -> None:
    (world.root / "texts").mkdir()
    (world.root / "texts" / "arden.txt").write_text(TEXT, encoding="utf-8")
    written = world.check("--format", "html", "--articles", "texts").stdout
    written = re.sub(r"(?s)(<style>|<script>).*?(</)", r"\1\2", written)
    written = re.sub(r"sha256-[^&]+&", "sha256-...&", written)
    written = re.sub(r"(claims|truth): [0-9a-f]{12}", r"\1: ............", written)
    if os.environ.get("HARNESS_WRITE_GOLDEN"):
        (GOLDEN / "arden.html").write_text(written, encoding="utf-8")
    assert written == (GOLDEN / "arden.html").read_text(encoding="utf-8")


def test_the_page_counts_what_the_report_counts(world: World) -> None:
    listed = re.findall(r'<li id="line\.[^>]*>\s*<span class="badge (\w+)"', world.check("--format", "html").stdout)
    counts = world.report()["counts"]
    assert listed.count("confirmed") == counts["supported"]
    assert listed.count("error") == counts["refuted"]
    assert listed.count("outside") == counts["not_checkable"]
    assert listed.count("decide") + listed.count("uncovered") == counts["not_enough_info"]
    assert len(listed) == counts["claims"]


def test_the_page_beside_another_report(world: World) -> None:
    run = world.check("--report", "html=page.html")
    assert (world.root / "page.html").read_text(encoding="utf-8").endswith("</html>\n")
    assert "gate: failed" in run.stdout


def test_the_same_bytes_whatever_surrounds_the_run(world: World) -> None:
    command = [sys.executable, "-m", "harness", "check", "--truth", "truth", "--format", "html"]
    pages = set()
    for seed, zone, locale in (("0", "UTC", "C"), ("1", "Pacific/Apia", "C.UTF-8"), ("77", "Asia/Kolkata", "de_DE")):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
        pages.add(subprocess.run(command, cwd=world.root, env=surroundings, capture_output=True, check=False).stdout)
    assert len(pages) == 1
