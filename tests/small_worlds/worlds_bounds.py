"""Bare bounds: "sub-13" over 5000 m are minutes, "2h04" hours, and both are judged where both are possible."""

from __future__ import annotations

from building import Case, at, edition, known, left_open, not_refuted, race, refuted, supported, world

PEOPLE = {"Ola Dahl": "men NOR", "Jan Ek": "men SWE", "Leo Rossi": "men ITA", "Eli Kip": "men KEN",
          "Ann Kip": "women KEN", "Ida Berg": "women NOR"}  # fmt: skip
BAY, FJORD = edition("bay", "Lund", "2024-06-01"), edition("fjord", "Oslo", "2024-06-08")


def one_race(event: str, *results: str) -> list[dict[str, object]]:
    return [race("bay-2024", event, "men", "2024-06-01", *results)]


SWEDES = at("1500m", "Olympic Games", nation="Sweden", sex="men")

CASES = [
    Case(
        "the first since, of one who did it before",
        "Ek was the first Swede with a medal in 2016, and after that in 2020 and 2024. 'The first since 2020' is said "
        "of 2024; 'since 2012' of none of them, as no Swede had one before.",
        world(PEOPLE,
              [edition("games", city, f"{year}-07-26", f"{year}-08-11")
               for city, year in (("Rome", 2016), ("Bonn", 2020), ("Paris", 2024))],
              [race(f"games-{year}", "1500m", "men", f"{year}-08-06", "Ola Dahl 3:33.00", "Jan Ek 3:34.00",
                    "Eli Kip 3:35.00") for year in (2016, 2020, 2024)],
              known("medals", "2016", "2024", competition="games", events=["1500m"], sex="men", none_before=True)),
        "2024-08-20",
        (
            left_open("since", athlete="Jan Ek", feat={"medal": "any"}, since="2020", scope=SWEDES),
            refuted("since", athlete="Jan Ek", feat={"medal": "any"}, since="2012", scope=SWEDES),
            supported("since", athlete="Jan Ek", feat={"medal": "any"}, since="2020", scope=SWEDES | {"year": 2024}),
            refuted("since", athlete="Jan Ek", feat={"medal": "any"}, since="2020", scope=SWEDES | {"year": 2016}),
        ),
    ),
    Case(
        "under thirteen over 5000 m",
        "Kip ran 12:58, Dahl 13:02: sub-13, under 13 and inside 13 are minutes.",
        world(PEOPLE, [BAY], one_race("5000m", "Eli Kip 12:58.00", "Ola Dahl 13:02.00"),
              known("marks", "2024-06-01", "2024-12-31", events=["5000m"], sex="men", down_to="13:30.00")),
        "2024-06-10",
        (
            supported("mark", athlete="Eli Kip", mark="sub-13", scope=at("5000m", "Bay Meeting", 2024)),
            supported("mark", athlete="Eli Kip", mark="inside 13 minutes", scope=at("5000m", "Bay Meeting", 2024)),
            supported("mark", athlete="Ola Dahl", mark="just over 13", scope=at("5000m", "Bay Meeting", 2024)),
            refuted("mark", athlete="Ola Dahl", mark="sub-13", scope=at("5000m", "Bay Meeting", 2024)),
            supported("only", members=["Eli Kip"], feat={"mark": "under 13"}, scope=at("5000m", sex="men",
                                                            season=2024)),
            supported("count", of="athletes", count=1, feat={"mark": "sub-13"}, scope=at("5000m", sex="men",
                                                            season=2024)),
            refuted("only", members=["Ola Dahl"], feat={"mark": "sub-13"}, scope=at("5000m", sex="men", season=2024)),
        ),
    ),
    Case(
        "a mile under four",
        "Ek ran 3:59.80 and Rossi 4:00.10.",
        world(PEOPLE, [BAY], one_race("mile", "Jan Ek 3:59.80", "Leo Rossi 4:00.10")),
        "2024-06-10",
        (
            supported("mark", athlete="Jan Ek", mark="sub-4", scope=at("mile", "Bay Meeting", 2024)),
            supported("mark", athlete="Jan Ek", mark="under four minutes", scope=at("mile", "Bay Meeting", 2024)),
            refuted("mark", athlete="Leo Rossi", mark="sub-four", scope=at("mile", "Bay Meeting", 2024)),
            supported("mark", athlete="Leo Rossi", mark="just over four minutes",
                      scope=at("mile", "Bay Meeting", 2024)),
            refuted("mark", athlete="Jan Ek", mark="sub-3:59", scope=at("mile", "Bay Meeting", 2024)),
        ),
    ),
    Case(
        "hours of a marathon",
        "Kip ran 2:04:10: 2h04, 2h 4, two hours four and sub-2:05 say so; 2h05 may have been rounded up.",
        world(PEOPLE, [BAY], one_race("marathon", "Eli Kip 2:04:10", "Ola Dahl 2:10:59")),
        "2024-06-10",
        (
            supported("mark", athlete="Eli Kip", mark="2h04", scope=at("marathon", "Bay Meeting", 2024)),
            supported("mark", athlete="Eli Kip", mark="2h 4", scope=at("marathon", "Bay Meeting", 2024)),
            supported("mark", athlete="Eli Kip", mark="two hours four", scope=at("marathon", "Bay Meeting", 2024)),
            supported("mark", athlete="Eli Kip", mark="sub-2:05", scope=at("marathon", "Bay Meeting", 2024)),
            supported("mark", athlete="Ola Dahl", mark="2:10", scope=at("marathon", "Bay Meeting", 2024)),
            left_open("mark", athlete="Eli Kip", mark="2h05", scope=at("marathon", "Bay Meeting", 2024)),
            refuted("mark", athlete="Ola Dahl", mark="sub-2:10", scope=at("marathon", "Bay Meeting", 2024)),
        ),
    ),
    Case(
        "four minutes for three and a half",
        "Dahl's 3:28 over 1500 m is four minutes rounded up: no support, and no error; it is under four.",
        world(PEOPLE, [BAY], one_race("1500m", "Ola Dahl 3:28.00", "Jan Ek 3:59.60")),
        "2024-06-10",
        (
            left_open("mark", athlete="Ola Dahl", mark="four minutes", scope=at("1500m", "Bay Meeting", 2024)),
            supported("mark", athlete="Ola Dahl", mark="under four minutes", scope=at("1500m", "Bay Meeting", 2024)),
            not_refuted("mark", athlete="Jan Ek", mark="four minutes", scope=at("1500m", "Bay Meeting", 2024)),
            supported("mark", athlete="Ola Dahl", mark="sub-3:30", scope=at("1500m", "Bay Meeting", 2024)),
        ),
    ),
    Case(
        "seconds of a sprint and minutes of two laps",
        "Sub-10 over 100 m are seconds, sub-45 over 400 m too; 1:43 over 800 m is under 1:44 and under two minutes.",
        world(PEOPLE, [BAY, FJORD],
              [race("bay-2024", "100m", "men", "2024-06-01", "Ola Dahl 9.98", "Jan Ek 10.01"),
               race("bay-2024", "400m", "men", "2024-06-01", "Leo Rossi 44.90", "Jan Ek 45.20"),
               race("fjord-2024", "800m", "men", "2024-06-08", "Eli Kip 1:43.50", "Jan Ek 1:44.20")]),
        "2024-06-10",
        (
            supported("mark", athlete="Ola Dahl", mark="sub-10", scope=at("100m", "Bay Meeting", 2024)),
            refuted("mark", athlete="Jan Ek", mark="sub-10", scope=at("100m", "Bay Meeting", 2024)),
            supported("mark", athlete="Leo Rossi", mark="sub-45", scope=at("400m", "Bay Meeting", 2024)),
            supported("mark", athlete="Eli Kip", mark="sub-1:44", scope=at("800m", "Fjord Classic", 2024)),
            supported("mark", athlete="Eli Kip", mark="under two minutes", scope=at("800m", "Fjord Classic", 2024)),
            refuted("mark", athlete="Jan Ek", mark="sub-1:44", scope=at("800m", "Fjord Classic", 2024)),
        ),
    ),
    Case(
        "over six metres, and a shot of twenty-two",
        "Dahl vaulted 6.00 and Ek 5.95; Rossi put 22.10.",
        world(PEOPLE, [BAY],
              [race("bay-2024", "pole-vault", "men", "2024-06-01", "Ola Dahl 6.00", "Jan Ek 5.95"),
               race("bay-2024", "shot-put", "men", "2024-06-01", "Leo Rossi 22.10", "Jan Ek 21.90")]),
        "2024-06-10",
        (
            supported("mark", athlete="Ola Dahl", mark="six metres", scope=at("pole vault", "Bay Meeting", 2024)),
            left_open("mark", athlete="Jan Ek", mark="six metres", scope=at("pole vault", "Bay Meeting", 2024)),
            supported("mark", athlete="Leo Rossi", mark="over 22 metres", scope=at("shot put", "Bay Meeting", 2024)),
            refuted("mark", athlete="Jan Ek", mark="over 22m", scope=at("shot put", "Bay Meeting", 2024)),
            refuted("mark", athlete="Ola Dahl", mark="over six metres", scope=at("pole vault", "Bay Meeting", 2024)),
        ),
    ),
]  # fmt: skip
