"""A small invented ground truth that all tests of kinds share: six people, four competitions, ten years.

Read it before a table that uses it: what the tests ask for is all here, and nothing in it is true.
"""

from __future__ import annotations

from typing import Any

import msgspec

from harness.truth.pack import Pack


def race(
    where: str | None, event: str, round_: str, date: str, *results: dict[str, Any], **more: Any
) -> dict[str, Any]:
    """A race of the pack; `where` is an edition's id, or None with a city among `more`."""
    sex = "women" if event == "long-jump" else "men"
    first = {"edition": where} if where else {}
    return {
        **first,
        "event": event,
        "sex": sex,
        "round": round_,
        "date": date,
        "results": results,
        "sources": ["book"],
        **more,
    }


def ran(athlete: str, mark: str | None = None, place: int | None = None, **more: Any) -> dict[str, Any]:
    """One result; a place or a mark that the pack does not have is left out."""
    given = {"mark": mark, "place": place}
    return {"athlete": athlete, **{name: value for name, value in given.items() if value is not None}, **more}


def complete(id_: str, covers: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "covers": covers, "start": start, "end": end, "text": id_, "sources": ["book"], **more}


def record(
    level: str, of: str | None, event: str, mark: str, athlete: str, date: str, until: str | None, **more: Any
) -> Any:
    given = {"of": of, "until": until}
    row = {
        "level": level,
        "event": event,
        "sex": "men",
        "mark": mark,
        "athlete": athlete,
        "date": date,
        "sources": ["book"],
    }
    return {**row, **{name: value for name, value in given.items() if value is not None}, **more}


def person(
    id_: str, name: str, nation: str, born: str, birthplace: str, sex: str = "men", **more: Any
) -> dict[str, Any]:
    nations = [{"value": nation}]
    places = [part.strip() for part in birthplace.split(",")]
    life = {"nations": nations, "born": born, "birthplace": places, "sources": ["book"]}
    return {"id": id_, "name": name, "sex": sex, **life, **more}


def edition(id_: str, name: str, start: str, end: str, city: str, nation: str, **more: Any) -> dict[str, Any]:
    competition = id_.rpartition("-")[0]
    days = {"start": start, "end": end, "city": city, "nation": nation, "sources": ["book"]}
    return {"id": id_, "competition": competition, "name": name, **days, **more}


DATA: dict[str, Any] = {
    "sources": [{"id": "book", "title": "The Book of Races", "family": "book", "url": "https://example.org/book"}],
    "nations": [
        {"id": "NOR", "name": "Norway", "area": "Europe", "demonyms": ["Norwegian"]},
        {"id": "GBR", "name": "Great Britain", "area": "Europe", "aliases": ["Britain", "GB"], "demonyms": ["British"]},
        {"id": "KEN", "name": "Kenya", "area": "Africa", "demonyms": ["Kenyan"]},
        {"id": "USA", "name": "United States", "area": "North America", "demonyms": ["American"]},
        {"id": "ESP", "name": "Spain", "area": "Europe", "demonyms": ["Spanish"]},
        {"id": "GER", "name": "Germany", "area": "Europe", "demonyms": ["German"]},
    ],
    "events": [
        {"id": "1500m", "name": "1500m", "measure": "time", "better": "lower", "plausible": ["3:20.00", "5:00.00"],
         "aliases": ["1500 metres"], "metres": 1500},
        {"id": "mile", "name": "mile", "measure": "time", "better": "lower", "plausible": ["3:40.00", "5:30.00"],
         "metres": 1609},
        {"id": "2-miles", "name": "2 miles", "measure": "time", "better": "lower", "plausible": ["7:45.00", "11:00.00"],
         "metres": 3219},
        {"id": "long-jump", "name": "long jump", "measure": "distance", "better": "higher",
         "plausible": ["4.00", "9.50"]},
    ],
    "athletes": [
        person("anders-berg", "Anders Berg", "NOR", "2000-09-19", "Bergen, Norway",
               coaches=[{"value": "Nils Berg", "end": "2022"}, {"value": "Ola Lund", "start": "2022"}],
               clubs=[{"value": "Bergen IL"}]),
        person("ben-clark", "Ben Clark", "GBR", "1997-10-08", "Leith, Edinburgh, Scotland",
               coaches=[{"value": "Tom Reid"}],
               clubs=[{"value": "Leith AC"}, {"value": "River Track Club", "start": "2018"}]),
        person("cyrus-koech", "Cyrus Koech", "KEN", "1995-11", "Bomet, Kenya"),
        person("duncan-hill", "Duncan Hill", "GBR", "1994-07-11", "Nottingham, England"),
        person("eric-stone", "Eric Stone", "USA", "1990", "Portland, United States"),
        person("filip-ramos", "Filip Ramos", "ESP", "1989-01-30", "Leon, Spain"),
        person("lena-moss", "Lena Moss", "GER", "1994-02-01", "Ulm, Germany", sex="women"),
        person("mia-hale", "Mia Hale", "GBR", "1999-05-05", "Leeds, England", sex="women"),
    ],
    "competitions": [
        {"id": "games", "name": "Olympic Games", "level": "olympic", "aliases": ["Olympics"], "medals": True},
        {"id": "worlds", "name": "World Championships", "level": "world", "aliases": ["worlds"], "medals": True},
        {"id": "euros", "name": "European Championships", "level": "continental", "area": "Europe", "medals": True},
        {"id": "fjord", "name": "Fjord Games", "level": "diamond league"},
    ],
    "editions": [
        edition("games-2016", "Rio 2016", "2016-08-12", "2016-08-21", "Rio de Janeiro", "ESP"),
        edition("games-2020", "Tokyo 2020", "2021-07-30", "2021-08-08", "Tokyo", "KEN"),
        edition("games-2024", "Paris 2024", "2024-08-01", "2024-08-11", "Paris", "ESP"),
        edition("worlds-2019", "Doha 2019", "2019-09-27", "2019-10-06", "Doha", "KEN"),
        edition("worlds-2023", "Budapest 2023", "2023-08-19", "2023-08-27", "Budapest", "GER"),
        edition("euros-2022", "Munich 2022", "2022-08-15", "2022-08-21", "Munich", "GER"),
        edition("euros-2024", "Rome 2024", "2024-06-07", "2024-06-12", "Rome", "ESP"),
        edition("fjord-2023", "Fjord Games 2023", "2023-06-15", "2023-06-15", "Oslo", "NOR"),
        edition("fjord-2024", "Fjord Games 2024", "2024-05-30", "2024-05-30", "Oslo", "NOR"),
    ],
    "races": [
        race(None, "1500m", "final", "2013-07-14", ran("filip-ramos", "3:26.00", 1), city="Monaco"),
        # Ramos came first and was struck out on 1 May 2017: all behind him moved up by one.
        race("games-2016", "1500m", "final", "2016-08-20",
             ran("filip-ramos", "3:49.90", 1, annulled={"start": "2017-05-01", "why": "doping", "sources": ["book"]}),
             ran("eric-stone", "3:50.00", 1, was={"place": 2, "end": "2017-05-01"}),
             ran("cyrus-koech", "3:50.11", 2, was={"place": 3, "end": "2017-05-01"}),
             ran("duncan-hill", "3:50.24", 3, was={"place": 4, "end": "2017-05-01"})),
        race(None, "1500m", "final", "2019-08-24", ran("cyrus-koech", "3:26.34", 1), city="Monaco"),
        race("worlds-2019", "1500m", "final", "2019-10-06",
             ran("cyrus-koech", "3:29.26", 1), ran("eric-stone", "3:31.46", 2), ran("duncan-hill", "3:31.50", 3),
             ran("anders-berg", "3:31.70", 4), ran("ben-clark", "3:32.52", 6)),
        race("games-2020", "1500m", "heat 1", "2021-08-03",
             ran("cyrus-koech", "3:36.01", 1, qualified="Q"), ran("ben-clark", "3:36.29", 7, qualified="q"),
             ran("filip-ramos", "3:40.00", 12, qualified="")),
        race("games-2020", "1500m", "semifinal 1", "2021-08-05",
             ran("anders-berg", "3:32.13", 1, qualified="Q"), ran("ben-clark", "3:32.18", 2, qualified="Q"),
             ran("duncan-hill", "3:33.48", 9, qualified="")),
        race("games-2020", "1500m", "final", "2021-08-07",
             ran("anders-berg", "3:28.32", 1, splits={"400m": "56.10", "800m": "1:52.00"}, order={"400m": 1},
                 disputes=[{"field": "split 400m", "value": "56.20", "sources": ["book"]}]),
             ran("cyrus-koech", "3:29.01", 2, order={"400m": 4}), ran("ben-clark", "3:29.05", 3),
             ran("eric-stone", "3:31.00", 6), finishers_complete=True),
        race("euros-2022", "1500m", "final", "2022-08-18",
             ran("anders-berg", "3:32.76", 1), ran("duncan-hill", "3:34.32", 2)),
        race("fjord-2023", "1500m", "final", "2023-06-15",
             ran("anders-berg", "3:27.95", 1), ran("ben-clark", "3:29.64", 5)),
        race("worlds-2023", "1500m", "final", "2023-08-23",
             ran("ben-clark", "3:29.38", 1), ran("anders-berg", "3:29.65", 2), ran("cyrus-koech", "3:29.68", 3),
             # One source has Stone fourth, another fifth.
             ran("eric-stone", "3:30.10", 4, disputes=[{"field": "place", "value": "5", "sources": ["book"]}]),
             ran("duncan-hill", status="DNF")),
        race("worlds-2023", "long-jump", "final", "2023-08-20",
             ran("lena-moss", "7.14", 1), ran("mia-hale", "7.02", 2)),
        race(None, "2-miles", "final", "2024-02-11", ran("ben-clark", "8:00.67", 1),
             city="New York", nation="USA", indoor=True),
        race(None, "mile", "final", "2024-05-25",
             ran("ben-clark", "3:45.34", 1), ran("anders-berg", "3:45.60", 2), ran("eric-stone", "3:46.50", 3),
             city="Eugene"),
        race(None, "1500m", "", "2024-05-25", ran("ben-clark", "3:31.20"), city="Eugene", en_route=True),
        race("fjord-2024", "1500m", "final", "2024-05-30",
             ran("anders-berg", "3:29.74", 1), ran("cyrus-koech", "3:29.77", 2)),
        race("euros-2024", "1500m", "final", "2024-06-12",
             ran("anders-berg", "3:31.95", 1), ran("duncan-hill", "3:33.30", 4)),
        race("games-2024", "1500m", "heat 1", "2024-08-02",
             ran("ben-clark", "3:35.83", 1, qualified="Q"), ran("duncan-hill", "3:36.60", 7, qualified="qR")),
        race("games-2024", "1500m", "repechage 1", "2024-08-03", ran("duncan-hill", "3:34.10", 2, qualified="Q")),
        race("games-2024", "1500m", "final", "2024-08-06",
             ran("eric-stone", "3:27.65", 1), ran("ben-clark", "3:27.79", 2), ran("cyrus-koech", "3:27.80", 3),
             ran("anders-berg", "3:28.24", 4)),
    ],
    "records": [
        record("world", None, "1500m", "3:26.00", "filip-ramos", "2013-07-14", None),
        record("world", None, "2-miles", "8:03.40", "duncan-hill", "2015-02-21", "2024-02-11", indoor=True),
        record("world", None, "2-miles", "8:00.67", "ben-clark", "2024-02-11", None, indoor=True),
        record("olympic", None, "1500m", "3:32.07", "filip-ramos", "2012-08-07", "2021-08-07"),
        record("olympic", None, "1500m", "3:28.32", "anders-berg", "2021-08-07", "2024-08-06"),
        record("olympic", None, "1500m", "3:27.65", "eric-stone", "2024-08-06", None),
        record("area", "Africa", "1500m", "3:26.34", "cyrus-koech", "2019-08-24", None),
        record("national", "GBR", "mile", "3:46.32", "duncan-hill", "2015-07-27", "2024-05-25"),
        record("national", "GBR", "mile", "3:45.34", "ben-clark", "2024-05-25", None),
        record("championship", "euros", "1500m", "3:32.76", "anders-berg", "2022-08-18", "2024-06-12"),
        record("championship", "euros", "1500m", "3:31.95", "anders-berg", "2024-06-12", None),
    ],
    "completeness": [
        complete("games-medals", "medals", "2016", "2024", competition="games", events=["1500m"], sex="men",
                 none_before=True),
        complete("worlds-medals", "medals", "2019", "2024", competition="worlds", events=["1500m"], sex="men",
                 none_before=True),
        complete("best-1500", "athletes", "2021-08-07", "2024-08-31", events=["1500m"], sex="men", down_to="3:30.00"),
        complete("marks-1500", "marks", "2021-08-07", "2024-08-31", events=["1500m"], sex="men", down_to="3:29.50"),
        complete("best-1500-gb", "athletes", "2021-08-07", "2024-08-31", events=["1500m"], sex="men", nation="GBR",
                 down_to="3:36.00"),
        complete("season-2024", "races", "2024-01-01", "2024-08-31", events=["1500m", "mile"],
                 athletes=["anders-berg", "ben-clark"]),
        complete("berg-clark", "meetings", "2016-01-01", "2024-08-31", events=["1500m", "mile"],
                 athletes=["anders-berg", "ben-clark"], none_before=True),
        complete("clark-finals", "finals", "2017-01-01", "2024-08-31", athletes=["ben-clark"],
                 levels=["olympic", "world", "world indoor", "continental"], none_before=True),
        complete("games-held", "editions", "2016-01-01", "2024-08-31", competition="games"),
        complete("worlds-held", "editions", "2019-01-01", "2024-08-31", competition="worlds"),
        complete("euros-held", "editions", "2022-01-01", "2024-08-31", competition="euros"),
    ],
}  # fmt: skip

PACK = msgspec.convert(DATA, Pack)
