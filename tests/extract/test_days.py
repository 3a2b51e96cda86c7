"""Days as people write them, and the day at the head of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.checking.load import default_truth_folder, load_truth
from harness.extract.articles import read_article
from harness.extract.days import day_at_the_head, iso_day
from harness.extract.drafts import read_drafts
from harness.records.model import Mistake

TEXT = "Cole Hocker won the 1500m final at the Paris 2024 Olympics in 3:27.65 on Tuesday."


@pytest.mark.parametrize(
    "printed, day",
    [
        ("2024-08-02", "2024-08-02"), ("2 August 2024", "2024-08-02"), ("August 2, 2024", "2024-08-02"),
        ("Aug. 2nd, 2024", "2024-08-02"), ("Friday, 2 August 2024", "2024-08-02"), ("2nd of Sept 2024", "2024-09-02"),
        ("Fri 2 Aug 2024", "2024-08-02"), ("2024-08-02T21:10:00+02:00", "2024-08-02"), ("30 February 2024", None),
        ("08/02/2024", None), ("2 August", None), ("August 2024", None), ("soon", None), ("2024-13-01", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(printed: str, day: str | None) -> None:
    assert iso_day(printed) == day


@pytest.mark.parametrize(
    "head, day",
    [
        ("Hocker wins\nBy Ann Arden\nAugust 7, 2024\n\n", "2024-08-07"),
        ("Hocker wins\nBy Ann Arden, 7 August 2024 at 10:32 pm\n\n", "2024-08-07"),
        ("Hocker wins\n*Published: Wednesday, 7 August 2024*\nUpdated: 8 August 2024\n\n", "2024-08-07"),
        ("PARIS, Aug 6, 2024 (Arden Press) - ", "2024-08-06"),
        ("PARIS (6 August 2024) - ", "2024-08-06"),
        ("PARIS, Aug 6 - ", None),
        ("It was as on 6 August 2021 in Tokyo. ", None),
        ("Born on 6 August 2001, he was the favourite: ", None),
        (f"{TEXT * 10}\n\nAugust 7, 2024\n\n", None),
    ],
)
def test_the_day_at_the_head_of_a_text(head: str, day: str | None) -> None:
    assert day_at_the_head(head + TEXT) == day


def test_a_name_tells_before_the_head_and_the_head_before_what_is_given(tmp_path: Path) -> None:
    head = "August 7, 2024\n\n"
    for name, text, day in (
        ("draft-2024-08-06", head, "2024-08-06"), ("draft", head, "2024-08-07"), ("draft", "", "2024-08-08"),
    ):  # fmt: skip
        file = tmp_path / f"{name}.txt"
        file.write_text(text + TEXT, encoding="utf-8")
        article = read_article(file, {"published": "8 August 2024"})
        assert not isinstance(article, Mistake)
        assert article.published == day


def test_no_error_rests_on_a_day_that_was_guessed(tmp_path: Path) -> None:
    """An old text without a day, read as of today: its weekdays and ages are of another day."""
    import harness

    file = tmp_path / "draft.txt"
    file.write_text(f"{TEXT} Hocker, 23, beat Josh Kerr, who ran 3:27.97.", encoding="utf-8")
    drafts = read_drafts([file], "rules", {}, {"today": "2026-11-30"})
    findings = harness.check(drafts.files, load_truth(default_truth_folder())).findings
    assert {finding.kind for finding in findings if finding.verdict == "refuted"} <= {"mark"}
    assert not any(finding.suggestion for finding in findings if finding.kind in ("date", "bio"))
