"""Who a printed name may mean: what fits, what does not, and look-alikes that are never taken for each other."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from harness.names import Match, NameIndex, fold
from harness.names.index import slips_allowed

RUNNERS = {
    "jakob": ("Jakob Ingebrigtsen",),
    "henrik": ("Henrik Ingebrigtsen",),
    "filip": ("Filip Ingebrigtsen",),
    "kerr": ("Josh Kerr", "Joshua Kerr"),
    "wightman": ("Jake Wightman",),
    "heyward": ("Jake Heyward",),
    "timothy": ("Timothy Cheruiyot",),
    "reynold": ("Reynold Kipkorir Cheruiyot",),
    "komen": ("Daniel Komen",),
    "dk-komen": ("Daniel Kipchirchir Komen",),
    "kipsang": ("Abel Kipsang",),
    "kiprop": ("Asbel Kiprop",),
    "kipruto": ("Conseslus Kipruto",),
    "kiplimo": ("Jacob Kiplimo",),
    "el-guerrouj": ("Hicham El Guerrouj",),
    "daniels": ("Jack Daniels",),
    "coe": ("Sebastian Coe",),
    "farah": ("Mohamed Farah",),
    "ohare": ("Chris O'Hare",),
    "nader": ("Isaac Nader",),
    "holusa": ("Jakub Holuša",),
    "rozmys": ("Michał Rozmys",),
    "sondre": ("Sondre Nordstad Moen",),
    "joergen": ("Jørgen Bjørk",),
    "koenig": ("Jörg König",),
    "jr": ("Robert Kipkemboi Jr",),
    "su": ("Su Bingtian", "Bingtian Su"),
}
INDEX = NameIndex(RUNNERS.items())


def ids(mention: str) -> set[str]:
    return {match.id for match in INDEX.find(mention)}


@pytest.mark.parametrize(
    "mention, expected",
    [
        ("Jakob Ingebrigtsen", {"jakob"}),
        ("Ingebrigtsen", {"jakob", "henrik", "filip"}),
        ("J. Ingebrigtsen", {"jakob"}),
        ("INGEBRIGTSEN Jakob", {"jakob"}),
        ("Ingebrigtsen, Jakob", {"jakob"}),
        ("Ingebrigtsen's", {"jakob", "henrik", "filip"}),
        ("Ingebrigtsen’s", {"jakob", "henrik", "filip"}),
        ("Josh KERR", {"kerr"}),
        ("Joshua Kerr", {"kerr"}),
        ("Tim Cheruiyot", {"timothy"}),
        ("Cheruiyot", {"timothy", "reynold"}),
        ("Reynold Cheruiyot", {"reynold"}),  # a middle name may be left out
        ("R. K. Cheruiyot", {"reynold"}),
        ("Seb Coe", {"coe"}),
        ("Lord Coe", {"coe"}),
        ("Sir Mo Farah", {"farah"}),
        ("El Guerrouj", {"el-guerrouj"}),
        ("el-Guerrouj", {"el-guerrouj"}),
        ("Guerrouj", {"el-guerrouj"}),
        ("Chris O’Hare", {"ohare"}),
        ("O'Hare's", {"ohare"}),
        ("Jakub Holusa", {"holusa"}),
        ("Michal Rozmys", {"rozmys"}),
        ("Jorgen Bjork", {"joergen"}),
        ("Joergen Bjoerk", {"joergen"}),
        ("Koenig", {"koenig"}),
        ("Konig", {"koenig"}),
        ("Kipkemboi", {"jr"}),
        ("Su Bingtian", {"su"}),
        ("Su", {"su"}),  # an alias in the other order makes both words a family name
        ("Daniel Komen", {"komen"}),  # the whole name of one of the two
        ("Komen", {"komen", "dk-komen"}),
        ("Daniel Kipchirchir Komen", {"dk-komen"}),
        ("D. Komen", {"komen", "dk-komen"}),
    ],
)
def test_who_fits(mention: str, expected: set[str]) -> None:
    assert ids(mention) == expected
    assert not any(match.misspelt for match in INDEX.find(mention))


@pytest.mark.parametrize(
    "mention, expected",
    [
        ("Ingebrigsten", {"jakob", "henrik", "filip"}),
        ("Ingebrigten", {"jakob", "henrik", "filip"}),
        ("Jakob Ingebrigsten", {"jakob"}),
        ("Jakop Ingebrigtsen", {"jakob"}),
        ("Timothy Cheruyiot", {"timothy"}),
        ("Josh Karr", {"kerr"}),
        ("Kipsan", {"kipsang"}),
    ],
)
def test_a_slip_of_the_pen_is_found_and_said(mention: str, expected: set[str]) -> None:
    assert ids(mention) == expected
    assert all(match.misspelt for match in INDEX.find(mention))


@pytest.mark.parametrize(
    "mention",
    [
        "Jakob",  # the family name takes part
        "Kipkorir",  # a middle name of one man, and no family name here
        "Jakob Kerr",  # each word is a name, of different men
        "Jake Whiteman",  # three letters off
        "Henrik Asserson Ingebrigtsen",  # every word of the mention must fit
        "Ingebrigtsen Ingebrigtsen",  # a name of its own for each word
        "Jakob Jakob Ingebrigtsen",
        "Kipsonk",  # two letters off in seven
        "Kiplomos",  # two off in eight, but the name has seven
        "Daniel",  # a given name here, and no slip for Daniels
        "Cow",  # too short to correct
        "Ker",
        "Jakub Ingebrigtsen",  # Jakub is somebody else's name, so it is not a slip for Jakob
        "the Kenyan",
        "",
        "'s",
    ],
)
def test_nobody_fits(mention: str) -> None:
    assert ids(mention) == set()


LOOK_ALIKE = ["Kipsang", "Kiprop", "Kipruto", "Kiplimo", "Cheruiyot", "Komen", "Kerr", "Coe", "Farah", "Nader"]


@pytest.mark.parametrize("mention", LOOK_ALIKE)
@pytest.mark.parametrize("other", LOOK_ALIKE)
def test_look_alikes_stay_apart(mention: str, other: str) -> None:
    assert (ids(mention) & ids(other) == set()) == (mention != other)


def test_exact_and_misspelt_are_told_apart() -> None:
    assert INDEX.find("Josh Kerr") == (Match("kerr", exact=True, misspelt=False),)
    assert INDEX.find("Kerr") == (Match("kerr", exact=False, misspelt=False),)
    assert INDEX.find("Karr") == (Match("kerr", exact=False, misspelt=True),)


@pytest.mark.parametrize(
    "mention, whom",
    [
        ("Jakob Ingebrigtsen", "jakob"),
        ("Jakob Ingebrigsten", "jakob"),
        ("J. Ingebrigtsen", None),  # an initial is not in full
        ("Kerr", None),
        ("Lord Coe", None),
        ("D. Komen", None),
        ("Nobody Known", None),
    ],
)
def test_named_in_full(mention: str, whom: str | None) -> None:
    assert INDEX.names_in_full(mention) == whom


def test_the_nearest_names_are_offered_as_printed() -> None:
    assert INDEX.nearest("Jake Whiteman") == ("Jake Wightman",)
    assert INDEX.nearest("Kiprup")[0] in ("Asbel Kiprop", "Conseslus Kipruto")
    assert INDEX.nearest("Zzyzx") == ()


@pytest.mark.parametrize(
    "text, folded",
    [
        ("Łukasz Ørsted-Æbelø", "lukasz orsted aebelo"),
        ("Weiß", "weiss"),
        ("Yıldız", "yildiz"),
        ("  O’Hare’s  ", "ohare"),
        ("N'Sikwa", "nsikwa"),
        ("E\u0301toile", "etoile"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded == fold(folded)


NOT_NAMES = {"junior", "lord", "dame"}  # what stands before or behind a name
NAMES = st.text(string.ascii_lowercase, min_size=4, max_size=9).filter(lambda name: name not in NOT_NAMES)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A family name, and another one letter away from it."""
    name = draw(NAMES)
    at = draw(st.integers(0, len(name) - 1))
    letter = draw(st.sampled_from(string.ascii_lowercase))
    other = draw(st.sampled_from([name[:at] + letter + name[at + 1 :], name[:at] + letter + name[at:]]))
    assume(other not in NOT_NAMES)
    return name, other


@given(edited())
def test_a_known_name_is_never_corrected_into_another(pair: tuple[str, str]) -> None:
    name, other = pair
    index = NameIndex([("one", [f"Ann {name}"]), ("two", [f"Bea {other}"])])
    expected = {"one", "two"} if name == other else {"two"}
    assert {match.id for match in index.find(other)} == expected


@given(edited())
def test_one_letter_off_finds_the_name_where_nobody_else_has_it(pair: tuple[str, str]) -> None:
    name, other = pair
    found = NameIndex([("one", [f"Ann {name}"])]).find(other)
    assert found == (Match("one", exact=False, misspelt=other != name),)


@given(st.permutations(sorted(RUNNERS.items())), st.sampled_from(["Komen", "Ingebrigsten", "Cheruiyot", "Kerr"]))
def test_the_order_of_the_entries_changes_nothing(entries: list[tuple[str, tuple[str, ...]]], mention: str) -> None:
    assert NameIndex(entries).find(mention) == INDEX.find(mention)


@given(st.sampled_from(sorted(INDEX.families)), st.integers(0, 12), st.sampled_from("aeikmsx"), st.integers(0, 3))
def test_the_names_near_a_word_are_those_that_a_comparison_with_all_names_finds(
    family: str, at: int, letter: str, slip: int
) -> None:
    at = min(at, len(family) - 1)
    rest = family[at + 1 :]
    swapped = family[:at] + rest[:1] + family[at] + rest[1:]
    word = [family[:at] + rest, family[:at] + letter + rest, family[:at] + letter + family[at:], swapped][slip]
    allowed = slips_allowed(word)
    near = {
        other for other in INDEX.families
        if OSA.distance(word, other) <= min(allowed, slips_allowed(other))
    }  # fmt: skip
    assert set(INDEX._near_families(word, names_too=True)) == (near if allowed else set())
