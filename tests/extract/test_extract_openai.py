"""The system `openai` against a stub server on this machine: what is asked, what is kept, and every failure."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from stub_server import Reply, Stub, completion, serving, trickling

from harness.extract import BadOption, Extraction, SourceArticle, extract_all
from harness.extract import openai as system
from harness.extract.prompts import answer_schema, instructions
from harness.kinds import kinds

KEY = "sk-very-secret-0001"
ARTICLE = SourceArticle(
    id="arden", title="Holt wins", publisher="Arden Post", published="2024-06-03",
    text="Holt’s 3:30.10 won it. Berg ran 3:31.00. Later Berg’s 3:31.00 was shown again.",
)  # fmt: skip
MARK = {
    "kind": "mark", "text": "Holt ran 3:30.10", "quote": "3:30.10", "context": "Holt's 3:30.10 won it",
    "athlete": "Holt", "mark": "3:30.10", "at": None, "scope": {"event": "1500m", "sex": None},
}  # fmt: skip

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serving(Stub(completion([MARK]))) as running:
        yield running


def ask(stub: Stub, tmp_path: Path, waits: list[float] | None = None, **options: str) -> Extraction:
    given = {"base-url": stub.base_url, "model": "stub-1", "cache": str(tmp_path / "cache"), **options}
    return system.extract(ARTICLE, given, (waits if waits is not None else []).append)


def quotes(found: Extraction) -> list[tuple[str, int]]:
    assert not found.failure
    assert found.document is not None
    return [(claim["quote"], claim["start"]) for claim in found.document["claims"]]


def test_the_request_has_the_manuals_the_schema_and_the_article(stub: Stub, tmp_path: Path) -> None:
    assert quotes(ask(stub, tmp_path, temperature="0")) == [("3:30.10", 7)]
    (request,) = stub.asked
    assert stub.paths == ["/v1/chat/completions"]
    assert stub.headers[0]["Authorization"] == f"Bearer {KEY}"
    system_message, user = request["messages"]
    assert all(kind.manual in system_message["content"] for kind in kinds().values())
    assert json.loads(user["content"])["text"] == ARTICLE.text
    assert request["response_format"]["json_schema"]["schema"] == json.loads(json.dumps(answer_schema()))
    assert (request["model"], request["temperature"]) == ("stub-1", 0)


def test_the_schema_asks_for_words_and_not_for_places() -> None:
    schema = answer_schema()
    Draft202012Validator.check_schema(schema)
    valid = Draft202012Validator(schema).is_valid
    assert valid({"claims": [MARK]})
    assert not valid({"claims": [{**MARK, "start": 1}]})
    assert not valid({"claims": [{**MARK, "kind": "hunch"}]})
    assert not valid({})
    assert "id" in instructions()


def test_tokens_cost_and_seconds_are_told(stub: Stub, tmp_path: Path) -> None:
    found = ask(stub, tmp_path, **{"price-in": "2", "price-out": "10"})
    assert (found.tokens_in, found.tokens_out, found.cost) == (1000, 200, 0.004)
    assert found.seconds is not None
    assert found.seconds >= 0
    assert ask(stub, tmp_path).cost is None


def test_the_same_request_is_asked_once(stub: Stub, tmp_path: Path) -> None:
    first = ask(stub, tmp_path)
    again = ask(stub, tmp_path)
    assert len(stub.asked) == 1
    assert (first.cached, again.cached) == (False, True)
    assert (first.document, first.seconds, first.tokens_in) == (again.document, again.seconds, again.tokens_in)
    ask(stub, tmp_path, model="stub-2")
    ask(stub, tmp_path, cache="none")
    assert len(stub.asked) == 3
    for kept in (tmp_path / "cache").iterdir():
        assert KEY not in kept.read_text(encoding="utf-8")
        kept.write_text("{", encoding="utf-8")
    assert not ask(stub, tmp_path).cached


def test_recorded_answers_need_no_server(stub: Stub, tmp_path: Path) -> None:
    folder = str(tmp_path / "recorded")
    recorded = ask(stub, tmp_path, recorded=folder)
    options = {"model": "stub-1", "recorded": folder}
    again = system.extract(ARTICLE, options)
    assert (len(stub.asked), again.cached, again.document) == (1, True, recorded.document)
    other = system.extract(ARTICLE, {**options, "model": "stub-2"})
    assert "has no answer to this article" in other.failure
    with pytest.raises(BadOption, match="base-url"):
        system.extract(ARTICLE, {"model": "stub-1"})


def test_a_failed_answer_is_not_kept(stub: Stub, tmp_path: Path) -> None:
    stub.replies = [completion("{half"), completion([MARK])]
    assert "no JSON" in ask(stub, tmp_path).failure
    assert quotes(ask(stub, tmp_path)) == [("3:30.10", 7)]


def test_the_context_tells_which_of_two_places_is_meant(stub: Stub, tmp_path: Path) -> None:
    berg = {**MARK, "text": "Berg ran 3:31.00", "quote": "3:31.00", "athlete": "Berg", "mark": "3:31.00"}
    stub.replies = [completion([
        {**berg, "context": "Later Berg's 3:31.00"}, {**berg, "context": "Berg ran 3:31.00"},
        {**berg, "context": "gone"},
    ])]  # fmt: skip
    first, second = ARTICLE.text.index("3:31.00"), ARTICLE.text.rindex("3:31.00")
    assert quotes(ask(stub, tmp_path)) == [("3:31.00", second), ("3:31.00", first), ("3:31.00", first)]


def test_a_quote_stands_as_the_text_prints_it(stub: Stub, tmp_path: Path) -> None:
    stub.replies = [completion([{**MARK, "quote": "Holt's 3:30.10"}])]
    assert quotes(ask(stub, tmp_path)) == [("Holt’s 3:30.10", 0)]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({**MARK, "quote": "3:29.99"}, "'3:29.99' is not in the text"),
        ({**MARK, "quote": " "}, "it has no quote"),
        ("words", "it has no quote"),
        ({**MARK, "kind": "hunch"}, "hunch"),
        ({**MARK, "mark": "quickly"}, "quickly"),
        ({**MARK, "speed": 3}, "speed"),
        ({key: one for key, one in MARK.items() if key != "athlete"}, "athlete"),
    ],
)
def test_a_claim_that_cannot_be_used_is_left_out_and_told(stub: Stub, tmp_path: Path, claim: Any, said: str) -> None:
    stub.replies = [completion([claim, MARK])]
    found = ask(stub, tmp_path)
    assert quotes(found) == [("3:30.10", 7)]
    assert said in found.log
    assert found.log.startswith("left out: ")


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again_later_and_later(stub: Stub, tmp_path: Path, status: int) -> None:
    stub.replies = [Reply("busy", status), Reply("busy", status), Reply("busy", status), completion([MARK])]
    waits: list[float] = []
    assert quotes(ask(stub, tmp_path, waits))
    assert waits == [1, 2, 4]


@pytest.mark.parametrize(("asked", "waited"), [("7", 7), ("9999", 60), ("soon", 1), ("-5", 1)])
def test_a_server_may_say_how_long_it_wants_to_be_left_alone(
    stub: Stub, tmp_path: Path, asked: str, waited: float
) -> None:
    stub.replies = [Reply("slow down", 429, {"Retry-After": asked}), completion([MARK])]
    waits: list[float] = []
    assert quotes(ask(stub, tmp_path, waits))
    assert waits == [waited]


def test_patience_ends(stub: Stub, tmp_path: Path) -> None:
    stub.replies = [Reply("overloaded", 503)]
    waits: list[float] = []
    assert ask(stub, tmp_path, waits, attempts="3").failure == "the server answered 503: overloaded (tried 3 times)"
    assert (waits, len(stub.asked)) == ([1, 2], 3)


def test_a_dropped_connection_is_tried_again(stub: Stub, tmp_path: Path) -> None:
    stub.replies = [Reply(status=None), completion([MARK])]
    assert quotes(ask(stub, tmp_path))


def test_nobody_at_home(stub: Stub, tmp_path: Path) -> None:
    stub.base_url = "http://127.0.0.1:9/v1"
    found = ask(stub, tmp_path, attempts="2")
    assert "no answer from http://127.0.0.1:9/v1: " in found.failure
    assert found.failure.endswith("(tried 2 times)")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(f"wrong key {KEY}", 401), "the server answered 401: wrong key ***"),
        (Reply("bad request", 400), "the server answered 400: bad request"),
        (Reply("", 302, {"Location": "http://127.0.0.1:9/steal"}), "the server answered 302"),
        (Reply("<html>"), "the server's answer is no JSON"),
        (Reply([]), "no JSON object"),
        (Reply({"choices": []}), "holds no message"),
        (completion("", finish_reason="length"), "cut off"),
        (completion('{"claims": [', finish_reason="length"), "cut off"),
        (completion("", message={"refusal": "I cannot do that"}), "the model refused: I cannot do that"),
        (completion("Sure! Here you are."), "the model's answer is no JSON"),
        (completion("[]"), "holds no list of claims"),
        (completion('{"claims": "many"}'), "holds no list of claims"),
    ],
)
def test_what_is_no_answer_is_the_articles_failure(stub: Stub, tmp_path: Path, reply: Reply, said: str) -> None:
    stub.replies = [reply]
    found = ask(stub, tmp_path)
    assert found.document is None
    assert said in found.failure
    assert KEY not in found.failure
    assert len(stub.asked) == 1


def test_without_a_key_none_is_sent(stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTHER_KEY", "sk-other")
    monkeypatch.delenv("OPENAI_API_KEY")
    ask(stub, tmp_path)
    ask(stub, tmp_path, cache="none", **{"key-variable": "OTHER_KEY"})
    assert "Authorization" not in stub.headers[0]
    assert stub.headers[1]["Authorization"] == "Bearer sk-other"


def test_no_more_articles_are_under_way_than_was_asked_for(stub: Stub) -> None:
    articles = [
        SourceArticle(id=f"a{n}", title="T", publisher="P", published="2024-06-03", text=ARTICLE.text) for n in range(8)
    ]
    options = {"base-url": stub.base_url, "model": "m", "cache": "none"}
    found = list(extract_all("openai", articles, options, jobs=3))
    assert [one.article for one in found] == [one.id for one in articles]
    assert not [one for one in found if one.failure]
    assert 1 <= stub.most_at_once <= 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"base-url": ""}, "needs its base-url"),
        ({"base-url": "ftp://x"}, "must begin with http"),
        ({"model": " "}, "needs its model"),
        ({"temperature": "warm"}, "not 'warm'"),
        ({"attempts": "0"}, "at least 1"),
        ({"attempts": "1.5"}, "at least 1"),
        ({"attempts": "1e300"}, "at most 100"),
        ({"timeout": "0"}, "above 0"),
        ({"timeout": "1e300"}, "at most 86400"),
        ({"price-in": "-1"}, "price-in"),
    ],
)
def test_bad_options_are_the_callers(stub: Stub, tmp_path: Path, options: dict[str, str], said: str) -> None:
    with pytest.raises(BadOption, match=said):
        ask(stub, tmp_path, **options)
    assert not stub.asked


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("at_once", "endless"),
    [
        (b"", b"HTTP/1.1 200 OK"),
        (OK, b"X-Busy: still\r\n"),
        (OK + b"Content-Length: 1000000\r\n\r\n", b" "),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (OK + b"\r\n", b" "),
        (b"HTTP/1.1 503 Busy\r\nContent-Length: 1000000\r\n\r\n", b"x"),
    ],
    ids=["status", "headers", "body", "chunks", "body without an end", "an error's body"],
)
def test_a_server_that_sends_a_byte_now_and_then_holds_nobody(tmp_path: Path, at_once: bytes, endless: bytes) -> None:
    began = time.monotonic()
    with trickling(at_once, endless) as base_url:
        options = {"base-url": base_url, "model": "m", "timeout": "0.5", "attempts": "1", "cache": "none"}
        extraction = system.extract(ARTICLE, options)
    assert "not complete after 0.5 seconds" in extraction.failure
    assert time.monotonic() - began < 20


HALF = json.dumps({**MARK, "text": "Holt \ud83d ran"})


@pytest.mark.parametrize(
    "claim",
    [HALF, json.dumps({**MARK, "quote": "3:30.10\udc00"}), json.dumps({**MARK, "athlete": "\udfffHolt"}),
     json.dumps({**MARK, "\ud800": 1}), HALF.replace("\\ud83d", "\ud83d"), "[" * 400 + "]" * 400,
     json.dumps({**MARK, "mark": 10**30})],
    ids=["text", "quote", "name", "field", "unescaped", "deep", "a number that no file holds"],
)  # fmt: skip
def test_a_claim_that_no_file_can_hold_does_not_lose_the_others(stub: Stub, tmp_path: Path, claim: str) -> None:
    stub.replies = [completion(f'{{"claims": [{claim}, {json.dumps(MARK)}]}}')]
    extraction = ask(stub, tmp_path)
    assert quotes(extraction)[-1] == ("3:30.10", 7)
    assert extraction.log.count("left out") == (2 - len(quotes(extraction)))


def test_half_a_character_in_a_refusal_or_a_failure_is_told(stub: Stub, tmp_path: Path) -> None:
    stub.replies = [completion("", message={"refusal": "no \ud83d"})]
    assert ask(stub, tmp_path).failure == "the model refused: no \ufffd"


@pytest.mark.parametrize(
    "echo",
    [json.dumps(KEY), json.dumps({"claims": [{**MARK, "text": f"the key is {KEY}"}]}),
     json.dumps({"claims": [{**MARK, "attributed_to": KEY}]}), json.dumps({"claims": [{**MARK, KEY: 1}]}),
     json.dumps({"claims": [{**MARK, "text": KEY}]}).replace("sk-", "\\u0073k-")],
    ids=["alone", "text", "field", "name", "escaped"],
)  # fmt: skip
def test_a_key_in_an_answer_is_kept_nowhere(stub: Stub, tmp_path: Path, echo: str) -> None:
    stub.replies = [completion(echo)]
    extraction = ask(stub, tmp_path)
    kept = [file.read_text(encoding="utf-8") for file in tmp_path.rglob("*") if file.is_file()]
    for written in (str(extraction), *kept):
        assert KEY not in written
        assert "u0073k-" not in written


def test_a_placeholder_for_a_key_is_no_secret(stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "Holt")
    extraction = ask(stub, tmp_path)
    assert extraction.document is not None
    assert extraction.document["claims"][0]["athlete"] == "Holt"
