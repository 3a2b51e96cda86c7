"""The main text of an HTML page, without menus, captions of advertisements and comments: trafilatura's work.

It needs the extra `harness[extract]`. The same page and version of trafilatura give the same text.
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
    except ImportError:
        return "an HTML page is read with trafilatura: pip install 'harness[extract]', or give the text as .txt"
    found: Any = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=True)
    if found is None or not found.text:
        return "no main text was found in this page: give the article's text as .txt or .json"
    return Page(found.text, found.title, found.sitename, found.date, found.url)
