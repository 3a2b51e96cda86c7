"""HTML: the main text of a page is the text that counts, and it is written beside the claim file."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from arden import World

from harness.extract.articles import read_articles
from harness.extract.pages import read_page

# What is installed and does not start is no reason to skip: then these tests must fail.
reads_pages = pytest.mark.skipif(
    find_spec("trafilatura") is None,
    reason="trafilatura is not installed: pip install 'sports-claims-harness[extract]'",
)

PARAGRAPHS = [
    "Peter Holt won the Arden 1500m in 3:30.12 on Sunday, a second ahead of Anders Berg, who had led at the bell.",
    "The Briton said that he had waited for the last straight, and that the wind had been against him all the way.",
    "Berg was second in 3:31.00, and the Norwegian was content with a race that nobody had wanted to make fast.",
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Holt wins in Arden</title>
<meta property="og:site_name" content="Arden Post">
<meta property="article:published_time" content="2024-06-03T10:00:00Z">
<link rel="canonical" href="https://arden.example/holt"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> Kerr ran 3:29.05 in the menu</nav>
<article><h1>Holt wins in Arden</h1>{"".join(f"<p>{one}</p>" for one in PARAGRAPHS)}</article>
<footer>All rights reserved. Cookies.</footer><script>var mark = "9:99.99";</script></body></html>"""


@reads_pages
def test_a_page_is_its_main_text_with_what_its_head_tells(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    (article,), mistakes = read_articles([path])
    assert not mistakes
    assert all(one in article.text for one in PARAGRAPHS)
    assert "3:29.05" not in article.text
    assert "<p>" not in article.text
    assert (article.published, article.publisher) == ("2024-06-03", "Arden Post")
    assert article.published_basis == "as the page says"


@reads_pages
def test_a_page_without_text_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body></body></html>", encoding="utf-8")
    articles, mistakes = read_articles([path])
    assert not articles
    assert "no main text" in str(mistakes[0])


@reads_pages
def test_claims_from_a_page_hold_against_the_text_that_is_written(world: World) -> None:
    world.write("pages/page.html", PAGE)
    run = world.run("extract", "--system", "rules", "-o", "lexicon=truth", "--output-dir", "out", "pages/page.html")
    assert run.returncode == 0, run.stderr
    written = json.loads((world.root / "out/page.json").read_text(encoding="utf-8"))
    assert "3:30.12" in [claim["quote"] for claim in written["claims"]]
    checked = world.run("validate", "out", "--articles", "out/texts")
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("module", "said"),
    [
        (None, "pip install 'sports-claims-harness[extract]'"),
        ("raise ImportError('lxml.html.clean module is now a separate project')", "a separate project"),
        ("import no_such_module_here", "No module named 'no_such_module_here'"),
        ("def bare_extraction(*_, **__): raise RecursionError('too deep')", "breaks on this page (RecursionError"),
        ("def bare_extraction(*_, **__): return None", "no main text was found"),
    ],
    ids=["not there", "a part is missing", "a module is missing", "breaks", "finds nothing"],
)
def test_the_true_reason_why_a_page_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str | None, said: str
) -> None:
    """Only where trafilatura is not installed is it of any use to install it."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    if module is not None:
        del sys.modules["trafilatura"]  # what is imported in its place goes when the test ends
        (tmp_path / "trafilatura.py").write_text(module, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
    message = read_page(PAGE)
    assert isinstance(message, str)
    assert said in message
    assert ("pip install" in message) is (module is None)
