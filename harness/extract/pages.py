"""The main text of an HTML page, without menus, advertisements and comments; uses trafilatura.

It needs the extra `sports-claims-harness[extract]`. The same page and version of trafilatura give the same text.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from harness.extract.documents import why_not_imported


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
        return why_not_imported(error, "trafilatura", "trafilatura", "an HTML page")
    try:
        page: Any = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=True)
    except Exception as error:  # somebody else's code: one bad page must not end the run
        return f"trafilatura breaks on this page ({type(error).__name__}: {error}): give the article's text as .txt"
    if page is None or not page.text:
        return "no main text was found in this page: give the article's text as .txt or .json"
    return Page(page.text, page.title, page.sitename, page.date, page.url)
