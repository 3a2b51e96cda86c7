"""A finding's card: the words around its quote, its sources, the other places, what is waived; and the draft."""

from __future__ import annotations

import pytest
from findings import article, finding, judged
from msgspec.structs import replace

from harness.present.page.cards import (
    FEW_SHOWN,
    PLACES_SHOWN,
    EvidenceSource,
    SameQuantity,
    anchor,
    around,
    card,
    has_card,
    reading,
    source,
    target,
)
from harness.present.page.draft import draft
from harness.records.model import ClaimRef, Evidence, Finding, Waiver
from harness.values import exactly

TEXT = "Holt won in 3:30.10.\nBerg was second."
WRONG = finding(
    TEXT, "3:30.10", "refuted", claimed="3:30.10", found="3:30.12", suggestion="3:30.12",
    judged=(judged("refuted", "time", exactly(210100), exactly(210120), exact=210100, printed="3:30.10"),),
    evidence=(Evidence("r", "Peter Holt, 3:30.12", ("The book (https://book.example/1)",), "2 June 2024"),),
    message="printed 3:30.10, the ground truth has 3:30.12",
)  # fmt: skip


@pytest.mark.parametrize(
    "text, quote, before, after",
    [
        pytest.param(TEXT, "won", "Holt ", " in 3:30.10.", id="as far as the line goes"),
        pytest.param(TEXT, "Berg", "", " was second.", id="not into the line before"),
        pytest.param("a " * 60 + "won" + " b" * 60, "won", "… " + "a " * 44, " b" * 44 + " …", id="whole words"),
        pytest.param("x" * 200 + "won", "won", "… " + "x" * 90, "", id="no word to stop at"),
    ],
)
def test_the_words_around_a_quote(text: str, quote: str, before: str, after: str) -> None:
    assert around(finding(text, quote), text) == (before, after)


def test_nothing_stands_around_a_quote_that_is_not_there() -> None:
    assert around(finding(TEXT, "lost"), TEXT) == around(finding(TEXT, "won"), None) == ("", "")


NAMED = ("'Holt' -> Peter Holt",)
SCOPE = ("athlete", "scope.competition", "scope.year")
LATER = ("Arden 2024, final", "Arden 2024, heat", "Arden 2023", "Arden 2022", "Arden 2021", "Arden 2020")


@pytest.mark.parametrize(
    "read, lines",
    [
        pytest.param(
            finding(TEXT, "won", "refuted", names=NAMED),
            ["'Holt' → Peter Holt", "nothing was taken from elsewhere in the article"],
            id="all of it printed",
        ),
        pytest.param(
            finding(TEXT, "won", "not_enough_info", names=NAMED, inferred=SCOPE, contradicted_as_read=True),
            ["'Holt' → Peter Holt",
             "not printed there, taken from elsewhere in the article: athlete, competition, year"],
            id="contradicted as it was carried",
        ),
        pytest.param(
            finding(TEXT, "won", inferred=("scope.year", "as_of"), read_as=LATER[:1]),
            ["holds as: Arden 2024, final", "not printed there, taken from elsewhere in the article: year, as of"],
            id="holds as something else",
        ),
        pytest.param(
            finding(TEXT, "won", "not_enough_info", inferred=("scope.year",), read_as=LATER),
            ["would hold as: Arden 2024, final; or Arden 2024, heat; or Arden 2023; or Arden 2022; or 2 more",
             "not printed there, taken from elsewhere in the article: year"],
            id="would hold as one of several",
        ),
    ],
)  # fmt: skip
def test_what_a_machine_read_a_claim_as(read: Finding, lines: list[str]) -> None:
    assert list(reading(read)) == lines


@pytest.mark.parametrize(
    "printed, title, url",
    [
        ("Results (https://results.example/a)", "Results", "https://results.example/a"),
        ("Results (2024) (http://results.example/a_(b))", "Results (2024)", "http://results.example/a_(b)"),
        ("Results", "Results", ""),
        ("Results (javascript:alert(1))", "Results (javascript:alert(1))", ""),
        ("Results (javascript://x.example/%0aalert(1))", "Results (javascript://x.example/%0aalert(1))", ""),
        ("Results (data:text/html,x)", "Results (data:text/html,x)", ""),
        ("Results (https://a.example onclick=x)", "Results (https://a.example onclick=x)", ""),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(printed: str, title: str, url: str) -> None:
    assert source(printed) == EvidenceSource(title, url)


@pytest.mark.parametrize(
    "verdict, more, shown",
    [
        ("refuted", {}, True),
        ("unreadable", {}, True),
        ("supported", {}, False),
        ("supported", {"notes": ("misspelt_name",)}, True),
        ("supported", {"notes": ("rounded",)}, False),
        ("supported", {"suggestion": "3:30.12"}, True),
        ("not_checkable", {}, False),
        ("not_enough_info", {"waiver": Waiver("sic", "Ed", "2024-06-03")}, True),
        ("not_enough_info", {"contradicted_as_read": True}, True),
        ("not_enough_info", {}, False),  # not covered: it is told under what was not checked
    ],
)
def test_which_findings_have_a_card(verdict: str, more: dict[str, object], shown: bool) -> None:
    one = finding("x", "x", verdict, **more)
    assert has_card(one) is shown
    assert target(one) == f"{'card' if shown else 'line'}.arden.at-0-1"


def test_no_two_claims_share_an_anchor() -> None:
    assert anchor(ClaimRef("a", "b--c")) != anchor(ClaimRef("a--b", "c"))


def test_a_card_holds_what_an_editor_needs() -> None:
    shown = card(WRONG, TEXT)
    assert (shown.before, shown.after, shown.correction) == ("Holt won in ", ".", "3:30.12")
    assert shown.figures is not None
    assert shown.figures.difference == "0.02 s too fast"
    assert [(fact.date, fact.sources) for fact in shown.facts] == [
        ("2 June 2024", (EvidenceSource("The book", "https://book.example/1"),))
    ]


def test_a_card_tells_which_lists_are_complete_and_who_says_so() -> None:
    relying = replace(WRONG, relied_on=("marks", "gone"))
    said = {"marks": Evidence("marks", "Every mark of the year.", ("The book (https://book.example/2)",))}
    every, unknown = card(relying, TEXT, statements=said).lists
    assert (every.summary, every.sources) == (
        "Every mark of the year.",
        (EvidenceSource("The book", "https://book.example/2"),),
    )
    assert (unknown.summary, unknown.sources) == ("gone", ())


def test_the_same_quantity_elsewhere() -> None:
    again = finding(TEXT, "won", article="other", judged=WRONG.judged, verdict="refuted")
    apart = finding(TEXT, "second")
    same = SameQuantity([WRONG, again, apart, finding(TEXT, "Berg")])
    assert same.of(WRONG) == ((again,), 0)
    assert same.of(apart) == ((), 0)  # nothing was judged in either: that makes them no pair


def test_of_many_places_some_are_shown_and_the_rest_are_counted() -> None:
    others = [finding(TEXT, "won", claim=f"c{n}") for n in range(PLACES_SHOWN + 3)]
    others = [replace(other, verdict="refuted", judged=WRONG.judged) for other in others]
    shown = card(WRONG, None, SameQuantity([WRONG, *others]).of(WRONG))
    assert (len(shown.others), shown.more) == (FEW_SHOWN, PLACES_SHOWN)


def written(*findings: Finding) -> str:
    return draft(article(), [card(one, TEXT) for one in findings])


def test_the_draft() -> None:
    assert written(WRONG) == (
        "Corrections to “An invented report” (Arden Post, 2024-06-03)\n\n"
        "1. “3:30.10” should read “3:30.12”.\n"
        "   The claim: says 3:30.10.\n"
        "   It rests on: Peter Holt, 3:30.12; 2 June 2024.\n"
        "   Source: The book, https://book.example/1\n"
    )


def test_a_draft_without_a_phrase_names_the_figure_and_without_a_figure_says_why() -> None:
    assert "“won”: the right figure is 2." in written(finding(TEXT, "won", "refuted", suggestion="2"))
    assert "“won” is not right. The official results: 2nd." in written(finding(TEXT, "won", "refuted", found="2nd"))
    assert "“won” is not right: so it is." in written(finding(TEXT, "won", "refuted", message="so it is"))


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(finding(TEXT, "won"), id="confirmed"),
        pytest.param(finding(TEXT, "won", "not_enough_info"), id="open"),
        pytest.param(finding(TEXT, "won", "supported", notes=("misspelt_name",)), id="a slip without its correction"),
        pytest.param(finding(TEXT, "won", "refuted", waiver=Waiver("sic", "Ed", "2024-06-03")), id="waived"),
    ],
)
def test_the_draft_leaves_out(one: Finding) -> None:
    assert written(one) == ""


def test_a_slip_is_put_right_once_and_where_it_stands() -> None:
    text = "a world lead of 3:29:74"
    part = judged("supported", "time", exactly(209740), exactly(209740), printed="3:29:74")
    mark = finding(text, "3:29:74", claimed="3:29:74", suggestion="3:29.74", judged=(part,))
    lead = finding(text, "world lead", claimed="3:29:74", suggestion="3:29.74", judged=(part,))
    assert written(lead, mark).count("should read") == 1
    assert "“3:29:74” (at “world lead”) should read “3:29.74”." in written(lead)
