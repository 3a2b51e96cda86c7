"""The day at the top of a draft: proposed where it is the only one there, and a whole one."""

from __future__ import annotations

from datetime import date

import pytest

from harness.desk.day_at_top import day_at_top


@pytest.mark.parametrize("text, day", [
    ("Holt wins\n\nBy Ada Writer, 4 June 2024\n\nARDEN - Holt won.", "2024-06-04"),
    ("Tuesday 4th June, 2024\nHolt wins", "2024-06-04"),
    ("Jun. 4, 2024 - Holt wins", "2024-06-04"),
    ("4 JUNE 2024", "2024-06-04"),
    ("Updated 2024-06-04", "2024-06-04"),
    ("Holt wins\nPosted June 4, 2024, updated 4 June 2024", "2024-06-04"),  # the same day twice
    ("Holt wins\nPosted 4 June 2024, updated 5 June 2024", ""),
    ("Holt wins\nJune 2024", ""),
    ("Holt wins\n31 June 2024", ""),
    ("Holt won at Arden, " + "in the best race that anybody there remembers, " * 3 + "on 4 June 2024.", ""),
    ("Holt wins\n" * 8 + "4 June 2024", ""),
    ("", ""),
])  # fmt: skip
def test_the_day_at_the_top(text: str, day: str) -> None:
    assert day_at_top(text, date(2024, 6, 30)) == day
