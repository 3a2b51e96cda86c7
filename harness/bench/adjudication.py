"""A page for settling the differences of two annotators side by side, which writes the merged claim files.

It is one self-contained file: choices stay in the page until its button saves a claim file for each article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

import msgspec

from harness.bench.agreement import Unit
from harness.checking.load import ClaimFile

_OURS = ("id", "text", "reading")  # our own words of a claim
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
fieldset { border: 1px solid #8886; margin: 1rem 0; padding: .5rem 1rem; }
fieldset.same { opacity: .75; } .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font-size: .85rem; } mark { font-weight: bold; }
blockquote { margin: .25rem 0; } button { font: inherit; padding: .25rem 1rem; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
"""
_SCRIPT = """
const data = JSON.parse(document.getElementById("claims").textContent);
for (const button of document.querySelectorAll("button[data-article]")) {
  button.addEventListener("click", () => {
    const article = data[button.dataset.article];
    const claims = [];
    const used = new Set();
    article.units.forEach((sides, place) => {
      const name = button.dataset.article + "." + place;
      const chosen = document.querySelector(`input[name="${CSS.escape(name)}"]:checked`);
      const claim = chosen === null ? null : sides[Number(chosen.value)] ?? null;
      if (claim === null) return;
      const merged = {...claim};
      for (let n = 2; used.has(merged.id); n++) merged.id = claim.id + "-" + n;
      used.add(merged.id);
      claims.push(merged);
    });
    for (const claim of claims) if (claim.repeats !== undefined && !used.has(claim.repeats)) delete claim.repeats;
    const text = JSON.stringify({article: article.article, claims}, null, 1) + "\\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], {type: "application/json"}));
    link.download = button.dataset.article + ".json";
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
"""


def adjudication_page(
    names: Sequence[str], files: Mapping[str, ClaimFile], units: Sequence[Unit], texts: Mapping[str, str]
) -> str:
    """The page for the units of the first two annotators.

    `files` are claim files of any annotator by article id; `texts` are the article texts by id, as far as they are
    known.
    """
    parts = []
    data: dict[str, Any] = {}
    for article, file in files.items():
        own = [unit for unit in units if unit.article == article]
        sides = [[_plain(claim) for claim in unit.claims[:2]] for unit in own]
        data[article] = {"article": msgspec.to_builtins(file.article), "units": sides}
        parts += [f"<h2>{escape(file.article.title)}</h2>", *_units(article, names, sides, texts.get(article, ""))]
        parts.append(
            f'<p><button type="button" data-article="{escape(article)}">Save {escape(article)}.json</button></p>'
        )
    embedded = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    first, second = (escape(name) for name in names[:2])
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{first} and {second}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{first} and {second}, claim by claim</h1>\n"
        "<p>Where the two differ, choose whose claim is kept, or neither. Saving writes the merged claim file.</p>\n"
        + "\n".join(parts)
        + f'\n</main>\n<script type="application/json" id="claims">{embedded}</script>\n<script>{_SCRIPT}</script>\n'
        "</body>\n</html>\n"
    )


def _plain(claim: Any) -> dict[str, Any] | None:
    return None if claim is None else msgspec.to_builtins(claim)


def _units(article: str, names: Sequence[str], units: Sequence[Any], text: str) -> Iterator[str]:
    for place, sides in enumerate(units):
        claim = next(side for side in sides if side is not None)
        same = _said(sides[0]) == _said(sides[1])
        yield f'<fieldset class="{"same" if same else "other"}"><legend>{escape(claim["quote"])}</legend>'
        if text:
            yield f"<blockquote>{_context(text, claim)}</blockquote>"
        yield '<div class="sides">'
        chosen = 0 if sides[0] is not None else 1
        for side, name in enumerate(names[:2]):
            choice = _choice(article, place, side, name, checked=side == chosen)
            yield f"<div>{choice}{_claim(sides[side], sides[1 - side])}</div>"
        yield f"</div>{_choice(article, place, 2, 'neither', checked=False)}</fieldset>"


def _said(claim: dict[str, Any] | None) -> dict[str, Any] | None:
    """The fields that say what is claimed: neither its id nor our own words for it."""
    return None if claim is None else {name: value for name, value in claim.items() if name not in _OURS}


def _choice(article: str, place: int, value: int, name: str, *, checked: bool) -> str:
    mark = " checked" if checked else ""
    return f'<label><input type="radio" name="{escape(article)}.{place}" value="{value}"{mark}> {escape(name)}</label>'


def _context(text: str, claim: Mapping[str, Any], around: int = 80) -> str:
    start, end = claim["start"], claim["end"]
    before, after = text[max(0, start - around) : start], text[end : end + around]
    return f"{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(after)}"


def _claim(claim: dict[str, Any] | None, other: dict[str, Any] | None) -> str:
    """The claim's fields, one per line; fields in which the other claim differs are highlighted."""
    if claim is None:
        return "<pre>no claim</pre>"
    lines = []
    for name, value in claim.items():
        line = escape(f"{name}: {json.dumps(value, ensure_ascii=False)}")
        differs = other is not None and other.get(name) != value and name not in _OURS
        lines.append(f"<mark>{line}</mark>" if differs else line)
    return f"<pre>{chr(10).join(lines)}</pre>"
