"""Scopes as printed, and the settings they stand for."""

from __future__ import annotations

import pytest
from running_pack import NAMES, day
from words_read import everything, resolved, unknown

from harness.checking.resolve import ArticleWords
from harness.checking.resolve.article import NO_CHOICES
from harness.checking.resolve.scopes import Choices
from harness.claims.claim import Resolved, Scope
from harness.records.model import Setting, Unknown, Unreadable


@pytest.mark.parametrize(
    "scope, setting",
    [
        (Scope(season=2024), Setting(start=day(2024, 1, 1), end=day(2024, 12, 31))),
        (Scope(year=2023), Setting(start=day(2023, 1, 1), end=day(2023, 12, 31))),
        (Scope(after="2024-05-25"), Setting(start=day(2024, 5, 26))),
        (Scope(until="2024-07"), Setting(end=day(2024, 7, 31))),
        (Scope(after="2024-05", until="2024-07-12"), Setting(start=day(2024, 6, 1), end=day(2024, 7, 12))),
        (Scope(year=2023, on="1 January"), Setting(start=day(2023, 1, 1), end=day(2023, 1, 1))),
        (Scope(year=2023, on="31 December"), Setting(start=day(2023, 12, 31), end=day(2023, 12, 31))),
        (Scope(on="2024-05-30"), Setting(start=day(2024, 5, 30), end=day(2024, 5, 30))),
        (Scope(season=2024, after="2024-05-25"), Setting(start=day(2024, 5, 26), end=day(2024, 12, 31))),
        (Scope(competition="Olympic Games", year=2024), Setting(competition="olympics", edition="olympics-2024")),
        (
            Scope(competition="Pre Classic", season=2024),
            Setting(
                competition="prefontaine", edition="prefontaine-2024", start=day(2024, 1, 1), end=day(2024, 12, 31)
            ),
        ),
        (
            Scope(competition="Olympic Games", year=2016),
            Setting(competition="olympics", start=day(2016, 1, 1), end=day(2016, 12, 31)),
        ),
        (
            Scope(competition="Pre Classic", on="2023-09-16"),
            Setting(
                competition="prefontaine", edition="prefontaine-2023", start=day(2023, 9, 16), end=day(2023, 9, 16)
            ),
        ),
        (Scope(level="global championship"), Setting(level="global championship")),
        (Scope(competition="Diamond League"), Setting(level="Diamond League")),
        (Scope(event="women's indoor mile"), Setting(event="mile", sex="women", indoor=True)),
        (Scope(event="men's mile", sex="women", indoor=False), Setting(event="mile", sex="women", indoor=False)),
        (Scope(competition="Bowerman Mile"), Setting(event="mile", competition="prefontaine")),
        (
            Scope(nation="the Kenyan", area="Africa", place=1, medal="gold", round="semis"),
            Setting(nation="KEN", area="Africa", place=1, medal="gold", round="semifinal"),
        ),
    ],
)
def test_scopes(scope: Scope, setting: Setting) -> None:
    assert resolved(everything(scope=scope)).setting == setting


@pytest.mark.parametrize(
    "scope, missing",
    [
        (Scope(event="steeplechase"), "event: steeplechase"),
        (Scope(nation="Freedonia"), "nation: Freedonia"),
        (Scope(competition="Commonwealth Games"), "competition: Commonwealth Games"),
        (Scope(competition="Tokyo"), "which competition is 'Tokyo'"),
    ],
)
@pytest.mark.parametrize("field", ["scope", "relative_to"])
def test_a_scope_with_an_unknown_name(field: str, scope: Scope, missing: str) -> None:
    assert unknown(everything(**{field: scope})).missing == missing


@pytest.mark.parametrize(
    "competition, published, on",
    [
        # The Bislett Games were on Thursday 30 May 2024, the worlds of Budapest from Saturday 19 August for nine days.
        ("Bislett Games", "2024-05-31", "2024-05-30"),
        ("Bislett Games", "2024-05-25", "2024-05-30"),  # five days ahead, and the nearer Thursday is another one
        ("Bislett Games", "2024-06-05", "2024-05-30"),  # six days back
        (None, "2024-05-25", "2024-05-23"),  # nothing to tell: what has a result is past
        ("Budapest worlds", "2023-08-28", "2023-08-24"),
        ("Budapest worlds", "2023-08-21", "2023-08-24"),
        ("Budapest worlds", "2023-08-24", "2023-08-24"),  # the day itself
    ],
)
def test_a_weekday_is_that_of_the_holding(competition: str | None, published: str, on: str) -> None:
    found = resolve_on(published, Scope(event="1500m", competition=competition, on="Thursday"))
    assert isinstance(found, Resolved)
    assert (found.setting.start, found.setting.end) == (day(*map(int, on.split("-"))),) * 2


def test_of_two_weekdays_of_one_holding_neither_is_taken() -> None:
    scope = Scope(event="1500m", competition="Budapest worlds", on="Sunday")
    found = resolve_on("2023-08-23", scope)
    assert isinstance(found, Unknown)
    assert "'Sunday' may be 20 August 2023 or 27 August 2023" in found.why
    either = resolve_on("2023-08-23", scope, {("day", "Sunday"): "2023-08-20"})
    assert isinstance(either, Resolved)
    assert (either.setting.start, either.setting.end) == (day(2023, 8, 20),) * 2


def resolve_on(published: str, scope: Scope, choices: Choices = NO_CHOICES) -> Resolved | Unknown | Unreadable:
    claim = everything(scope=scope)
    return ArticleWords(NAMES, day(*map(int, published.split("-"))), [claim]).resolve(claim, choices)
