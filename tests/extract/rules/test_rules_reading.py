"""Sentences, people, subjects and scopes: what the grammars are handed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_words import claims, lexicon, told

from harness.extract.rules.competitions import competitions
from harness.extract.rules.people import people
from harness.extract.rules.reading import read
from harness.extract.rules.sentences import quoted, sentences, view
from harness.extract.rules.settings import events, rounds
from harness.extract.rules.splits import split_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ran. Two won! Three?", ["One ran.", "Two won!", "Three?"]),
        ("She ran 3:29.05. He did not.", ["She ran 3:29.05.", "He did not."]),
        ("No. 2 on the list. Next.", ["No. 2 on the list.", "Next."]),
        ("J. Smith v. K. Jones. Next.", ["J. Smith v. K. Jones.", "Next."]),
        ("A headline\nA line", ["A headline", "A line"]),
        ("“I won.” She left.", ['"I won."', "She left."]),
        ("  \n\n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    seen = view(text)
    assert [seen[start:end] for start, end in sentences(seen)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Kerr **won** it", "  Kerr   won   it"),
        ("[Kerr](https://a.example/3:29.05) won", " Kerr" + " " * 29 + "won"),
        ("- one\n> two `x`", "  one\n  two  x "),
        ("Kenya’s “best” – 3:29", 'Kenya\'s "best" - 3:29'),
        ("a <em>b</em> c", "a     b      c"),
    ],
)
def test_the_view_has_the_places_of_the_text(text: str, expected: str) -> None:
    assert view(text) == expected
    assert len(expected) == len(text)


def test_quoted_words() -> None:
    text = 'He said “I won” and "more".\n“Then this\nand “that” went on.'
    assert [text[a : b + 1] for a, b in quoted(text)] == ["“I won”", '"more"', "“Then this\n", "“that”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Josh Kerr won. Kerr was glad.", ["Josh Kerr", "Kerr"]),
        ("Anna Hall won. Later Hall left.", ["Anna Hall", "Hall"]),  # introduced by the article
        ("Josh KERR won.", ["Josh Kerr"]),  # capitals are those of lists and headings
        ("Jakob Ingebrigtsen won, but Ingebrigsten fell.", ["Jakob Ingebrigtsen", "Ingebrigsten"]),  # a slip
        ("Anna Hall and Maria Bell met. Anna won.", ["Anna Hall", "Maria Bell", "Anna Hall"]),  # a given name
        ("Jake Wightman met Jake Heyward. Jake won.", ["Jake Wightman", "Jake Heyward"]),  # which?
        ("Jamaica's Kishane Thompson ran.", ["Kishane Thompson"]),
        ("World champion Anna Hall ran.", ["Anna Hall"]),
        ("Africa's fastest man, Omanyala, ran.", ["Omanyala"]),
        ("The Diamond League in Monaco on Friday Evening.", []),
        ("Getty Images and the Stade de France.", []),
        ("Maria van der Berg ran.", ["Maria van der Berg"]),
    ],
)
def test_who_is_named(text: str, expected: list[str]) -> None:
    assert [one.printed for one in people(view(text), lexicon())] == expected


@pytest.mark.parametrize(
    ("text", "athlete"),
    [
        ("Anna Hall won. She ran 10.72.", "Anna Hall"),
        ("Josh Kerr met Anna Hall. She ran 10.72.", "Anna Hall"),  # the lexicon knows that he is a man
        ("Anna Hall met Josh Kerr. She ran 3:59.05.", "Anna Hall"),
        ("Josh Kerr met Jakob Ingebrigtsen. The Norwegian ran 3:29.05.", "Jakob Ingebrigtsen"),
        ("Josh Kerr led. The British record was safe as he ran 3:29.05.", "Kerr"),
        ("Past the very strong Josh Kerr, Anna Hall ran 3:59.05.", "Anna Hall"),
        ("Josh Kerr, chased by Jakob Ingebrigtsen, ran 3:29.05.", "Josh Kerr"),
        ("Josh Kerr was happy. It took him to 3:29.05 in a personal best.", "Kerr"),
    ],
)
def test_of_whom_a_sentence_speaks(text: str, athlete: str) -> None:
    named = [one for (one,) in told(text, "mark", "athlete")] or [one for (one,) in told(text, "record", "athlete")]
    assert [one.split()[-1] for one in named] == [athlete.split()[-1]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the men's 1500m and the women's long jump", ["men's 1500m", "women's long jump"]),
        ("the 1,500 metres, a mile and the 3000m steeplechase", ["1,500 metres", "mile", "3000m steeplechase"]),
        ("the 4x100m relay", ["4x100m relay"]),
        ("over the final 200 metres, with 120 metres to go", []),
        ("a leap of 8.48m", []),  # a mark
        ("with 600 meters remaining", []),
        ("Hall won the Olympic 1,500 metres in 3:51.20", ["1,500 metres"]),  # won: no distance on the way
        ("Hall went through the 800m in 2:04.10", []),
        ("the mile of the century", []),
    ],
)
def test_events(words: str, expected: list[str]) -> None:
    assert [one.printed for one in events(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("at the Tokyo Games", ["Tokyo Games"]),
        ("in Paris 2024 and at the Budapest worlds", ["Paris 2024", "Budapest worlds"]),
        ("at the 2023 World Athletics Championships in Budapest", ["2023 World Athletics Championships"]),
        ("at the Rabat Gala and the Kenyan trials", ["Kenyan trials"]),
        ("the European record, an Olympic title", []),
        ("in Monaco", ["Monaco"]),
    ],
)
def test_competitions(words: str, expected: list[str]) -> None:
    assert [one.printed for one in competitions(words, lexicon())] == expected


def test_rounds() -> None:
    assert [one.printed for one in rounds("won the first heat, then the semi-final and the final")] == [
        "first heat", "semi-final", "final",
    ]  # fmt: skip
    assert rounds("in the final 200 metres and the final straight") == []


@pytest.mark.parametrize(
    ("words", "event", "expected"),
    [
        ("through 400m", "1500m", "400m"),
        ("At the bell", "1,500 metres", "1100m"),
        ("at the bell", "mile", "1209m"),
        ("with 200m to go", "800m", "600m"),
        ("with 200m to go", "long jump", None),
        ("to win", "1500m", None),
    ],
)
def test_where_on_the_way(words: str, event: str, expected: str | None) -> None:
    assert split_in(words, event) == expected


def test_a_vague_competition_is_the_one_named_in_full() -> None:
    text = "The Tokyo Games had a fine 1500m. Josh Kerr came third in Tokyo. He won bronze at the Games."
    assert told(text, "place", "scope.competition") == [("Tokyo Games",)]
    assert told(text, "medal", "scope.competition") == [("Tokyo Games",)]


@pytest.mark.parametrize(
    "aside",
    [
        "Maria Bell, who had won in Doha, was there.",
        "Maria Bell, silver medallist in Doha, was there.",
        "Maria Bell had won in Doha last year.",
        "Maria Bell's Doha win was forgotten.",
    ],
)
def test_an_aside_does_not_change_what_is_spoken_of(aside: str) -> None:
    text = f"Anna Hall won the 100m in Paris. {aside} Hall ran 10.72."
    assert told(text, "mark", "athlete", "scope.competition", "scope.event") == [("Hall", "Paris", "100m")]


def test_a_yearly_meeting_is_this_years() -> None:
    text = "Josh Kerr won the mile at the Prefontaine Classic in 3:45.34."
    assert told(text, "mark", "scope.competition", "scope.year") == [("Prefontaine Classic", 2024)]
    assert told("Josh Kerr won bronze at the Tokyo Games.", "medal", "scope.year") == [(2021,)]


def test_speech_has_its_speaker() -> None:
    text = '"My PB of 3:29.05 is still from Tokyo," said Josh Kerr.'
    (claim,) = claims(text, "record")
    assert (claim["athlete"], claim["attributed_to"], claim["level"]) == ("Josh Kerr", "Josh Kerr", "personal")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall, 27, won.", [("Anna Hall", 27)]),
        ("Maria Bell lost to Anna Hall. The 22-year-old led.", [("Maria Bell", 22)]),
        ("The 19-year-old Ethiopian Anna Hall won.", [("Anna Hall", 19)]),
        ("Still only 20, Anna Hall won.", [("Anna Hall", 20)]),
        ("The rivalry of the 26-year-old from Britain and Anna Hall.", []),
    ],
)
def test_ages(text: str, expected: list[tuple[str, int]]) -> None:
    assert [one for one in told(text, "bio", "athlete", "age") if one[1]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's Anna Hall won.", [("Anna Hall", "Norway")]),
        ("Briton Josh Kerr won.", [("Josh Kerr", "Briton")]),
        ("Josh Kerr led. The Briton won.", [("Josh Kerr", "Briton")]),
        ("Spain and Anna Hall won.", []),
        ("Josh Kerr led the British record holders.", []),
    ],
)
def test_nations(text: str, expected: list[tuple[str, str]]) -> None:
    assert [one for one in told(text, "bio", "athlete", "nation") if one[1]] == expected


def test_dates_are_of_races() -> None:
    assert told("The final is on Tuesday in Paris.", "date", "date", "scope.round") == [("Tuesday", "final")]
    assert told("Anna Hall won in Paris on 4 August.", "date", "date", "scope.competition") == [("4 August", "Paris")]
    assert not claims("On Thursday Anna Hall flew to Paris.", "date")


def test_duels() -> None:
    assert told("Josh Kerr beat Jakob Ingebrigtsen in Lima.", "head_to_head", "athlete", "opponent", "wins") == [
        ("Josh Kerr", "Jakob Ingebrigtsen", "at least 1")
    ]
    assert told("Kerr has two wins over Ingebrigtsen.", "head_to_head", "wins") == [("at least two",)]
    assert not claims("Josh Kerr hopes to beat Jakob Ingebrigtsen.", "head_to_head")


def test_every_sentence_stands_where_it_says() -> None:
    text = "Josh Kerr won.\n\nHe ran 3:29.05 – “fast”.\r\nNext."
    for sentence in read(text, lexicon(), date(2024, 12, 31)):
        assert view(text)[sentence.start : sentence.start + len(sentence.words)] == sentence.words


WORDS = st.sampled_from(
    (
        "Josh Kerr Anna Hall won ran gold silver bronze medal 3:29.05 3:29:38 9.79 8.95m record world Olympic champion "
        "third 10th the a his who behind ahead of by in at Tokyo Paris 2024 1500m mile long jump title first since "
        "1988 only “I ” , . ; ( ) – 's five hundredths fastest man history No.2 list PB season's best \n ** # [x](y) "
        "with led finished last through 400m é 𝟛"
    ).split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
@example("Josh Josh 𝟛 gold")  # a digit to some, but to no reader of figures
def test_any_words_make_valid_claims_in_place(text: str) -> None:
    from harness.extract import SourceArticle, extract

    article = SourceArticle(id="x", title="T", publisher="P", published="2024-06-03", text=text or " ")
    found = extract("rules", article)
    assert (found.failure, found.log) == ("", "")
