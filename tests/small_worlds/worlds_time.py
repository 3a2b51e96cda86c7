"""Time: which year a bare month means, what a name meant on the claim's day, and days told from another time zone."""

from __future__ import annotations

from building import Case, at, edition, known, left_open, not_refuted, race, record, refuted, supported, world

MEN = {"Ola Dahl": "men NOR", "Jan Ek": "men SWE", "Leo Rossi": "men ITA"}
DOHA = race("worlds-2019", "1500m", "men", "2019-10-06", "Ola Dahl 3:29.26", "Jan Ek 3:31.46", "Leo Rossi 3:31.70")
DOHA_HELD = edition("worlds", "Doha", "2019-09-27", "2019-10-06")

CASES = [
    Case(
        "a bare month or weekday long after the race",
        "The final of 2023 was in August, on a Wednesday. The article of February 2025 looks back: its August and "
        "its Wednesday are those of the holding.",
        world(
            MEN,
            [edition("worlds", "Budapest", "2023-08-19", "2023-08-27")],
            [race("worlds-2023", "1500m", "men", "2023-08-23", "Ola Dahl 3:29.26", "Jan Ek 3:31.46"),
             race("worlds-2023", "5000m", "men", "2023-08-27", "Jan Ek 13:11.30", "Ola Dahl 13:12.28")],
        ),
        "2025-02-10",
        (
            supported("date", date="August", scope=at("1500m", "World Championships", 2023, sex="men")),
            supported("date", date="23 August", scope=at("1500m", "Budapest worlds", sex="men")),
            supported("date", date="late August", scope=at("1500m", "World Championships", 2023, sex="men")),
            refuted("date", date="July", scope=at("1500m", "World Championships", 2023, sex="men")),
            refuted("date", date="24 August", scope=at("1500m", "World Championships", 2023, sex="men")),
            supported("date", date="Wednesday", scope=at("1500m", "World Championships", 2023, sex="men")),
            refuted("date", date="Friday", scope=at("1500m", "World Championships", 2023, sex="men")),
            # Of two Saturdays either may be meant, and it was on neither; of the Sundays one is the day of the 5000 m.
            refuted("date", date="Saturday", scope=at("1500m", "World Championships", 2023, sex="men")),
            left_open("date", date="Sunday", scope=at("5000m", "World Championships", 2023, sex="men")),
            supported("place", athlete="Ola Dahl", place=1,
                      scope=at("1500m", "World Championships", 2023, on="Wednesday")),
            refuted("place", athlete="Jan Ek", place=1, scope=at("1500m", "World Championships", 2023, on="Wednesday")),
            supported("place", athlete="Ola Dahl", place=1, scope=at("1500m", "Budapest worlds", on="Wednesday")),
            left_open("place", athlete="Jan Ek", place=1, scope=at("5000m", "Budapest worlds", on="Sunday")),
            left_open("count", athlete="Jan Ek", of="wins", count=1,
                      scope=at("5000m", "Budapest worlds", after="Monday")),
        ),
    ),
    Case(
        "a weekday that a holding long ago had not",
        "From Thursday to Tuesday: a paper of another zone may call the last day Wednesday, or the first.",
        world(MEN, [edition("euros", "Rome", "2024-06-06", "2024-06-11")],
              [race("euros-2024", "1500m", "men", "2024-06-11", "Ola Dahl 3:31.95", "Jan Ek 3:33.30"),
               race("euros-2024", "5000m", "men", "2024-06-08", "Jan Ek 13:20.00", "Ola Dahl 13:21.00")]),
        "2025-06-20",
        (
            left_open("date", date="Wednesday", scope=at("1500m", "European Championships", 2024, sex="men")),
            refuted("date", date="Wednesday", scope=at("5000m", "European Championships", 2024, sex="men")),
        ),
    ),
    Case(
        "a namesake who was a child then",
        "In 2012 there was one Ek who ran. That a younger Ek ran in 2022 does not touch an article of 2012.",
        world(
            {"Jan Ek": {"is": "men SWE", "born": "1988-03-01"}, "Nils Ek": {"is": "men SWE", "born": "2003-04-01"},
             "Ola Dahl": "men NOR"},
            [edition("bay", "Lund", "2012-06-01"), edition("bay", "Lund", "2022-06-01"),
             edition("bay", "Lund", "2024-06-01")],
            [race("bay-2012", "1500m", "men", "2012-06-01", "Jan Ek 3:40.00", "Ola Dahl 3:41.00"),
             race("bay-2022", "1500m", "men", "2022-06-01", "Nils Ek 3:39.00", "Ola Dahl 3:41.50"),
             race("bay-2024", "1500m", "men", "2024-06-01", "Jan Ek 3:49.00", "Nils Ek 3:49.50")],
        ),
        "2012-06-02",
        (
            supported("place", athlete="Ek", place=1, scope=at("1500m", "Bay Meeting", 2012)),
            refuted("place", athlete="Ek", place=2, scope=at("1500m", "Bay Meeting", 2012)),
        ),
    ),
    Case(
        "which Rome was meant",
        "In 1990 the Rome championships were those of 1974 or of 1987; those of 2024 were still unknown.",
        world(
            MEN,
            [edition("euros", "Rome", "1974-09-02", "1974-09-08"), edition("worlds", "Rome", "1987-08-28",
                                                            "1987-09-06"),
             edition("euros", "Rome", "2024-06-07", "2024-06-12")],
            [race("euros-1974", "1500m", "men", "1974-09-08", "Jan Ek 3:40.60", "Ola Dahl 3:40.80"),
             race("worlds-1987", "1500m", "men", "1987-09-06", "Ola Dahl 3:36.80", "Jan Ek 3:38.80"),
             race("euros-2024", "1500m", "men", "2024-06-12", "Leo Rossi 3:31.95", "Ola Dahl 3:33.30")],
        ),
        "1990-05-01",
        (
            supported("place", athlete="Jan Ek", place=1, scope=at("1500m", "Rome European Championships")),
            supported("place", athlete="Ola Dahl", place=1, scope=at("1500m", "Rome World Championships")),
            refuted("place", athlete="Leo Rossi", place=1, scope=at("1500m", "Rome European Championships")),
        ),
    ),
    Case(
        "for another nation since then",
        "Rossi ran for Kenya until 2019 and for Italy from then on: what is said of 2018 is said of a Kenyan.",
        world(
            {"Leo Rossi": {"is": "men", "nations": [{"value": "KEN", "end": "2019-01-01"},
                                                    {"value": "ITA", "start": "2019-01-01"}]},
             "Jan Ek": "men SWE", "Ola Dahl": "men NOR"},
            [edition("bay", "Lund", "2018-06-01"), edition("bay", "Lund", "2021-06-01")],
            [race("bay-2018", "1500m", "men", "2018-06-01", "Leo Rossi 3:33.00", "Ola Dahl 3:41.00"),
             race("bay-2021", "1500m", "men", "2021-06-01", "Jan Ek 3:32.00", "Leo Rossi 3:34.00")],
            known("races", "2018", "2021", athletes=["leo-rossi"], events=["1500m"]),
        ),
        "2021-06-02",
        (
            supported("bio", athlete="Leo Rossi", nation="Italy"),
            refuted("bio", athlete="Leo Rossi", nation="Kenya"),
            supported("bio", athlete="Leo Rossi", nation="Kenya", as_of="1 June 2018"),
            supported("count", athlete="Leo Rossi", of="wins", count=1,
                      scope=at("1500m", nation="Kenya", season=2018, indoor=False)),
            refuted("count", athlete="Leo Rossi", of="wins", count=1,
                    scope=at("1500m", nation="Italy", season=2021, indoor=False)),
        ),
    ),
    Case(
        "the day after in New Zealand",
        "The final began on the evening of 6 October in Doha (UTC+3), when it was the 7th in New Zealand (UTC+13).",
        world(MEN, [DOHA_HELD | {"zone": "+03:00"}], [DOHA]),
        "2019-10-08",
        (
            not_refuted("date", date="yesterday", scope=at("1500m", "World Championships", 2019, sex="men")),
            not_refuted("date", date="Monday", scope=at("1500m", "World Championships", 2019, sex="men")),
            supported("date", date="Sunday", scope=at("1500m", "World Championships", 2019, sex="men")),
            refuted("date", date="Saturday", scope=at("1500m", "World Championships", 2019, sex="men")),
        ),
        zone="+13:00",
    ),
    Case(
        "the evening before in Oregon",
        "A holding in Tokyo (UTC+9) on Sunday 24 August: in a paper of Oregon (UTC-7) it was still Saturday there.",
        world(
            MEN,
            [edition("worlds", "Tokyo", "1991-08-23", "1991-09-01", zone="+09:00")],
            [race("worlds-1991", "800m", "men", "1991-08-25", "Ola Dahl 1:44.00", "Jan Ek 1:44.10")],
        ),
        "1991-08-25",
        (
            not_refuted("date", date="yesterday", scope=at("800m", "World Championships", 1991, sex="men")),
            not_refuted("date", date="Saturday", scope=at("800m", "World Championships", 1991, sex="men")),
            supported("date", date="today", scope=at("800m", "World Championships", 1991, sex="men")),
            refuted("date", date="Friday", scope=at("800m", "World Championships", 1991, sex="men")),
            refuted("date", date="Monday", scope=at("800m", "World Championships", 1991, sex="men")),
        ),
        zone="-07:00",
    ),
    Case(
        "races of successive days by the weekday",
        "The heat was on Friday 2 August, the semi-final on Saturday. A paper further east may call Friday's race "
        "Saturday's.",
        world({"Jan Ek": "men SWE", "Ola Dahl": "men NOR"}, [edition("games", "Paris", "2024-07-26", "2024-08-07")],
              [race("games-2024", "1500m", "men", "2024-08-02", "Jan Ek 3:36.00", "Ola Dahl 3:37.00", round="heat 1"),
               race("games-2024", "1500m", "men", "2024-08-03", "Ola Dahl 3:35.00", "Jan Ek 3:35.50",
                    round="semifinal 1")],
              known("races", "2024-01-01", "2024-12-31", athletes=["jan-ek"], events=["1500m"])),
        "2024-08-05",
        (
            supported("mark", athlete="Jan Ek", mark="3:35.50", scope=at("1500m", "Olympic Games", on="Saturday")),
            left_open("mark", athlete="Jan Ek", mark="3:36.00", scope=at("1500m", "Olympic Games", on="Saturday")),
            refuted("mark", athlete="Jan Ek", mark="3:39.00", scope=at("1500m", "Olympic Games", on="Saturday")),
            # A date is the day at the venue, as papers print it.
            refuted("mark", athlete="Jan Ek", mark="3:36.00", scope=at("1500m", "Olympic Games", on="3 August")),
            left_open("count", athlete="Jan Ek", of="races", count=1, scope=at("1500m", on="Sunday", indoor=False)),
            refuted("count", athlete="Jan Ek", of="races", count=2, scope=at("1500m", on="Sunday", indoor=False)),
            refuted("count", athlete="Jan Ek", of="races", count=1, scope=at("1500m", on="Monday", indoor=False)),
        ),
    ),
    Case(
        "races of successive days in one zone",
        "Paper and holding are of one zone: Saturday's race was the semi-final.",
        world({"Jan Ek": "men SWE", "Ola Dahl": "men NOR"},
              [edition("games", "Paris", "2024-07-26", "2024-08-07", zone="+02:00")],
              [race("games-2024", "1500m", "men", "2024-08-02", "Jan Ek 3:36.00", "Ola Dahl 3:37.00", round="heat 1"),
               race("games-2024", "1500m", "men", "2024-08-03", "Ola Dahl 3:35.00", "Jan Ek 3:35.50",
                    round="semifinal 1")]),
        "2024-08-05",
        (
            supported("mark", athlete="Jan Ek", mark="3:35.50", scope=at("1500m", "Olympic Games", on="Saturday")),
            refuted("mark", athlete="Jan Ek", mark="3:36.00", scope=at("1500m", "Olympic Games", on="Saturday")),
        ),
        "+02:00",
    ),
    Case(
        "New Year between the race and the paper",
        "The race was on 31 December; a paper of 1 January calls it yesterday, last year, and a year that is over.",
        world(
            MEN,
            [edition("bay", "Lund", "2023-12-31")],
            [race("bay-2023", "5000m", "men", "2023-12-31", "Ola Dahl 13:29.26", "Jan Ek 13:31.46")],
        ),
        "2024-01-01",
        (
            supported("date", date="yesterday", scope=at("5000m", "Bay Meeting", 2023, sex="men")),
            supported("date", date="last year", scope=at("5000m", "Bay Meeting", 2023, sex="men")),
            supported("date", date="December", scope=at("5000m", "Bay Meeting", 2023, sex="men")),
            refuted("date", date="this year", scope=at("5000m", "Bay Meeting", 2023, sex="men")),
            refuted("date", date="November", scope=at("5000m", "Bay Meeting", 2023, sex="men")),
        ),
    ),
    Case(
        "a record that was broken a week later",
        "On 1 June the record was Ek's; that Dahl broke it on the 8th is nothing to an article of the 2nd.",
        world(
            MEN,
            [edition("bay", "Lund", "2024-06-01"), edition("fjord", "Oslo", "2024-06-08")],
            [race("bay-2024", "1500m", "men", "2024-06-01", "Jan Ek 3:27.00", "Ola Dahl 3:28.00"),
             race("fjord-2024", "1500m", "men", "2024-06-08", "Ola Dahl 3:26.50", "Jan Ek 3:28.50")],
            records=[record("area", "1500m", "men", "3:27.00", "Jan Ek", "2024-06-01", of="Europe", until="2024-06-08"),
                     record("area", "1500m", "men", "3:26.50", "Ola Dahl", "2024-06-08", of="Europe")],
        ),
        "2024-06-02",
        (
            supported("record", level="area", athlete="Jan Ek", scope=at("1500m", sex="men", area="Europe")),
            supported("record", level="area", athlete="Jan Ek", mark="3:27.00", when="set",
                      scope=at("1500m", "Bay Meeting", 2024)),
            refuted("record", level="area", athlete="Ola Dahl", scope=at("1500m", sex="men", area="Europe")),
            left_open("place", athlete="Ola Dahl", place=1, scope=at("1500m", "Fjord Classic", 2024)),
        ),
    ),
]  # fmt: skip
