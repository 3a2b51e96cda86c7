"""harness bench verdicts: any checker's verdicts against a person's, from claim files, FEVER and AVeriTeC."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from arden import CLAIMS, World, article

from harness.bench import judged
from harness.bench.copies import weight_of
from harness.bench.verdicts import Item, macro_f1, verdict_results

GOLD = {f"i{n}": Item(f"a{n % 8}", ("supported", "supported", "refuted", "not_enough_info")[n % 4]) for n in range(64)}


def test_a_checker_like_a_person_and_one_that_says_the_same_of_all() -> None:
    same = {key: item.verdict for key, item in GOLD.items()}
    results = verdict_results(GOLD, {"same": same, "lazy": dict.fromkeys(GOLD, "supported")}, 200)
    first, last = results.systems
    assert (first.name, first.accuracy.value, first.macro_f1.value, first.kappa.value) == ("same", 1, 1, 1)
    assert (last.accuracy.value, last.macro_f1.value, last.kappa.value) == (0.5, pytest.approx(2 / 9), 0)
    assert last.recall["refuted"].value == 0
    assert [row.name for row in results.constants] == ["(all not_enough_info)", "(all refuted)", "(all supported)"]
    assert results.comparisons[0].tests[0].difference.value == -0.5
    assert first.accuracy.low < 1


def test_a_checker_against_itself() -> None:
    lazy = dict.fromkeys(GOLD, "supported")
    (test,) = verdict_results(GOLD, {"a": lazy, "b": dict(lazy)}, 200).comparisons[0].tests
    assert (test.p, test.difference.value, test.detectable) == (1.0, 0.0, None)


def test_silence_is_wrong() -> None:
    (silent,) = verdict_results(GOLD, {"silent": {}}, 200).systems
    assert (silent.silent, silent.accuracy.value, silent.macro_f1.value) == (64, 0, 0)


def test_macro_f1_by_hand() -> None:
    """Class a: 2 of 3 found, 2 of 2 right, F1 .8; class b: 1 of 1, 1 of 2, F1 2/3; c is no class of gold."""
    confusion = Counter({("a", "a"): 2, ("a", "b"): 1, ("b", "b"): 1})
    assert macro_f1(confusion, ["a", "b", "c"]) == pytest.approx((0.8 + 2 / 3) / 2)


def test_figures_do_not_depend_on_names_or_order() -> None:
    lazy, same = dict.fromkeys(GOLD, "supported"), {key: item.verdict for key, item in GOLD.items()}
    one = verdict_results(GOLD, {"a": lazy, "b": same}, 200)
    other = verdict_results(dict(reversed(GOLD.items())), {"z": lazy, "y": same}, 200)
    assert [s.macro_f1 for s in one.systems] == [s.macro_f1 for s in other.systems]
    assert one.comparisons[0].tests[0].p == other.comparisons[0].tests[0].p


def test_copies_weigh_one_together() -> None:
    """Fault: the same text twelve times weighed twelvefold in intervals and tests."""
    lazy, good = dict.fromkeys(GOLD, "supported"), {key: item.verdict for key, item in GOLD.items()}
    good["i2"] = "supported"
    often: dict[str, Item] = {}
    systems: dict[str, dict[str, str]] = {"lazy": {}, "good": {}}
    for key, item in GOLD.items():
        times = 12 if item.group == "a2" else 1
        for number in range(times):
            often[f"{key} {number}"] = Item(item.group, item.verdict, weight_of(times))
            systems["lazy"][f"{key} {number}"], systems["good"][f"{key} {number}"] = lazy[key], good[key]
    before, after = verdict_results(GOLD, {"lazy": lazy, "good": good}, 200), verdict_results(often, systems, 200)
    assert after.items > before.items
    test, repeated = before.comparisons[0].tests[0], after.comparisons[0].tests[0]
    assert (repeated.p, repeated.difference, repeated.detectable) == (test.p, test.difference, test.detectable)
    for first, second in zip(before.systems, after.systems, strict=True):
        for figure in ("accuracy", "macro_f1", "kappa"):
            once, copied = getattr(first, figure), getattr(second, figure)
            if once.low is None:
                assert copied.low is None
            else:
                assert copied.low == pytest.approx(min(once.low, copied.value))
                assert copied.high == pytest.approx(max(once.high, copied.value))


def test_claim_files_with_one_text_or_one_claim_often(world: World) -> None:
    judged_claims = [
        {**claim, "gold_verdict": "not_checkable" if claim["kind"] == "other" else "supported"} for claim in CLAIMS
    ]
    world.write("one/arden.json", {"article": article("arden"), "claims": judged_claims})
    for number in range(12):
        world.write(f"often/a{number}.json", {"article": article(f"a{number}"), "claims": judged_claims})
    again = [
        {**judged_claims[0], "id": f"again-{n}", "gold_verdict": ("refuted", "supported")[n % 2]} for n in range(9)
    ]
    world.write("again/arden.json", {"article": article("arden"), "claims": [*judged_claims, *again]})
    found = {}
    for folder in ("one", "often", "again"):
        run = world.run("bench", "verdicts", folder, "--truth", "truth", "--format", "json")
        found[folder] = json.loads(run.stdout)
    one, often = (found[folder]["systems"][0]["accuracy"] for folder in ("one", "often"))
    assert one == often
    assert found["often"]["copies"] == [
        "a0, a1, a10, a11, a2, a3, a4, a5, a6, a7, a8, a9 have one text (by its sha256)"
    ]
    gold = judged.read_gold("claims", world.root / "again")
    assert sum(item.weight for item in gold.items.values()) == len(CLAIMS)
    assert "claims say one thing at the same words" in " ".join(gold.copies)


def test_one_claim_under_many_ids_of_fever(tmp_path: Path) -> None:
    rows = [{**fever(number, "REFUTES", [["Oslo", 1]]), "claim": "Moss won."} for number in range(9)]
    gold = judged.read_gold("fever", lines(tmp_path / "gold.jsonl", *rows, fever(9, "REFUTES", [["Oslo", 1]])))
    assert {item.group for item in gold.items.values()} == {"0", "9"}
    assert sum(item.weight for item in gold.items.values()) == 2
    assert gold.copies == ("9 items have one claim (0, 1, 2, ...)",)


def test_words_that_stand_for_every_claim_make_no_copies(tmp_path: Path) -> None:
    """As in a published file whose claims are all "REDACTED"."""
    rows = [fever(number, ("REFUTES", "SUPPORTS")[number % 2], [["Oslo", 1]]) for number in range(8)]
    gold = judged.read_gold("fever", lines(tmp_path / "gold.jsonl", *[{**row, "claim": "HIDDEN"} for row in rows]))
    assert {item.weight for item in gold.items.values()} == {1}
    assert gold.copies == ()


def lines(path: Path, *rows: Any) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def fever(identity: int, label: str, *sets: Any) -> dict[str, Any]:
    return {"id": identity, "label": label, "evidence": [[[7, 8, *sentence] for sentence in one] for one in sets]}


def said(identity: int, label: str, *evidence: Any) -> dict[str, Any]:
    return {"id": identity, "predicted_label": label, "predicted_evidence": list(evidence)}


def test_fever_asks_for_a_whole_evidence_set_among_the_first_five(tmp_path: Path) -> None:
    gold = judged.read_gold("fever", lines(
        tmp_path / "gold.jsonl",
        fever(1, "SUPPORTS", [["Oslo", 1], ["Oslo", 2]], [["Rome", 3]]), fever(2, "REFUTES", [["Oslo", 1]]),
        fever(3, "NOT ENOUGH INFO", [[None, None]]), fever(4, "SUPPORTS", [["Bonn", 0]]),
    ))  # fmt: skip
    system = judged.read_system("fever", lines(
        tmp_path / "s.jsonl",
        said(1, "SUPPORTS", ["Oslo", 1]), said(2, "REFUTES", ["Oslo", 1]), said(3, "NOT ENOUGH INFO"),
        said(4, "SUPPORTS", *([["x", n] for n in range(5)]), ["Bonn", 0]),
    ), gold)  # fmt: skip
    assert (gold.problems, system.problems) == ((), ())
    results = verdict_results(gold.items, {"s": system.verdicts}, 200, (), {"s": system.proven or {}})
    assert (results.systems[0].accuracy.value, results.strict["s"].value) == (1.0, 0.5)


WHOLE, OTHER = [["Oslo", 1], ["Oslo", 2]], [["Rome", 3]]
FIVE = [["Bonn", number] for number in range(5)]


@pytest.mark.parametrize(
    "label, sets, predicted, evidence, right, proven",
    [
        pytest.param("SUPPORTS", [WHOLE], "SUPPORTS", WHOLE, 1, 1, id="a whole set"),
        pytest.param("SUPPORTS", [WHOLE], "supports", WHOLE, 1, 1, id="labels in any case"),
        pytest.param("SUPPORTS", [WHOLE], "SUPPORTS", WHOLE[::-1], 1, 1, id="in any order"),
        pytest.param("SUPPORTS", [WHOLE], "SUPPORTS", WHOLE[:1], 1, 0, id="half a set"),
        pytest.param("SUPPORTS", [WHOLE], "SUPPORTS", [], 1, 0, id="no evidence"),
        pytest.param("SUPPORTS", [WHOLE, OTHER], "SUPPORTS", OTHER, 1, 1, id="one of two sets"),
        pytest.param("SUPPORTS", [WHOLE, OTHER], "SUPPORTS", [WHOLE[0], ["Rome", 4]], 1, 0, id="halves of two sets"),
        pytest.param("REFUTES", [OTHER], "REFUTES", [*FIVE[:4], *OTHER], 1, 1, id="the fifth piece"),
        pytest.param("REFUTES", [OTHER], "REFUTES", [*FIVE, *OTHER], 1, 0, id="the sixth piece"),
        pytest.param("REFUTES", [WHOLE], "REFUTES", [*FIVE[:4], *WHOLE], 1, 0, id="a set across the cap"),
        pytest.param("REFUTES", [OTHER], "REFUTES", [["Rome", 4]], 1, 0, id="another sentence of the page"),
        pytest.param("REFUTES", [OTHER], "SUPPORTS", OTHER, 0, 0, id="the wrong label with all evidence"),
        pytest.param("REFUTES", [OTHER], "NOT ENOUGH INFO", OTHER, 0, 0, id="silent about a false claim"),
        pytest.param("NOT ENOUGH INFO", [[[None, None]]], "NOT ENOUGH INFO", [], 1, 1, id="needs none"),
        pytest.param("NOT ENOUGH INFO", [[[None, None]]], "NOT ENOUGH INFO", FIVE, 1, 1, id="or whatever there is"),
        pytest.param("NOT ENOUGH INFO", [[[None, None]]], "REFUTES", FIVE, 0, 0, id="sure of what nobody knows"),
    ],
)  # fmt: skip
def test_the_fever_score_rule_by_rule(
    tmp_path: Path, label: str, sets: Any, predicted: str, evidence: Any, right: int, proven: int
) -> None:
    """The rules of the published scorer; on its own fixture, 9,999 lines, it gives .32573 and so did this reader.

    Beside every row stand two that never change: one right, one wrong.
    """
    gold = judged.read_gold("fever", lines(
        tmp_path / "gold.jsonl", fever(1, label, *sets), fever(2, "REFUTES", OTHER), fever(3, "REFUTES", OTHER),
    ))  # fmt: skip
    system = judged.read_system("fever", lines(
        tmp_path / "s.jsonl", said(1, predicted, *evidence), said(2, "REFUTES", *OTHER), said(3, "SUPPORTS", *OTHER),
    ), gold)  # fmt: skip
    assert (gold.problems, system.problems) == ((), ())
    results = verdict_results(gold.items, {"s": system.verdicts}, 200, (), {"s": system.proven or {}})
    assert results.systems[0].accuracy.value == pytest.approx((1 + right) / 3)
    assert results.strict["s"].value == pytest.approx((1 + proven) / 3)


@pytest.mark.parametrize("identity", [0, None])
def test_lines_that_no_id_tells_apart_stand_in_golds_order(tmp_path: Path, identity: int | None) -> None:
    """As in the published fixture, where every id of gold is 0 and the predictions have ids of their own."""
    rows = [{**fever(0, label, OTHER), "id": identity} for label in ("REFUTES", "SUPPORTS", "REFUTES")]
    gold = judged.read_gold("fever", lines(tmp_path / "gold.jsonl", *rows))
    predictions = [said(70 + place, label, *OTHER) for place, label in enumerate(("REFUTES", "SUPPORTS", "SUPPORTS"))]
    system = judged.read_system("fever", lines(tmp_path / "s.jsonl", *predictions), gold)
    results = verdict_results(gold.items, {"s": system.verdicts}, 200, (), {"s": system.proven or {}})
    assert (results.items, system.problems, results.strict["s"].value) == (3, (), pytest.approx(2 / 3))


@pytest.mark.parametrize(
    "line, problem",
    [
        ('{"id": 2, "label": "SUPPORTS", "evidence": []}', ":2: no evidence for SUPPORTS"),
        ('{"id": 2, "label": "SUPPORTS"}', ":2: no evidence for SUPPORTS"),
        ('{"id": 2, "label": "MAYBE", "evidence": []}', ":2: label is 'MAYBE', not one of SUPPORTS"),
        ("{", ":2: not JSON"),
        ("[]", ":2: not an object"),
    ],
)
def test_a_fever_line_that_cannot_be_used_is_said(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(fever(1, "REFUTES", [["Oslo", 1]])) + "\n" + line + "\n", encoding="utf-8")
    gold = judged.read_gold("fever", path)
    assert [problem in one for one in gold.problems] == [True]
    assert len(gold.items) == 1


def test_averitec(tmp_path: Path) -> None:
    gold_path, system_path = tmp_path / "gold.json", tmp_path / "s.json"
    labels = ("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking", "Nonsense")
    gold_path.write_text(json.dumps([{"claim": "c", "label": label} for label in labels]), encoding="utf-8")
    system_path.write_text(json.dumps([{"claim_id": n, "pred_label": "Supported"} for n in range(4)]), encoding="utf-8")
    gold = judged.read_gold(judged.form_of(gold_path), gold_path)
    (problem,) = gold.problems
    assert "$[4].label is 'Nonsense', not one of supported, refuted, not enough evidence" in problem
    system = judged.read_system("averitec", system_path, gold)
    assert verdict_results(gold.items, {"s": system.verdicts}, 200).systems[0].accuracy.value == 0.25


@pytest.mark.parametrize("field", ["pred_label", "label"])
def test_averitec_as_its_files_are(tmp_path: Path, field: str) -> None:
    """A claim with every field that the published dev.json has, and a prediction as either published scorer takes it.

    Of that file, 500 of 500 claims are read: 305 refuted, 122 supported, 38 conflicting, 35 without enough evidence.
    """
    answer = {
        "answer": "7.14", "answer_type": "Extractive", "source_url": "u", "cached_source_url": "u",
        "source_medium": "Web text",
    }  # fmt: skip
    claim = {
        "claim": "Moss ran 7.10.", "required_reannotation": False, "label": "Refuted", "justification": "It was 7.14.",
        "claim_date": "25-8-2020", "speaker": None, "original_claim_url": None, "cached_original_claim_url": None,
        "fact_checking_article": "u", "reporting_source": "Facebook", "location_ISO_code": "GB",
        "claim_types": ["Numerical Claim"], "fact_checking_strategies": ["Written Evidence"],
        "questions": [{"question": "How fast was she?", "answers": [answer]}],
    }  # fmt: skip
    gold_path, system_path = tmp_path / "dev.json", tmp_path / "predictions.json"
    gold_path.write_text(json.dumps([claim]), encoding="utf-8")
    predicted = {"claim_id": 0, "claim": claim["claim"], "evidence": [{"question": "?", "answer": "."}]}
    system_path.write_text(json.dumps([predicted | {field: "Refuted"}]), encoding="utf-8")
    assert judged.form_of(gold_path) == "averitec"
    gold = judged.read_gold("averitec", gold_path)
    system = judged.read_system("averitec", system_path, gold)
    assert (gold.problems, system.problems) == ((), ())
    assert {name: item.verdict for name, item in gold.items.items()} == system.verdicts == {"0": "refuted"}


@pytest.mark.parametrize(
    "evidence, said_so",
    [
        ("5", True), ('{"a": 1}', True), ("null", True), ('[[["A"], 0]]', True), ('[["A", 0, 1]]', True),
        ('[["A", "0"]]', True), ('[["A", 0]]', False), ("[]", False),
    ],
)  # fmt: skip
def test_evidence_that_is_none_is_said(tmp_path: Path, evidence: str, said_so: bool) -> None:
    gold = judged.read_gold("fever", lines(tmp_path / "gold.jsonl", fever(1, "REFUTES", [["A", 0]])))
    path = tmp_path / "s.jsonl"
    path.write_text(f'{{"id": 1, "predicted_label": "REFUTES", "predicted_evidence": {evidence}}}\n', encoding="utf-8")
    system = judged.read_system("fever", path, gold)
    assert [f"{path}:1: predicted_evidence is no list of [page, sentence]: it proves nothing"] * said_so == list(
        system.problems
    )
    assert system.verdicts == {"1": "refuted"}
    assert system.proven == {"1": evidence == '[["A", 0]]'}


def test_claims_of_averitec_are_placed_by_line(tmp_path: Path) -> None:
    path = tmp_path / "dev.json"
    path.write_text('[{"claim": "x",\n "label": null},\n 5,\n {"claim": "y", "label": "Refuted"}]', encoding="utf-8")
    gold = judged.read_gold("averitec", path)
    assert [problem.removeprefix(str(path))[:24] for problem in gold.problems] == [
        ":1: $[0].label is None, ", ":3: $[1] is 5, not a cla",
    ]  # fmt: skip
    path.write_text('[{"claim": "x", "year": NaN,\n "label": "?"}]', encoding="utf-8")
    assert ": $[0].label is '?'" in judged.read_gold("averitec", path).problems[0]


def test_a_report_on_other_articles_or_in_other_words_is_said(world: World) -> None:
    claims = [{**claim, "gold_verdict": "supported"} for claim in CLAIMS if claim["kind"] != "other"]
    world.write("gold/arden.json", {"article": article("arden"), "claims": claims})
    gold = judged.read_gold("claims", world.root / "gold")
    finding = {"article": "arden", "claim": "holt-mark", "verdict": "maybe"}
    unknown = judged.read_system("claims", world.write("a.json", {"findings": [finding]}), gold)
    assert "arden holt-mark: the verdict is 'maybe', not one of supported, refuted" in unknown.problems[0]
    assert unknown.verdicts == {}
    elsewhere = {"findings": [{**finding, "article": "birk", "verdict": "refuted"}]}
    (problem,) = judged.read_system("claims", world.write("b.json", elsewhere), gold).problems
    assert "it says nothing of any claim of gold" in problem


def test_our_own_check_takes_part(world: World) -> None:
    verdicts = {"other": "not_checkable"}
    claims = [{**claim, "gold_verdict": verdicts.get(claim["kind"], "supported")} for claim in CLAIMS]
    world.write("gold/arden.json", {"article": article("arden"), "claims": claims})
    run = world.run("bench", "verdicts", "gold", "--truth", "truth", "--format", "json")
    assert run.returncode == 0, run.stderr
    (ours,) = json.loads(run.stdout)["systems"]
    assert ours["name"] == "harness"
    assert ours["items"] == len(CLAIMS)
    assert "Confusion of harness" in world.run("bench", "verdicts", "gold", "--truth", "truth").stdout


def test_a_verdict_that_contradicts_its_kind_is_refused(world: World) -> None:
    world.write(
        "gold/arden.json", {"article": article("arden"), "claims": [{**CLAIMS[0], "gold_verdict": "not_checkable"}]}
    )
    run = world.run("validate", "gold")
    assert run.returncode == 2
    assert "gold/arden.json:" in run.stderr + run.stdout
    assert "'not_checkable' contradicts the kind" in run.stderr + run.stdout


@pytest.mark.parametrize(
    "arguments, code, words",
    [
        (["claims"], 5, "has no verdict of a person"),
        (["gold.jsonl"], 2, "no verdicts to score"),
        (["gold.jsonl", "--system", "s"], 2, "NAME=FILE"),
        (["gold.jsonl", "--system", "s=gold.jsonl", "--system", "s=gold.jsonl"], 2, "two checkers are called 's'"),
        (["gold.jsonl", "--system", "=gold.jsonl"], 2, "'' is no name"),
        (["gold.jsonl", "--system", "(all refuted)=gold.jsonl"], 2, "'(all refuted)' is no name"),
        (["gold.jsonl", "--of", "fevr"], 2, "did you mean 'fever'?"),
    ],
)
def test_options(world: World, arguments: list[str], code: int, words: str) -> None:
    world.claims(*CLAIMS)
    lines(world.root / "gold.jsonl", fever(1, "REFUTES", [["Oslo", 1]]))
    run = world.run("bench", "verdicts", *arguments)
    assert run.returncode == code, run.stderr
    assert words in run.stderr
