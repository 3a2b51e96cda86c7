"""Teams: what a relay won is its runners', in the heats and in the final, as far as it is known who ran."""

from __future__ import annotations

from building import Case, at, edition, known, left_open, not_refuted, race, ran, refuted, supported, world

PEOPLE = {
    "Ola Dahl": "men NOR", "Per Lie": "men NOR", "Nils Moe": "men NOR", "Arne Vik": "men NOR", "Tor Aas": "men NOR",
    "Jan Ek": "men SWE", "Max Ros": "men SWE", "Leo Rossi": "men ITA",
    "Norwegian Relay": "men NOR", "Swedish Relay": "men SWE", "Italian Relay": "men ITA",
    "Kenyan Relay": "men KEN",
}  # fmt: skip
HELD = [edition("games", "Paris", "2024-07-26", "2024-08-11")]
FOUR = ["ola-dahl", "per-lie", "nils-moe", "arne-vik"]
HEAT = race("games-2024", "4x400m", "men", "2024-08-09",
            ran("1 Norwegian Relay 2:59.00", members=["tor-aas", "per-lie", "nils-moe", "arne-vik"], qualified="Q"),
            "Swedish Relay 2:59.50", "Kenyan Relay 3:01.00", round="heat 1")  # fmt: skip
FINAL = race("games-2024", "4x400m", "men", "2024-08-10",
             ran("1 Norwegian Relay 2:55.00", members=FOUR, legs=["44.50", "43.90", "43.80", "42.80"]),
             "Swedish Relay 2:56.00", "Italian Relay 2:57.00", finishers_complete=True)  # fmt: skip
EVERY = known("medals", "2024", "2024", competition="games", events=["4x400m"], sex="men", none_before=True)
RELAY = at("relay", "Olympic Games", 2024, sex="men")
JUMPING = at("team jumping", "Olympic Games", 2024, sex="men")
ALL_MEDALS = [known("medals", "2024", "2024", competition="games", sex=sex, none_before=True)
              for sex in ("men", "women", "mixed")]  # fmt: skip

CASES = [
    Case(
        "a gold of the heats",
        "Aas ran the heat, Dahl the final: both have the gold; Ek's team was second, and nobody says who ran for it.",
        world(PEOPLE, HELD, [HEAT, FINAL], EVERY),
        "2024-08-12",
        (
            supported("medal", athlete="Tor Aas", medal="gold", scope=RELAY),
            supported("medal", athlete="Ola Dahl", medal="gold", scope=RELAY),
            not_refuted("medal", athlete="Jan Ek", medal="silver", scope=RELAY),
            refuted("medal", athlete="Ola Dahl", medal="silver", scope=RELAY),
            refuted("medal", athlete="Leo Rossi", medal="gold", scope=RELAY),
        ),
    ),
    Case(
        "a gold of a team that runs no relay",
        "Dahl and Lie won it together: a gold each, and one for Norway.",
        world(PEOPLE, HELD,
              [race("games-2024", "team-jumping", "men", "2024-08-02",
                    ran("1 Norwegian Relay 120", members=["ola-dahl", "per-lie"]), "Swedish Relay 110",
                    "Italian Relay 100")],
              known("medals", "2024", "2024", competition="games", events=["team-jumping"], sex="men",
                    none_before=True)),
        "2024-08-12",
        (
            supported("medal", athlete="Ola Dahl", medal="gold", scope=JUMPING),
            supported("medal", athlete="Per Lie", medal="gold", scope=JUMPING),
            supported("medal_count", nation="Norway", medal="gold", count=1, scope=JUMPING),
            supported("place", athlete="Ola Dahl", place=1, scope=JUMPING),
            refuted("medal_count", nation="Norway", medal="gold", count=2, scope=JUMPING),
        ),
    ),
    Case(
        "who ran which leg",
        "Vik anchored in 42.80 and Dahl led off in 44.50. Aas ran no leg of the final.",
        world(PEOPLE, HELD, [HEAT, FINAL], EVERY),
        "2024-08-12",
        (
            supported("mark", athlete="Arne Vik", leg="anchor", mark="42.80", scope=RELAY),
            supported("mark", athlete="Ola Dahl", leg="lead-off", scope=RELAY),
            refuted("mark", athlete="Ola Dahl", leg="anchor", scope=RELAY),
            refuted("mark", athlete="Arne Vik", leg="own", mark="43.80", scope=RELAY),
            left_open("mark", athlete="Jan Ek", leg="anchor", mark="43.00", scope=RELAY),
            refuted("mark", athlete="Tor Aas", leg="anchor", scope=RELAY),
        ),
    ),
    Case(
        "in the heat and not in the final",
        "Aas ran the heat alone, and all four of the final are named: he did not start there, though the gold is his. "
        "Of the Swedes nobody says who ran, and Rossi's own team is told without names.",
        world(PEOPLE, HELD, [HEAT, FINAL], EVERY),
        "2024-08-12",
        (
            refuted("start", athlete="Tor Aas", status="started", scope=RELAY | {"round": "final"}),
            refuted("start", athlete="Tor Aas", status="finished", scope=RELAY | {"round": "final"}),
            supported("start", athlete="Tor Aas", status="started", scope=RELAY | {"round": "heat 1"}),
            supported("start", athlete="Ola Dahl", status="started", scope=RELAY | {"round": "final"}),
            left_open("start", athlete="Jan Ek", status="started", scope=RELAY | {"round": "final"}),
            left_open("start", athlete="Leo Rossi", status="started", scope=RELAY | {"round": "final"}),
            # He took part in the Games, and is a champion of them.
            supported("start", athlete="Tor Aas", status="started", scope=at(None, "Olympic Games", 2024)),
            left_open("start", athlete="Jan Ek", status="started", scope=at(None, "Olympic Games", 2024)),
            supported("medal", athlete="Tor Aas", medal="gold", scope=RELAY),
        ),
    ),
    Case(
        "in the heat and perhaps in the final",
        "Of the final only the first two are told, with three of the winner's names: Aas may be the fourth.",
        world(PEOPLE, HELD,
              [HEAT, race("games-2024", "4x400m", "men", "2024-08-10",
                          ran("1 Norwegian Relay 2:55.00", members=FOUR[:3]), "Swedish Relay 2:56.00",
                          finishers_complete=True)]),
        "2024-08-12",
        (
            left_open("start", athlete="Tor Aas", status="started", scope=RELAY | {"round": "final"}),
            supported("start", athlete="Per Lie", status="started", scope=RELAY | {"round": "final"}),
            # Of no nation that had a team in it.
            refuted("start", athlete="Leo Rossi", status="started", scope=RELAY | {"round": "final"}),
        ),
    ),
    Case(
        "the only golds of a nation",
        "Norway's one gold of the Games was the relay's: five Norwegians have one, none alone.",
        world(
            PEOPLE, HELD,
            [HEAT, FINAL, race("games-2024", "800m", "men", "2024-08-05", "Jan Ek 1:43.00", "Leo Rossi 1:44.00",
                               "Ola Dahl 1:45.00")],
            EVERY, known("medals", "2024", "2024", competition="games", events=["800m"], sex="men", none_before=True),
        ),
        "2024-08-12",
        (
            supported("medal_count", nation="Norway", medal="gold", count=1,
                      scope=at(None, "Olympic Games", 2024, sex="men", events=["800m", "relay"])),
            not_refuted("medal_count", athlete="Ola Dahl", count=2,
                        scope=at(None, "Olympic Games", 2024, sex="men", events=["800m", "relay"])),
            refuted("medal_count", athlete="Ola Dahl", count=1,
                    scope=at(None, "Olympic Games", 2024, sex="men", events=["800m", "relay"])),
            not_refuted("count", athlete="Tor Aas", of="medals", count=1,
                        scope=at(None, "Olympic Games", 2024, sex="men", events=["800m", "relay"])),
            refuted("only", members=["Ola Dahl"], feat={"medal": "gold"},
                    scope=at(None, "Olympic Games", 2024, sex="men", nation="Norway", events=["800m", "relay"])),
        ),
    ),
    Case(
        "a relay without its runners",
        "Sweden's four are not known: anybody may have been among them, and anybody may have two medals.",
        world(
            PEOPLE, HELD,
            [race("games-2024", "4x400m", "men", "2024-08-10", "Swedish Relay 2:55.00", "Norwegian Relay 2:56.00",
                  "Italian Relay 2:57.00"),
             race("games-2024", "800m", "men", "2024-08-05", "Jan Ek 1:43.00", "Leo Rossi 1:44.00",
                  "Ola Dahl 1:45.00")],
            *ALL_MEDALS,
        ),
        "2024-08-12",
        (
            not_refuted("medal", athlete="Max Ros", medal="gold", scope=RELAY),
            not_refuted("medal_count", athlete="Jan Ek", medal="gold", count=2, scope=at(None, "Olympic Games", 2024)),
            not_refuted("only", members=["Jan Ek"], feat={"medals": 2}, scope=at(None, "Olympic Games", 2024)),
            refuted("medal_count", athlete="Jan Ek", count=0, scope=at("800m", "Olympic Games", 2024)),
            supported("medal_count", nation="Sweden", medal="gold", count=2,
                      scope=at(None, "Olympic Games", 2024, sex="men", events=["800m", "relay"])),
        ),
    ),
    Case(
        "a title in the relay ends no wait for a title alone",
        "Dahl's gold of 2024 was the relay's; of 2016 Lie's was alone. First Norwegian gold since 2016 is right.",
        world(
            PEOPLE, [edition("games", "Rio", "2016-08-05", "2016-08-21"),
                     edition("games", "Tokyo", "2021-07-23", "2021-08-08"), *HELD],
            [race("games-2016", "400m", "men", "2016-08-14", "Per Lie 43.50", "Jan Ek 43.80", "Leo Rossi 44.00"),
             race("games-2021", "400m", "men", "2021-08-05", "Jan Ek 43.50", "Per Lie 43.80", "Leo Rossi 44.00"),
             race("games-2024", "400m", "men", "2024-08-07", "Leo Rossi 43.50", "Jan Ek 43.80", "Ola Dahl 44.00"),
             race("games-2016", "4x400m", "men", "2016-08-20", "Swedish Relay 2:55.00", "Italian Relay 2:56.00",
                  "Norwegian Relay 2:57.00"),
             race("games-2021", "4x400m", "men", "2021-08-07", "Swedish Relay 2:55.00", "Italian Relay 2:56.00",
                  "Norwegian Relay 2:57.00"),
             FINAL],
            known("medals", "2016", "2024", competition="games", events=["400m", "4x400m"], sex="men",
                  none_before=True),
        ),
        "2024-08-12",
        (
            supported("since", feat={"medal": "gold"}, since="2016",
                      scope=at(None, "Olympic Games", 2024, nation="Norway", sex="men", events=["400m", "relay"])),
            refuted("since", feat={"medal": "gold"}, since="2021",
                    scope=at(None, "Olympic Games", 2024, nation="Norway", sex="men", events=["400m", "relay"])),
            supported("medal_count", nation="Norway", medal="gold", count=2,
                      scope=at(None, "Olympic Games", sex="men", events=["400m", "relay"])),
        ),
    ),
    Case(
        "not entered as starters of the race",
        "The members of a team are not the runners of a race: Dahl did not place anywhere by himself.",
        world(PEOPLE, HELD, [HEAT, FINAL], EVERY,
              known("races", "2024", "2024", athletes=["ola-dahl"], events=["400m"], indoor_too=True)),
        "2024-08-12",
        (
            supported("start", athlete="Ola Dahl", status="started", scope=RELAY),
            refuted("place", athlete="Kenyan Relay", place=3, scope=RELAY),
            supported("count", athlete="Ola Dahl", of="races", count=0, scope=at("400m", season=2024)),
            supported("place", athlete="Ola Dahl", place=1, scope=RELAY),
        ),
    ),
    Case(
        "a disqualified relay",
        "Italy's team was put out a day later and Sweden's moved up to bronze: their runners' medals follow.",
        world(
            PEOPLE, HELD,
            [race("games-2024", "4x400m", "men", "2024-08-10",
                  ran("1 Norwegian Relay 2:55.00", members=FOUR),
                  ran("2 Swedish Relay 2:56.50", members=["jan-ek", "max-ros"], was={"end": "2025-03-01", "place": 3}),
                  ran("2 Italian Relay 2:56.00", members=["leo-rossi"],
                      annulled={"start": "2025-03-01", "why": "doping", "sources": ["book"]}))],
        ),
        "2025-06-01",
        (
            supported("medal", athlete="Jan Ek", medal="silver", scope=RELAY),
            supported("medal", athlete="Jan Ek", medal="bronze", as_of="1 February 2025", scope=RELAY),
            refuted("medal", athlete="Jan Ek", medal="bronze", scope=RELAY),
            supported("medal", athlete="Leo Rossi", medal="silver", as_of="1 February 2025", scope=RELAY),
            not_refuted("medal", athlete="Leo Rossi", medal="none", scope=RELAY),
        ),
    ),
]  # fmt: skip
