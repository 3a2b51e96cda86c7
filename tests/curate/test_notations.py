"""Values as sources write them: marks, dates, names, places with rounds, venues. One row a notation."""

from __future__ import annotations

import pytest

from harness.curate.date_notations import guess_style, read_day
from harness.curate.lexicon import PackNames
from harness.curate.mark_notations import guess_style as guess_marks
from harness.curate.mark_notations import read_mark_cell
from harness.curate.new_events import plain_event
from harness.curate.parse_cells import read_cell, read_place
from harness.curate.person_names import read_name
from harness.curate.round_notations import read_round_cell
from harness.curate.venues import read_where
from harness.curate.written_words import english_event
from harness.truth.index import Truth
from harness.truth.pack import Event, Pack

SPRINT = Event(id="100m", name="100 m", measure="time", better="lower", plausible=("9.4", "20"), metres=100)
MILE = Event(id="mile", name="mile", measure="time", better="lower", plausible=("3:36", "8:00"), metres=1609)
MARATHON = Event(id="marathon", name="marathon", measure="time", better="lower", plausible=("1:59:00", "8:00:00"))
JUMP = Event(id="long-jump", name="long jump", measure="distance", better="higher", plausible=("3.00", "9.20"))
DECATHLON = Event(id="decathlon", name="decathlon", measure="points", better="higher", plausible=("3000", "9999"))
VAULT = Event(id="vault", name="vault", measure="points", better="higher", plausible=("5", "17"))

MARKS = [
    (SPRINT, "10.49", {"mark": "10.49"}),
    (SPRINT, "10,49", {"mark": "10.49"}),
    (SPRINT, "10.5h", {"mark": "10.5h"}),
    (SPRINT, "10.6w", {"mark": "10.6", "assisted": True}),
    (SPRINT, "10.60+2.9", {"mark": "10.60", "wind": "+2.9"}),
    (SPRINT, "10.60 (-0.3)", {"mark": "10.60", "wind": "-0.3"}),
    (SPRINT, "10.7A", {"mark": "10.7", "note": "at altitude"}),
    (SPRINT, "10.61*", {"mark": "10.61", "note": "marked * in the source"}),
    (SPRINT, "10.61 NR", {"mark": "10.61"}),
    (SPRINT, "10.61 =SB Q", {"mark": "10.61"}),
    (SPRINT, "00:00:10.490000", {"mark": "10.49"}),
    (SPRINT, "dnf", {"status": "DNF"}),
    (SPRINT, "Did not finish", {"status": "DNF"}),
    (SPRINT, "AB", {"status": "DNF"}),
    (SPRINT, "DSQ", {"status": "DQ"}),
    (SPRINT, "9.99DQ", {"status": "DQ", "note": "disqualified with 9.99"}),
    (SPRINT, "DQ R 163.3a", {"status": "DQ"}),
    (SPRINT, "d.n.s.", {"status": "DNS"}),
    (SPRINT, "nicht angetreten", {"status": "DNS"}),
    (SPRINT, "disqualifiée", {"status": "DQ"}),
    (SPRINT, "ritirata", {"status": "DNF"}),
    (JUMP, "o.g.V.", {"status": "NM"}),
    (MARATHON, "DNF (35km)", {"status": "DNF", "note": "35km"}),
    (SPRINT, "DNS - injured", {"status": "DNS", "note": "injured"}),
    (MILE, "00:04:01.930000", {"mark": "4:01.93"}),
    (MILE, "0 days 00:04:01.93", {"mark": "4:01.93"}),
    (MILE, "241.93", {"mark": "4:01.93"}),
    (MILE, "4.01.93", {"mark": "4.01.93"}),
    (MILE, "3:58.10i", {"mark": "3:58.10", "indoor": True}),
    (MILE, "3:58.1+", {"mark": "3:58.1", "en_route": True}),
    (JUMP, "20-08.25", {"mark": "20' 8 1/4\""}),
    (JUMP, "20' 8.25\"", {"mark": "20' 8 1/4\""}),
    (JUMP, "20-08.50", {"mark": "20' 8 1/2\""}),
    (JUMP, "6.30m", {"mark": "6.30m"}),
    (JUMP, "6,30", {"mark": "6.30"}),
    (JUMP, "6.30 (+1.2)", {"mark": "6.30", "wind": "+1.2"}),
    (SPRINT, "10.60 (\u22120.3)", {"mark": "10.60", "wind": "-0.3"}),
    (SPRINT, "10.60  NWI", {"mark": "10.60"}),
    (JUMP, "J20-08", {"mark": "20' 8\""}),
    (JUMP, "6.30m (20-08)", {"mark": "6.30m"}),
    (DECATHLON, "8.891", {"mark": "8891"}),
    (DECATHLON, "8891 Pkt", {"mark": "8891"}),
    (SPRINT, "10,49 Sek.", {"mark": "10.49"}),
    (DECATHLON, "8,891", {"mark": "8,891"}),
    (VAULT, "14.166", {"mark": "14.166"}),
    (JUMP, "NH", {"status": "NM"}),
    (JUMP, "ND", {"status": "NM"}),
    (JUMP, "FOUL", {"status": "NM"}),
    (JUMP, "x", {"status": "NM"}),
]


@pytest.mark.parametrize(("event", "text", "expected"), MARKS, ids=[f"{row[0].id} {row[1]}" for row in MARKS])
def test_marks(event: Event, text: str, expected: dict[str, object]) -> None:
    assert read_mark_cell(text, event) == expected


@pytest.mark.parametrize("text", ["fast", "about 10", "10.6ww?", "3.10", "20-08.33"])
def test_what_is_no_mark(text: str) -> None:
    with pytest.raises(ValueError):
        read_mark_cell(text, SPRINT if text != "20-08.33" else JUMP)


COLUMNS = [
    ("minutes with decimals", MARATHON, ["140.25", "181.10", "DNF"], "decimal minutes", "140.25", "2:20:15"),
    ("zeros lost to a spreadsheet", SPRINT, ["10.04", "10.1", "10.33", "10.2", "10.17", "10.21"],
     "lost zeros", "10.1", "10.10"),
    ("tenths among hundredths, zeros kept", SPRINT, ["10.04", "10.5", "10.30", "10.21", "10.40"], None, "10.5", "10.5"),
]  # fmt: skip


@pytest.mark.parametrize(("event", "texts", "style", "text", "mark"), [row[1:] for row in COLUMNS],
                         ids=[row[0] for row in COLUMNS])  # fmt: skip
def test_a_column_tells_how_its_marks_are_written(
    event: Event, texts: list[str], style: str | None, text: str, mark: str
) -> None:
    assert guess_marks(texts, event) == style
    assert read_mark_cell(text, event, style) == {"mark": mark}


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("2024-08-06", None, "2024-08-06"), ("2024-08", None, "2024-08"), ("2024", None, "2024"),
        ("2024.0", None, "2024"), ("2024-08-06T17:48:06+02:00", None, "2024-08-06"),
        ("16 AUG 2009", None, "2009-08-16"),
        ("16-Aug-2009", None, "2009-08-16"), ("August 16, 2009", None, "2009-08-16"), ("AUG 2009", None, "2009-08"),
        ("06.08.2024", None, "2024-08-06"), ("2024/08/06", None, "2024-08-06"), ("20240806", None, "2024-08-06"),
        ("25/07/2024", None, "2024-07-25"), ("07/25/2024", None, "2024-07-25"), ("05/05/2024", None, "2024-05-05"),
        ("6. August 2024", None, "2024-08-06"), ("1er août 2024", None, "2024-08-01"),
        ("6 de octubre de 2024", None, "2024-10-06"), ("16. Mai 2024", None, "2024-05-16"),
        ("6 juin 2024", None, "2024-06-06"), ("6 juillet 2024", None, "2024-07-06"), ("März 2024", None, "2024-03"),
        ("6 marraskuu 2024", None, "2024-11-06"),  # Finnish, and no month of March
        ("06/08/2024", "DD/MM/YYYY", "2024-08-06"), ("06-08-2024", "MM/DD/YYYY", "2024-06-08"),
    ],
)  # fmt: skip
def test_dates(text: str, style: str | None, expected: str) -> None:
    assert read_day(text, style) == expected


@pytest.mark.parametrize(
    "text",
    ["06/08/2024", "6.8.24", "31.02.2024", "16 XYZ 2009", "tomorrow", "2024-13", "16 martes 2024", "6 listopad 2024"],
)
def test_what_is_no_date_or_two(text: str) -> None:
    with pytest.raises(ValueError):
        read_day(text)


def test_a_column_tells_the_order_of_day_and_month() -> None:
    assert guess_style([("06/08/2024", 2), ("25/08/2024", 3)]) == "DD/MM/YYYY"
    assert guess_style([("06/08/2024", 2)]) is None
    both = guess_style([("25/08/2024", 2), ("08/25/2024", 3), ("06/08/2024", 4)])
    assert both == "DD/MM/YYYY in line 2 and MM/DD/YYYY in line 3"
    with pytest.raises(ValueError, match="the column has dates in both orders: DD/MM/YYYY in line 2 and"):
        read_day("06/08/2024", both)


@pytest.mark.parametrize(
    ("text", "nation", "printed"),
    [
        ("EL BAKRI Samir", "MAR", "Samir El Bakri"), ("SAMIR EL BAKRI", "MAR", "Samir El Bakri"),
        ("El Bakri, Samir", "MAR", "Samir El Bakri"), ("Samir EL BAKRI", "MAR", "Samir El Bakri"),
        ("van AERDE Wim", "BEL", "Wim van Aerde"), ("O'BRIEN Pat", "IRL", "Pat O'Brien"),
        ("Ann-Marie McDOWELL", "GBR", "Ann-Marie McDowell"), ("LI Na", "CHN", "Li Na"), ("Li, Na", "SUI", "Na Li"),
        ("Jo Smith, Jr", None, "Jo Smith, Jr"), ("José  da Silva", "BRA", "José da Silva"),
        ("H. El Bakri", "MAR", "H. El Bakri"), ("Viken O.", "NOR", "O. Viken"), ("Kim J.-H.", "KOR", "J.-H. Kim"),
        ("Ken Viken Jr.", "USA", "Ken Viken Jr."), ("Per Ek (SWE)", "SWE", "Per Ek"), ("EK Per *", "SWE", "Per Ek"),
        ("John SMITH III", "USA", "John Smith III"), ("GRIFFIN II Bob", "USA", "Bob Griffin II"),
    ],
)  # fmt: skip
def test_names(text: str, nation: str | None, printed: str) -> None:
    name = read_name(text, nation)
    assert name.printed == printed
    assert name.key == read_name(printed, nation).key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", {"place": 1}), ("1.", {"place": 1}), ("1.0", {"place": 1}), ("1st", {"place": 1}), ("=2", {"place": 2}),
        ("2=", {"place": 2}), ("T2", {"place": 2}), ("12345", {"place": 12345}), ("27   / 13408", {"place": 27}),
        ("12.035", {"place": 12035}), ("12'035", {"place": 12035}), ("12,035", {"place": 12035}),
        ("2º", {"place": 2}), ("#3", {"place": 3}), ("1er", {"place": 1}), ("4ème", {"place": 4}),
        ("Gold Medal", {"place": 1}), ("DNF", {"status": "DNF"}), ("3sf1", {"place": 3, "round": "semifinal 1"}),
        ("2h10", {"place": 2, "round": "heat 10"}), ("h", {"round": "heat"}),
        ("1f2", {"place": 1, "round": "final", "section": "2"}),
        ("4q2", {"place": 4, "round": "heat", "section": "qualifying 2"}), ("2f", {"place": 2, "round": "final"}),
    ],
)  # fmt: skip
def test_places(text: str, expected: dict[str, object]) -> None:
    assert read_place(text) == expected


def test_a_place_of_three_noughts_behind_a_point_is_ten_or_ten_thousand() -> None:
    with pytest.raises(ValueError, match="may be 10 with decimals, or 10000"):
        read_place("10.000")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("final", {"round": "final"}), ("Final 2", {"round": "final", "section": "2"}),
        ("Final A", {"round": "final", "section": "A"}),
        ("race B", {"round": "", "section": "B"}), ("Semi-Final 2", {"round": "semifinal 2"}),
        ("Round 1 - Heat 2", {"round": "heat 2"}),
        ("Qualification - Group A", {"round": "heat", "section": "A"}),
        ("Repechage - Heat 3", {"round": "repechage 3"}),
        ("Preliminary Round - Heat 1", {"round": "heat", "section": "preliminary 1"}),
        ("Heat 3", {"round": "heat 3"}), ("Heat 3 (of 5)", {"round": "heat 3"}),
        ("Finale", {"round": "final"}), ("Finale 1", {"round": "final", "section": "1"}),
        ("B-Final", {"round": "final", "section": "B"}), ("Final (B)", {"round": "final", "section": "B"}),
        ("FA", {"round": "final", "section": "A"}), ("Timed Final 2", {"round": "final", "section": "2"}),
        ("Semi-Final C/D 1", {"round": "semifinal 1", "section": "C/D"}),
        ("Semifinal A", {"round": "semifinal", "section": "A"}),
        ("2. Vorlauf", {"round": "heat 2"}), ("Halbfinale 1", {"round": "semifinal 1"}),
        ("Demi-finale 2", {"round": "semifinal 2"}), ("1/4 finale", {"round": "quarterfinal"}),
        ("Cuartos de final 3", {"round": "quarterfinal 3"}), ("Quart de finale", {"round": "quarterfinal"}),
        ("2ème série", {"round": "", "section": "2"}), ("Men's Final", {"round": "final"}),
        ("First round, heat 2", {"round": "heat 2"}), ("SF2", {"round": "semifinal 2"}),
    ],
)  # fmt: skip
def test_rounds(text: str, expected: dict[str, object]) -> None:
    assert read_round_cell(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Consolation Final", "Small Final", "Petite finale", "Bronze Final", "Final for 3rd place", "Series", "Races",
     "Round of 16", "1/8 finals", "Final 1 2", "Zwischenlauf"],
)  # fmt: skip
def test_what_is_another_contest_than_the_round_it_sounds_like(text: str) -> None:
    with pytest.raises(ValueError, match="is not a round"):
        read_round_cell(text)


def test_a_wind_in_tenths_is_not_taken_for_a_storm() -> None:
    with pytest.raises(ValueError, match="too much for a wind"):
        read_cell("wind", "29", PackNames(Truth(Pack())))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("1500m Herren", "1500m men"),
        ("Femmes 100 m", "women 100 m"),
        ("W100m", "women 100m"),
        ("100m F", "100m women"),
        ("Women's 100m", "Women's 100m"),
        ("Two-man bobsleigh", "Two-man bobsleigh"),
        ("W40 100m", "W40 100m"),
        ("One man show", "One man show"),
        ("Epee F", "Epee F"),
    ],
)
def test_the_sex_in_the_name_of_an_event(text: str, english: str) -> None:
    assert english_event(text) == english


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("sex", "Damen", {"sex": "women"}), ("sex", "Männer", {"sex": "men"}), ("sex", "Girls", {"sex": "women"}),
        ("sex", "Mixte", {"sex": "mixed"}), ("assisted", "ja", {"assisted": True}), ("team", "Não", {"team": False}),
        ("wind", "NWI", {}), ("wind", "-11.2", {"wind": "-11.2"}), ("wind", "\u22121,2", {"wind": "-1.2"}),
    ],
)  # fmt: skip
def test_words_of_other_languages(field: str, text: str, expected: dict[str, object]) -> None:
    assert read_cell(field, text, PackNames(Truth(Pack()))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo (NOR)", {"city": "Oslo", "country": "NOR"}),
        ("Bislett, Oslo (NOR)", {"venue": "Bislett", "city": "Oslo", "country": "NOR"}),
        ("Hayward Field, Eugene, OR (USA)", {"venue": "Hayward Field", "city": "Eugene", "country": "USA"}),
        ("Walnut, CA (USA) (i)", {"city": "Walnut", "country": "USA", "indoor": True}),
        ("Hall 1, Complex, Doha (QAT)", {"venue": "Hall 1, Complex", "city": "Doha", "country": "QAT"}),
        ("Oslo", {"city": "Oslo"}),
        ("Oslo, Norway", {"city": "Oslo", "country": "NOR"}),
        ("Bislett, Oslo, Norway", {"venue": "Bislett", "city": "Oslo", "country": "NOR"}),
        ("Kingston, JAM", {"city": "Kingston", "country": "JAM"}),
        ("Atlanta, GA", {"city": "Atlanta"}),
        ("Kallang, Singapore", {"venue": "Kallang", "city": "Singapore"}),
        ("Atlanta, Georgia", {"city": "Atlanta"}),
    ],
)
def test_where(text: str, expected: dict[str, object]) -> None:
    assert read_where(text) == expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Athletics Men's 1,500 metres", "Men's 1500 metres"),
        ("Athletics Women's 20 kilometres Walk", "Women's 20 kilometres race walk"),
        ("Swimming Men's 100 metres Butterfly", "Men's 100 metres Butterfly"),
        ("Swimming Men's 10 kilometres", "Swimming Men's 10 kilometres"),  # without the sport it would be a run
        ("Speed Skating Women's 1,000 metres", "Speed Skating Women's 1000 metres"),
        ("Football Men's Football", "Men's Football"),
        ("Ice Hockey Women's Ice Hockey", "Women's Ice Hockey"),
        ("800 metres", "800 metres"),
    ],
)
def test_an_event_is_called_as_its_sport_calls_it(text: str, plain: str) -> None:
    assert plain_event(text) == plain
