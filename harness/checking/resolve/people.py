"""Which person an article means by a name, given the people it names in full and those who took part in the race."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from harness.checking.resolve.fields import people_in
from harness.claims.claim import Claim
from harness.names import Match, Names, fold
from harness.records.model import Ambiguous, Setting, Unknown


class Whom(NamedTuple):
    """The one person that a mention means, and how that was decided."""

    id: str
    notes: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()


class ArticlePeople:
    """The people of one article."""

    def __init__(self, names: Names, claims: Iterable[Claim], published: int) -> None:
        self.names = names
        self.truth = names.truth
        self.published = published
        self._claims = claims

    @cached_property
    def roster(self) -> frozenset[str]:
        """Everybody whom the article names in full, wherever that is."""
        mentions = {mention for claim in self._claims for mention in people_in(claim)}
        return frozenset(athlete for athlete in map(self._named_in_full, mentions) if athlete is not None)

    def _named_in_full(self, mention: str) -> str | None:
        """The one person whom given and family name mean; of several who bear them, the one who was known by then."""
        athlete = self.names.athletes.names_in_full(mention)
        if athlete is None and " " in mention.strip():
            known = [match for match in self.names.athletes.find(mention) if self.was_known(match.id)]
            return known[0].id if len(known) == 1 and known[0].exact else None
        return athlete if athlete is not None and self.was_known(athlete) else None

    def in_any_article(self, mention: str) -> bool:
        """Whether the mention means one person in any article, whoever else is named and whenever it was written."""
        matches = self.names.athletes.find(mention)
        if len(matches) != 1 or mention.casefold().startswith("the ") or not self.was_known(matches[0].id):
            return False
        return not matches[0].misspelt or " " in mention.strip()

    def whom(self, mention: str, setting: Setting) -> Whom | Unknown:
        """The person meant, in a claim about `setting`; Unknown if nobody or more than one fits."""
        matches = self.names.athletes.find(mention)
        if matches and not any(self.was_known(match.id) for match in matches):
            person = self._whom(mention, setting, self.names.athletes.find_among(mention, self.was_known))
            return person if isinstance(person, (Whom, Ambiguous)) else self._whom(mention, setting, matches)
        return self._whom(mention, setting, matches)

    def _whom(self, mention: str, setting: Setting, matches: tuple[Match, ...]) -> Whom | Unknown:
        if not matches or mention.casefold().startswith("the "):
            nation = self.names.nation_of_people(mention)
            if nation is not None:
                return self._settle(
                    mention, {athlete for athlete in self.roster if self._is_of(athlete, nation)}, setting
                )
        if not matches:
            by_given_name = {
                athlete for athlete in self.roster if fold(mention) in fold(self.truth.name(athlete)).split()
            }
            if by_given_name:
                return self._settle(mention, by_given_name, setting)
            return self._with_nation_before(mention, setting)
        misspelt = _misspelt(matches)
        person = self._settle(mention, {match.id for match in matches}, setting, misspelt=misspelt)
        if misspelt and " " not in mention.strip() and isinstance(person, Whom) and not self._here(person.id, setting):
            return self._nobody(mention)  # a family name alone may be a stranger's, spelt as it should be
        return person

    def _here(self, athlete: str, setting: Setting) -> bool:
        return athlete in self.roster or self._took_part(athlete, setting)

    def _with_nation_before(self, mention: str, setting: Setting) -> Whom | Unknown:
        """Norway's Ingebrigtsen, Briton Kerr: of those who bear the name, the nation's."""
        first, _, rest = mention.partition(" ")
        nation = self.names.nation(first) if rest else Unknown("")
        matches = () if isinstance(nation, Unknown) else self.names.athletes.find(rest)
        fitting = {match.id for match in matches if self._is_of(match.id, str(nation))}
        if fitting:
            return self._settle(mention, fitting, setting, misspelt=_misspelt(matches))
        return self._nobody(mention)

    def _nobody(self, mention: str) -> Unknown:
        like = " or ".join(self.names.athletes.nearest(mention))
        hint = f"; did you mean {like}?" if like else ""
        return Unknown(f"the ground truth has no athlete called {mention!r}{hint}", f"athlete: {mention}")

    def _settle(self, mention: str, pool: set[str], setting: Setting, *, misspelt: bool = False) -> Whom | Unknown:
        hows = ["misspelt"] if misspelt else []
        if len(pool) > 1:
            pool = {athlete for athlete in pool if self.was_known(athlete)} or pool
        steps: tuple[tuple[str, Callable[[str], bool]], ...] = (
            ("named in full in this article", lambda one: one in self.roster),
            ("took part", lambda one: self._took_part(one, setting)),
            ("the scope's sex", lambda one: self.truth.athletes[one].sex == setting.sex),
            ("the scope's nation", lambda one: setting.nation is not None and self._is_of(one, setting.nation)),
        )
        for how, test in steps:
            if len(pool) > 1 and (fitting := {one for one in pool if test(one)}) and fitting != pool:
                pool = fitting
                hows.append(how)
        if len(pool) != 1:
            return self._ambiguous(mention, pool)
        (athlete,) = pool
        how = f" ({'; '.join(hows)})" if hows else ""
        return Whom(athlete, ("misspelt_name",) * misspelt, (f"{mention!r} -> {self.truth.name(athlete)}{how}",))

    def was_known(self, athlete: str) -> bool:
        """Whether the person had been born and had competed when the article was published."""
        return self.names.known_since(athlete) <= self.published

    def _took_part(self, athlete: str, setting: Setting) -> bool:
        results = self.truth.by_athlete_edition.get((athlete, setting.edition or ""), ())
        return any(setting.event in (None, result.event) for result in results)

    def _is_of(self, athlete: str, nation: str) -> bool:
        return self.truth.nation_of(athlete, self.published, vouched=False) == nation

    def _ambiguous(self, mention: str, pool: set[str]) -> Unknown:
        missing = f"who is meant by {mention!r}"
        if not pool:
            return Unknown(f"nobody whom the article names in full can be {mention!r}", missing)
        names = sorted(self.truth.name(athlete) for athlete in pool)
        between = " and ".join((", ".join(names[:-1]), names[-1]))
        return Ambiguous(
            f"{mention!r} is ambiguous between {between}", missing, "athlete", mention, tuple(sorted(pool))
        )


def _misspelt(matches: tuple[Match, ...]) -> bool:
    return any(match.misspelt for match in matches)
