"""The errors planted by `make mutants`: how one is told from another, and that those left out can still be planted."""

from __future__ import annotations

import ast
from pathlib import Path

import planting
import pytest
from planting import ROOT, identities_in, known_to_change_nothing, mutants_of, named

TWO_ALIKE = """\
class Heat:
    def is_final(self, place: int) -> bool:
        return place < 3 and 3 > 2

def in_points(place: int) -> bool:
    return place < 3
"""


def constants(file: Path, text: str) -> dict[str, str]:
    """The mutants of the constant 3, by identity, with the line of the file that each changes."""
    file.write_text(text)
    whole = ast.unparse(ast.parse(text)).splitlines()
    found = [mutant for mutant in mutants_of(file) if "constant: 3 -> 4" in mutant.identity]
    return {
        mutant.identity: next(
            new for old, new in zip(whole, mutant.text.splitlines(), strict=True) if old != new
        ).strip()
        for mutant in found
    }


def test_errors_of_the_same_words_are_told_apart_and_are_the_same_on_another_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planting, "ROOT", tmp_path)
    found = constants(tmp_path / "heats.py", TWO_ALIKE)
    assert found == {
        "heats.py: Heat.is_final: return place < 3 and 3 > 2: constant: 3 -> 4": "return place < 4 and 3 > 2",
        "heats.py: Heat.is_final: return place < 3 and 3 > 2: constant: 3 -> 4 (2)": "return place < 3 and 4 > 2",
        "heats.py: in_points: return place < 3: constant: 3 -> 4": "return place < 4",
    }
    assert constants(tmp_path / "heats.py", f"import ast\n\n{TWO_ALIKE}") == found


def test_what_is_known_to_change_nothing_can_be_planted() -> None:
    """An entry whose line was changed has to be looked at again."""
    known = known_to_change_nothing()
    files = {ROOT / identity.partition(":")[0] for identity in known}
    assert known <= {mutant.identity for file in files for mutant in mutants_of(file)}


def test_errors_are_planted_by_name_as_they_were_listed(tmp_path: Path) -> None:
    """As `survives` prints them, so that what survived once is tried again; what is no longer there is refused."""
    one, another, *_ = mutants_of(ROOT / "harness/values/ranges.py")
    listed = tmp_path / "survived.txt"
    listed.write_text(f"survives  {another.identity}  # line 9\nsurvives  {one.identity}  # line 8\n")
    assert named(identities_in(listed)) == [another, one]
    with pytest.raises(ValueError, match=r"no longer there: harness/values/ranges\.py: gone"):
        named(["harness/values/ranges.py: gone"])
