"""Ten drafts on swimming, skating, skiing, rowing, archery, throwing and running, in as many hands, each right and with
errors put in, over the invented facts of the shipped data set: no correction makes a right sentence wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from paired_drafts import PairedDraft, checked, errors_told, wrong_corrections

PACK = Path(__file__).parents[2] / "benchmarks" / "sports-claims" / "facts"
DRAFTS = (
    PairedDraft("agency-swimming", "2025-06-15", """\
PORT ELLIAN, June 15 - Ilse Varnholt won the women's 200m freestyle at the Northern Seas Championships on Saturday in
[1:55.42|1:55.24], a championship record.

The [22|23]-year-old Vastlander turned first at every wall. Teodora Misk of Kestria, the winner two years ago, was
[second|third] in 1:55.97, and Amaya Ruelo took [bronze|silver] in 1:56.30.
"""),
    PairedDraft("column-swimming", "2023-06-12", """\
There are races that you see once and swim in your head for a week. Teodora Misk won the 200m freestyle at the Northern
Seas Championships in Stroma on Saturday, and she won it by [0.28|0.82] seconds from Ilse Varnholt, who swam
[1:56.40|1:56.04].

Signe Aldahl took bronze. Noor Castan was [fourth|fifth] in 1:57.77, and did not seem to mind.
"""),
    PairedDraft("radio-skating", "2025-01-26", """\
Well, the ice at Ymirholt was quick today. Gunnar Thessel, who's [25|26], won the 1000m at the Frostline Trophy in
[1:08.17|1:08.71], and no one has ever gone quicker at this meeting.

Second was Batu Ordal in 1:08.52. Oskar Bremmer, who won a year ago, came home [third|second] in 1:08.74.
"""),
    PairedDraft("results-skating", "2025-01-25", """\
Frostline Trophy 2025, Ymirholt Oval
Men's 500m, 25 January

1. Dario Lenzo (MIR) [34.61|34.16]
2. Batu Ordal (TOV) 34.70
3. Gunnar Thessel (HAL) [34.88|38.48]
"""),
    PairedDraft("club-skiing", "2025-02-10", """\
Aksel Rymark won the 15km classic at the White Cup in Tarnfjell on Sunday in [35:41.7|35:47.1]. Matis Orav was second,
[7.6|6.7] seconds behind, and Sindre Holm-Vale, 23, third in 35:50.0.

Teemu Raita, the winner in Oderby a month ago, finished [fourth|fifth] in 36:02.8, and Lorenz Abt was fifth.
"""),
    PairedDraft("profile-javelin", "2024-08-19", """\
Kolya Stendt has thrown at Stonefield for a decade, and on Saturday the [32|33]-year-old threw well. He was second in
the javelin at the Stonefield Meeting with [86.04m|84.06m].

Moses Attah won it with 88.31m, an Orlenian record. Anders Lauge was third with [85.77m|85.57m]; Ryo Temba was fourth.
"""),
    PairedDraft("short-archery", "2025-05-03", """\
Sora Minbaek, [19|20], won the women's ranking round at the Tovari Open on Friday with [681 points|618 points]. Jana
Vesk, who had won a year before, was second with 674 points.

Elise Corbin was [third|fourth] with 671 points at the Tovari Open in Ulan Sar.
"""),
    PairedDraft("feature-rowing", "2025-07-07", """\
For a year Hanne Dovre had thought about Wilma Rask's stern. On Sunday she never saw it. The Halvorian won the women's
single sculls at the Lusen Regatta in [7:29.95|7:29.59], ahead of Rask, who took 7:31.02.

Dunja Peric was [third|second] in 7:41.66. Dovre, who is [20|21], will not row again until the autumn.
"""),
    PairedDraft("blog-marathon", "2024-04-15", """\
I stood on the third bridge with a flask, and saw Halima Dualeh go by alone. She won the women's marathon at the Three
Bridges Marathon on Sunday in [2:33:12|2:32:13]. Bettina Kroll, 38, was second in [2:39:58|2:39:18], with Freya Osk
[third|fourth] in 2:46:20.

Kwame Boro won the men's race in 2:14:09.
"""),
    PairedDraft("live-rowing", "2024-07-07", """\
15.02 The women's single sculls, final, Lusen Regatta 2024.

15.11 Wilma Rask wins the single sculls final at the Lusen Regatta in [7:33.40|7:33.04]! Hanne Dovre is second in
7:34.18. Celia Amaro takes [bronze|silver] in 7:40.02.
"""),
)  # fmt: skip


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_a_draft_without_errors_has_no_error_and_no_correction(draft: PairedDraft) -> None:
    findings, _ = checked(draft, 1, PACK)
    assert [finding.quote for finding in findings if finding.verdict == "refuted" or finding.suggestion] == []
    assert [finding.quote for finding in findings if finding.contradicted_as_read] == []
    assert sum(finding.verdict == "supported" for finding in findings) >= 3


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_every_correction_is_of_an_error_and_right(draft: PairedDraft) -> None:
    assert wrong_corrections(draft, PACK) == []


def test_most_of_the_errors_are_flagged_or_to_be_checked() -> None:
    told, planted = errors_told(DRAFTS, PACK)
    assert told >= 0.8 * planted, f"{told} of {planted}"
