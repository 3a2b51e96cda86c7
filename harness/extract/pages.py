"""The main text of an HTML page, without menus, captions of advertisements and comments: trafilatura's work.

It needs the extra `sports-claims-harness[extract]`. The same page and version of trafilatura give the same text.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Page(NamedTuple):
    """A page's main text, and what its head tells of it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def read_page(html: str) -> Page | str:
    """The page, or why it could not be read."""
    try:
        import trafilatura
    except ImportError as error:
        return _not_installed(error)
    try:
        page: Any = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=True)
    except Exception as error:  # somebody else's code: one bad page must not end the run
        return f"trafilatura breaks on this page ({type(error).__name__}: {error}): give the article's text as .txt"
    if page is None or not page.text:
        return "no main text was found in this page: give the article's text as .txt or .json"
    return Page(page.text, page.title, page.sitename, page.date, page.url)


def _not_installed(error: ImportError) -> str:
    """What to do where trafilatura is not there, or is there and does not start: then its own words tell why."""
    if isinstance(error, ModuleNotFoundError) and error.name == "trafilatura":
        install = "pip install 'sports-claims-harness[extract]'"
        return f"an HTML page is read with trafilatura: {install}, or give the text as .txt"
    why = " ".join(str(error).split())
    return f"trafilatura is installed and does not start: {why} (or give the text as .txt)"
