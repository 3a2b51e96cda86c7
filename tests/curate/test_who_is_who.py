"""Who is who: people of one name told apart by number, birth, sex, nation and era, asked about where nothing tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pack import MEN, Pack

SOURCE = ("--set", "sources=list")
EVENT = ("--set", "event=800m", *SOURCE)
HEADER = "athlete,sex,athlete_nation,born,mark,date,city\n"


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return Pack(tmp_path)


TOLD_APART = [
    ("parent and child: results before the child could run",
     "Ivo Rand,men,GBR,1950-02-01,1:50.00,1975-06-01,Leeds\nIvo Rand,men,GBR,1981-03-03,1:49.00,2004-06-01,Leeds\n",
     [("Ivo Rand", "men", "1950-02-01", "GBR"), ("Ivo Rand", "men", "1981-03-03", "GBR")]),
    ("two births of one decade in one table",
     "Ivo Rand,men,GBR,1980-02-01,1:50.00,2005-06-01,Leeds\nIvo Rand,men,GBR,1983-07-19,1:49.00,2004-06-01,Leeds\n",
     [("Ivo Rand", "men", "1980-02-01", "GBR"), ("Ivo Rand", "men", "1983-07-19", "GBR")]),
    ("two births and two nations",
     "Ivo Rand,men,GBR,1980-02-01,1:50.00,2005-06-01,Leeds\nIvo Rand,men,NOR,1980-02-11,1:49.00,2004-06-01,Leeds\n",
     [("Ivo Rand", "men", "1980-02-01", "GBR"), ("Ivo Rand", "men", "1980-02-11", "NOR")]),
    ("a man and a woman of one name",
     "Kim Ray,men,GBR,,1:50.00,2005-06-01,Leeds\nKim Ray,women,GBR,,2:01.00,2005-06-01,Leeds\n",
     [("Kim Ray", "men", None, "GBR"), ("Kim Ray", "women", None, "GBR")]),
    ("one birth and two nations: one athlete, each nation from its first result",
     "Ivo Rand,men,NOR,1980-02-01,1:50.00,2005-06-01,Leeds\nIvo Rand,men,GBR,1980-02-01,1:49.00,2002-06-01,Leeds\n"
     "Ivo Rand,men,NOR,1980-02-01,1:48.00,2006-06-01,Leeds\n",
     [("Ivo Rand", "men", "1980-02-01", "GBR@2002-06-01 NOR@2005-06-01")]),
    ("a nation that ceased to be",
     "Petr Hak,men,TCH,,1:50.00,1990-06-01,Leeds\nPetr Hak,men,CZE,,1:49.00,1994-06-01,Leeds\n",
     [("Petr Hak", "men", None, "TCH@1990-06-01 CZE@1994-06-01")]),
    ("a year of birth that is filled in by another row",
     "Ivo Rand,men,NOR,1980,1:50.00,2005-06-01,Leeds\nIvo Rand,men,NOR,1980-02-01,1:49.00,2002-06-01,Leeds\n",
     [("Ivo Rand", "men", "1980-02-01", "NOR")]),
    ("national teams of both sexes",
     "Norway,men,NOR,,1:50.00,2005-06-01,Leeds\nNorway,women,NOR,,1:59.00,2005-06-01,Leeds\n",
     [("Norway", "men", None, "NOR"), ("Norway", "women", None, "NOR")]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in TOLD_APART], ids=[row[0] for row in TOLD_APART])
def test_people_of_one_name(rows: str, expected: list[tuple[str, ...]], pack: Pack) -> None:
    run = pack.add(HEADER + rows, *EVENT)
    assert (run.code, run.err) == (0, "")
    assert pack.people() == expected
    again = pack.add(HEADER + rows, *EVENT)
    assert (again.code, again.out.endswith("there already: nothing to do\n")) == (0, True)


ASKED = [
    ("a digit of the birth off", "Ivo Rand,men,GBR,1980-02-01,1:50.00,2005-06-01,Leeds\n"
     "Ivo Rand,men,GBR,1980-02-07,1:49.00,2004-06-01,Leeds\n", "is it Ivo Rand (born 1980-02-0"),
    ("two nations and no birth", "Ivo Rand,men,GBR,,1:50.00,2005-06-01,Leeds\n"
     "Ivo Rand,men,NOR,,1:49.00,2004-06-01,Leeds\n", "is it Ivo Rand (line"),
    ("another birth than the pack's", "Una Fell,women,GBR,1968-05-05,2:05.00,2014-06-01,Leeds\n",
     "'Una Fell' (born 1968-05-05): is it Una Fell (una-fell, born 1988)?"),
    ("more than a career between the results", "Al Roe,men,GBR,,1:59.00,1908-06-01,Leeds\n"
     "Al Roe,men,GBR,,1:49.00,2004-06-01,Leeds\n", "is it Al Roe (line "),
    ("a letter off the pack's", "Ola Vyken,men,NOR,,1:50.00,2005-06-01,Leeds\n",
     "'Ola Vyken': is it Ola Viken (ola-viken)?"),
    ("a letter off another row's", "Jan Storm,men,NOR,,1:50.00,2005-06-01,Leeds\n"
     "Jan Sturm,men,NOR,,1:51.00,2005-06-01,Leeds\n", "'Jan Storm': is it Jan Sturm (line 3)?"),
    ("an initial", "Hans Egil Moe,men,NOR,,1:50.00,2005-06-01,Leeds\nH. Moe,men,NOR,,1:51.00,2006-06-01,Leeds\n",
     "'H. Moe': is it Hans Egil Moe (line 2)?"),
    ("a middle name more", "Hans Moe,men,NOR,,1:50.00,2005-06-01,Leeds\n"
     "Hans Egil Moe,men,NOR,,1:51.00,2006-06-01,Oslo\n",
     "is it Hans "),
    ("before a marriage and after it", "Mary Holt,women,GBR,1958-08-04,2:00.00,1983-06-01,Leeds\n"
     "Mary Sand,women,GBR,1958-08-04,1:59.00,1985-06-01,Leeds\n", "is it Mary Sand (born 1958-08-04, line 3)?"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "question"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED])
def test_what_nothing_tells_is_asked(rows: str, question: str, pack: Pack) -> None:
    run = pack.add(HEADER + rows, *EVENT)
    assert run.code == 2
    assert question in run.err
    assert "Answer once" in run.err


NOT_ASKED = [
    ("twins", "Leila Luik,women,NOR,1985-10-14,2:10.00,2005-06-01,Leeds\n"
     "Liina Luik,women,NOR,1985-10-14,2:11.00,2005-06-01,Leeds\n", 2),
    ("twins of whom the family is named first", "Wang Liuyi,women,CHN,1997-01-16,2:10.00,2015-06-01,Leeds\n"
     "Wang Qianyi,women,CHN,1997-01-16,2:11.00,2015-06-01,Leeds\n", 2),
    ("near names of two births", "Jan Storm,men,NOR,1980-01-01,1:50.00,2005-06-01,Leeds\n"
     "Jan Sturm,men,NOR,1984-05-05,1:51.00,2005-06-01,Leeds\n", 2),
    ("near names of two nations", "Jan Storm,men,NOR,,1:50.00,2005-06-01,Leeds\n"
     "Jan Sturm,men,GBR,,1:51.00,2005-06-01,Leeds\n", 2),
    ("near names of both sexes", "Jan Storm,men,NOR,,1:50.00,2005-06-01,Leeds\n"
     "Jan Sturm,women,NOR,,1:59.00,2005-06-01,Leeds\n", 2),
    ("short names", "Li Wu,men,NOR,,1:50.00,2005-06-01,Leeds\nLi Wi,men,NOR,,1:51.00,2005-06-01,Leeds\n", 2),
    ("one name in four orders",
     "EK-DAHL Ida,women,NOR,,2:00.00,2005-06-01,Leeds\nIDA EK-DAHL,women,NOR,,2:00.00,2005-06-01,Leeds\n"
     "\"Ek-Dahl, Ida\",women,NOR,,2:01.00,2006-06-01,Leeds\nIda Ek-Dahl,women,NOR,,2:02.00,2007-06-01,Leeds\n", 1),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "count"), [row[1:] for row in NOT_ASKED], ids=[row[0] for row in NOT_ASKED])
def test_what_tells_is_not_asked(rows: str, count: int, pack: Pack) -> None:
    run = pack.add(HEADER + rows, *EVENT)
    assert (run.code, run.err) == (0, "")
    assert len(pack.people()) == count


def test_a_birth_that_the_pack_lacks_is_filled_in(pack: Pack) -> None:
    run = pack.add(HEADER + "Ola Viken,men,NOR,1990-04-04,1:50.00,2015-06-01,Leeds\n", *EVENT)
    assert (run.code, run.err) == (0, "")
    assert "~ Ola Viken: born 1990-04-04" in run.out
    assert pack.truth().athletes["ola-viken"].born == "1990-04-04"


ROW = HEADER + "Ola Vyken,men,NOR,,1:50.00,2005-06-01,Leeds\n"


@pytest.mark.parametrize(
    ("answer", "athlete"),
    [(("--same", "Ola Vyken=ola-viken"), "ola-viken"), (("--another", "Ola Vyken (men, NOR)"), "ola-vyken")],
)
def test_an_answer_is_kept(answer: tuple[str, str], athlete: str, pack: Pack) -> None:
    assert pack.add(ROW, *EVENT).code == 2
    assert pack.add(ROW, *EVENT, *answer, "--dry-run").code == 0
    assert not (pack.folder / "identities.toml").exists()
    run = pack.add(ROW, *EVENT, *answer)
    assert (run.code, run.err) == (0, "")
    assert [result.athlete for result in pack.truth().results] == [athlete]
    further = pack.add(ROW.replace("2005", "2006").replace("1:50", "1:51"), *EVENT)  # the file is read again
    assert (further.code, further.err) == (0, "")
    assert {result.athlete for result in pack.truth().results} == {athlete}


def test_the_last_answer_holds(pack: Pack) -> None:
    """Who answered wrongly answers again; a rerun without an answer keeps to the last."""
    name, further = "Ola Vyken", ROW.replace("2005", "2006").replace("1:50", "1:51")
    assert pack.add(ROW, *EVENT, "--same", f"{name}=ola-viken", "--dry-run").code == 0
    (pack.folder / "identities.toml").write_text(f'[[athlete]]\nname = "{name}"\nis = "ola-viken"\n')
    assert pack.add(ROW, *EVENT, "--another", name).code == 0
    assert pack.add(further, *EVENT).code == 0
    assert {result.athlete for result in pack.truth().results} == {"ola-vyken"}
    back = pack.add(ROW.replace("2005", "2007").replace("1:50", "1:52"), *EVENT, "--same", f"{name}=ola-viken")
    assert back.code == 0
    assert (pack.folder / "identities.toml").read_text().count("[[athlete]]") == 3


def test_an_answer_within_the_table(pack: Pack) -> None:
    rows = HEADER + "Jan Storm,men,NOR,,1:50.00,2005-06-01,Leeds\nJan Sturm,men,NOR,,1:51.00,2006-06-01,Leeds\n"
    run = pack.add(rows, *EVENT, "--same", "Jan Sturm=Jan Storm")
    assert (run.code, run.err) == (0, "")
    assert [person[0] for person in pack.people()] == ["Jan Storm"]
    assert len(pack.truth().results) == 2


def test_an_answer_on_a_name_in_two_columns(pack: Pack) -> None:
    """The question has the whole name, or no answer would ever fit."""
    header = "athlete,given,sex,athlete_nation,mark,date,city\n"
    rows = header + "Storm,Jan,men,NOR,1:50.00,2005-06-01,Leeds\nSTORM Jr.,Jan,men,NOR,1:51.00,2006-06-01,Leeds\n"
    run = pack.add(rows, *EVENT)
    assert "--another 'Jan Storm Jr. (men, NOR)'" in run.err
    run = pack.add(rows, *EVENT, "--another", "Jan Storm Jr. (men, NOR)")
    assert (run.code, run.err) == (0, "")
    assert [person[0] for person in pack.people()] == ["Jan Storm", "Jan Storm Jr."]
    assert pack.add(rows, *EVENT).out.endswith("2 rows there already: nothing to do\n")


def test_one_name_and_birth_in_both_sexes_is_asked_about(pack: Pack) -> None:
    """A woman's row with a slip in its sex made a man of her name and birth."""
    woman = "Eva Storm,women,NOR,1990-02-03,2:00.00,2005-06-01,Leeds\n"
    assert pack.add(HEADER + woman, *EVENT).code == 0
    man = HEADER + "Eva Storm,men,NOR,1990-02-03,1:59.00,2006-06-01,Leeds\n"
    run = pack.add(man, *EVENT)
    assert "'Eva Storm' is of the men here, and Eva Storm (eva-storm, born 1990-02-03) of the women" in run.err
    assert pack.add(man, *EVENT, "--another", "Eva Storm (men, NOR, 1990-02-03)").code == 0
    assert pack.add(man, *EVENT).out.endswith("1 row there already: nothing to do\n")
    assert [person[:3] for person in pack.people()] == [
        ("Eva Storm", "men", "1990-02-03"), ("Eva Storm", "women", "1990-02-03")
    ]  # fmt: skip


def test_an_initial_is_asked_about_whichever_word_is_the_family_name(pack: Pack) -> None:
    rows = "TOROITICH JONAH,men,GBR,,1:50.00,2005-06-01,Leeds\nJ. Toroitich,men,GBR,,1:51.00,2006-06-01,Leeds\n"
    run = pack.add(HEADER + rows, *EVENT)
    assert "'J. Toroitich': is it Toroitich Jonah (line 2)?" in run.err


@pytest.mark.parametrize("name", ["Viken O.", "O. Viken", "VIKEN O", "Viken O"])
def test_an_initial_is_asked_about_on_either_side_of_the_family_name(name: str, pack: Pack) -> None:
    run = pack.add(HEADER + f"{name},men,NOR,,1:50.00,2005-06-01,Leeds\n", *EVENT)
    assert f"'{name}': is it Ola Viken (ola-viken)?" in run.err


@pytest.mark.parametrize(
    "text",
    ["[[athlete]]\nname = 3\nis = 'x'\n", "[[athlete]]\nname = 'A'\n", "athlete = [\n",
     "[[athlete]]\nname = 'A'\nis = 'b'\nage = '3'\n"],
)  # fmt: skip
def test_an_identities_file_that_is_none(text: str, pack: Pack) -> None:
    (pack.folder / "identities.toml").write_text(text)
    run = pack.add(ROW, *EVENT)
    assert run.code == 2
    assert "identities.toml" in run.err


MARRIED = (
    HEADER + "Mary Holt,women,GBR,1958-08-04,2:00.00,1983-06-01,Leeds\n",
    HEADER + "Mary Sand,women,GBR,1958-08-04,1:59.00,1985-06-01,Oslo\n",
)


@pytest.mark.parametrize("spread", [False, True], ids=["one table", "two tables"])
@pytest.mark.parametrize(
    ("answer", "names"),
    [(("--same", "Mary Sand (women, GBR, 1958-08-04)=Mary Holt"), [("Mary Holt", ("Mary Sand",))]),
     (("--another", "Mary Sand"), [("Mary Holt", ()), ("Mary Sand", ())])],
    ids=["the same", "another person"],
)  # fmt: skip
def test_a_name_before_and_after_a_marriage_is_asked_about_once(
    answer: tuple[str, str], names: list[tuple[str, tuple[str, ...]]], spread: bool, pack: Pack
) -> None:
    """Of the same person both names are kept: an article writes the one or the other."""
    first, second = MARRIED if spread else ("", MARRIED[0] + MARRIED[1].removeprefix(HEADER))
    assert not first or pack.add(first, *EVENT).code == 0
    assert pack.add(second, *EVENT).code == 2
    assert pack.add(second, *EVENT, *answer).code == 0
    for table in (first, second):
        run = pack.add(table or second, *EVENT)
        assert (run.code, run.err) == (0, "")
        assert run.out.endswith("there already: nothing to do\n")
    known = [one for one in pack.truth().athletes.values() if one.name.startswith("Mary")]
    assert [(one.name, one.aliases) for one in known] == names
    assert len(pack.truth().results) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_one_number_is_one_athlete_under_two_names(turned: bool, pack: Pack) -> None:
    """It made two athletes of one number, and a second run gave the result of the one to the other as well."""
    header = "athlete,sex,athlete_nation,athlete_id,mark,date,city\n"
    rows = ["Mary Holt,women,GBR,5,2:00.00,1983-06-01,Leeds\n", "Mary Sand,women,GBR,5,1:59.00,1985-06-01,Oslo\n"]
    table = header + "".join(reversed(rows) if turned else rows)
    assert pack.add(table, *EVENT).code == 0
    assert pack.add(table, *EVENT).out.endswith("2 rows there already: nothing to do\n")
    (known,) = (one for one in pack.truth().athletes.values() if one.name.startswith("Mary"))
    assert (known.name, known.aliases) == ("Mary Holt", ("Mary Sand",))
    assert [result.athlete for result in pack.truth().results] == ["mary-holt"] * 2


def test_one_number_with_two_births_is_asked_about(pack: Pack) -> None:
    header = "athlete,sex,athlete_nation,athlete_id,born,mark,date,city\n"
    rows = "Mary Holt,women,GBR,5,1958-08-04,2:00.00,1983-06-01,Leeds\n"
    rows += "Ann Sand,women,GBR,5,1961-02-03,1:59.00,1985-06-01,Oslo\n"
    run = pack.add(header + rows, *EVENT)
    assert run.code == 2
    assert "number 5 has two births, 1958-08-04 and 1961-02-03: lines 2 and 3 contradict one another" in run.err


def test_numbers_of_a_source_tell_namesakes_apart_and_are_kept(pack: Pack) -> None:
    header = "athlete,sex,athlete_nation,athlete_id,mark,date,city\n"
    rows = "Jo Day,women,GBR,17,2:00.00,2005-06-01,Leeds\nJo Day,women,GBR,99,2:03.00,2005-06-01,Leeds\n"
    run = pack.add(header + rows, *EVENT)
    assert (run.code, run.err) == (0, "")
    assert [person[0] for person in pack.people()] == ["Jo Day", "Jo Day"]
    run = pack.add(header + "Jo Day,women,GBR,99,2:04.00,2006-06-01,Leeds\n", *EVENT)
    assert (run.code, run.err) == (0, "")
    (numbered,) = (one for one in pack.truth().athletes.values() if one.numbers.get("list") == "99")
    assert len(pack.truth().by_athlete[numbered.id]) == 2


def test_one_number_with_two_births_is_told(pack: Pack) -> None:
    rows = "Jo Day,women,GBR,17,1980-02-03,2:00.00,2005-06-01,Leeds\n"
    rows += "Jo Day,women,GBR,17,1985-07-08,2:03.00,2006-06-01,Leeds\n"
    run = pack.add("athlete,sex,athlete_nation,athlete_id,born,mark,date,city\n" + rows, *EVENT)
    assert run.code == 2
    assert "two births, 1980-02-03 and 1985-07-08: lines 2 and 3 contradict one another" in run.err


def test_one_number_of_both_sexes_is_told(pack: Pack) -> None:
    header = "athlete,sex,athlete_nation,athlete_id,mark,date,city\n"
    rows = "Jo Day,men,GBR,17,1:50.00,2005-06-01,Leeds\nJo Day,men,GBR,17,1:51.00,2006-06-01,Leeds\n"
    run = pack.add(f"{header}{rows}Jo Day,women,GBR,17,2:03.00,2006-06-01,Leeds\n", *EVENT, "--partial")
    assert run.code == 1
    assert "table.csv:4:1: athlete: number 17 is Jo Day of the men, this row of the women" in run.err
    assert len(pack.truth().results) == 2


def test_a_name_in_two_alphabets_is_told(pack: Pack) -> None:
    run = pack.add("athlete,athlete_nation,mark\nОla Berg,NOR,1:50.00\n", *MEN, *SOURCE)
    assert run.code == 2
    assert "table.csv:2:1: athlete: 'Оla Berg' mixes alphabets: Cyrillic Capital Letter O" in run.err


PEOPLE = [
    ("Ivo Rand", "men", "GBR", "1950-02-01", range(1970, 1978)),
    ("Ivo Rand", "men", "GBR", "1981-03-03", range(2001, 2008)),
    ("Ada Noe", "women", "NOR", "1979-01-09", range(1999, 2004)),
    ("Ada Noe", "women", "GBR", "1979-01-09", range(2006, 2010)),
    ("Ada Noe", "men", "NOR", "1975-07-07", range(1999, 2004)), ("Norway", "women", "NOR", "", range(2000, 2004)),
    ("Ola Viken", "men", "NOR", "1990-04-04", range(2010, 2014)), ("Kim Ek", "women", "NOR", "", range(2000, 2004)),
]  # fmt: skip


def _row(who: tuple[str, str, str, str, range], at: int, month: int, hundredths: int) -> tuple[str, ...]:
    mark = f"1:{50 + at}.{hundredths:02}" if who[1] == "men" else f"2:0{at}.{hundredths:02}"
    return (*who[:4], mark, f"{who[4][at % len(who[4])]}-{month:02}-11", "Leeds")


ROWS = st.builds(_row, st.sampled_from(PEOPLE), st.integers(0, 7), st.integers(1, 12), st.integers(1, 3))


def _facts(pack: Pack) -> object:
    """All that the pack says, with its athletes by name, sex and birth instead of ids, which namesakes get in turn."""
    truth = pack.truth()
    called = {one.id: (one.name, one.sex, one.born) for one in truth.athletes.values()}
    results = sorted(
        (called[one.athlete], one.event, one.sex, str(one.date), one.printed, one.nation or "", one.city or "")
        for one in truth.results
    )
    people = sorted((called[one.id], one.nations) for one in truth.athletes.values())
    return results, str(people)


@settings(max_examples=20)
@given(rows=st.lists(ROWS, min_size=2, max_size=10, unique_by=lambda row: (row[0], row[1], row[5])), data=st.data())
def test_neither_the_order_of_rows_nor_their_files_change_anything(
    rows: list[tuple[str, ...]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shuffled = data.draw(st.permutations(rows))
    cut = data.draw(st.integers(1, len(rows) - 1))
    table = lambda some: HEADER + "".join(",".join(row) + "\n" for row in some)  # noqa: E731
    whole, turned, split = (Pack(tmp_path_factory.mktemp("p")) for _ in range(3))
    assert whole.add(table(rows), *EVENT).code == 0
    assert turned.add(table(shuffled), *EVENT).code == 0
    assert split.add(table(shuffled[:cut]), *EVENT).code == 0
    assert split.add(table(shuffled[cut:]), *EVENT).code == 0
    for path in sorted(whole.folder.iterdir()):
        assert (turned.folder / path.name).read_text() == path.read_text()
    assert _facts(split) == _facts(whole)


def test_an_athlete_of_one_day_for_two_nations_is_told(pack: Pack) -> None:
    rows = "Ivo Rand,men,NOR,1980-02-01,1:50.00,2005-06-01,Leeds\nIvo Rand,men,GBR,1980-02-01,1:49.00,2005-06-01,Oslo\n"
    run = pack.add(HEADER + rows, *EVENT)
    assert run.code == 2
    assert "Ivo Rand is for" in run.err
