"""A report in a notebook: what must be seen, and that no text of it becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from arden import CLAIMS, RACE, World, claim

import harness
from harness.present.notebook import ROWS


class Reader(HTMLParser):
    """The rows of all tables, and the tags that are open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data


def shown(world: World) -> str:
    return harness.check(world.root / "claims", truth=world.root / "truth")._repr_html_()


def test_what_a_notebook_shows(world: World) -> None:
    page = shown(world)
    read = Reader(page)
    assert not read.open
    assert "gate: failed: 1 claim refuted" in page
    assert read.rows[1] == ["arden", "6", "4", "1", "0", "1", "80.0% (38-96)", "100%", "100%"]
    assert read.rows[3][:5] == ["refuted (low)", "claim holt-mark", "3:30.10", "3:30.12", "3:30.12"]
    assert read.rows[3][5].endswith("arden.json:13:3")
    assert len(read.rows) == 4  # what is supported or not checkable needs no look


def test_several_articles_have_a_row_for_all_and_say_what_they_hold_against_each_other(world: World) -> None:
    world.claims(claim("mark", "m", "3:31.00", athlete="Berg", mark="3:33.00", scope=RACE), name="second")
    page = shown(world)
    assert [row[0] for row in Reader(page).rows[1:4]] == ["arden", "second", "all"]
    assert "<li>mark: 3:30.99 to 3:31.01 against 3:32.99 to 3:33.01, between articles: " in page


def test_a_long_report_is_cut_and_says_where_the_rest_is(world: World) -> None:
    wrong = [claim("mark", f"m-{number}", "3:30.10", athlete="Holt", mark="3:29.9", scope=RACE) for number in range(30)]
    world.claims(*wrong)
    page = shown(world)
    assert len(Reader(page).rows) == 2 + 1 + ROWS
    assert "and 10 more: <code>to_frame()</code>" in page


def test_the_worst_comes_first(world: World) -> None:
    heat = {**RACE, "round": "heat 1"}
    world.claims(
        claim("mark", "open", "3:31.00", athlete="Berg", mark="3:31.00", scope=heat),
        claim("mark", "wrong", "3:30.10", athlete="Holt", mark="3:30.10", scope=RACE),
        claim("place", "winner", "won", athlete="Berg", place=1, scope=RACE),
        claim("mark", "odd", "3:30.10", athlete="Holt", mark="three-ish", scope=RACE),
    )
    rows = Reader(shown(world)).rows[3:]
    assert [(row[0], row[1].removeprefix("claim ")) for row in rows] == [
        ("unreadable", "odd"),
        ("refuted (high)", "winner"),
        ("refuted (low)", "wrong"),
        ("not enough info", "open"),
    ]
    assert "three-ish" in rows[0][3]  # where nothing is known, why


def test_a_file_name_is_escaped_too(world: World) -> None:
    world.write("claims/<b>.json", "{")
    with pytest.raises(harness.BadClaims) as caught:
        harness.check(world.root / "claims", truth=world.root / "truth")
    assert "b" not in Reader(caught.value.report._repr_html_()).tags


@pytest.mark.parametrize(
    "hostile, seen",
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("</td></table><b>", "</td></table><b>"),
        ("&lt;img&gt;", "&lt;img&gt;"),
        ("\x1b[31m \u202eback", r"\x1b[31m \u202eback"),
    ],
)
def test_every_text_is_escaped(world: World, hostile: str, seen: str) -> None:
    claims = [{**CLAIMS[0], "text": hostile, "quote": hostile[:60], "end": CLAIMS[0]["start"] + len(hostile)}]
    world.claims(*claims)
    read = Reader(shown(world))
    assert read.tags <= {"div", "p", "strong", "small", "table", "thead", "tbody", "tr", "th", "td"}
    assert read.rows[3][1:3] == [seen, seen]
