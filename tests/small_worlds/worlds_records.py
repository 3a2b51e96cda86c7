"""Records side by side: of women in races without men and in mixed ones, and shared ones of which one is ratified."""

from __future__ import annotations

from building import Case, Row, at, edition, known, left_open, record, refuted, supported, world

PEOPLE = {"Tia Abebe": "women ETH", "Ann Kip": "women KEN", "Ida Berg": "women NOR", "Eva Lind": "women SWE",
          "Ola Dahl": "men NOR"}  # fmt: skip
ROAD, WOMEN = at("marathon", sex="women"), {"women_only": True}
MIXED = {"women_only": False}


def _world(*records: Row, **more: object) -> Row:
    held = [edition("bay", "Lund", "2024-04-21"), edition("fjord", "Oslo", "2024-09-24")]
    return world(PEOPLE, held, [], *more.pop("known", ()), records=list(records), **more)  # type: ignore[misc]


KIP = record("world", "marathon", "women", "2:16:16", "Ann Kip", "2024-04-21", **WOMEN)
ABEBE = record("world", "marathon", "women", "2:11:53", "Tia Abebe", "2023-09-24", **MIXED)

CASES = [
    Case(
        "a record of women only beside one of a mixed race",
        "Kip's 2:16:16 stands for races without men, Abebe's 2:11:53 for those with them: words that do not say which "
        "may mean either, and a third name or figure is wrong of both.",
        _world(KIP, ABEBE),
        "2024-06-01",
        (
            supported("record", level="world", athlete="Ann Kip", mark="2:16:16", scope=ROAD, **WOMEN),
            supported("record", level="world", athlete="Tia Abebe", mark="2:11:53", scope=ROAD, **MIXED),
            refuted("record", level="world", athlete="Tia Abebe", scope=ROAD, **WOMEN),
            refuted("record", level="world", mark="2:16:16", scope=ROAD, **MIXED),
            left_open("record", level="world", athlete="Ann Kip", scope=ROAD),
            left_open("record", level="world", mark="2:11:53", scope=ROAD),
            supported("record", level="world", mark="faster than 2:17", scope=ROAD),
            refuted("record", level="world", athlete="Ida Berg", scope=ROAD),
            # Her name with the other's figure is wrong whichever of the two is meant.
            refuted("record", level="world", athlete="Ann Kip", mark="2:11:53", scope=ROAD),
        ),
    ),
    Case(
        "one of the two records is not told",
        "Of mixed races the pack has no record: what words without a kind of race mean is open, even a wrong name.",
        _world(KIP),
        "2024-06-01",
        (
            supported("record", level="world", athlete="Ann Kip", scope=ROAD, **WOMEN),
            left_open("record", level="world", athlete="Ann Kip", scope=ROAD, **MIXED),
            left_open("record", level="world", athlete="Ann Kip", scope=ROAD),
            left_open("record", level="world", athlete="Ida Berg", scope=ROAD),
        ),
    ),
    Case(
        "a list that nobody kept apart",
        "Norway has one record of the half marathon, of no kind of race: 'the record' is that, and what the record of "
        "races without men is nobody says.",
        _world(record("national", "half-marathon", "women", "1:07:40", "Ida Berg", "2019-10-05", of="NOR"), KIP, ABEBE),
        "2024-06-01",
        (
            supported("record", level="national", athlete="Ida Berg", mark="1:07:40",
                      scope=at("half marathon", sex="women", nation="Norway")),
            refuted("record", level="national", athlete="Eva Lind",
                    scope=at("half marathon", sex="women", nation="Norway")),
            left_open("record", level="national", athlete="Ida Berg",
                      scope=at("half marathon", sex="women", nation="Norway"), **WOMEN),
            # A world record is a national one too: of its own kind of race.
            supported("record", level="national", athlete="Ann Kip",
                      scope=at("marathon", sex="women", nation="Kenya"), **WOMEN),
            left_open("record", level="national", athlete="Ann Kip", scope=at("marathon", sex="women", nation="Kenya")),
        ),
    ),
    Case(
        "the days before they were kept apart",
        "Lind's 2:25:00 was the one record until 2010, when Kip's of women alone and Abebe's of both took over.",
        _world(
            record("world", "marathon", "women", "2:25:00", "Eva Lind", "2001-09-30", until="2010-04-18"),
            record("world", "marathon", "women", "2:24:00", "Ann Kip", "2010-04-18", **WOMEN),
            record("world", "marathon", "women", "2:22:00", "Tia Abebe", "2010-04-18", **MIXED),
        ),
        "2011-06-01",
        (
            supported("record", level="world", athlete="Eva Lind", as_of="1 May 2005", scope=ROAD),
            refuted("record", level="world", athlete="Ann Kip", as_of="1 May 2005", scope=ROAD),
            refuted("record", level="world", athlete="Eva Lind", scope=ROAD),
            supported("record", level="world", athlete="Ann Kip", previous_holder="Eva Lind", scope=ROAD, **WOMEN),
            left_open("record", level="world", athlete="Ann Kip", previous_holder="Eva Lind", scope=ROAD),
            # Whichever was replaced, it was Lind's.
            supported("record", level="world", previous_holder="Eva Lind", previous_mark="2:25:00", scope=ROAD),
        ),
    ),
    Case(
        "a record of her own that a mixed race may have bettered",
        "Kip holds the record of races without men; in a race with men she may have been faster, and one record of the "
        "day is not told by how much another was beaten.",
        _world(KIP, ABEBE),
        "2024-06-01",
        (
            left_open("record", level="personal", athlete="Ann Kip", mark="2:16:16", scope=ROAD),
            left_open("record", level="personal", athlete="Ann Kip", mark="2:16:16", scope=ROAD, **WOMEN),
            supported("record", level="world", athlete="Ann Kip", scope=ROAD, **WOMEN),
        ),
    ),
    Case(
        "a shared record of which one is ratified",
        "Kip and Abebe jumped 2.06 on one day: Kip's was ratified in 2021, of Abebe's nobody says, and Berg's is none.",
        _world(record("world", "high-jump", "women", "2.06", "Ann Kip", "2020-07-07", ratified="2021-02-21",
                      unratified_until="2021-02-20"),
               record("world", "high-jump", "women", "2.06", "Tia Abebe", "2020-07-07"),
               record("national", "high-jump", "women", "1.98", "Ida Berg", "2020-07-07", of="NOR",
                      ratified="2020-08-01"),
               record("national", "high-jump", "women", "1.98", "Eva Lind", "2020-07-07", of="NOR",
                      unratified_until="2020-12-01")),
        "2020-08-24",
        (
            supported("record", level="world", athlete="Ann Kip", ratified=False, scope=at("high jump", sex="women")),
            refuted("record", level="world", athlete="Ann Kip", ratified=True, scope=at("high jump", sex="women")),
            left_open("record", level="world", athlete="Tia Abebe", ratified=False,
                      scope=at("high jump", sex="women")),
            left_open("record", level="world", ratified=False, scope=at("high jump", sex="women")),
            supported("record", level="national", athlete="Ida Berg", ratified=True,
                      scope=at("high jump", sex="women", nation="Norway")),
            supported("record", level="national", athlete="Eva Lind", ratified=False,
                      scope=at("high jump", sex="women", nation="Norway")),
        ),
    ),
    Case(
        "a world record that is one of Africa too",
        "Each body ratifies its own: that the world's is ratified does not say so of the other.",
        _world(record("world", "high-jump", "women", "2.06", "Ann Kip", "2020-07-07", ratified="2020-08-01")),
        "2020-08-24",
        (
            supported("record", level="world", athlete="Ann Kip", ratified=True, scope=at("high jump", sex="women")),
            left_open("record", level="area", athlete="Ann Kip", ratified=False,
                      scope=at("high jump", sex="women", area="Africa")),
        ),
    ),
    Case(
        "how many records of either kind",
        "Kip set one record of women alone, and has set no other: one at most, and of races with men none.",
        _world(KIP, ABEBE, known=[known("records", "2000", "2024-06", level="world", athletes=["ann-kip"],
                                        none_before=True)]),
        "2024-06-01",
        (
            supported("record", level="world", athlete="Ann Kip", number=1, scope=ROAD, **WOMEN),
            refuted("record", level="world", athlete="Ann Kip", number=2, scope=ROAD),
            left_open("record", level="world", athlete="Ann Kip", number=1, scope=ROAD),
            refuted("record", level="world", athlete="Ann Kip", number=1, scope=ROAD, **MIXED),
        ),
    ),
]  # fmt: skip
