"""The registry of systems, and what happens when one of them breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, ClassVar

import pytest

import harness.extract as extraction
from harness.extract import BadOption, Extraction, SourceArticle, document_of, extract, extract_all, options_of, systems
from harness.extract.extraction import as_text, checked, flaws

ARTICLE = SourceArticle(id="arden", title="T", publisher="P", published="2024-06-03", text="Holt won in 3:30.10.")
CLAIM = {
    "kind": "mark", "id": "mark-1", "text": "Holt ran 3:30.10", "quote": "3:30.10", "start": 12, "end": 19,
    "athlete": "Holt", "mark": "3:30.10",
}  # fmt: skip


class Third:
    """A system of somebody else."""

    OPTIONS: ClassVar = {"shout": "how loud"}

    @staticmethod
    def extract(article: SourceArticle, options: Mapping[str, str]) -> Extraction:
        if options.get("shout") == "loud":
            raise BadOption("shout must be soft")
        if "break" in article.title:
            raise ZeroDivisionError("oops")
        claims = [{"kind": "hunch"}] if "hunch" in article.title else []
        return Extraction(article=article.id, document=document_of(article, claims), seconds=1.23456)


@pytest.fixture
def third(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    point = EntryPoint("third", f"{__name__}:Third", extraction.GROUP)
    shadow = EntryPoint("rules", f"{__name__}:Third", extraction.GROUP)
    found = {entry.name: entry for entry in (point, shadow) if entry.name not in extraction._own()}
    monkeypatch.setattr(extraction, "_others", lambda: found)
    extraction.systems.cache_clear()
    yield
    extraction.systems.cache_clear()


def renamed(title: str) -> SourceArticle:
    return SourceArticle(id=f"id-{title}", title=title, publisher="P", published="2024-06-03", text="t")


FOLDER = Path(extraction.__file__).parent
OWN = tuple(sorted(
    path.relative_to(FOLDER).parts[0].removesuffix(".py")
    for path in (*FOLDER.glob("[!_]*.py"), *FOLDER.glob("*/__init__.py"))
    if "\ndef extract(" in path.read_text(encoding="utf-8")
))  # fmt: skip


def test_the_folder_is_the_registry() -> None:
    assert systems() == OWN
    assert {"command", "openai", "rules"} <= set(OWN)


@pytest.mark.parametrize("name", OWN)
def test_every_system_and_option_is_documented(name: str) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "extract.md").read_text(encoding="utf-8")
    assert f"--system {name}" in manual or f"`{name}`" in manual, f"docs/extract.md does not tell of the system {name}"
    for option, purpose in options_of(name).items():
        assert purpose, f"system {name}: the option {option} does not say what it is for"
        assert option in manual, f"docs/extract.md does not tell of the option {option} of the system {name}"


@pytest.mark.usefixtures("third")
def test_an_entry_point_adds_a_system_and_takes_no_own_ones_place() -> None:
    assert systems() == tuple(sorted((*OWN, "third")))
    found = extract("third", ARTICLE, {"shout": "soft"})
    assert found.document is not None
    assert found.document["article"].pop("read_by") == "third (harness 0.1.0)"
    assert found.document == document_of(ARTICLE, [])
    assert found.seconds == 1.235
    assert "lexicon" in options_of("rules")


@pytest.mark.usefixtures("third")
def test_a_system_that_breaks_down_fails_its_article_only() -> None:
    found = list(extract_all("third", [renamed("good"), renamed("break"), renamed("fine")], jobs=2))
    assert [one.article for one in found] == ["id-good", "id-break", "id-fine"]
    assert [bool(one.failure) for one in found] == [False, True, False]
    assert "ZeroDivisionError: oops" in found[1].failure


@pytest.mark.usefixtures("third")
def test_what_a_system_hands_back_is_checked() -> None:
    found = extract("third", renamed("hunch"))
    assert found.document is None
    assert "hunch" in found.failure


@pytest.mark.usefixtures("third")
def test_a_wrong_option_is_the_callers_mistake() -> None:
    with pytest.raises(BadOption, match="third has no option 'volume'; it has: shout"):
        extract("third", ARTICLE, {"volume": "11"})
    with pytest.raises(BadOption, match="soft"):
        extract("third", ARTICLE, {"shout": "loud"})
    with pytest.raises(KeyError):
        extract("no such system", ARTICLE)


def changed(**fields: Any) -> bytes:
    return as_text(document_of(ARTICLE, [{**CLAIM, **fields}])).encode()


def test_a_good_claim_file_passes() -> None:
    assert flaws(changed(), ARTICLE) == []
    found = checked(changed(), Extraction(article="arden"), ARTICLE)
    assert not found.failure
    assert found.document is not None
    assert found.document["claims"] == [CLAIM]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "cut off"),
        (b"[1, 2", "$"),
        (b'{"article": {}}', "$"),
        (changed(start=500, end=507), "lies outside the text"),
        (changed(start=0, end=7), "the text reads 'Holt wo'"),
        (changed(mark="quickly"), "quickly"),
        (changed(kind="hunch"), "hunch"),
        (changed().replace(b'"arden"', b'"other"'), "another article: 'other', not 'arden'"),
        (changed().replace(b'"characters": 20', b'"characters": 21'), "20 characters"),
    ],
    ids=["nothing", "half", "no-article", "outside", "elsewhere", "unread", "kind", "other-article", "length"],
)
def test_what_is_no_claim_file_of_the_article_is_a_failure(raw: bytes, said: str) -> None:
    assert said in "; ".join(flaws(raw, ARTICLE))
    found = checked(raw, Extraction(article="arden"), ARTICLE)
    assert found.document is None
    assert found.failure


def test_many_flaws_are_counted() -> None:
    claims = [{**CLAIM, "id": f"c{n}", "start": 1, "end": 8} for n in range(5)]
    raw = as_text(document_of(ARTICLE, claims)).encode()
    assert checked(raw, Extraction(article="arden"), ARTICLE).failure.endswith("(and 2 more)")
