"""A page for a bench run: flagged errors first, each figure linked to its pairs, one article with gold and predictions.

Predictions are shown beside gold: field by field in the list of pairs, and in the text itself, gold underlined below
and the prediction above. It filters by article, system, kind and rung, and is one self-contained file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import msgspec

from harness.bench.reading import read_claim
from harness.bench.results import Results
from harness.bench.rungs import RUNGS, SHOWN, fields_alike
from harness.bench.scoring import UNUSABLE, ArticleScore
from harness.bench.submissions import Gold, Prediction, Submission
from harness.bench.tables import number, spread
from harness.checking.load import ClaimFile
from harness.claims.claim import Claim, kind_of

_VALUE = RUNGS.index("value")
_NOT_SHOWN = frozenset({"id", "start", "end"})
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid #8886; text-align: left; vertical-align: top; }
.wide { overflow-x: auto; } form { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; }
select { font: inherit; } pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
#text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 2.2; max-width: 60rem; }
#text .gold { text-decoration: underline 3px; } #text .read { border-top: 2px dashed; }
#text .bad { background: #f667; } #text [tabindex] { cursor: pointer; }
.differs { font-weight: bold; } .chosen { outline: 3px solid; outline-offset: -3px; }
.legend { max-width: 60rem; }
@media (max-width: 45rem) {
  .pairs thead { display: none; } .pairs tr, .pairs td, .pairs tbody, .pairs { display: block; }
  .pairs tr { border-bottom: 2px solid; padding: .5rem 0; } .pairs td { border: 0; padding: .1rem 0; }
  .chosen { outline-offset: 2px; }
  .pairs td::before { content: attr(data-label) ": "; font-weight: bold; }
}
.signature { font-size: .8rem; overflow-wrap: anywhere; }
"""
_LEGEND = (
    "Every count leads to the pairs that it counts, and F1 to the claims of gold that do not reach the rung. In the "
    "text of an article gold is underlined, what was read has a dashed line above it, and a red ground shows what was "
    "missed, was read wrongly or is not in gold; it leads to its pair, in which the fields that differ are bold."
)
_CLOSING = "</tbody></table></div>"
_SCRIPT = """
const data = JSON.parse(document.getElementById("data").textContent);
const form = document.forms.filters;
const wanted = ["article", "system", "kind", "show"];
const fill = (name, values) => { for (const [value, label] of values) form[name].add(new Option(label, value)); };
fill("article", [["", "every article"], ...data.articles.map((one) => [one.id, one.title])]);
fill("system", data.systems.map((name) => [name, name]));
fill("kind", [["", "every kind"], ...data.kinds.map((kind) => [kind, kind])]);
fill("show", [["all", "all pairs"], ["found-errors", "errors found"], ["missed-errors", "errors missed"],
  ["alarms", "false alarms"], ["missed", "missed claims"], ["spurious", "spurious claims"],
  ...data.rungs.flatMap(([rung, label]) => [["at:" + rung, "reach: " + label], ["not:" + rung, "fail: " + label]])]);
function cell(row, label, claim, differs) {
  const pre = document.createElement("pre");
  if (claim === null) pre.textContent = "-";
  else for (const [name, value] of Object.entries(claim.fields)) {
    const line = document.createElement("span");
    line.textContent = name + ": " + JSON.stringify(value) + "\\n";
    if (differs.includes(name)) line.className = "differs";
    pre.append(line);
  }
  labelled(row, label).append(pre);
}
function labelled(row, label) {
  const made = row.insertCell();
  made.dataset.label = label;
  return made;
}
function choose(row) {
  document.querySelectorAll(".chosen").forEach((line) => line.classList.remove("chosen"));
  if (row.line === undefined) return;
  row.line.className = "chosen";
  row.line.tabIndex = -1;
  row.line.focus();
  row.line.scrollIntoView({block: "center"});
}
function rowsOf(article, system) {
  const read = article.systems[system];
  if (read === undefined) return [];
  const gold = new Map(article.gold.map((claim) => [claim.id, claim]));
  const said = new Map(read.claims.map((claim) => [claim.id, claim]));
  const rows = read.pairs.map(
    ([g, p, reached, differs]) => ({article, gold: gold.get(g), read: said.get(p), reached, differs}));
  const [golds, reads] = [new Set(read.pairs.map((pair) => pair[0])), new Set(read.pairs.map((pair) => pair[1]))];
  const alone = {article, gold: null, read: null, reached: "", differs: []};
  for (const claim of article.gold) if (!golds.has(claim.id)) rows.push({...alone, gold: claim});
  for (const claim of read.claims) if (!reads.has(claim.id)) rows.push({...alone, read: claim});
  const place = (row) => (row.gold ?? row.read).start;
  return rows.sort((a, b) => place(a) - place(b));
}
function passes(row, show, system) {
  const flags = row.article.systems[system];
  const [g, p] = [row.gold?.id, row.read?.id];
  if (show === "found-errors") return flags.found.includes(g);
  if (show === "missed-errors") return flags.errors.includes(g) && !flags.found.includes(g);
  if (show === "alarms") return flags.alarms.includes(p);
  if (show === "missed") return row.read === null;
  if (show === "spurious") return row.gold === null;
  const [sort, rung] = show.split(":");
  if (rung === undefined) return true;
  const reached = row.reached[data.rungs.findIndex(([name]) => name === rung)];
  return sort === "at" ? reached === "1" : row.gold !== null && reached !== "1";
}
function draw() {
  const [article, system, kind, show] = wanted.map((name) => form[name].value);
  const chosen = data.articles.filter((one) => article === "" || one.id === article);
  const rows = chosen.flatMap((one) => rowsOf(one, system)).filter((row) =>
    (kind === "" || row.gold?.kind === kind || row.read?.kind === kind) && passes(row, show, system));
  const body = document.getElementById("pairs");
  body.replaceChildren();
  for (const row of rows.slice(0, 500)) {
    const line = body.insertRow();
    row.line = line;
    labelled(line, "article").textContent = row.article.id;
    labelled(line, "quote").textContent = (row.gold ?? row.read).quote;
    cell(line, "gold", row.gold, row.differs);
    cell(line, "read as", row.read, row.differs);
  }
  const more = rows.length > 500 ? ", the first 500 shown" : "";
  document.getElementById("count").textContent = rows.length + " pairs" + more;
  const text = document.getElementById("text");
  text.replaceChildren();
  const one = article === "" ? null : chosen[0];
  if (one === null || one.text === null) {
    text.textContent = one === null ? "Choose an article to see both in its text." : "Its text is not here.";
    return;
  }
  const letters = [...one.text];
  const spans = rows.flatMap((row) => [
    ...(row.gold === null ? [] : [["gold", row.gold, row]]), ...(row.read === null ? [] : [["read", row.read, row]])]);
  const ends = spans.flatMap(([, claim]) => [claim.start, claim.end]);
  const edges = [...new Set([0, letters.length, ...ends])].sort((a, b) => a - b);
  for (let n = 0; n + 1 < edges.length; n++) {
    const piece = document.createElement("span");
    piece.textContent = letters.slice(edges[n], edges[n + 1]).join("");
    const there = spans.filter(([, claim]) => claim.start <= edges[n] && edges[n] < claim.end);
    piece.className = there.map(([side, , row]) => side + (row.reached[data.value] === "1" ? "" : " bad")).join(" ");
    piece.title = there.map(([side, claim]) => side + ": " + claim.kind + ", " + claim.text).join("\\n");
    text.append(piece);
    if (there.length === 0) continue;
    const lead = () => choose((there.find(([, , row]) => row.reached[data.value] !== "1") ?? there[0])[2]);
    Object.assign(piece, {tabIndex: 0, role: "button", onclick: lead});
    piece.onkeydown = (event) => { if (event.key === "Enter") lead(); };
  }
}
function follow() {
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const name of wanted) if (asked.has(name)) form[name].value = asked.get(name);
  draw();
}
form.addEventListener("change", draw);
const scroll = () => document.getElementById("chosen-pairs").scrollIntoView();
addEventListener("hashchange", () => { follow(); scroll(); });
document.querySelectorAll("table a").forEach((link) => link.addEventListener("click", () => { setTimeout(scroll); }));
follow();
if (location.hash !== "") scroll();
"""


def viewer_page(
    title: str, results: Results, gold: Gold, systems: Sequence[Submission], texts: Mapping[str, str]
) -> str:
    """The page; `texts` are by sha256, and an article without one is listed without marks in a text."""
    data = _data(results, gold, systems, texts)
    embedded = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        + "\n".join(_figures(results))
        + f'\n<p class="legend">{_LEGEND}</p>\n<h2 id="chosen-pairs">Pairs</h2>\n<form name="filters">'
        + "".join(
            f'<label>{name} <select name="{name}"></select></label>' for name in ("article", "system", "kind", "show")
        )
        + '</form>\n<p id="count" role="status"></p>\n<div id="text" role="region" aria-label="The article"></div>\n'
        '<div class="wide" role="region" tabindex="0" aria-label="The pairs"><table class="pairs"><thead><tr>'
        '<th scope="col">article</th><th scope="col">quote</th><th scope="col">gold</th><th scope="col">read as</th>'
        '</tr></thead><tbody id="pairs"></tbody></table></div>\n'
        f'<p class="signature">{escape(results.signature)}</p>\n</main>\n'
        f'<script type="application/json" id="data">{embedded}</script>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n'
    )


def _figures(results: Results) -> Iterator[str]:
    """Flagged errors first, then the ladder; each figure links to the pairs that it counts."""
    if results.flagged:
        yield _opening("Flagged errors", "system", "found", "missed", "false alarms", "F1", "95 %")
        for row in results.flagged:
            hits = row.errors.hits
            counts = (
                ("found-errors", int(hits.gold_hits)), ("missed-errors", hits.gold - int(hits.gold_hits)),
                ("alarms", row.false_alarms),
            )  # fmt: skip
            links = [_link(row.system, show, str(count)) for show, count in counts]
            f1 = (number(row.errors.f1.value), spread(row.errors.f1))
            yield _row([escape(row.system), *links, *f1])
        yield _CLOSING
    yield _opening("Ladder", "system", *(SHOWN[rung] for rung in RUNGS))
    for system in results.systems:
        ladder = [
            _link(system.name, f"at:{rung}", f"{figures.hits.gold_hits} of {figures.hits.gold}")
            + " "
            + _link(system.name, f"not:{rung}", f"(F1 {number(figures.f1.value)})")
            for rung, figures in zip(RUNGS, system.ladder, strict=False)
        ]
        yield _row([escape(system.name), *ladder])
    yield _CLOSING


def _row(cells: Sequence[str]) -> str:
    """A line of cells that are escaped already."""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _opening(title: str, *heads: str) -> str:
    """A table that is scrolled by itself where the window is narrow, by keyboard too."""
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    scrolled = f'<div class="wide" role="region" tabindex="0" aria-label="{escape(title)}">'
    return f"<h2>{escape(title)}</h2>\n{scrolled}<table><thead><tr>{cells}</tr></thead><tbody>"


def _link(system: str, show: str, label: str) -> str:
    if system.startswith("("):
        return escape(label)
    return f'<a href="#system={escape(system)}&amp;show={show}&amp;kind=&amp;article=">{escape(label)}</a>'


def _data(results: Results, gold: Gold, systems: Sequence[Submission], texts: Mapping[str, str]) -> dict[str, Any]:
    flags = {row.system: row.claims for row in results.flagged}
    articles: list[dict[str, Any]] = []
    for place, (name, file) in enumerate(gold.files.items()):
        read = {}
        for system in systems:
            prediction = system.predictions.get(name, Prediction())
            score = next(scored for scored in results.systems if scored.name == system.name).articles[place]
            flagged = flags.get(system.name, {}).get(name)
            read[system.name] = {
                "claims": [_claim(claim) for claim in prediction.claims],
                "pairs": _pairs(file, prediction.claims, score),
                "errors": flagged.errors if flagged else (),
                "found": flagged.found if flagged else (),
                "alarms": flagged.alarms if flagged else (),
            }
        articles.append({
            "id": name, "title": file.article.title, "text": texts.get(file.article.sha256),
            "gold": [_claim(claim) for claim in file.claims], "systems": read,
        })  # fmt: skip
    return {
        "articles": articles,
        "systems": [system.name for system in results.systems],
        "kinds": sorted({kind for system in results.systems for kind in system.kinds if kind != UNUSABLE}),
        "rungs": [[rung, SHOWN[rung]] for rung in RUNGS],
        "value": _VALUE,
    }


def _pairs(file: ClaimFile, predicted: Sequence[Any], score: ArticleScore) -> list[tuple[str, str, str, list[str]]]:
    """The aligned claims, the rungs that they reach, and the fields in which they differ for the scorer."""
    published = date.fromisoformat(file.article.published).toordinal()
    claims, others = ({claim.id: claim for claim in side} for side in (file.claims, predicted))
    return [
        (wanted, read, reached, _differing(claims[wanted], others[read], published) if reached[_VALUE] != "1" else [])
        for (wanted, read), reached in zip(score.aligned, score.reached, strict=True)
    ]


def _differing(gold: Claim, predicted: Claim, published: int) -> list[str]:
    if kind_of(gold) != kind_of(predicted):
        return ["kind"]
    alike = fields_alike(read_claim(gold, published), read_claim(predicted, published))
    return sorted({name.partition(".")[0] for name, agreed in alike.items() if not agreed})


def _claim(claim: Any) -> dict[str, Any]:
    fields = msgspec.to_builtins(claim)
    return {
        **{name: fields[name] for name in ("id", "kind", "start", "end", "quote", "text")},
        "fields": {name: value for name, value in fields.items() if name not in _NOT_SHOWN},
    }
