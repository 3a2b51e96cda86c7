"""Claims with their words read: names, figures, dates, and what cannot be read."""

from __future__ import annotations

import msgspec
import pytest
from running_pack import NAMES, PUBLISHED, day
from words_read import FRAME, PARIS, Bare, Everything, everything, mark, read, resolved, unknown

from harness.checking.resolve import ArticleWords, Readings, readings
from harness.checking.resolve.fields import fields_of, people_in
from harness.claims.claim import Claim, Feat, Scope
from harness.kinds.mark import Mark
from harness.kinds.medal_count import MedalCount
from harness.records.model import Setting, Unknown, Unreadable
from harness.values import Location, exactly, read_count, read_date, read_mark, read_span


def test_a_mark() -> None:
    found = resolved(mark("Kerr", scope=Scope(event="1,500 metres", competition="Paris Olympics", round="first heat")))
    assert found.names == {"athlete": ("kerr",)}
    assert found.settings == {
        "scope": Setting(event="1500m", sex="men", competition="olympics", edition="olympics-2024", round="heat 1")
    }
    assert found.figures == {"mark": read_mark("3:29.05", "time")}
    assert (found.measure, found.as_of, found.published, found.notes) == ("time", PUBLISHED, PUBLISHED, ())
    assert found.trace == (
        "'1,500 metres' -> 1500 metres",
        "'Paris Olympics' -> Olympic Games Paris 2024",
        "'Kerr' -> Josh Kerr",
    )


def test_a_medal_count_of_a_nation() -> None:
    scope = Scope(event="men's 1500m", competition="Olympic Games")
    found = resolved(MedalCount(**FRAME, medal="gold", count="five", nation="Britain", scope=scope))
    assert found.names == {"nation": ("GBR",)}
    assert found.figures == {"count": read_count("five")}
    assert found.setting == Setting(event="1500m", sex="men", competition="olympics")


def test_every_sort_of_field() -> None:
    found = resolved(
        everything(
            athlete="Kerr", members=("Jakob Ingebrigtsen", "Coe"), nation="GB", event="metric mile", venue="Norway",
            to="semis", gap="0.69", since="1988", span="one week", count="at least 2",
            feat=Feat(mark="3:26.73", medals=2, titles="two", beats="Kipsang"), also=Feat(place=1),
            relative_to=Scope(competition="Prefontaine Classic 2024"),
        )
    )  # fmt: skip
    assert found.names == {
        "athlete": ("kerr",),
        "members": ("jakob", "coe"),
        "nation": ("GBR",),
        "event": ("1500m",),
        "to": ("semifinal",),
        "feat.beats": ("kipsang",),
    }
    assert found.locations == {"venue": Location(nation=frozenset({"NOR"}))}
    assert found.figures["since"] == read_date("1988", PUBLISHED)
    assert found.figures["span"] == read_span("one week")
    assert found.figures["feat.mark"] == read_mark("3:26.73", "time")
    assert (found.figures["feat.medals"], found.figures["feat.titles"]) == (read_count(2), read_count("two"))
    assert set(found.figures) == {"gap", "since", "span", "count", "feat.mark", "feat.medals", "feat.titles"}
    assert found.settings["relative_to"].edition == "prefontaine-2024"


@pytest.mark.parametrize("claim", [everything(), everything(also=Feat(race="any"))])
def test_what_a_claim_leaves_out_is_not_there(claim: Everything) -> None:
    found = resolved(claim)
    assert (found.names, found.figures, found.settings) == ({}, {}, {"scope": Setting()})


def test_a_claim_without_a_scope() -> None:
    found = resolved(Bare(**FRAME, athlete="Kerr"))
    assert (found.names, found.settings) == ({"athlete": ("kerr",)}, {})


@pytest.mark.parametrize(
    "claim, field",
    [
        (mark("Kerr", "quickly"), "mark"),
        (everything(count="quite a few"), "count"),
        (everything(gap="a whisker"), "gap"),
        (everything(since="once upon a time"), "since"),
        (everything(span="ages and ages"), "span"),
        (everything(feat=Feat(mark="quickly")), "feat.mark"),
        (everything(to="the end"), "to"),
        (everything(scope=Scope(round="the end")), "scope.round"),
        (everything(scope=Scope(round="the end", competition="Budapest worlds", on="Sunday")), "scope.round"),
        (everything(scope=Scope(after="once upon a time")), "scope.after"),
        (everything(relative_to=Scope(on="once upon a time")), "relative_to.on"),
        (everything(as_of="once upon a time"), "as_of"),
        (mark("Xyzzy", "quickly"), "mark"),  # the claim file's own fault comes first
        (mark("Kerr", "quickly", scope=Scope(event="1500m", competition="Commonwealth Games")), "mark"),
    ],
)
def test_unreadable_figures_name_their_field(claim: Claim, field: str) -> None:
    found = read(claim)
    assert isinstance(found, Unreadable), found
    assert found.field == field
    assert found.why


def test_a_mark_of_an_unknown_event_is_not_called_unreadable() -> None:
    assert unknown(mark("Kerr", "8.95m", scope=Scope(event="standing jump"))).missing == "event: standing jump"


@pytest.mark.parametrize(
    "claim, options, as_of",
    [
        (everything(), {}, PUBLISHED),
        (everything(as_of="2023-08-22"), {}, day(2023, 8, 22)),
        (everything(as_of="2023-08"), {}, day(2023, 8, 31)),  # the last day of it
        # The claim's own day stands, but nothing is known beyond the run's.
        (everything(as_of="2023-08-22"), {"as_of": day(2025, 1, 1)}, day(2023, 8, 22)),
        (everything(as_of="2023-08-22"), {"as_of": day(2022, 1, 1)}, day(2022, 1, 1)),
        (everything(), {"as_of": day(2025, 1, 1)}, day(2025, 1, 1)),
    ],
)
def test_the_date_a_claim_speaks_of(claim: Claim, options: dict[str, int], as_of: int) -> None:
    found = resolved(claim, **options)
    assert (found.as_of, found.published) == (as_of, PUBLISHED)


def test_a_hedge_belongs_to_the_first_figure() -> None:
    found = resolved(everything(count=50, hedge="about", feat=Feat(medals=2)))
    assert found.figures == {"count": read_count("about 50"), "feat.medals": read_count(2)}


def test_a_misprint_is_noted() -> None:
    found = resolved(mark("Kerr", "3:29:38", scope=PARIS))
    assert found.notes == ("misprint",)
    assert found.figures["mark"].exact == 209_380


@pytest.mark.parametrize(
    "printed, at, exact, notes",
    [
        ("1:51.80", "800m", 111_800, ()),
        ("1:51:40", "800m", 111_400, ("misprint",)),  # no time over 1500 m, but one at 800 m
        ("1:40:10", "800m", 100_100, ("misprint",)),  # the pace of 3:07.69: a fast start leaves room for that
        ("1:20:10", "800m", 4_810_000, ()),  # too fast for any start: it stands as printed
        ("3:50:10", "800m", 13_810_000, ()),  # too slow
    ],
)
def test_a_split_is_read_in_proportion_to_the_distance(
    printed: str, at: str, exact: int, notes: tuple[str, ...]
) -> None:
    found = resolved(mark("Kerr", printed, at=at, scope=PARIS))
    assert (found.figures["mark"].exact, found.notes) == (exact, notes)


def test_marks_are_read_as_the_event_is_measured() -> None:
    found = resolved(mark("Kerr", "8.95m", scope=Scope(event="long jump")))
    assert (found.measure, found.figures["mark"].exact) == ("distance", 8950)


def test_the_roles_of_a_type_are_read_from_its_annotations() -> None:
    fields = fields_of(Everything)
    assert [field.name for field in fields.people] == ["athlete", "members"]
    assert [field.many for field in fields.people] == [False, True]
    assert [field.name for field in fields.figures] == ["gap", "since", "span", "count"]
    assert [field.name for field in fields.scopes] == ["scope", "relative_to"]
    assert [name for name, _ in fields.feats] == ["feat", "also"]
    assert [field.key for field in fields.feats[0][1].people] == ["feat.beats"]
    assert [[field.name for field in some.way] for some in (fields, fields_of(Mark))] == [
        [],
        ["at", "stretch", "each", "leg"],
    ]


def test_everyone_in_a_claim() -> None:
    claim = everything(athlete="Kerr", members=("Coe", "Jakob Ingebrigtsen"), feat=Feat(beats="Kipsang"))
    assert people_in(claim) == ["Kerr", "Coe", "Jakob Ingebrigtsen", "Kipsang"]
    assert people_in(everything()) == []


def test_an_article_knows_whom_a_feat_names_in_full() -> None:
    other = everything(id="two", feat=Feat(beats="Henrik Ingebrigtsen"))
    assert resolved(mark("Ingebrigtsen"), other).names == {"athlete": ("henrik",)}


def test_lenient_fields_resolve_like_any_claim() -> None:
    strict = mark("Kerr", scope=Scope(competition="Tokyo"))
    looser = msgspec.structs.replace(strict, scope=Scope(competition="Tokyo", year=2020))
    words = ArticleWords(NAMES, PUBLISHED, [strict])
    assert isinstance(words.resolve(strict), Unknown)
    assert resolved(looser).setting.edition == "olympics-2021"


@pytest.mark.parametrize("mention", ["1", "J", "é", "’s", "a b c d e f g h i j k l m n o p q r s t u v w x y z"])
def test_odd_names_are_unknown_and_nothing_worse(mention: str) -> None:
    assert isinstance(read(mark(mention)), Unknown)
    assert isinstance(read(everything(scope=Scope(competition=mention))), Unknown)
    assert isinstance(read(everything(venue=mention)), Unknown)


def test_what_no_longer_fits_into_the_memory_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "MOST", 1)
    shared = Readings()
    scopes = [Scope(event="1500m"), Scope(event="mile"), Scope(event="1500m")]
    settings = [resolved(everything(scope=scope), readings=shared).setting for scope in scopes]
    assert [setting.event for setting in settings] == ["1500m", "mile", "1500m"]
    assert len(shared.scopes) == 1


def test_a_count_is_an_integer_or_words() -> None:
    assert resolved(everything(count=5)).figures["count"].value == exactly(5)
