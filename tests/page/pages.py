"""A page taken apart by a parser, and pages to try: hostile words, many claims."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from findings import article, finding, judged, report

from harness.present.formats import View, write
from harness.records.model import Evidence, Finding, Report
from harness.values import exactly

VOID = {"meta", "br", "input", "hr", "img", "link"}
HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    '</p></main></style></title><svg onload=alert(1)>"\'><a href="javascript:alert(1)">{{ 7 * 7 }}{% raw %}'
    "\u202egnihtemos\u202c \x00\x07\x1b[31m \x7f\ufeff \u2066x &lt;b&gt; שלום " + "w" * 200
)


class Page(HTMLParser):
    """Tags and attributes of a page, the words of each element with an id, and whether every tag is closed."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.open: list[str] = []
        self.misnested: list[str] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += " "
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.words += " "
        if not self.open or self.open.pop() != tag:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.words += data

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]

    @property
    def text(self) -> str:
        return " ".join(self.words.split())


def page(shown: Report, **view: Any) -> Page:
    return Page(write(shown, "html", View(**view)))


def wrong(text: str, quote: str, /, **more: Any) -> Finding:
    """An error with figures, a correction and a source."""
    fields = {
        "claimed": quote, "found": "3:30.12", "suggestion": "3:30.12", "as_of": "2024-06-03",
        "judged": (judged("refuted", "time", exactly(210100), exactly(210120), exact=210100, printed=quote),),
        "evidence": (Evidence("r", "Peter Holt, 1500 m, 3:30.12", ("The book (https://book.example/)",), "2 June"),),
        "message": f"printed {quote}, the ground truth has 3:30.12", "severity": "high",
    }  # fmt: skip
    return finding(text, quote, "refuted", **{**fields, **more})


def hostile() -> tuple[Report, str]:
    """A report whose every free word is hostile, and the text to it."""
    text = f"{HOSTILE} 3:30.10 {HOSTILE}"
    one = wrong(
        text, "3:30.10", text=HOSTILE, message=HOSTILE, attributed_to=HOSTILE, missing=HOSTILE, notes=(HOSTILE,),
        arithmetic=(HOSTILE,), relied_on=(HOSTILE,), file=HOSTILE,
        evidence=(Evidence(HOSTILE, HOSTILE, (f"{HOSTILE} (javascript:alert(1))", "x (https://x.example/\"onclick=x)"),
                           HOSTILE),),
    )  # fmt: skip
    quoted = finding(text, HOSTILE, "supported")
    lost = finding(text, HOSTILE + "?", "not_enough_info", message=HOSTILE)
    made = report(one, quoted, lost, articles=(article(title=HOSTILE, publisher=HOSTILE, file=HOSTILE),))
    return made, text


def many(claims: int) -> tuple[Report, str]:
    """An article of so many claims, every tenth of them wrong."""
    words = [f"Runner {number} ran 3:{30 + number % 20}.{number % 100:02}" for number in range(claims)]
    text = ".\n\n".join(". ".join(words[at : at + 5]) for at in range(0, claims, 5))
    findings = []
    for number, sentence in enumerate(words):
        start = text.index(sentence)
        place = {"claim": f"c{number}", "start": start, "end": start + len(sentence)}
        one = wrong(text, sentence, **place) if number % 10 == 0 else finding(text, sentence, **place)
        findings.append(one)
    return report(*findings), text
