"""html: the tables as one small self-contained page; every text is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from harness.bench.tables import FigureTable

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid #8886; text-align: right; white-space: nowrap; }
th { border-bottom: 2px solid; } .words { text-align: left; }
p { max-width: 44rem; } .signature { font: .8rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
""".strip()


def render(title: str, tables: Sequence[FigureTable], signature: str) -> str:
    """The whole page."""
    head = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
    )
    body = "".join(f"{line}\n" for table in tables for line in _table(table))
    return f'{head}{body}<p class="signature">{escape(signature)}</p>\n</main>\n</body>\n</html>\n'


def _table(table: FigureTable) -> Iterator[str]:
    title = escape(table.title)
    yield f"<h2>{title}</h2>"
    yield f'<div class="wide" role="region" aria-label="{title}" tabindex="0"><table>'
    yield f"<thead>{_row(table.header, table.words, 'th')}</thead>"
    yield "<tbody>"
    for row in table.rows:
        yield _row(row, table.words, "td")
    yield "</tbody></table></div>"
    if table.note:
        yield f"<p>{escape(table.note)}</p>"


def _row(cells: Sequence[str], words: int, tag: str) -> str:
    inner = "".join(_cell(cell, tag, is_words=place < words) for place, cell in enumerate(cells))
    return f"<tr>{inner}</tr>"


def _cell(text: str, tag: str, *, is_words: bool) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    words = ' class="words"' if is_words else ""
    return f"<{tag}{scope}{words}>{escape(text)}</{tag}>"
