"""The rules on real articles, where somebody has them: how much of the project's claims they find, and how surely."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reading_words import lexicon

import harness.extract.rules
from harness.checking.load import load_claims, read_claims
from harness.checking.load.figures import read_figure
from harness.claims.claim import kind_of
from harness.extract import extract, read_articles
from harness.extract.extraction import as_text

ROOT = Path(__file__).parents[3]
ARTICLES = ROOT.parent / "shared" / "articles"
VALUES = {
    "mark": {"mark": "mark"}, "place": {"place": "count", "by": "count"}, "medal": {"medal": ""},
    "medal_count": {"count": "count", "medal": ""}, "rank": {"rank": "count", "mark": "mark"},
    "record": {"level": "", "mark": "mark"}, "margin": {"gap": "gap"}, "title": {"status": ""},
}  # fmt: skip


def values(claim: Any, published: int) -> dict[str, Any]:
    """The claim's main figures, read: 3:29.05 and three minutes 29.05 are one."""
    found = {}
    for field, role in VALUES[kind_of(claim)].items():
        printed = getattr(claim, field)
        read = read_figure(role, printed, published) if role and printed is not None else printed
        found[field] = getattr(read, "value", read)
    return found


def hits(gold: list[Any], found: list[Any], published: int) -> int:
    """The most pairs of overlapping spans with one kind and value, each claim once (Kuhn's augmenting paths)."""
    edges = [
        [
            number
            for number, other in enumerate(found)
            if min(one.end, other.end) > max(one.start, other.start)
            and kind_of(one) == kind_of(other)
            and values(one, published) == values(other, published)
        ]
        for one in gold
    ]
    taken: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for number in edges[one]:
            if number not in seen:
                seen.add(number)
                if number not in taken or place(taken[number], seen):
                    taken[number] = one
                    return True
        return False

    return sum(place(one, set()) for one in range(len(gold)))


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles' texts are other people's, and are not here")
def test_on_real_articles_recall_is_060_and_precision_075_at_least() -> None:
    articles, mistakes = read_articles([ARTICLES])
    assert not mistakes
    wanted = found_all = hit = 0
    for article in articles:
        gold = load_claims(ROOT / "claims" / f"{article.id}.json")
        extraction = extract("rules", article)
        assert extraction.document is not None, extraction.failure
        found = read_claims(as_text(extraction.document).encode(), article.id)
        assert not isinstance(gold, list)
        assert not isinstance(found, list)
        ours, theirs = ([one for one in file.claims if kind_of(one) in VALUES] for file in (gold, found))
        wanted, found_all = wanted + len(ours), found_all + len(theirs)
        hit += hits(ours, theirs, date.fromisoformat(article.published).toordinal())
    assert hit / wanted >= 0.60
    assert hit / found_all >= 0.75


def test_no_rule_holds_a_name_of_the_pack() -> None:
    """A pattern with an athlete's or a city's name in it would be made for one article."""
    known = {one.name.split()[-1] for one in lexicon().athletes} | set(lexicon().cities)
    known -= {"Golden"}
    for path in sorted(Path(harness.extract.rules.__path__[0]).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                words = set(re.findall(r"[A-Z][\w-]+", node.value))
                assert not words & known, f"{path}:{node.lineno}: {words & known}"
