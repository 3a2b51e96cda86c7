"""Whom the words take in: both sexes, every event, in and out of doors, unless they say otherwise."""

from __future__ import annotations

from building import Case, at, edition, known, left_open, not_refuted, race, refuted, supported, world

PEOPLE = {"Ola Dahl": "men NOR", "Jan Ek": "men SWE", "Leo Rossi": "men ITA", "Eli Kip": "men KEN",
          "Ida Berg": "women NOR", "Tea Lund": "women SWE", "Mia Rossi": "women ITA",
          "Ann Kip": "women KEN"}  # fmt: skip
PARIS, TOKYO = (
    edition("games", "Paris", "2024-07-26", "2024-08-11"),
    edition("games", "Tokyo", "2021-07-23", "2021-08-08"),
)
EVERY_800 = [known("medals", "2021", "2024", competition="games", events=["800m"], sex=sex, none_before=True)
             for sex in ("men", "women")]  # fmt: skip
RACES_800 = [
    race("games-2021", "800m", "women", "2021-08-03", "Ida Berg 1:56.00", "Tea Lund 1:56.50", "Mia Rossi 1:57.00"),
    race("games-2021", "800m", "men", "2021-08-04", "Eli Kip 1:44.00", "Jan Ek 1:44.50", "Leo Rossi 1:45.00"),
    race("games-2024", "800m", "women", "2024-08-05", "Ida Berg 1:55.00", "Ann Kip 1:56.50", "Tea Lund 1:57.00"),
    race("games-2024", "800m", "men", "2024-08-10", "Eli Kip 1:41.00", "Ola Dahl 1:41.50", "Jan Ek 1:42.00"),
]

CASES = [
    Case(
        "the first to defend an 800 m title",
        "Berg defended on 5 August 2024 and Kip on the 10th: Berg was the first person, Kip the first man.",
        world(PEOPLE, [TOKYO, PARIS], RACES_800, *EVERY_800),
        "2024-08-12",
        (
            supported("only", members=["Ida Berg"], how="first", feat={"titles": 2}, scope=at("800m", "Olympic Games")),
            refuted("only", members=["Eli Kip"], how="first", feat={"titles": 2}, scope=at("800m", "Olympic Games")),
            supported("only", members=["Eli Kip"], how="first", feat={"titles": 2},
                      scope=at("800m", "Olympic Games", sex="men")),
            supported("only", members=["Eli Kip"], how="nth", nth=2, feat={"titles": 2},
                      scope=at("800m", "Olympic Games")),
            supported("only", members=["Ida Berg", "Eli Kip"], feat={"titles": 2}, scope=at("800m", "Olympic Games")),
            refuted("only", members=["Ida Berg"], feat={"titles": 2}, scope=at("800m", "Olympic Games")),
        ),
    ),
    Case(
        "what is known of the men alone",
        "Only the men's medals are known to be all: about everybody nothing follows from them.",
        world(PEOPLE, [TOKYO, PARIS], [RACES_800[1], RACES_800[3]], EVERY_800[0]),
        "2024-08-12",
        (
            left_open("only", members=["Eli Kip"], how="first", feat={"titles": 2}, scope=at("800m", "Olympic Games")),
            left_open("medal_count", nation="Norway", count=1, scope=at("800m", "Olympic Games")),
            left_open("medal_count", nation="Norway", count=2, scope=at("800m", "Olympic Games")),
            refuted("medal_count", nation="Norway", count=2, scope=at("800m", "Olympic Games", sex="men")),
            left_open("since", feat={"medal": "gold"}, order="last", since="2021",
                      scope=at("800m", "Olympic Games", nation="Norway")),
        ),
    ),
    Case(
        "indoors and outdoors",
        "Ek's 3:34 was indoors and 3:36 outdoors. 'Ran 3:34 this year' is true; his outdoor best is 3:36.",
        world(
            PEOPLE, [edition("bay", "Lund", "2024-06-01"), edition("indoors", "Glasgow", "2024-03-01", "2024-03-03",
                                                                   indoor=True)],
            [race("bay-2024", "1500m", "men", "2024-06-01", "Jan Ek 3:36.00", "Ola Dahl 3:37.00"),
             race("indoors-2024", "1500m", "men", "2024-03-03", "Jan Ek 3:34.00", "Ola Dahl 3:35.00", indoor=True)],
            known("races", "2024", "2024", athletes=["jan-ek"], events=["1500m"], indoor_too=True),
        ),
        "2024-12-31",
        (
            not_refuted("count", athlete="Jan Ek", of="wins", count=2, scope=at("1500m", season=2024)),
            refuted("count", athlete="Jan Ek", of="wins", count=1, scope=at("1500m", season=2024)),
            supported("count", athlete="Jan Ek", of="wins", count=1, scope=at("1500m", season=2024, indoor=True)),
            supported("mark", athlete="Jan Ek", mark="3:34.00", scope=at("1500m", "World Indoor Championships", 2024)),
            not_refuted("record", level="season", athlete="Jan Ek", mark="3:36.00", scope=at("1500m", season=2024)),
            not_refuted("since", athlete="Jan Ek", feat={"mark": "sub-3:35"}, scope=at("1500m", season=2024)),
        ),
    ),
    Case(
        "a medallist without an event",
        "Berg has one Olympic medal, over 5000 m; nobody says that every event is known.",
        world(
            PEOPLE, [PARIS],
            [race("games-2024", "5000m", "women", "2024-08-05", "Ann Kip 14:28.56", "Ida Berg 14:29.60"),
             race("games-2024", "1500m", "women", "2024-08-10", "Ann Kip 3:51.00", "Tea Lund 3:52.00",
                  "Mia Rossi 3:52.50", "Ida Berg 3:53.00")],
        ),
        "2024-08-12",
        (
            supported("medal", athlete="Ida Berg", medal="silver", scope=at(None, "Olympic Games", 2024)),
            supported("medal", athlete="Ida Berg", medal="any", scope=at(None, "Olympic Games")),
            left_open("medal", athlete="Ida Berg", medal="gold", scope=at(None, "Olympic Games", 2024)),
            left_open("medal", athlete="Mia Rossi", medal="gold", scope=at(None, "Olympic Games", 2024)),
            refuted("medal", athlete="Ida Berg", medal="bronze", scope=at("1500m", "Olympic Games", 2024)),
            refuted("medal", athlete="Ida Berg", medal="none", scope=at(None, "Olympic Games", 2024)),
        ),
    ),
    Case(
        "another competition of that year",
        "Ek won in Lund and lost in Oslo: 'won over 1500 m in June' is true of one of them.",
        world(
            PEOPLE, [edition("bay", "Lund", "2024-06-01"), edition("fjord", "Oslo", "2024-06-08")],
            [race("bay-2024", "1500m", "men", "2024-06-01", "Jan Ek 3:33.00", "Ola Dahl 3:34.00"),
             race("fjord-2024", "1500m", "men", "2024-06-08", "Ola Dahl 3:31.00", "Jan Ek 3:33.50")],
        ),
        "2024-06-15",
        (
            not_refuted("place", athlete="Jan Ek", place=1, scope=at("1500m", season=2024)),
            not_refuted("mark", athlete="Jan Ek", mark="3:33.00", scope=at("1500m", season=2024)),
            not_refuted("head_to_head", athlete="Jan Ek", opponent="Ola Dahl", wins=1, scope=at("1500m", season=2024)),
            supported("place", athlete="Jan Ek", place=1, scope=at("1500m", on="1 June 2024")),
            refuted("place", athlete="Jan Ek", place=1, scope=at("1500m", "Fjord Classic", 2024)),
            refuted("head_to_head", athlete="Jan Ek", opponent="Ola Dahl", wins=0, scope=at("1500m", season=2024)),
        ),
    ),
    Case(
        "first over any distance at the Games",
        "Kip's first Olympic start was in 2021, over 800 m: that Kip ran a championship earlier is nothing to it.",
        world(
            PEOPLE, [edition("worlds", "Doha", "2019-09-27", "2019-10-06"), TOKYO, PARIS],
            [race("worlds-2019", "800m", "men", "2019-10-01", "Leo Rossi 1:43.00", "Eli Kip 1:44.00"), *RACES_800],
            known("starts", "2012", "2024", competition="games", athletes=["eli-kip"], none_before=True),
            known("editions", "2012", "2024", competition="games"),
        ),
        "2024-08-12",
        (
            supported("start", athlete="Eli Kip", appearance=2, scope=at(None, "Olympic Games", 2024)),
            refuted("start", athlete="Eli Kip", appearance=1, scope=at(None, "Olympic Games", 2024)),
            not_refuted("start", athlete="Eli Kip", appearance=1, scope=at(None, "Olympic Games", 2021)),
            not_refuted("since", athlete="Eli Kip", feat={"race": "any"}, scope=at(None, "Olympic Games", 2021)),
        ),
    ),
    Case(
        "team events of an event that is none",
        "The 800 m is no team event: 'in team events, over 800 m' speaks of nothing that can be counted.",
        world(PEOPLE, [PARIS], RACES_800[2:], *EVERY_800),
        "2024-08-12",
        (
            left_open("count", of="athletes", count="more than 1", feat={"medal": "any"},
                      scope=at("800m", "Olympic Games", 2024, sex="men", individual=False)),
            supported("count", of="athletes", count="more than 1", feat={"medal": "any"},
                      scope=at("800m", "Olympic Games", 2024, sex="men", individual=True)),
        ),
    ),
]  # fmt: skip
