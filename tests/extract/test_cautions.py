"""Articles that are to be read with caution: in another language, several in one file, dated ahead."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from harness.extract import SourceArticle, extract
from harness.extract.articles import read_article
from harness.extract.cautions import dated_ahead, several_articles
from harness.extract.rules.language import not_in_english
from harness.records.model import Mistake

ENGLISH = "Cole Hocker won the 1500m final at the Paris 2024 Olympics in 3:27.65, with Josh Kerr second."
OTHER = {
    "German": "Hocker gewann am Dienstag das Finale über 1500 Meter. Für Kerr blieb der zweite Platz, und auch Nuguse"
    " lief so schnell wie noch nie.",
    "French": "Hocker s'est imposé mardi en finale du 1500 m. Kerr a pris la deuxième place devant Nuguse, et le tenant"
    " du titre a fini au pied du podium.",
    "Spanish": "Hocker se impuso el martes en la final de los 1500 metros. Kerr fue segundo por delante de Nuguse, y el"
    " campeón se quedó sin medalla.",
    "Norwegian": "Hocker vant finalen på 1500 meter tirsdag kveld. Kerr ble nummer to foran Nuguse, og mesteren fra"
    " sist måtte nøye seg med fjerdeplassen.",
    "Swahili": "Hocker alishinda fainali ya mita 1500 siku ya Jumanne. Kerr alimaliza wa pili mbele ya Nuguse, na"
    " bingwa mtetezi hakupata medali yoyote.",
    "Italian": "Hocker ha vinto martedì la finale dei 1500 metri. Kerr è arrivato secondo davanti a Nuguse, mentre il"
    " campione uscente è rimasto senza medaglia.",
    "Russian": "Хокер выиграл во вторник финал на дистанции 1500 метров.",
    "Arabic": "فاز هوكر بنهائي سباق 1500 متر يوم الثلاثاء",
}
IN_ENGLISH = (
    ENGLISH,
    "1. Josh Kerr (GBR) 3:29.38\n2. Jakob Ingebrigtsen (NOR) 3:29.65\n3. Narve Gilje Nordås (NOR) 3:29.68",
    "Captain of the rowers hopes for calm water and a long last stretch on Sunday",
    "Results: men, women, juniors; dns, dnf, pb, sb, nr, wind +1.2",
    "Kerr, Hocker, Ingebrigtsen",
    "",
)
TWO = f"""Hocker stuns the favourites
By Ann Arden

{ENGLISH} The American had come from fifth place at the bell, and nobody had seen him coming.

Kerr wins in Budapest
By Bo Lind

Josh Kerr won the 1500m at the World Championships in Budapest in 3:29.38.
"""


def draft(text: str) -> SourceArticle:
    return SourceArticle(id="draft", title="Draft", publisher="Arden Post", published="2024-08-07", text=text)


@pytest.mark.parametrize("language", OTHER)
def test_another_language_is_told_and_not_read(language: str) -> None:
    found = extract("rules", draft(OTHER[language]))
    assert found.document is None
    assert found.failure.startswith("it is not in English")


@pytest.mark.parametrize("language", OTHER)
def test_of_a_mixed_text_the_english_is_read_and_the_rest_is_told(language: str) -> None:
    text = f"{ENGLISH}\n\n{OTHER[language]}\n\n{ENGLISH}"
    found = extract("rules", draft(text))
    assert found.document is not None
    assert found.log == "not read: line 3 is not in English\n"
    alone = extract("rules", draft(ENGLISH)).document
    assert alone is not None
    assert len(found.document["claims"]) == 2 * len(alone["claims"])
    assert all(text[claim["start"] : claim["end"]] == claim["quote"] for claim in found.document["claims"])


@pytest.mark.parametrize("text", IN_ENGLISH)
def test_english_is_read(text: str) -> None:
    assert not_in_english(text) == []


@pytest.mark.parametrize(
    "text, lines",
    [
        (TWO, "lines 2 and 7"),
        (TWO.replace("By Ann Arden", "August 7, 2024").replace("By Bo Lind", "24 August 2023"), "lines 2 and 7"),
        (f"PARIS, Aug 7 - {ENGLISH} {ENGLISH}\n\nBUDAPEST (Arden Press) - {ENGLISH}", "lines 1 and 3"),
        (ENGLISH, ""),
        (f"By Ann Arden\nBy Bo Lind\n\n{ENGLISH}", ""),
        (f"Wednesday, 7 August 2024\nUpdated: 7 August 2024\n\n{ENGLISH}", ""),
    ],
)
def test_several_articles_in_one_file_are_told(text: str, lines: str) -> None:
    caution = several_articles(text)
    assert lines in caution
    assert bool(caution) is bool(lines)


def test_a_day_far_ahead_is_a_mistake(tmp_path: Path) -> None:
    today = date(2024, 8, 7)
    assert dated_ahead("2024-09-07", today) == ""
    assert "lies 32 days ahead" in dated_ahead("2024-09-08", today)
    ahead = (date.today() + timedelta(days=400)).isoformat()
    file = tmp_path / f"draft-{ahead}.txt"
    file.write_text(ENGLISH, encoding="utf-8")
    article = read_article(file, {})
    assert isinstance(article, Mistake)
    assert ahead in article.message


def test_the_file_of_several_articles_is_read_with_a_note(tmp_path: Path) -> None:
    file = tmp_path / "draft-2024-08-07.txt"
    file.write_text(TWO, encoding="utf-8")
    article = read_article(file, {})
    assert isinstance(article, SourceArticle)
    assert article.note.startswith("these may be several articles (lines 2 and 7 begin like one)")
