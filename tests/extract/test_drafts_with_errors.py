"""Ten drafts as editors get them, each right and with errors put in: no correction makes a right sentence wrong.

`[right|wrong]` is a place of an error: with all of the first the draft is right by the shipped ground truth, with all
of the second it has the errors that published articles have (another's figure, swapped digits, a place, an age).
"""

from __future__ import annotations

import pytest
from paired_drafts import PairedDraft, checked, errors_told, wrong_corrections

DRAFTS = (
    PairedDraft("paris-final", "2024-08-07", """\
Cole Hocker is the Olympic champion. The American won the 1500m final at the Paris 2024 Olympics in [3:27.65|3:27.56] on
Tuesday night. Josh Kerr of Great Britain took silver in 3:27.79, and Yared Nuguse was third in [3:27.80|3:28.80].

Jakob Ingebrigtsen, who led for three laps, finished [fourth|fifth] in 3:28.24. Hobbs Kessler was fifth and Niels Laros
sixth at the Paris 2024 Olympics, both with personal bests."""),
    PairedDraft("budapest", "2023-08-24", """\
For the second year in a row a Briton outran the favourite. Josh Kerr won the 1500m at the World Championships in
Budapest on Wednesday in [3:29.38|3:29.83], from Jakob Ingebrigtsen in 3:29.65. Narve Gilje Nordås, also of Norway, took
[bronze|silver] in 3:29.68.

Kerr, [25|26], moved to the front off the last bend. Abel Kipsang was fourth and Yared Nuguse fifth."""),
    PairedDraft("eugene", "2022-07-20", """\
EUGENE, July 20 - Nobody had Jake Wightman down for gold, but he won the 1500m at the World Championships in Eugene in
[3:29.23|3:29.32]. Jakob Ingebrigtsen of Norway had to settle for silver, [0.24 seconds|0.42 seconds] behind. Mohamed
Katir of Spain took the bronze.

Josh Kerr was [fifth|sixth] in 3:30.60, one place ahead of the defending champion, Timothy Cheruiyot."""),
    PairedDraft("tokyo", "2021-08-08", """\
Jakob Ingebrigtsen won the 1500m at the Tokyo Olympics in an Olympic record of [3:28.32|3:28.23]. The Norwegian beat
Timothy Cheruiyot, who ran 3:29.01. Josh Kerr of Great Britain won [bronze|silver] in 3:29.05 at the Tokyo Olympics.

Abel Kipsang was fourth in [3:29.56|3:29.65] and Cole Hocker, in his first final, sixth."""),
    PairedDraft("oslo", "2024-05-31", """\
Three hundredths of a second decided the 1500m at the Bislett Games on Thursday. Jakob Ingebrigtsen threw himself
over the line in [3:29.74|3:29.47], and Timothy Cheruiyot was second in 3:29.77 at the Bislett
Games. Azeddine Habz came third
in 3:30.80.

Isaac Nader was [fourth|third], Elliot Giles fifth. Ingebrigtsen is [23|24]."""),
    PairedDraft("monaco", "2024-07-13", """\
Jakob Ingebrigtsen took the European 1500m record down to [3:26.73|3:26.37] at the Monaco Diamond League on Friday. It
was more than a second faster than his old best.

Timothy Cheruiyot was second in 3:28.71 at the Monaco Diamond League, and Brian Komen, another Kenyan, third in
[3:28.80|3:28.08]. Yared Nuguse was fourth and Neil Gourley fifth."""),
    PairedDraft("rome", "2024-06-13", """\
Jakob Ingebrigtsen retained his title. He won the 1500m at the European Championships in Rome in [3:31.95|3:31.59] on
Wednesday, after winning the 5000m on Saturday.

Jochem Vermeulen of [Belgium|Norway] took silver in 3:33.30. Pietro Arese, [24|23], of Italy, won bronze at the European
Championships in Rome."""),
    PairedDraft("doha", "2019-10-07", """\
Timothy Cheruiyot ran away from the field. The Kenyan won the 1500m at the World Championships in Doha in
[3:29.26|3:29.62] on Sunday. Taoufik Makhloufi of Algeria was second in 3:31.38 and Marcin Lewandowski of Poland third.

Jakob Ingebrigtsen, [19|18], was [fourth|fifth] at the World Championships in Doha; Jake Wightman was fifth, Josh Kerr
sixth."""),
    PairedDraft("mile", "2024-05-26", """\
Josh Kerr broke the British mile record on Saturday. He won the mile at the Prefontaine Classic in Eugene in
[3:45.34|3:45.43]. Jakob Ingebrigtsen, the winner of last year, was second in 3:45.60.

Yared Nuguse came third in [3:46.22|3:46.60] at the Prefontaine Classic, Neil Gourley fourth in 3:47.74."""),
    PairedDraft("trials", "2024-06-25", """\
1500m, US Olympic Trials, final

1. Cole Hocker (USA) [3:30.59|3:30.95]
2. Yared Nuguse (USA) 3:30.86
3. Hobbs Kessler (USA) [3:31.53|3:31.35]

Hocker, [23|24], won the 1500m at the US Olympic Trials on Monday from Nuguse and Kessler."""),
)  # fmt: skip


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_a_draft_without_errors_has_no_error_and_no_correction(draft: PairedDraft) -> None:
    findings, _ = checked(draft, 1)
    assert [finding.quote for finding in findings if finding.verdict == "refuted" or finding.suggestion] == []
    assert [finding.quote for finding in findings if finding.contradicted_as_read] == []
    assert sum(finding.verdict == "supported" for finding in findings) >= 5


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_every_correction_of_a_draft_with_errors_is_of_an_error_and_right(draft: PairedDraft) -> None:
    assert wrong_corrections(draft) == []


def test_most_of_the_errors_are_flagged_or_to_be_checked() -> None:
    told, planted = errors_told(DRAFTS)
    assert told >= 0.9 * planted, f"{told} of {planted}"
