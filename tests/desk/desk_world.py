"""A desk on the Arden world, with a reader that knows two sentences, so that only what the desk does is tried here."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from arden import RACE, World
from msgspec.structs import replace

from harness.checking.load import load_truth
from harness.desk.checker import DeskChecker
from harness.desk.deciding import Desk
from harness.desk.folder import Folder
from harness.desk.readings import write_reading
from harness.extract import SourceArticle, head
from harness.truth.index import Truth

TEXT = (
    "Holt ran 3:30.21 in the final. Berg came third.\n"
    "Berg ran 3:31.00 that day. Holt came first, and Berg came second at last.\n"
)
ARTICLE = SourceArticle(
    id="arden-draft", title="Arden", publisher="Arden Post", published="2024-06-03", text=TEXT,
    published_basis="as the editor gave it",
)  # fmt: skip

_SENTENCE = re.compile(r"(?P<name>Holt|Berg) (?:ran (?P<mark>3:[0-9.]{1,20}[0-9])|came (?P<place>first|second|third))")


class TwoSentences(DeskChecker):
    """Reads "NAME ran MARK" and "NAME came PLACE", of the one race that the Arden world has."""

    def read(self, article: SourceArticle) -> dict[str, Any]:
        claims: list[dict[str, Any]] = []
        for match in _SENTENCE.finditer(article.text):
            kind = "mark" if match["mark"] else "place"
            words = match[kind]
            base = f"{kind}-{match['name']}-{words}".lower().replace(":", "-").replace(".", "-")
            number = sum(claim["id"].startswith(base) for claim in claims)
            claims.append(
                {
                    "kind": kind, "id": base + (f"-{number + 1}" if number else ""),
                    "text": f"{match['name']}'s {kind}: {words}",
                    "quote": words, "start": match.start(kind), "end": match.end(kind),
                    "athlete": match["name"], kind: words, "scope": RACE,
                }
            )  # fmt: skip
        return {"article": head(article), "claims": claims}


class Clock:
    """A clock that goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2024, 6, 3, 12, 0, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def arden_truth(world: World) -> Truth:
    truth = load_truth(world.root / "truth")
    assert isinstance(truth, Truth)
    return truth


def desk_on(root: Path, truth: Truth, text: str = TEXT) -> Desk:
    """A desk with one draft in it."""
    folder = Folder(root)
    folder.prepare()
    desk = Desk(folder, TwoSentences(truth, root), Clock())
    folder.write_text(ARTICLE.id, text)
    write_reading(folder, desk.checker, replace(ARTICLE, text=text), ())
    return desk


def verdicts(desk: Desk) -> dict[str, str]:
    """The verdict of every claim; "accepted" where the baseline accepts it."""
    report = desk.open(ARTICLE.id).report
    return {finding.claim: "accepted" if finding.waiver else finding.verdict for finding in report.findings}
