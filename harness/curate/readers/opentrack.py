"""Results of a meeting as OpenTrack and athlib's samples have them, in JSON: events with rounds and results."""

from __future__ import annotations

import json
from typing import Any

from harness import strict_json
from harness.curate.catalogue import events
from harness.curate.json_table import OBJECTS_AS_LINES
from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, made_table
from harness.names import fold, read_event
from harness.records.model import Mistake

TITLE = "results of a meeting in JSON, as OpenTrack has them"

_HEADER = ["event", "sex", "round", "section", "date", "athlete", "athlete_nation", "athlete_id", "mark", "place",
           "wind", "qualified", "team"]  # fmt: skip


def sure(source: SourceFile) -> float:
    text = source.raw.lstrip()[:1]
    if text != b"{" or b'"events"' not in source.raw or b'"performance"' not in source.raw:
        return 0.0
    return 0.95 if b'"eventCode"' in source.raw else 0.5


def read(source: SourceFile) -> Read | list[Mistake]:
    mistakes = strict_json.mistakes(source.raw, str(source.path))
    if mistakes:
        return list(mistakes)
    meeting = json.loads(source.raw)
    lines = strict_json.FilePositions(source.raw)
    rows = []
    for number, event in enumerate(meeting["events"]):
        places = lines.inside(("events", number, "result"))
        for (line, _), result in zip(places, event["result"], strict=True):
            rows.append((line, _row(event, result)))
    constants = {"edition": f"Olympic Games {meeting['year']}"} if "olympic" in fold(meeting.get("name", "")) else {
        "city": meeting.get("city", ""), "country": meeting.get("country", "")
    }  # fmt: skip
    file = str(source.path)
    if len({line for line, _ in rows}) < len(rows):
        file += OBJECTS_AS_LINES
        rows = [(number, texts) for number, (_, texts) in enumerate(rows, 1)]
    return Read(made_table(file, _HEADER, rows), Wishes({}, constants))


def _row(event: dict[str, Any], result: dict[str, Any]) -> list[str]:
    given_name, family = result.get("givenName") or "", result.get("familyName") or ""
    team = not family and bool(result.get("teamCode") or result.get("runners"))
    round_, section = _round(event, result)
    return [
        _event(event), event.get("gender") or "", round_, section, event.get("date") or "",
        result.get("country", "") if team else f"{given_name} {family}".strip(), result.get("country") or "",
        str(result.get("tpAthleteId") or ""), str(result.get("performance") or ""), str(result.get("rank") or ""),
        str(result.get("wind") or event.get("wind") or ""), result.get("qualification") or "", "yes" if team else "",
    ]  # fmt: skip


def _event(event: dict[str, Any]) -> str:
    """The event's code; of a discipline inside a combined event, both, since its races are none of the open event's."""
    code, name = event.get("eventCode") or "", event.get("name") or ""
    known = events().get(read_event(code).key)
    printed = known.id if known is not None else name
    return f"{event['athlon']} {printed}" if event.get("athlon") else printed


def _round(event: dict[str, Any], result: dict[str, Any]) -> tuple[str, str]:
    name = event.get("roundName") or {"FINAL": "final"}.get(event.get("round") or "", "")
    group = str(result.get("group") or "").strip()[:1]
    if event.get("round") == "PRELIM" and name == "Qualification":
        return "qualification", f"qualifying {group}" if group.isalpha() else ""
    return name, ""
