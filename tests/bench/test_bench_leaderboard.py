"""The leaderboards: the same tables as text, Markdown and HTML, and nothing in a cell that breaks out of it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from harness.bench.invented import check, each, gold, perfect, weaker
from harness.bench.leaderboard import formats, write
from harness.bench.run import FlaggingCheck, run
from harness.bench.significance import PairedComparison, compare, table
from harness.bench.standings import tables
from harness.bench.standings import tests_tables as tables_of_tests
from harness.bench.submissions import Prediction, ReadingCost, Submission
from harness.bench.tables import FigureTable, number, percents, spread
from harness.records.model import Ratio

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = FigureTable("<b>|bold|</b>", "a * note `here` & <there>", ("a|b", "<i>"), (("x | y\n# z", '"><script>'),), 1)


def leaderboard(name: str) -> str:
    """Of a perfect system, a middling one that costs something and failed on one article, and one that says nothing."""
    failed = {"article-0": Prediction(failure="timed out")}
    said = {name: Prediction(claims, unusable=name == "article-1") for name, claims in weaker().items()}
    systems = [
        Submission("perfect", {name: Prediction(claims) for name, claims in perfect(gold()).items()}),
        Submission("middling", said | failed, ("made-up.json:1:1: $: a made-up mistake",),
                   {"article-1": ReadingCost(1.5, 1000, 200, 0.01), "article-2": ReadingCost(2.5, 2000, None, 0.03)}),
        Submission("silent", {name: Prediction() for name in gold().files}),
    ]  # fmt: skip
    found = run(gold(), systems, FlaggingCheck(check, "the invented check"), 200)
    signature = found.signature.partition(" | claims: ")[0]  # the schema's digest is not this file's business
    return write("A leaderboard", tables(found), signature, name)


@pytest.mark.parametrize("name, ending", [("text", "txt"), ("markdown", "md"), ("html", "html")])
def test_golden(name: str, ending: str) -> None:
    """A change of a leaderboard is a change of these files, seen in review."""
    assert leaderboard(name) == (GOLDEN / f"leaderboard.{ending}").read_text(encoding="utf-8")


def test_text_fits_a_terminal() -> None:
    assert max(map(len, leaderboard("text").splitlines())) <= 80


def test_long_words_in_the_last_column_go_on_below() -> None:
    """Fault: what could not be scored ran out of the terminal."""
    long = FigureTable("Wrong", "", ("where", "what"), (("gold", "gold.csv:1: " + "no such column, " * 9),), 2)
    lines = write("A title", [long], "signature", "text").splitlines()
    assert max(map(len, lines)) <= 80
    assert " ".join(" ".join(lines).split()).count("no such column,") == 9
    assert [line[:9].strip() for line in lines[3:6]] == ["where", "gold", ""]


def test_formats() -> None:
    assert formats() == ("html", "markdown", "text")


class Page(HTMLParser):
    """The tags that are open, and the text of each cell."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "!doctype"):
            self.open.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("td", "th"):
            self.cells[-1] += data


def test_html_is_well_formed_escaped_and_needs_nothing_else() -> None:
    page = Page(leaderboard("html"))
    assert page.open == []
    assert not {"script", "img", "link", "iframe"} & page.tags
    assert Page(write("<T>", [HOSTILE], "s", "html")).cells == ["a|b", "<i>", "x | y\n# z", '"><script>']


def test_markdown_cells_cannot_end_themselves() -> None:
    text = write("T", [HOSTILE], "s", "markdown")
    assert '| x \\| y \\# z | "\\>\\<script\\> |' in text
    assert "<" not in text.replace("\\<", "")


@pytest.mark.parametrize(
    "values, shown",
    [((1.0, 0.5, None), "100/50/-"), ((0.999, 0.004, 0.0), "99/1/0")],  # 100 is said of all, and of nothing less
)
def test_percents(values: tuple[float | None, ...], shown: str) -> None:
    assert percents(*values) == shown


def test_too_few_articles_are_counted_where_the_two_differ() -> None:
    """Fault: with 13 articles p was said not to fall below .25; the two differed in 3 of them, on one measure."""
    alike = [(2, 4, 4)] * 10
    first, second = ([*alike, *[(hits, 4, 4)] * 3] for hits in (4, 1))
    rows = [table([[one, other] for one, other in zip(side, first, strict=True)]) for side in (first, second)]
    comparison = PairedComparison("a", "b", tuple(compare(*rows, ["found", "exact"], 100)))
    (shown,) = tables_of_tests([comparison], {})
    remark, _, rest = shown.note.partition(" F1 of the first minus")
    assert remark == (
        "The two differ in 3 of 13 articles on found: with so few, p cannot be below 0.250, however far apart they are."
    )
    assert rest
    enough = PairedComparison(
        "a", "b", tuple(compare(*(table([[one] for one in [(hits, 4, 4)] * 6]) for hits in (4, 1)), ["found"], 100))
    )
    assert next(tables_of_tests([enough], {})).note.startswith("F1 of the first minus")


def test_what_is_undefined_is_shown_as_such() -> None:
    assert (number(None), spread(Ratio(0.5)), spread(Ratio(0.5, 0.25, 0.75))) == ("-", "-", "0.25 to 0.75")


def test_flags_follow_the_words() -> None:
    """The stand-in for the check, which the golden files rest on."""
    files = list(gold().files.values())
    assert {verdict for found in check(files).values() for verdict in found.values()} == {"supported", "refuted"}
    assert each(lambda one: []) == dict.fromkeys(gold().files, ())
