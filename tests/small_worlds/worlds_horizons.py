"""Horizons: what lasts is known up to the day that is vouched for, and nothing is known of the days after it."""

from __future__ import annotations

from building import Case, at, edition, known, left_open, not_refuted, race, record, refuted, supported, world

MEN = {"Ola Dahl": "men NOR", "Jan Ek": "men SWE", "Leo Rossi": "men ITA"}
BAY = race("bay-2023", "1500m", "men", "2023-06-01", "Ola Dahl 3:29.00", "Jan Ek 3:30.00", "Leo Rossi 3:31.00")
BAY_HELD = edition("bay", "Lund", "2023-06-01")
LIST = {"events": ["1500m"], "sex": "men", "down_to": "3:32.00"}

CASES = [
    Case(
        "a record a year after its list",
        "The list of records is of August 2023. In 2024 somebody else may hold it: whoever it is said of is not wrong.",
        world(
            MEN, [BAY_HELD], [BAY],
            records=[record("national", "1500m", "men", "3:29.00", "Ola Dahl", "2023-06-01", of="NOR",
                            vouched_until="2023-08-31")],
        ),
        "2024-09-01",
        (
            left_open("record", level="national", athlete="Ola Dahl", scope=at("1500m", sex="men", nation="Norway")),
            left_open("record", level="national", mark="3:28.50", scope=at("1500m", sex="men", nation="Norway")),
            supported("record", level="national", athlete="Ola Dahl", as_of="1 August 2023",
                      scope=at("1500m", sex="men", nation="Norway")),
            refuted("record", level="national", mark="3:28.50", as_of="1 August 2023",
                    scope=at("1500m", sex="men", nation="Norway")),
            # a record can be struck out: then a worse mark is the record again
            left_open("record", level="national", mark="3:29.40", scope=at("1500m", sex="men", nation="Norway")),
        ),
    ),
    Case(
        "a list that ends in spring",
        "The list is complete until April 2024: in June Rossi may have run any time, and be ahead of Dahl.",
        world(MEN, [BAY_HELD], [BAY], known("athletes", "2023-06-01", "2024-04-30", **LIST)),
        "2024-06-15",
        (
            left_open("rank", athlete="Leo Rossi", rank="first", scope=at("1500m", sex="men")),
            left_open("rank", athlete="Ola Dahl", rank="first", scope=at("1500m", sex="men")),
            refuted("rank", athlete="Leo Rossi", rank="first", as_of="1 March 2024", scope=at("1500m", sex="men")),
            supported("rank", athlete="Ola Dahl", rank="first", as_of="1 March 2024", scope=at("1500m", sex="men")),
        ),
    ),
    Case(
        "a champion of a yearly holding",
        "Every holding until 2023 is known. In September 2024 there may have been another: who reigns is open.",
        world(
            MEN,
            [edition("swedes", "Lund", "2022-08-01"), edition("swedes", "Lund", "2023-08-01")],
            [race("swedes-2022", "800m", "men", "2022-08-01", "Jan Ek 1:46.00", "Leo Rossi 1:47.00",
                  "Ola Dahl 1:48.00"),
             race("swedes-2023", "800m", "men", "2023-08-01", "Leo Rossi 1:46.00", "Jan Ek 1:46.20",
                  "Ola Dahl 1:47.00")],
            known("editions", "2022", "2023", competition="swedes"),
            known("medals", "2022", "2023", competition="swedes", events=["800m"], sex="men"),
        ),
        "2024-09-01",
        (
            left_open("title", athlete="Jan Ek", status="reigning", scope=at("800m", "Swedish Championships")),
            left_open("title", athlete="Leo Rossi", status="reigning", scope=at("800m", "Swedish Championships")),
            refuted("title", athlete="Jan Ek", status="reigning", as_of="1 October 2023",
                    scope=at("800m", "Swedish Championships")),
            supported("title", athlete="Jan Ek", status="former", scope=at("800m", "Swedish Championships")),
        ),
    ),
    Case(
        "a coach, a club and a nation that were vouched for",
        "What is known of Dahl's life is of 2022. By 2024 Dahl may run for another nation.",
        world({"Ola Dahl": {"is": "men NOR", "coaches": [{"value": "Per Lie"}], "vouched_until": "2022-12-31"},
               "Jan Ek": "men SWE"}, [BAY_HELD], [race("bay-2023", "800m", "men", "2023-06-01", "Jan Ek 1:47.00")]),
        "2024-03-01",
        (
            left_open("bio", athlete="Ola Dahl", nation="Sweden"),
            left_open("bio", athlete="Ola Dahl", coach="Per Lie"),
            refuted("bio", athlete="Ola Dahl", nation="Sweden", as_of="1 May 2022"),
            supported("bio", athlete="Ola Dahl", coach="Per Lie", as_of="1 May 2022"),
            refuted("bio", athlete="Jan Ek", nation="Norway"),
        ),
    ),
    Case(
        "a career's best after the season is over",
        "All of Ek's races are known until the end of 2023. What Ek ran in 2024 is not.",
        world(MEN, [BAY_HELD], [BAY], known("races", "2020", "2023", athletes=["jan-ek"], none_before=True,
                                            indoor_too=True)),
        "2024-05-20",
        (
            not_refuted("record", level="personal", athlete="Jan Ek", mark="3:28.00", scope=at("1500m")),
            left_open("record", level="personal", athlete="Jan Ek", mark="3:30.00", scope=at("1500m")),
            left_open("count", athlete="Jan Ek", of="races", count=4, scope=at("1500m")),
            refuted("count", athlete="Jan Ek", of="races", count=4, as_of="1 December 2023", scope=at("1500m")),
            refuted("record", level="personal", athlete="Jan Ek", mark="3:31.00", scope=at("1500m")),
        ),
    ),
    Case(
        "a medal table that may have changed",
        "The table is vouched for until the end of the Games; a medal may be taken away in the year after.",
        world(
            MEN, [edition("games", "Paris", "2024-07-26", "2024-08-11")], [],
            medal_tables=[{"edition": "games-2024", "date": "2024-08-11", "sources": ["book"],
                           "vouched_until": "2024-08-31",
                           "rows": [{"nation": "NOR", "gold": 4, "silver": 1, "bronze": 3},
                                    {"nation": "SWE", "gold": 4, "silver": 4, "bronze": 3}]}],
        ),
        "2025-10-01",
        (
            left_open("medal_count", nation="Norway", medal="gold", count=5, scope=at(None, "Olympic Games", 2024)),
            left_open("medal_count", nation="Norway", medal="gold", count=4, scope=at(None, "Olympic Games", 2024)),
            supported("medal_count", nation="Norway", medal="gold", count=4, as_of="20 August 2024",
                      scope=at(None, "Olympic Games", 2024)),
            refuted("medal_count", nation="Norway", medal="gold", count=5, as_of="20 August 2024",
                    scope=at(None, "Olympic Games", 2024)),
        ),
    ),
]  # fmt: skip
