"""The presentation of a difference between two packs: lines for a terminal, and Markdown for a pull request's
comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

import msgspec

from harness.curate.difference import Difference
from harness.curate.verdict_changes import Turned
from harness.present.formats._characters import one_line
from harness.present.formats.markdown import table

WIDTH = 80  # columns of the text form
_LONGEST = 28  # of a value in it
_LISTED = 50  # facts and verdicts that a comment lists; a pull request's has 65,536 characters at most


def as_text(difference: Difference, verdicts: Sequence[Turned], checked: int) -> str:
    """Every fact and every verdict that differs; `checked` claims were tried."""
    return "\n".join((*_facts(difference), *_verdicts(verdicts, checked))) + "\n"


def as_markdown(difference: Difference, verdicts: Sequence[Turned], checked: int) -> str:
    """The verdicts first, as a table: they are what a reviewer decides on."""
    return "\n".join((*_verdict_table(verdicts, checked), *_fact_table(difference))) + "\n"


def _facts(difference: Difference) -> Iterator[str]:
    yield f"facts: {_tally(difference)}"
    yield from (f"+ {fact}" for fact in difference.added)
    yield from (f"- {fact}" for fact in difference.removed)
    for changed in difference.changed:
        yield f"~ {changed.fact}"
        for field, (old, new) in changed.fields.items():
            yield f"    {field}: {_shown(old)} -> {_shown(new)}"


def _tally(difference: Difference) -> str:
    added, removed, changed = (len(part) for part in (difference.added, difference.removed, difference.changed))
    return f"{added} added, {removed} removed, {changed} changed"


def _verdicts(verdicts: Sequence[Turned], checked: int) -> Iterator[str]:
    if not checked:
        return
    yield f"verdicts: {len(verdicts)} of {checked} changed"
    for verdict in verdicts:
        yield f"~ {verdict.article}/{verdict.claim}: {verdict.before} -> {verdict.after}"
        yield from _wrapped(verdict.text)
        yield from _wrapped(f"known: {verdict.knew or 'nothing'} -> {verdict.knows or 'nothing'}")
        yield from _wrapped(f"why: {verdict.why}" if verdict.why else "")
        yield from (f"    by: {fact}" for fact in verdict.facts)


def _verdict_table(verdicts: Sequence[Turned], checked: int) -> Iterator[str]:
    if not checked:
        return
    yield f"**Verdicts: {len(verdicts)} of {checked} changed**"
    yield ""
    rows = []
    for verdict in verdicts:
        known = f"{verdict.knew or 'nothing'} → {verdict.knows or 'nothing'}"
        turned = f"{verdict.before} → {verdict.after}"
        why = "; ".join((verdict.why, *verdict.facts)) if verdict.why else "; ".join(verdict.facts)
        rows.append((f"{verdict.article}/{verdict.claim}: {verdict.text}", turned, known, why))
    yield from _listed(("Claim", "Verdict", "Known", "Why"), rows)


def _fact_table(difference: Difference) -> Iterator[str]:
    yield f"**Facts: {_tally(difference)}**"
    yield ""
    rows = [("+", fact, "") for fact in difference.added] + [("−", fact, "") for fact in difference.removed]
    for changed in difference.changed:
        fields = "; ".join(f"{field}: {_shown(old)} → {_shown(new)}" for field, (old, new) in changed.fields.items())
        rows.append(("~", changed.fact, fields))
    yield from _listed(("", "Fact", "Change"), rows)


def _listed(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if rows:
        yield from table(heads, rows[:_LISTED])
        yield ""
    if len(rows) > _LISTED:
        yield f"and {len(rows) - _LISTED} more: `harness truth diff` lists them all"
        yield ""


def _wrapped(text: str) -> list[str]:
    return wrap(one_line(text), WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
