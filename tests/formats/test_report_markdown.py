"""markdown: sections worst first, the undecided folded, words that stay words, an end to a long page."""

from __future__ import annotations

import re

import msgspec
import pytest

from harness.present.formats import write
from harness.records.model import Report


def test_sections_in_order(arden: Report) -> None:
    titles = re.findall(r"(?:### |<summary>)([^(<]+) \((\d+)\)", write(arden, "markdown"))
    assert titles == [("Could not check", "1"), ("Unreadable", "1"), ("Refuted", "2"), ("Conflicts", "2"),
                      ("Supported, with a remark", "1"), ("Undecided", "1"), ("Articles", "1")]  # fmt: skip


def test_the_undecided_are_folded(arden: Report) -> None:
    written = write(arden, "markdown")
    assert written.count("<details>") == written.count("</details>") == 1
    assert "berg-heat" in written[written.index("<details>") : written.index("</details>")]


@pytest.mark.parametrize(
    "words, cell",
    [
        ("a|b", r"a\|b"),
        ("a\nb", "a b"),
        ("<script>", r"\<script\>"),
        ("*b* _i_ `c` ~s~ [l](u) $m$ &amp;", r"\*b\* \_i\_ \`c\` \~s\~ \[l\](u) \$m\$ \&amp;"),
        ("\\|", r"\\\|"),
        ("@editor", "@<!-- -->editor"),  # nobody is called by a quote
        ("3:30.10", "3:30.10"),
    ],
)
def test_words_stay_words(arden: Report, words: str, cell: str) -> None:
    findings = tuple(msgspec.structs.replace(one, quote=words) for one in arden.findings)
    assert f"| refuted (high) | {cell} |" in write(msgspec.structs.replace(arden, findings=findings), "markdown")


def test_a_long_page_ends_and_says_so(arden: Report) -> None:
    (refuted,) = [one for one in arden.findings if one.claim == "holt-second"]
    written = write(msgspec.structs.replace(arden, findings=(refuted,) * 5000), "markdown")
    assert "### Refuted (5000)" in written
    assert written.count("| refuted (high) |") == 300
    assert "… and 4700 rows more" in written
    assert len(written.encode()) < 1_000_000  # GitHub takes 1 MiB


def test_no_article_no_table(arden: Report) -> None:
    assert "### Articles" not in write(msgspec.structs.replace(arden, articles=()), "markdown")
