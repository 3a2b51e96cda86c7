"""Who an athlete in a table is: somebody whom the pack knows by that very name, or a newcomer. Never a guess."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from harness.model import Unknown
from harness.names import Names, fold

_LONG = 12  # letters of a name in which two may be off
_ID = re.compile("[a-z0-9][a-z0-9.-]*")


class Newcomer(NamedTuple):
    """An athlete whom the pack does not know yet."""

    id: str
    name: str
    sex: str
    nation: str
    born: str | None = None

    def row(self, sources: tuple[str, ...]) -> dict[str, Any]:
        """The athlete as a row of a pack."""
        born = {"born": self.born} if self.born is not None else {}
        nations = [{"value": self.nation}]
        return {"id": self.id, "name": self.name, "sex": self.sex, "nations": nations, **born, "sources": [*sources]}


def who(printed: str, sex: str, names: Names) -> str | Unknown:
    """The athlete with this id or whole name. Of a stranger `missing` is set; where somebody is nearly called so, and
    might be meant, it is not."""
    athletes = names.truth.athletes
    matches = names.athletes.find(printed)
    found = [printed] if printed in athletes else [match.id for match in matches if match.exact]
    if len(found) > 1:
        return Unknown(f"{printed!r} is the name of {' and '.join(found)}: write the id")
    if found:
        one = athletes[found[0]]
        fits = one.sex == sex or "mixed" in (one.sex, sex)
        return one.id if fits else Unknown(f"{one.name} ({one.id}) is of the {one.sex}, this row of the {sex}")
    alike = dict.fromkeys([*(match.id for match in matches), *_slips_away(printed, names)])
    near = [f"{athletes[one].name} ({one})" for one in alike]
    if near:
        asks = f"is it {' or '.join(near[:3])}? Write that id, or add the athlete to the pack by hand"
        return Unknown(f"the pack has no {printed!r}: {asks}")
    like = " or ".join(names.athletes.nearest(printed))
    hint = f"; the nearest are {like}" if like else ""
    return Unknown(f"the pack has no {printed!r}{hint}: --new-athletes adds those it does not know", "a new athlete")


def _slips_away(printed: str, names: Names) -> list[str]:
    """Everybody with a name that is a letter off, or two in a long one."""
    from rapidfuzz.distance import OSA

    mention = fold(printed)
    allowed = 1 if len(mention) < _LONG else 2
    return [
        one.id for one in names.truth.athletes.values()
        if any(OSA.distance(mention, fold(name), score_cutoff=allowed) <= allowed for name in (one.name, *one.aliases))
    ]  # fmt: skip


def newcomer(values: dict[str, Any], names: Names) -> Newcomer | Unknown:
    """The athlete of a row as a new one; a nation is needed."""
    name, nation = values["athlete"], values.get("athlete_nation")
    identity = fold(name).replace(" ", "-")
    if nation is None:
        return Unknown(f"{name!r} is new to the pack: a new athlete needs an athlete_nation")
    if not _ID.fullmatch(identity) or identity in names.truth.athletes:
        return Unknown(f"no new id can be made of {name!r}: add the athlete to the pack by hand")
    return Newcomer(identity, name, values["sex"], nation, values.get("born"))
