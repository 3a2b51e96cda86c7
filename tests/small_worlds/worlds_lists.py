"""Lists: one for indoors and out where the rule book says so, marks for lists but not for records, golds, areas."""

from __future__ import annotations

from building import Case, at, edition, known, left_open, not_refuted, race, ran, record, refuted, supported, world

PEOPLE = {"Ola Dahl": "men NOR", "Jan Ek": "men SWE", "Leo Rossi": "men ITA", "Eli Kip": "men KEN",
          "Abe Bek": "men ETH",
          "Ida Berg": "women NOR", "Tea Lund": "women SWE", "Ann Kip": "women KEN"}  # fmt: skip
BAY, FJORD = edition("bay", "Lund", "2024-06-01"), edition("fjord", "Oslo", "2024-06-08")
HALL = edition("indoors", "Glasgow", "2024-03-01", "2024-03-03", indoor=True)
PARIS = edition("games", "Paris", "2024-07-26", "2024-08-11")
LISTED = {"events": ["1500m"], "sex": "men", "down_to": "3:40.00"}


def table(*rows: tuple[str, int, int, int]) -> list[dict[str, object]]:
    counted = [dict(zip(("nation", "gold", "silver", "bronze"), row, strict=True)) for row in rows]
    return [{"edition": "games-2024", "date": "2024-08-11", "sources": ["book"], "rows": counted}]


MILE = at("mile", "Bay Meeting", 2024, sex="women")

CASES = [
    Case(
        "a vault in the hall",
        "One list since 2000: Dahl's 6.00 in the hall is the best of the year, Ek's 5.95 the best outdoors.",
        world(PEOPLE, [BAY, HALL],
              [race("indoors-2024", "pole-vault", "men", "2024-03-02", "Ola Dahl 6.00", "Jan Ek 5.90", indoor=True),
               race("bay-2024", "pole-vault", "men", "2024-06-01", "Jan Ek 5.95", "Ola Dahl 5.80")],
              known("marks", "2024-06-01", "2024-12-31", events=["pole-vault"], sex="men", down_to="5.70",
                    indoor_too=True)),
        "2024-06-10",
        (
            supported("rank", athlete="Ola Dahl", rank="first", scope=at("pole vault", sex="men", season=2024)),
            supported("rank", athlete="Jan Ek", rank="first", scope=at("pole vault", sex="men", season=2024,
                                                            indoor=False)),
            refuted("rank", athlete="Jan Ek", rank="first", scope=at("pole vault", sex="men", season=2024)),
            not_refuted("only", members=["Ola Dahl"], feat={"mark": "6.00"}, scope=at("pole vault", sex="men")),
            refuted("only", members=["Jan Ek"], feat={"mark": "5.80"}, scope=at("pole vault", sex="men", season=2024)),
        ),
    ),
    Case(
        "a track list without the hall",
        "Over 1500 m there are two lists: Dahl's 3:31 indoors does not make Dahl first of the outdoor list.",
        world(PEOPLE, [BAY, HALL],
              [race("indoors-2024", "1500m", "men", "2024-03-02", "Ola Dahl 3:31.00", "Jan Ek 3:36.00", indoor=True),
               race("bay-2024", "1500m", "men", "2024-06-01", "Jan Ek 3:33.00", "Ola Dahl 3:35.00")],
              known("marks", "2024-06-01", "2024-12-31", **LISTED)),
        "2024-06-10",
        (
            supported("rank", athlete="Jan Ek", rank="first", scope=at("1500m", sex="men", season=2024)),
            refuted("rank", athlete="Ola Dahl", rank="first", scope=at("1500m", sex="men", season=2024, indoor=False)),
            not_refuted("only", members=["Ola Dahl"], feat={"mark": "sub-3:32"}, scope=at("1500m", sex="men",
                                                            season=2024)),
            not_refuted("count", of="athletes", count=1, feat={"mark": "sub-3:32"},
                        scope=at("1500m", sex="men", season=2024)),
            refuted("only", members=["Jan Ek"], feat={"mark": "sub-3:32"}, scope=at("1500m", sex="men", season=2024)),
        ),
    ),
    Case(
        "a course that falls too steeply",
        "Kip's 2:03:00 leads the list of the year and can be no record; Bek's 2:04:00 is the record.",
        world(PEOPLE, [BAY, FJORD],
              [race("bay-2024", "marathon", "men", "2024-06-01",
                    ran("1 Eli Kip 2:03:00", ineligible="the course falls too steeply"), ran("2 Jan Ek 2:09:00")),
               race("fjord-2024", "marathon", "men", "2024-06-08", "Abe Bek 2:04:00", "Ola Dahl 2:10:00")],
              known("marks", "2024-06-08", "2024-12-31", events=["marathon"], sex="men", down_to="2:10:00"),
              records=[record("world", "marathon", "men", "2:04:00", "Abe Bek", "2024-06-08")]),
        "2024-06-10",
        (
            supported("rank", athlete="Eli Kip", rank="first", scope=at("marathon", sex="men", season=2024)),
            supported("record", level="world", athlete="Abe Bek", mark="2:04:00", scope=at("marathon", sex="men")),
            refuted("record", level="world", athlete="Eli Kip", scope=at("marathon", sex="men")),
            not_refuted("record", level="personal", athlete="Eli Kip", mark="2:03:00", scope=at("marathon")),
            refuted("rank", athlete="Abe Bek", rank="first", scope=at("marathon", sex="men", season=2024)),
        ),
    ),
    Case(
        "level on golds",
        "Norway and Sweden have four golds each, Norway more silvers: level by golds alone, ahead in the table.",
        world(PEOPLE, [PARIS], [], known("nations", "2024", "2024", competition="games"),
              medal_tables=table(("NOR", 4, 3, 1), ("SWE", 4, 2, 6), ("KEN", 5, 0, 0), ("ITA", 1, 9, 9))),
        "2024-08-12",
        (
            supported("rank", nation="Norway", of="nations", rank="second", scope=at(None, "Olympic Games", 2024)),
            supported("rank", nation="Sweden", of="nations", by="golds alone", rank="second",
                      scope=at(None, "Olympic Games", 2024)),
            supported("rank", nation="Sweden", of="nations", rank="third", scope=at(None, "Olympic Games", 2024)),
            supported("rank", nation="Italy", of="nations", by="medals", rank="first",
                      scope=at(None, "Olympic Games", 2024)),
            supported("comparison", nation="Norway", how="ahead", nations=["Sweden"],
                      scope=at(None, "Olympic Games", 2024)),
            refuted("rank", nation="Sweden", of="nations", by="golds alone", rank="third",
                    scope=at(None, "Olympic Games", 2024)),
            supported("rank", nation="Norway", of="nations", rank="first",
                      scope=at(None, "Olympic Games", 2024, area="Europe")),
            refuted("rank", nation="Kenya", of="nations", rank="second", scope=at(None, "Olympic Games", 2024)),
        ),
    ),
    Case(
        "the fastest of an area and of a nation",
        "The list is whole: Kip leads the world, Rossi is Europe's first and third of all, Dahl Norway's first.",
        world(PEOPLE, [BAY],
              [race("bay-2024", "1500m", "men", "2024-06-01", "Eli Kip 3:30.00", "Abe Bek 3:30.50", "Leo Rossi 3:31.00",
                    "Ola Dahl 3:32.00", "Jan Ek 3:32.00")],
              known("athletes", "2024-06-01", "2024-12-31", **LISTED)),
        "2024-06-10",
        (
            supported("rank", athlete="Leo Rossi", rank="third", scope=at("1500m", sex="men")),
            supported("rank", athlete="Leo Rossi", rank="first", scope=at("1500m", sex="men", area="Europe")),
            supported("rank", athlete="Jan Ek", rank="fourth", scope=at("1500m", sex="men")),
            supported("rank", athlete="Ola Dahl", rank="first", scope=at("1500m", sex="men", nation="Norway")),
            refuted("rank", athlete="Jan Ek", rank="fifth", scope=at("1500m", sex="men")),
            refuted("rank", athlete="Leo Rossi", rank="second", scope=at("1500m", sex="men", area="Europe")),
        ),
    ),
    Case(
        "the youngest of a field and of a series",
        "All who started in the final of 2024 are told, and Lund was the youngest; of earlier years nobody tells.",
        world({"Ida Berg": {"is": "women NOR", "born": "1998-01-01"},
               "Ann Kip": {"is": "women KEN", "born": "1995-01-01"},
               "Tea Lund": {"is": "women SWE", "born": "2001-01-01"}}, [BAY],
              [race("bay-2024", "mile", "women", "2024-06-01", "Ann Kip 4:20.00", "Ida Berg 4:21.00",
                    "Tea Lund 4:22.00", finishers_complete=True)]),
        "2024-06-10",
        (
            supported("rank", athlete="Tea Lund", rank=1, by="youngest", scope=MILE),
            refuted("rank", athlete="Ida Berg", rank=1, by="youngest", scope=MILE),
            refuted("rank", athlete="Ann Kip", rank=2, by="youngest", scope=MILE),
            left_open("rank", athlete="Tea Lund", rank=1, by="youngest", scope=at("mile", sex="women", season=2024)),
            left_open("rank", athlete="Tea Lund", rank=1, by="youngest", scope=at("mile", "Bay Meeting", sex="women")),
            # A man in the race of the men may have been younger, or three of them.
            left_open("rank", athlete="Ann Kip", rank=5, by="youngest", scope=at("mile", "Bay Meeting", 2024)),
        ),
    ),
    Case(
        "a best equalled at Games that count in no list",
        "Ek ran his best of 1905 once more in 1906, at Games that are not official: no list has that mark. Rossi was "
        "slower there than before.",
        world({"Jan Ek": "men SWE", "Ola Dahl": "men NOR", "Leo Rossi": "men ITA"},
              [edition("bay", "Lund", "1905-06-01"),
               edition("games", "Athens", "1906-04-22", "1906-05-02", official=False)],
              [race("bay-1905", "1500m", "men", "1905-06-01", "Jan Ek 4:10.00", "Ola Dahl 4:12.00",
                    "Leo Rossi 4:15.00"),
               race("games-1906", "1500m", "men", "1906-04-30", "Jan Ek 4:10.00", "Ola Dahl 4:11.00",
                    "Leo Rossi 4:16.00")],
              known("races", "1900", "1910", athletes=["jan-ek", "ola-dahl", "leo-rossi"], events=["1500m"],
                    none_before=True)),
        "1906-05-10",
        (
            left_open("record", level="personal", athlete="Jan Ek", when="set",
                      scope=at("1500m", "Olympic Games", 1906)),
            left_open("record", level="personal", athlete="Ola Dahl", when="set",
                      scope=at("1500m", "Olympic Games", 1906)),
            refuted("record", level="personal", athlete="Leo Rossi", when="set",
                    scope=at("1500m", "Olympic Games", 1906)),
            supported("record", level="personal", athlete="Jan Ek", when="set", scope=at("1500m", "Bay Meeting", 1905)),
        ),
    ),
    Case(
        "the high jump of a heptathlon",
        "Berg cleared 1.90 in the heptathlon: that counts on the list of the open high jump, and gives no medal.",
        world(PEOPLE, [PARIS],
              [race("games-2024", "heptathlon-high-jump", "women", "2024-08-08", "Ida Berg 1.90", "Tea Lund 1.80",
                    "Ann Kip 1.70"),
               race("games-2024", "heptathlon", "women", "2024-08-09", "Tea Lund 6700", "Ida Berg 6650",
                    "Ann Kip 6600"),
               race("games-2024", "high-jump", "women", "2024-08-04", "Ann Kip 2.00", "Tea Lund 1.88")],
              known("medals", "2024", "2024", competition="games", events=["heptathlon"], sex="women")),
        "2024-08-12",
        (
            supported("medal", athlete="Ida Berg", medal="silver", scope=at("heptathlon", "Olympic Games", 2024)),
            supported("mark", athlete="Ida Berg", mark="1.90",
                      scope=at("heptathlon", "Olympic Games", 2024, part="high jump")),
            refuted("medal", athlete="Ida Berg", medal="gold", scope=at("heptathlon", "Olympic Games", 2024)),
            refuted("medal", athlete="Ida Berg", medal="gold",
                    scope=at("heptathlon", "Olympic Games", 2024, part="high jump")),
            not_refuted("record", level="personal", athlete="Ida Berg", mark="1.90", scope=at("high jump")),
        ),
    ),
]  # fmt: skip
