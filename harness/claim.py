"""What all claims share: the article, the words they are cut from, their scope, and their resolved form.

A field's type says what its words are: `AthleteName`, `PrintedMark` and so on. The resolve stage reads these roles, so
a kind never resolves a name or parses a figure itself. Names, marks and events are written as printed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from harness.article import Article as Article
from harness.model import Assertion, Measure, Qualifier, Quantity, Setting
from harness.truth.feats import PLACES, Wanted
from harness.truth.results import Result
from harness.truth.row import Levels
from harness.values import Figure, Location, Range, Value, exactly


def _role(name: str, description: str) -> Meta:
    return Meta(min_length=1, max_length=200, description=description, extra={"role": name})


AthleteName = Annotated[str, _role("athlete", "a person or team as the article prints the name")]
NationName = Annotated[str, _role("nation", "a nation as printed: Britain, GB, the Kenyan")]
EventName = Annotated[str, _role("event", "an event as printed: 1,500 metres, metric mile")]
GroupName = Annotated[str, _role("group", "a group of events or a sport as printed: the sprints, swimming")]
PlaceName = Annotated[str, _role("venue", "a stadium, a city or a country as printed")]
BirthplaceName = Annotated[str, _role("birthplace", "a town, a part of a country or a country as printed")]
CoachName = Annotated[str, _role("coach", "a coach as printed, by the whole name or a part of it")]
ClubName = Annotated[str, _role("club", "a club as printed, by the whole name or a part of it")]
HomeName = Annotated[str, _role("home", "where somebody lives or comes from, as printed: Indianapolis")]
CompetitionName = Annotated[str, _role("competition", "a competition as printed: Olympic Games, the Budapest worlds")]
RoundName = Annotated[
    str, Meta(min_length=1, max_length=40, description="a round as printed: heat 1, semis", extra={"role": "round"})
]
PrintedMark = Annotated[str, _role("mark", "a mark as printed: 3:29.05, three minutes, 35.83, 8.95m")]
PrintedGap = Annotated[str, _role("gap", "a margin as printed: 69 hundredths of a second, 0.03")]
PrintedDate = Annotated[str, _role("date", "a date of any precision as printed: 25 May 2024, last summer")]
PrintedSpan = Annotated[str, _role("span", "a length of time as printed: one week, nine years")]
PrintedCount = Annotated[
    int | str, Meta(description="5, five, fourth, at least 2, two or three", extra={"role": "count"})
]
PrintedPlace = Annotated[
    int | str,
    Meta(description="5, fourth, runner-up, on the podium, last, last but one", extra={"role": "place"}),
]
PrintedAge = Annotated[int | str, Meta(description="24, 24-year-old, teenage, in her thirties", extra={"role": "age"})]
PointOnTheWay = Annotated[
    str, _role("point", "800m, halfway, the bell, 200m to go, three laps; of a combined event: the high jump, day one")
]
PrintedLeg = Annotated[
    int | str,
    Meta(description="a leg of a relay: anchor, lead-off, third; own: whichever it was", extra={"role": "leg"}),
]
PrintedScore = Annotated[str, _role("score", "the points of both sides as printed: 31-17, 3:1, two-nil")]
LapLength = Annotated[str, _role("lap", "how long each lap is: 400m, a lap, a quarter, 5km")]
StretchOfTheWay = Annotated[str, _role("stretch", "last 400m, second lap, first half, 600m to 1000m")]
Medal = Literal["gold", "silver", "bronze", "any"]
Year = Annotated[int, Meta(ge=1800, le=2200)]
InferredField = Annotated[
    str, Meta(pattern="^[a-z_]+([.][a-z_]+)?$", max_length=40, description="a field, or one of a scope: scope.year")
]


class Scope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which results a claim is about. What the words leave open is left out.

    `part` is one of the parts of a combined event ("high jump" of the heptathlon). Instead of `event`, `events` names
    several, `group` a group of events or a sport ("sprints", "swimming"), and `individual` excludes team events.
    `competition` is a series ("Olympic Games"), one edition of it ("Paris Olympics", "the Budapest worlds") or a race
    with a name of its own ("Bowerman Mile"); `year` says which edition. `level` names several competitions at once.
    `after` and `until` limit dates (`after` excluded, `until` included), `on` is one date, `season` one calendar year.
    """

    event: EventName | None = None
    part: EventName | None = None
    sex: Literal["men", "women", "mixed"] | None = None
    competition: CompetitionName | None = None
    year: Year | None = None
    level: Levels | None = None
    round: RoundName | None = None
    nation: NationName | None = None
    area: Literal["Africa", "Asia", "Europe", "North America", "Oceania", "South America"] | None = None
    indoor: bool | None = None
    after: PrintedDate | None = None
    until: PrintedDate | None = None
    on: PrintedDate | None = None
    season: Year | None = None
    place: Annotated[int, Meta(ge=1)] | None = None
    medal: Medal | None = None
    events: tuple[EventName, ...] = ()
    group: GroupName | None = None
    individual: bool | None = None


class Feat(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The condition of a feat, for `since`, `only` and `count`: every field that is given must be met.

    `mark` is a bound ("3:26.73 or better", "sub-3:30"); `titles` a number of wins in the scope; `medal` one at any
    edition in the scope; `place` a place in a race; `race` any start at all; `beats` an opponent who finishes behind in
    the same race. `within` says that one athlete won all the `titles` or `medals` at one edition, or on one day.
    """

    medal: Medal | None = None
    medals: PrintedCount | None = None
    titles: PrintedCount | None = None
    mark: PrintedMark | None = None
    place: Annotated[int, Meta(ge=1)] | None = None
    race: Literal["any"] | None = None
    beats: AthleteName | None = None
    within: Literal["holding", "day"] | None = None


class Claim(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="kind",
    gc=False,
):
    """The fields that every kind has.

    `text` says what is claimed, in our words. `quote` is the printed figure or phrase, at code points `start` to `end`
    (excluded) of the article's text. `as_of` is the date that the claim is about, if it is not the article's own.
    `reading` says how a loose wording is interpreted, and `lenient` holds the fields that differ in a more generous
    reading: the strict reading gives the verdict, the lenient one a note. `repeats` names the claim that this one
    repeats; `compound` links claims that were split from one statement. `gold_verdict` is the finding of a person who
    looked the fact up: the check never reads it, and `bench` compares the check with it. `inferred` lists the fields
    that a machine took from elsewhere in the article, because the words at that place do not print them ("athlete",
    "scope.year"); one that is left out may be anything. Claims that people write have none.
    """

    id: Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]*$", max_length=80)]
    text: Annotated[str, Meta(min_length=1, max_length=300)]
    quote: Annotated[str, Meta(min_length=1, max_length=60)]
    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=1)]
    as_of: PrintedDate | None = None
    hedge: Annotated[str, Meta(min_length=1, max_length=40)] | None = None
    attributed_to: Annotated[str, Meta(min_length=1, max_length=120)] | None = None
    reading: Annotated[str, Meta(min_length=1, max_length=300)] | None = None
    lenient: dict[str, Any] | None = None
    repeats: str | None = None
    compound: str | None = None
    gold_verdict: Literal["supported", "refuted", "not_enough_info", "not_checkable"] | None = None
    inferred: tuple[InferredField, ...] = ()


def kind_of(claim: Claim) -> str:
    """The kind's name, as in the claim file."""
    kind = claim.__struct_config__.tag
    assert isinstance(kind, str)
    return kind


class OnTheWay(Qualifier, frozen=True):
    """A point during a race ("800m", a part of a combined event), or the stretch that ends there."""

    end: str
    start: str = ""

    def __str__(self) -> str:
        return f"{self.start} to {self.end}" if self.start else f"at {self.end}"


ClaimT = TypeVar("ClaimT", bound=Claim)


class Resolved(msgspec.Struct, Generic[ClaimT], frozen=True, gc=False):
    """A claim whose names, figures and scopes have been read: the input of a kind's `assertions`.

    `names`: field -> entity ids (several if the field is a list); `figures`: field -> the value of the printed figure;
    `settings`: field -> setting; `locations`: field -> place; `measure`: how marks of the event are written; `trace`:
    one line for each resolved name, for `why`; `notes`: misprint, misspelt_name and the like; `outdoors`: the words say
    outdoors, for an event that has one list for indoor and outdoor marks.
    """

    claim: ClaimT
    names: dict[str, tuple[str, ...]]
    figures: dict[str, Figure]
    settings: dict[str, Setting]
    measure: Measure
    as_of: int
    published: int
    notes: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()
    locations: dict[str, Location] = {}
    outdoors: bool = False

    @property
    def setting(self) -> Setting:
        return self.settings["scope"]

    @property
    def race(self) -> Setting:
        """The setting of one race. A race without a round is the final, so stating the final or not gives the same
        quantity."""
        return replace(self.setting, round=None) if self.setting.round == "final" else self.setting

    def who(self, *fields: str) -> tuple[str, ...]:
        """The entity ids in the named fields, in order; a field that the claim leaves out adds none."""
        return tuple(entity for field in fields for entity in self.names.get(field, ()))

    def asserts(
        self,
        attribute: StrEnum,
        subjects: tuple[str, ...],
        value: Value | Figure,
        measure: Measure,
        *,
        setting: Setting | None = None,
        qualifier: Qualifier | None = None,
    ) -> Assertion:
        """The assertion that the subjects' attribute has the value; `setting` if it is not the claim's own scope."""
        kind = kind_of(self.claim)
        if setting is None:
            setting = self.settings.get("scope", _NOWHERE)
        quantity = Quantity(kind, attribute, subjects, setting, qualifier)
        if isinstance(value, Figure):
            step, outer = value.step, value.outer
            return Assertion(
                quantity, value.value, self.as_of, measure, value.notes, value.printed, value.exact, step, outer
            )
        return Assertion(quantity, value, self.as_of, measure)

    @property
    def on_the_way(self) -> OnTheWay | None:
        """The point in `at`, or the stretch in `stretch`; None is the whole race."""
        if "stretch" in self.names:
            start, end = self.names["stretch"]
            return OnTheWay(end, start)
        return OnTheWay(*self.names["at"]) if "at" in self.names else None

    def wanted(self, field: str) -> Wanted:
        """The condition that the Feat in the field places on one result. A bare mark means that mark or better."""
        feat: Feat = getattr(self.claim, field)
        place = exactly(feat.place) if feat.place is not None else None
        if feat.titles is not None:
            place = exactly(1)
        elif feat.medal is not None or feat.medals is not None:
            place = PLACES[feat.medal or "any"]
        medal = feat.medal is not None or feat.medals is not None
        mark = _bound(self.figures[f"{field}.mark"], self.measure) if feat.mark is not None else None
        beats = self.names.get(f"{field}.beats", (None,))[0]
        together = self._together(field, feat)
        return Wanted(place, medal or feat.titles is not None, medal, mark, beats, together, feat.within or "race")

    def _together(self, field: str, feat: Feat) -> int:
        """How many at one holding, or on one day; several of nobody in particular were won in one final there."""
        if feat.within is not None:
            most = self.figures.get(f"{field}.titles") or self.figures.get(f"{field}.medals")
            return 1 if most is None else max(1, most.value.low or 1)
        number = self.figures.get("feat.medals") if feat.medals is not None else None
        one_final = self.setting.event is not None and self.setting.edition is not None
        if number is None or not one_final or self.who("athlete", "members"):
            return 1
        return max(1, number.value.low or 1)

    def fact(self, **what: Any) -> tuple[Result, ...]:
        """What the claim would add to a ground truth: a result, if its scope names one race of one athlete.

        The edition's dates, level and medals are added by the consistency stage, which has the table of names.
        """
        setting, who = self.setting, self.who("athlete")
        if len(who) != 1 or setting.event is None or setting.edition is None:
            return ()
        return (
            Result(
                id=self.claim.id,
                athlete=who[0],
                event=setting.event,
                sex=setting.sex or "",
                edition=setting.edition,
                round=setting.round or "final",
                indoor=bool(setting.indoor),
                date=exactly(self.published),
                **what,
            ),
        )


def _bound(mark: Figure, measure: Measure) -> Range:
    """A bare mark as the bound of a feat: any time that prints so, or a better one; of a distance, a height or points
    so much at least, since they are cut: nobody clears six metres with 5.91."""
    if mark.value.low is None or mark.value.high is None:
        return mark.value
    if measure == "time":
        return Range(None, mark.value.high)
    return Range(mark.value.low if mark.exact is None else mark.exact, None)


_NOWHERE = Setting()
