"""Arden: a small world of invented results and an article about it, on disk, for tests that run the whole harness."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

TEXT = "Holt won the Arden 1500m in 3:30.10 from Berg (3:31.00), by a second, for his first gold. He is 25."

PACK: dict[str, Any] = {
    "sources": [{"id": "book", "title": "The Arden results book", "family": "arden", "url": "https://arden.example"}],
    "nations": [
        {"id": "NOR", "name": "Norway", "area": "Europe", "demonyms": ["Norwegian"]},
        {"id": "GBR", "name": "Great Britain", "area": "Europe", "aliases": ["Britain", "GB"], "demonyms": ["Briton"]},
    ],
    "events": [
        {
            "id": "1500m", "name": "1500 metres", "measure": "time", "better": "lower", "metres": 1500,
            "plausible": ["3:20", "6:00"], "aliases": ["1500m", "1,500 metres"],
        },
    ],
    "athletes": [
        {"id": "anders-berg", "name": "Anders Berg", "sex": "men", "born": "1999-02-03", "sources": ["book"],
         "nations": [{"value": "NOR"}]},
        {"id": "peter-holt", "name": "Peter Holt", "sex": "men", "born": "1998-06-01", "sources": ["book"],
         "nations": [{"value": "GBR"}]},
    ],
    "competitions": [{"id": "arden-games", "name": "Arden Games", "level": "world", "medals": True}],
    "editions": [
        {"id": "arden-games-2024", "competition": "arden-games", "name": "Arden Games 2024", "city": "Arden",
         "start": "2024-06-01", "end": "2024-06-02", "nation": "GBR", "venue": "Arden Park", "sources": ["book"]},
    ],
    "races": [
        {
            "event": "1500m", "sex": "men", "date": "2024-06-02", "edition": "arden-games-2024", "round": "final",
            "sources": ["book"], "finishers_complete": True,
            "results": [
                {"athlete": "peter-holt", "place": 1, "mark": "3:30.12"},
                {"athlete": "anders-berg", "place": 2, "mark": "3:31.00"},
            ],
        },
    ],
    "completeness": [
        {"id": "arden-medals", "covers": "medals", "events": ["1500m"], "sex": "men", "competition": "arden-games",
         "start": "2024-01-01", "end": "2024-12-31", "text": "every medal of the Arden Games", "sources": ["book"]},
    ],
}  # fmt: skip

RACE = {"event": "1500m", "sex": "men", "competition": "Arden Games", "year": 2024, "round": "final"}


def claim(kind: str, identity: str, quote: str, **fields: Any) -> dict[str, Any]:
    """A claim on TEXT: the quote's place is found, the words of the claim are made up."""
    start = TEXT.index(quote)
    place = {"quote": quote, "start": start, "end": start + len(quote)}
    return {"kind": kind, "id": identity, "text": f"claim {identity}", **place, **fields}


CLAIMS = [
    claim("mark", "holt-mark", "3:30.10", athlete="Holt", mark="3:30.10", scope=RACE),
    claim("mark", "berg-mark", "3:31.00", athlete="Berg", mark="3:31.00", scope=RACE),
    claim("place", "holt-won", "won", athlete="Holt", place=1, scope=RACE),
    claim("margin", "by-a-second", "by a second", ahead="Holt", behind="Berg", gap="a second", scope=RACE),
    claim("bio", "holt-age", "25", athlete="Peter Holt", age=26),
    claim("other", "berg-mood", "Berg"),
]


def article(identity: str = "arden", text: str = TEXT) -> dict[str, Any]:
    return {
        "id": identity,
        "title": "An invented report",
        "publisher": "Arden Post",
        "url": None,
        "published": "2024-06-03",
        "published_basis": "invented",
        "characters": len(text),
        "sha256": sha256(text.encode()).hexdigest(),
    }


class World:
    """A folder with `truth/` and `claims/`, and the command to run in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "truth").mkdir()
        (root / "claims").mkdir()
        self.write("truth/pack.json", PACK)

    def write(self, name: str, content: Any) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content, indent=1), encoding="utf-8")
        return path

    def claims(self, *claims: dict[str, Any], name: str = "arden") -> Path:
        return self.write(f"claims/{name}.json", {"article": article(name), "claims": list(claims)})

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """The real command in a process of its own, in this folder."""
        command = [sys.executable, "-W", "error", "-m", "harness", *map(str, arguments)]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, encoding="utf-8", check=False)

    def check(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("check", "--truth", "truth", *arguments)

    def report(self, *arguments: str) -> dict[str, Any]:
        run = self.check("--format", "json", *arguments)
        assert run.stdout, run.stderr
        parsed: dict[str, Any] = json.loads(run.stdout)
        return parsed
