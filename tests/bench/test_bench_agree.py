"""harness bench agree: annotators against each other, and the page on which their differences are settled."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from arden import CLAIMS, TEXT, World, article
from msgspec.structs import replace

from harness.bench.agreement import _nominal, agreement, units_of
from harness.bench.invented import gold, perfect, weaker
from harness.bench.submissions import Gold, gold_of
from harness.checking.load import ClaimFile


def read_by(claims: dict[str, tuple[Any, ...]]) -> Gold:
    files = gold().files
    return gold_of(ClaimFile(name, files[name].article, said) for name, said in claims.items())


def with_verdicts(claims: dict[str, tuple[Any, ...]], verdict: str = "") -> dict[str, tuple[Any, ...]]:
    def judged(claim: Any) -> Any:
        return replace(claim, gold_verdict=verdict or ("refuted" if claim.text.startswith("wrong") else "supported"))

    return {name: tuple(judged(claim) for claim in said) for name, said in claims.items()}


def test_two_who_say_the_same_agree_in_all() -> None:
    same = with_verdicts(perfect(gold()))
    record, units = agreement({"a": read_by(same), "b": read_by(same)})
    total = record.pairs[-1]
    assert (total.article, total.both, total.same_kind, total.same_verdict) == (
        "all",
        len(units),
        len(units),
        len(units),
    )
    assert (total.f1.value, total.kappa_kind.value, total.kappa_verdict.value) == (1, 1, 1)
    assert (record.alpha_kind, record.alpha_verdict, record.alpha_characters) == (1, 1, 1)


def test_one_who_reads_less_and_judges_everything_alike() -> None:
    record, units = agreement({
        "a": read_by(with_verdicts(perfect(gold()))), "b": read_by(with_verdicts(weaker(), "supported")),
    })  # fmt: skip
    total = record.pairs[-1]
    assert total.found_first == len(units) > total.found_second >= total.both
    assert total.kappa_verdict.value == 0
    assert record.alpha_verdict < 0.1
    assert 0 < record.alpha_characters < 1
    assert 0 < total.f1.low < total.f1.value < total.f1.high < 1


def test_three_annotators_share_units_even_where_one_has_none() -> None:
    full, less = with_verdicts(perfect(gold())), with_verdicts(weaker())
    record, units = agreement({"a": read_by(full), "b": read_by(less), "c": read_by(full)})
    assert [(pair.first, pair.second) for pair in record.pairs if pair.article == "all"] == [
        ("a", "b"), ("a", "c"), ("b", "c"),
    ]  # fmt: skip
    assert {sum(claim is not None for claim in unit.claims) for unit in units} == {2, 3}
    assert record.alpha_kind == 1


def test_units_hold_one_claim_of_each_at_most() -> None:
    file = next(iter(gold().files.values()))
    twice = ClaimFile("", file.article, (*file.claims, *(replace(one, id=f"{one.id}-again") for one in file.claims)))
    units = units_of([file, twice])
    assert len(units) == len(twice.claims)
    assert sum(unit.claims[0] is not None for unit in units) == len(file.claims)


def read_often(claims: dict[str, tuple[Any, ...]], text: str, ids: int) -> Gold:
    """The readings with one article's text under so many more ids."""
    files = gold().files
    more = {f"{text}-{number}": claims[text] for number in range(ids)}
    articles = {name: files.get(name, files[text]).article for name in {**claims, **more}}
    return gold_of(ClaimFile(name, replace(articles[name], id=name), said) for name, said in {**claims, **more}.items())


FEW = ("article-0", "article-1", "article-2")


@pytest.mark.parametrize("text", FEW)
def test_a_text_under_twelve_ids_makes_nothing_surer(text: str) -> None:
    """Fault: the same text twelve times narrowed F1's interval."""
    one = {name: said for name, said in with_verdicts(perfect(gold())).items() if name in FEW}
    other = {name: said for name, said in with_verdicts(weaker(), "supported").items() if name in FEW}
    once, _ = agreement({"a": read_by(one), "b": read_by(other)})
    often, _ = agreement({"a": read_often(one, text, 11), "b": read_often(other, text, 11)})
    before, after = once.pairs[-1], often.pairs[-1]
    for figure in ("f1", "kappa_kind", "kappa_verdict"):
        first, second = getattr(before, figure), getattr(after, figure)
        if first.low is not None:
            assert second.low <= first.low + 1e-9
            assert second.high >= first.high - 1e-9
    assert len(often.copies) == 1
    assert often.copies[0].endswith("have one text (by its sha256)")
    assert once.copies == ()


def test_one_claim_a_thousand_times_makes_nothing_surer() -> None:
    """Fault: so did one claim of one article a thousand times, each a letter longer or later than the last."""
    one, other = (
        {name: said for name, said in claims.items() if name in FEW} for claims in (perfect(gold()), weaker())
    )
    shared = other["article-0"][1]
    assert shared in one["article-0"]
    again = tuple(
        replace(shared, id=f"again-{n}", start=shared.start + n // 50 % 9, end=shared.end + n % 50)
        for n in range(1, 1000)
    )
    often = [{**claims, "article-0": (*claims["article-0"], *again)} for claims in (one, other)]
    before, _ = agreement({"a": read_by(one), "b": read_by(other)})
    after, _ = agreement({"a": read_by(often[0]), "b": read_by(often[1])})
    first, second = before.pairs[-1].f1, after.pairs[-1].f1
    assert after.pairs[-1].both > 400
    assert (second.low, second.high) == (first.low, max(first.high, second.value))
    assert any("claims say one thing at the same words" in line for line in after.copies)


def test_alpha_by_hand() -> None:
    """Two observers, four units: aa, aa, bb, ab. Observed disagreement 1/4, expected 2 * 5 * 3 / (8 * 7)."""
    from collections import Counter

    units = [Counter("aa"), Counter("aa"), Counter("bb"), Counter("ab")]
    assert _nominal(units) == pytest.approx(1 - (1 / 4) / (30 / 56))
    assert _nominal([Counter("aa")]) is None
    assert _nominal([Counter("aa"), Counter("b")]) is None, "nobody else said anything of b"


def test_other_texts_and_articles_that_one_has_not_read_are_said(world: World) -> None:
    world.write("a/arden.json", {"article": article("arden"), "claims": CLAIMS})
    world.write("b/arden.json", {"article": article("arden") | {"sha256": "0" * 64}, "claims": CLAIMS})
    world.write("a/birk.json", {"article": article("birk"), "claims": CLAIMS})
    run = world.run("bench", "agree", "a", "b")
    assert run.returncode == 2
    assert "b/arden.json:10:13 (article.sha256): the annotators read different texts of 'arden'" in run.stderr
    assert "a/birk.json:1: b did not read 'birk'" in run.stderr


def test_command_and_page(world: World) -> None:
    world.write("a/arden.json", {"article": article("arden"), "claims": CLAIMS})
    moved = {**CLAIMS[0], "mark": "</script><b>"}
    world.write("b/arden.json", {"article": article("arden"), "claims": [moved, *CLAIMS[2:]]})
    world.write("texts/arden.txt", TEXT)
    run = world.run("bench", "agree", "first=a", "second=b", "--articles", "texts", "--page", "page.html")
    assert (run.returncode, run.stderr) == (0, "")
    assert "Krippendorff's alpha" in run.stdout
    page = (world.root / "page.html").read_text(encoding="utf-8")
    assert page.count("<fieldset") == len(CLAIMS)
    assert "<b>" not in page
    embedded = re.search(r'id="claims">(.*?)</script>', page, re.DOTALL)
    units = json.loads(embedded[1])["arden"]["units"]
    assert sum(other is None for _, other in units) == 1
    assert page.count('value="0" checked') == len(CLAIMS)


def test_our_check_says_what_no_person_said(world: World) -> None:
    """Holt's mark is wrong in one reading only; a person's word on Berg's mark goes before the check's."""
    right = [{**CLAIMS[0], "mark": "3:30.12"}, {**CLAIMS[1], "gold_verdict": "refuted"}, CLAIMS[2]]
    world.write("a/arden.json", {"article": article("arden"), "claims": CLAIMS[:3]})
    world.write("b/arden.json", {"article": article("arden"), "claims": right})
    run = world.run(
        "bench", "agree", "a", "b", "--check", "--truth", "truth", "--format", "json", "--page", "page.html"
    )
    assert (run.returncode, run.stderr) == (0, "")
    (pair,) = json.loads(run.stdout)["pairs"]
    assert (pair["judged"], pair["same_verdict"]) == (3, 1)
    assert (world.root / "page.html").read_text(encoding="utf-8").count("gold_verdict") == 2, (
        "no verdict but a person's"
    )
    unchecked = json.loads(world.run("bench", "agree", "a", "b", "--format", "json").stdout)["pairs"][0]
    assert unchecked["judged"] == 0


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["a"], "two annotators at least"),
        (["a", "nowhere"], "there is no 'nowhere'"),
        (["a", "x=a", "x=a"], "called 'x'"),
        (["a", "=a"], "the annotator has no name"),
    ],
)
def test_options(world: World, arguments: list[str], words: str) -> None:
    world.write("a/arden.json", {"article": article("arden"), "claims": CLAIMS})
    run = world.run("bench", "agree", *arguments)
    assert run.returncode == 2
    assert words in run.stderr
