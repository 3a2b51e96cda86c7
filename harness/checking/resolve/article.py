"""The words of one article: each claim with its names, figures and scopes interpreted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from harness.checking.load import ClaimFile
from harness.checking.resolve.claim_reading import ClaimReading
from harness.checking.resolve.fields import Field, Fields, fields_of
from harness.checking.resolve.figures import PublicationDay, read_figure
from harness.checking.resolve.left_open import narrowed, settle_sex
from harness.checking.resolve.people import ArticlePeople, Whom
from harness.checking.resolve.readings import Named, Placed, Readings, keep
from harness.checking.resolve.scopes import Choices, Scoped, period_of, read_scope
from harness.checking.resolve.way import WAY_READERS, part_of_the_way
from harness.claims.article import About
from harness.claims.claim import Claim, Feat, Resolved, Scope, kind_of
from harness.kinds import kinds
from harness.names import Names, read_round
from harness.records.model import Ambiguous, Setting, Unknown, Unreadable
from harness.truth.completeness import one_list
from harness.values import Unread, read_date

NO_CHOICES: Choices = {}


class ArticleWords:
    """The names of a ground truth as one article uses them: as of its date, and with the people it names in full."""

    def __init__(
        self,
        names: Names,
        published: int,
        claims: Iterable[Claim],
        as_of: int | None = None,
        readings: Readings | None = None,
        zone: str | None = None,
        about: About | None = None,
    ) -> None:
        """`published` and `as_of` are day ordinals; `as_of` replaces the article's date; `zone` is its own.

        `about` is what the article states once, for claims that leave it open. `readings` are shared by the articles of
        one run.
        """
        self.names = names
        self.published = published
        self.as_of = as_of
        self.zone = zone
        self.about = about
        self.people = ArticlePeople(names, claims, published)
        self._nowhere = Scoped(Setting(), None, (), None)  # in whose light a claim without a scope is read
        self._scopes: dict[tuple[Scope, bool], Scoped] = {}
        self._everywhere = readings or Readings()
        self._people: dict[tuple[str, Setting], Whom | Unknown] = {}
        self._days: dict[str, int] = {}

    @classmethod
    def of_file(
        cls, names: Names, file: ClaimFile, as_of: int | None = None, readings: Readings | None = None
    ) -> ArticleWords:
        """The words of a claim file's article, with everything that the file states about it."""
        article = file.article
        published = date.fromisoformat(article.published).toordinal()
        return cls(names, published, file.claims, as_of, readings, article.zone, article.about)

    def resolve(self, claim: Claim, choices: Choices = NO_CHOICES) -> Resolved[Any] | Unknown | Unreadable:
        """The resolved claim; Unreadable if a figure cannot be parsed, else Unknown if a name means nobody or several.

        `choices` selects one option for an ambiguous mention: checking/readings.py tries all of them.
        """
        fields, open_fields = fields_of(type(claim)), kinds()[kind_of(claim)].about(claim)
        claim = narrowed(claim, self.about, open_fields)
        reading = ClaimReading(choices)
        scoped = self._read_scopes(claim, fields, reading)
        as_of = self._as_of(claim.as_of)
        if isinstance(as_of, Unreadable):
            return as_of
        if reading.unreadable is not None:
            return reading.unreadable
        for field in fields.way:
            self._read_way(field, getattr(claim, field.name), scoped, reading)
        if reading.unreadable is not None:
            return reading.unreadable
        self._read_part(claim, fields, claim, scoped, reading)
        for name, inner in fields.feats:
            feat: Feat | None = getattr(claim, name)
            if feat is not None:
                self._read_part(feat, inner, claim, scoped, reading)
        if reading.unreadable is not None:
            return reading.unreadable
        if reading.unknown is not None:
            return reading.unknown
        settle_sex(claim, fields, reading, self.names.truth, self.about, open_fields)
        return Resolved(
            claim, reading.names, reading.figures, reading.settings, scoped.measure, as_of, self.published,
            reading.notes, reading.trace, reading.locations, self._outdoors(reading.settings.get("scope")),
        )  # fmt: skip

    def _outdoors(self, scope: Setting | None) -> bool:
        """Whether outdoors is said where it tells one list from another: of most events it goes without saying."""
        return scope is not None and scope.indoor is False and one_list(self.names.truth, scope)

    def _read_scopes(self, claim: Claim, fields: Fields, reading: ClaimReading) -> Scoped:
        """Reads every scope of the claim; the one in whose light its names and figures are read comes back."""
        main = self._nowhere
        for field in fields.scopes:
            scope = getattr(claim, field.name)
            if scope is None:
                continue
            timetable = kind_of(claim) in ("date", "venue")
            scoped = None if reading.choices else self._scopes.get((scope, timetable))
            if scoped is None:
                read = self._read_scope(scope, field.name, reading.choices, timetable=timetable)
                if isinstance(read, Unreadable):
                    reading.unreadable = reading.unreadable or read
                    continue
                scoped = read
                if not reading.choices:
                    self._scopes[scope, timetable] = read
            reading.settings[field.name] = scoped.setting
            reading.trace += scoped.trace
            reading.unknown = reading.unknown or scoped.unknown
            if field.name == "scope":
                main = scoped
        return main

    def _read_scope(self, scope: Scope, field: str, choices: Choices, *, timetable: bool) -> Scoped | Unreadable:
        """The scope as this article means it."""
        if choices:
            return read_scope(self.names, scope, field, self.published, choices, timetable=timetable)
        shared, key = self._everywhere.scopes, (scope, timetable, period_of(self.names, scope, self.published))
        known = shared.get(key)
        if known is not None:
            return known
        read = read_scope(self.names, scope, field, self.published, timetable=timetable)
        return read if isinstance(read, Unreadable) else keep(shared, key, read)

    def _read_part(self, part: Any, fields: Fields, claim: Any, scoped: Scoped, reading: ClaimReading) -> None:
        """Reads the figures and names of the claim, or of a feat in it."""
        for field in fields.figures:
            printed = getattr(part, field.name)
            if printed is not None:
                self._read_figures(field, printed if field.many else (printed,), claim, scoped, reading)
        for field in fields.people:
            mention = getattr(part, field.name)
            if mention is not None:
                self._read_people(field, mention if field.many else (mention,), scoped, reading)
        for field in fields.names:
            mention = getattr(part, field.name)
            for name in () if mention is None else mention if field.many else (mention,):
                self._read_name(field, name, reading)
        for field in fields.places:
            mention = getattr(part, field.name)
            if mention is not None:
                self._read_place(field, mention, reading)

    def _read_way(self, field: Field, printed: Any, scoped: Scoped, reading: ClaimReading) -> None:
        """Reads a point or a stretch of the way, a leg, or scores; what it is stands in the names, as a round does."""
        for words in printed if isinstance(printed, tuple) else () if printed is None else (printed,):
            way = WAY_READERS[field.role](self.names, scoped, str(words), field.key)
            if isinstance(way, Unreadable):
                reading.unreadable = reading.unreadable or way
            elif isinstance(way, Unknown):
                reading.unknown = reading.unknown or way
            else:
                before = reading.names.get(field.key, ())
                reading.names[field.key] = (*before, *((way,) if isinstance(way, str) else way))

    def _read_figures(
        self, field: Field, printed: Iterable[str | int], claim: Claim, scoped: Scoped, reading: ClaimReading
    ) -> None:
        """Reads the figures of a field: of several, each has a key of its own ("laps.0")."""
        for number, figure in enumerate(printed):
            key = f"{field.key}.{number}" if field.many else field.key
            self._read_figure(field._replace(key=key), figure, claim, scoped, reading)

    def _read_figure(
        self, field: Field, printed: str | int, claim: Claim, scoped: Scoped, reading: ClaimReading
    ) -> None:
        """Reads a printed figure. A hedge belongs to the claim's first: "about" and "50" are read as "about 50"."""
        if scoped.event is None and scoped.unknown is not None and field.role in ("mark", "gap"):
            return  # how marks of the event are written is not known
        hedge = claim.hedge if claim.hedge is not None and not reading.figures else None
        way = part_of_the_way(field, reading.names)
        hedged = printed if hedge is None else f"{hedge} {printed}"
        figure = read_figure(field, hedged, way, scoped, self.day(scoped), reading.choices)
        if isinstance(figure, Ambiguous):
            reading.unknown = reading.unknown or figure
            return
        if isinstance(figure, Unread):
            reading.unreadable = reading.unreadable or Unreadable(field.key, figure.why)
            return
        reading.figures[field.key] = figure
        if figure.notes:
            reading.notes += figure.notes

    def day(self, scoped: Scoped) -> PublicationDay:
        """The day from which dates are counted, besides the edition that the scope names."""
        return PublicationDay(self.published, self.zone, self.names.truth.editions.get(scoped.setting.edition or ""))

    def _read_people(self, field: Field, mentions: tuple[str, ...], scoped: Scoped, reading: ClaimReading) -> None:
        entities: tuple[str, ...] = ()
        for mention in mentions:
            chosen = reading.choices.get(("athlete", mention))
            if chosen is not None:
                entities += (chosen,)
                reading.trace += (f"{mention!r} -> {self.names.truth.name(chosen)}",)
                continue
            whom = self._whom(mention, scoped.setting)
            if isinstance(whom, Whom):
                entities += (whom.id,)
                reading.notes += whom.notes
                reading.trace += whom.trace
            else:
                reading.unknown = reading.unknown or whom
        if entities:
            reading.names[field.key] = entities

    def _whom(self, mention: str, setting: Setting) -> Whom | Unknown:
        """The person meant in this article, in a claim about the setting; kept for all where that plays no part."""
        shared = self._everywhere.people.get(mention)
        if shared is not None and self.people.was_known(shared.id):
            return shared
        whom = self._people.get((mention, setting))
        if whom is None:
            whom = self._people[mention, setting] = self.people.whom(mention, setting)
            if isinstance(whom, Whom) and self.people.in_any_article(mention):
                keep(self._everywhere.people, mention, whom)
        return whom

    def _read_name(self, field: Field, mention: str, reading: ClaimReading) -> None:
        chosen = reading.choices.get((field.role, mention))
        if chosen is not None:
            reading.names[field.key] = (*reading.names.get(field.key, ()), chosen)
            reading.trace += self._traced((chosen,), mention).trace
            return
        named = self._everywhere.names.get((field.role, mention)) or self._named(field, mention)
        if isinstance(named, Named):
            reading.names[field.key] = (*reading.names.get(field.key, ()), *named.entities)
            reading.trace += named.trace
        elif isinstance(named, Unknown):
            reading.unknown = reading.unknown or named
        else:
            reading.unreadable = reading.unreadable or named

    def _read_place(self, field: Field, mention: str, reading: ClaimReading) -> None:
        """Reads a place; it is traced by its name, with the larger places that the words give."""
        key, names = (field.role, mention), self.names
        place = self._everywhere.places.get(key)
        if place is None:
            where = names.venue(mention) if field.role == "venue" else names.birthplace(mention)
            trace = () if isinstance(where, Unknown) else (f"{mention!r} -> {names.truth.show(where, 'label')}",)
            read: Placed | Unknown = where if isinstance(where, Unknown) else Placed(where, trace)
            place = keep(self._everywhere.places, key, read)
        if isinstance(place, Placed):
            reading.locations[field.key] = place.location
            reading.trace += place.trace
        else:
            reading.unknown = reading.unknown or place

    def _named(self, field: Field, mention: str) -> Named | Unknown | Unreadable:
        entities = self._entity(field, mention)
        if isinstance(entities, Unreadable):
            return entities
        named: Named | Unknown = entities if isinstance(entities, Unknown) else self._traced(entities, mention)
        return keep(self._everywhere.names, (field.role, mention), named)

    def _traced(self, entities: tuple[str, ...], mention: str) -> Named:
        names = " or ".join(self.names.truth.name(entity) for entity in entities)
        return Named(entities, (f"{mention!r} -> {names}",))

    def _entity(self, field: Field, mention: str) -> tuple[str, ...] | Unknown | Unreadable:
        if field.role in ("coach", "club", "home"):
            return self.names.of_a_life(field.role, mention)
        if field.role == "round":
            canonical = read_round(mention)
            return (canonical,) if canonical else Unreadable(field.key, f"{mention!r} is not a round")
        read = {"nation": self.names.nation, "competition": self.names.competition}.get(field.role, self.names.event)
        entity = read(mention)
        return entity if isinstance(entity, Unknown) else (entity,)

    def _as_of(self, printed: str | None) -> int | Unreadable:
        """The day that a claim speaks of: the last that its `as_of` allows, else the run's, else the article's.

        A day that the claim itself names does not move with the run's, but nothing is known beyond that one.
        """
        if printed is None:
            return self.published if self.as_of is None else self.as_of
        day = self._days.get(printed)
        if day is None:
            read = read_date(printed, self.published)
            if isinstance(read, Unread):
                return Unreadable("as_of", read.why)
            day = self._days[printed] = read.value.high or self.published
        return day if self.as_of is None else min(day, self.as_of)
