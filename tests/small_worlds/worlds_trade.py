"""Words of the trade: the defending champion, who beat whom, firsts, and ranks and titles of two days."""

from __future__ import annotations

from building import Case, at, edition, known, not_refuted, race, refuted, supported, world

PEOPLE = {
    "Ola Dahl": "men NOR",
    "Jan Ek": "men SWE",
    "Leo Rossi": "men ITA",
    "Eli Kip": "men KEN",
    "Abe Bek": "men ETH",
}
TOKYO, PARIS = (
    edition("games", "Tokyo", "2021-07-23", "2021-08-08"),
    edition("games", "Paris", "2024-07-26", "2024-08-11"),
)
FINALS = [
    race("games-2021", "1500m", "men", "2021-08-07", "Ola Dahl 3:28.00", "Jan Ek 3:29.00", "Leo Rossi 3:29.50"),
    race("games-2024", "1500m", "men", "2024-08-06", "Jan Ek 3:27.00", "Eli Kip 3:27.50", "Ola Dahl 3:28.00"),
]
EVERY = [
    known("editions", "2021", "2024", competition="games"),
    known("medals", "2021", "2024", competition="games", events=["1500m"], sex="men", none_before=True),
]

CASES = [
    Case(
        "the defending champion who lost",
        "Dahl had won in Tokyo and was third in Paris: in the report of the next day Dahl is the defending champion.",
        world(PEOPLE, [TOKYO, PARIS], FINALS, *EVERY),
        "2024-08-07",
        (
            supported("title", athlete="Ola Dahl", status="defending", scope=at("1500m", "Olympic Games")),
            supported("title", athlete="Ola Dahl", status="defending", scope=at("1500m", "Olympic Games", 2024)),
            refuted("title", athlete="Jan Ek", status="defending", scope=at("1500m", "Olympic Games", 2024)),
            supported("title", athlete="Jan Ek", status="reigning", scope=at("1500m", "Olympic Games")),
            supported("title", athlete="Ola Dahl", status="former", scope=at("1500m", "Olympic Games")),
            refuted("title", athlete="Ola Dahl", status="retained", scope=at("1500m", "Olympic Games", 2024)),
            refuted("title", athlete="Leo Rossi", status="defending", scope=at("1500m", "Olympic Games", 2024)),
        ),
    ),
    Case(
        "champion of two days",
        "On 1 August Dahl was the champion, on the 7th Ek: both are right, each on its day.",
        world(PEOPLE, [TOKYO, PARIS], FINALS, *EVERY),
        "2024-08-07",
        (
            supported("title", athlete="Ola Dahl", as_of="1 August 2024", scope=at("1500m", "Olympic Games")),
            supported("title", athlete="Jan Ek", scope=at("1500m", "Olympic Games")),
            refuted("title", athlete="Ola Dahl", scope=at("1500m", "Olympic Games")),
        ),
    ),
    Case(
        "beat him in Paris",
        "In Paris Ek was ahead of Dahl in the semi-final and the final, and behind in the heat.",
        world(PEOPLE, [TOKYO, PARIS],
              [*FINALS,
               race("games-2024", "1500m", "men", "2024-08-02", "Ola Dahl 3:35.00", "Jan Ek 3:35.50", round="heat 1"),
               race("games-2024", "1500m", "men", "2024-08-04", "Jan Ek 3:32.00", "Ola Dahl 3:32.50",
                    round="semifinal 1")]),
        "2024-08-07",
        (
            supported("head_to_head", athlete="Jan Ek", opponent="Ola Dahl", wins=1,
                      scope=at("1500m", "Olympic Games", 2024)),
            supported("head_to_head", athlete="Ola Dahl", opponent="Jan Ek", wins=1,
                      scope=at("1500m", "Olympic Games", 2024)),
            refuted("head_to_head", athlete="Ola Dahl", opponent="Jan Ek", wins=1,
                    scope=at("1500m", "Olympic Games", 2024, round="final")),
            supported("head_to_head", athlete="Jan Ek", opponent="Ola Dahl", wins=1,
                      scope=at("1500m", "Olympic Games", 2024, round="final")),
            not_refuted("head_to_head", athlete="Jan Ek", opponent="Ola Dahl", wins=2,
                        scope=at("1500m", "Olympic Games", 2024)),
        ),
    ),
    Case(
        "a first win since one in a heat",
        "Dahl won a heat in Paris, lost the final, and won in Oslo: the first win since Tokyo, and not since the heat.",
        world(PEOPLE, [TOKYO, PARIS, edition("fjord", "Oslo", "2024-08-30")],
              [*FINALS,
               race("games-2024", "1500m", "men", "2024-08-02", "Ola Dahl 3:35.00", "Jan Ek 3:35.50", round="heat 1"),
               race("fjord-2024", "1500m", "men", "2024-08-30", "Ola Dahl 3:30.00", "Jan Ek 3:31.00")],
              known("races", "2021-08-01", "2024-08-31", athletes=["ola-dahl"], events=["1500m"], indoor_too=True)),
        "2024-09-01",
        (
            not_refuted("since", athlete="Ola Dahl", feat={"place": 1}, own=True, since="2021",
                        scope=at("1500m", "Fjord Classic", 2024)),
            supported("since", athlete="Ola Dahl", feat={"place": 1}, own=True, since="2021",
                      scope=at("1500m", "Fjord Classic", 2024, round="final")),
            not_refuted("only", members=["Ola Dahl"], feat={"place": 1}, how="nth", nth=2,
                        scope=at("1500m", season=2024, sex="men")),
            refuted("since", athlete="Ola Dahl", feat={"place": 1}, own=True, since="2019",
                    scope=at("1500m", "Fjord Classic", 2024, round="final")),
        ),
    ),
    Case(
        "the only one to win, and the winner of a heat",
        "Ek won the final; Rossi won a heat. Ek alone won the event.",
        world(PEOPLE, [PARIS],
              [race("games-2024", "800m", "men", "2024-08-07", "Leo Rossi 1:45.00", "Jan Ek 1:45.10", round="heat 1"),
               race("games-2024", "800m", "men", "2024-08-10", "Jan Ek 1:43.00", "Leo Rossi 1:43.10",
                    "Eli Kip 1:43.20")],
              known("medals", "2024", "2024", competition="games", events=["800m"], sex="men")),
        "2024-08-12",
        (
            not_refuted("only", members=["Jan Ek"], feat={"place": 1}, scope=at("800m", "Olympic Games", 2024,
                                                            sex="men")),
            supported("only", members=["Jan Ek"], feat={"titles": 1}, scope=at("800m", "Olympic Games", 2024,
                                                            sex="men")),
            not_refuted("since", athlete="Jan Ek", feat={"place": 1}, scope=at("800m", "Olympic Games", 2024,
                                                            sex="men")),
            refuted("only", members=["Leo Rossi"], feat={"place": 1},
                    scope=at("800m", "Olympic Games", 2024, sex="men", round="final")),
        ),
    ),
    Case(
        "first and second on the list of two days",
        "Ek led the list until Kip ran faster on the 8th: first on the 2nd of June, second on the 10th.",
        world(PEOPLE, [edition("bay", "Lund", "2024-06-01"), edition("fjord", "Oslo", "2024-06-08")],
              [race("bay-2024", "1500m", "men", "2024-06-01", "Jan Ek 3:31.00", "Ola Dahl 3:33.00"),
               race("fjord-2024", "1500m", "men", "2024-06-08", "Eli Kip 3:30.00", "Ola Dahl 3:32.00")],
              known("athletes", "2024-06-01", "2024-12-31", events=["1500m"], sex="men", down_to="3:35.00")),
        "2024-06-10",
        (
            supported("rank", athlete="Jan Ek", rank="first", as_of="2 June 2024", scope=at("1500m", sex="men")),
            supported("rank", athlete="Jan Ek", rank="second", scope=at("1500m", sex="men")),
            supported("rank", athlete="Ola Dahl", rank="second", as_of="2 June 2024", scope=at("1500m", sex="men")),
            supported("rank", athlete="Ola Dahl", rank="third", scope=at("1500m", sex="men")),
            refuted("rank", athlete="Jan Ek", rank="first", scope=at("1500m", sex="men")),
        ),
    ),
    Case(
        "four years without holding the title",
        "Dahl won in 2016 and 2024, Kip in 2021: Dahl regained the title and did not retain it.",
        world(PEOPLE, [edition("games", "Rio", "2016-08-05", "2016-08-21"), TOKYO, PARIS],
              [race("games-2016", "800m", "men", "2016-08-15", "Ola Dahl 1:43.00", "Jan Ek 1:43.50", "Eli Kip 1:44.00"),
               race("games-2021", "800m", "men", "2021-08-04", "Eli Kip 1:43.00", "Jan Ek 1:43.50", "Ola Dahl 1:44.00"),
               race("games-2024", "800m", "men", "2024-08-10", "Ola Dahl 1:43.00", "Jan Ek 1:43.50",
                    "Eli Kip 1:44.00")],
              known("editions", "2016", "2024", competition="games"),
              known("medals", "2016", "2024", competition="games", events=["800m"], sex="men", none_before=True)),
        "2024-08-12",
        (
            supported("title", athlete="Ola Dahl", status="regained", scope=at("800m", "Olympic Games", 2024)),
            refuted("title", athlete="Ola Dahl", status="retained", scope=at("800m", "Olympic Games", 2024)),
            supported("title", athlete="Ola Dahl", status="won", time="second", scope=at("800m", "Olympic Games",
                                                            2024)),
            supported("count", athlete="Ola Dahl", of="titles", count=2, scope=at("800m", "Olympic Games")),
            supported("since", athlete="Ola Dahl", feat={"medal": "gold"}, since="2016", own=True,
                      scope=at("800m", "Olympic Games", 2024)),
            refuted("title", athlete="Eli Kip", status="reigning", scope=at("800m", "Olympic Games")),
        ),
    ),
]  # fmt: skip
