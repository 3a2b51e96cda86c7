"""A language model behind any server that speaks the OpenAI chat completions API with structured output.

The same request is sent once: answers that contain claims are stored on disk, under the digest of the request, which
does not contain the key. A claim whose quote is not in the text, or that does not match its kind's schema, is left out
and reported; an unusable answer makes the article fail.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from harness.extract.articles import SourceArticle
from harness.extract.chat import Server, answer_without_key, ask
from harness.extract.extraction import BadOption, Extraction, checked, document_of, usable, whole_characters
from harness.extract.placing import placed
from harness.extract.prompts import answer_schema, instructions, question
from harness.extract.rules import lexicon_of
from harness.storage.files import replace_file

OPTIONS = {
    "base-url": "where the API is: http://localhost:8000/v1",
    "model": "the model's name",
    "key-variable": "the variable that holds the key [default: OPENAI_API_KEY]",
    "temperature": "how freely the model writes [default: the server's own]",
    "timeout": "seconds for a whole try [default: 120; at most 86400]",
    "attempts": "how often a busy server is asked [default: 4; at most 100]",
    "cache": "where answers are kept, or none [default: .harness-cache]",
    "recorded": "a folder of recorded answers: with a base-url they are recorded, without one nobody is asked",
    "lexicon": "the pack whose names are told to the model [default: the shipped one]",
    "price-in": "the price of a million tokens read",
    "price-out": "the price of a million tokens written",
}
_MILLION = 1_000_000
_MOST_SECONDS, _MOST_ATTEMPTS = 86_400.0, 100


class _Kept(msgspec.Struct, frozen=True):
    """An answer as it is kept: what the model wrote, and what that took."""

    content: str
    seconds: float
    tokens_in: int | None = None
    tokens_out: int | None = None


def extract(
    article: SourceArticle, options: Mapping[str, str], sleep: Callable[[float], object] = time.sleep
) -> Extraction:
    """The model's claims on the article; `sleep` waits between tries."""
    replayed = "recorded" in options and not options.get("base-url", "").strip()
    server, request = None if replayed else _server(options), _request(article, options)
    price_in, price_out = _number(options, "price-in"), _number(options, "price-out")
    path = _answer_file(options, server, request)
    kept = _read_again(path)
    cached = kept is not None
    if kept is None and server is None:
        where = f"{options['recorded']} has no answer to this article and these instructions"
        return Extraction(article=article.id, failure=f"{where}: record one with -o base-url=...")
    if kept is None:
        assert server is not None
        answer = _asked(server, request, sleep)
        if isinstance(answer, str):
            return Extraction(article=article.id, failure=answer)
        kept = answer
    extraction = Extraction(
        article=article.id, seconds=kept.seconds, tokens_in=kept.tokens_in, tokens_out=kept.tokens_out,
        cost=_cost(kept, price_in, price_out), cached=cached,
    )  # fmt: skip
    extraction = _claims(article, extraction, kept.content)
    if path is not None and not cached and not extraction.failure:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, msgspec.json.encode(kept).decode() + "\n")
    return extraction


def _request(article: SourceArticle, options: Mapping[str, str]) -> dict[str, Any]:
    temperature = _number(options, "temperature")
    return {
        "model": _needed(options, "model"),
        "messages": [
            {"role": "system", "content": instructions()},
            {"role": "user", "content": question(article, lexicon_of(options))},
        ],
        # not strict: optional fields stay optional, and every claim is checked here anyway
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "claims", "schema": answer_schema(), "strict": False},
        },
        **({} if temperature is None else {"temperature": temperature}),
    }


def _asked(server: Server, request: dict[str, Any], sleep: Callable[[float], object]) -> _Kept | str:
    began = time.perf_counter()
    answer = ask(server, request, sleep)
    if answer.body is None:
        return answer.failure
    content = _content(answer.body)
    if content is None:
        return _no_content(answer.body)
    usage = answer.body.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    seconds = round(time.perf_counter() - began, 3)
    content = whole_characters(answer_without_key(content, server.key))
    return _Kept(content, seconds, _count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")))


def _content(body: dict[str, Any]) -> str | None:
    """The text of the first choice, where the model finished it."""
    choice = _first_choice(body)
    content = choice.get("message", {}).get("content") if isinstance(choice.get("message"), dict) else None
    return content if isinstance(content, str) and content.strip() and choice.get("finish_reason") != "length" else None


def _no_content(body: dict[str, Any]) -> str:
    choice = _first_choice(body)
    message = choice.get("message") if isinstance(choice.get("message"), dict) else {}
    if isinstance(message, dict) and message.get("refusal"):
        return f"the model refused: {whole_characters(str(message['refusal'])[:200])}"
    if choice.get("finish_reason") == "length":
        return "the model's answer was cut off: it reached its limit of tokens"
    return "the server's answer holds no message"


def _first_choice(body: dict[str, Any]) -> dict[str, Any]:
    choices = body.get("choices")
    return choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}


def _claims(article: SourceArticle, extraction: Extraction, content: str) -> Extraction:
    """The claims of the answer that have their place and are what their kind asks; the others are told in the log."""
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError) as error:
        return msgspec.structs.replace(extraction, failure=f"the model's answer is no JSON: {error}")
    claims = answer.get("claims") if isinstance(answer, dict) else None
    if not isinstance(claims, list):
        return msgspec.structs.replace(extraction, failure="the model's answer holds no list of claims")
    with_places, lost = placed(claims, article.text)
    good, log = usable(with_places, article)
    log = "".join(f"left out: {why}\n" for why in lost) + log
    raw = msgspec.json.encode(document_of(article, good))
    return checked(raw, msgspec.structs.replace(extraction, log=log), article)


def _server(options: Mapping[str, str]) -> Server:
    key = os.environ.get(options.get("key-variable", "OPENAI_API_KEY"), "")
    base_url = _needed(options, "base-url")
    if not base_url.startswith(("http://", "https://")):
        raise BadOption(f"base-url must begin with http:// or https://, not {base_url!r}")
    timeout, attempts = _number(options, "timeout"), _number(options, "attempts")
    if timeout is not None and not 0 < timeout <= _MOST_SECONDS:
        raise BadOption(f"timeout must be above 0 and at most {_MOST_SECONDS:g}, not {timeout:g}")
    if attempts is not None and (not 1 <= attempts <= _MOST_ATTEMPTS or attempts % 1):
        raise BadOption(f"attempts must be a whole number of at least 1 and at most {_MOST_ATTEMPTS}")
    return Server(
        base_url, key.strip(), 120.0 if timeout is None else timeout, 4 if attempts is None else int(attempts)
    )


def _needed(options: Mapping[str, str], name: str) -> str:
    value = options.get(name, "").strip()
    if not value:
        raise BadOption(f"the system `openai` needs its {name}: -o {name}=...")
    return value


def _number(options: Mapping[str, str], name: str) -> float | None:
    if name not in options:
        return None
    try:
        value = float(options[name])
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        raise BadOption(f"{name} must be a number, 0 or more, not {options[name]!r}")
    return value


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _cost(kept: _Kept, price_in: float | None, price_out: float | None) -> float | None:
    """What the tokens cost at the given prices of a million; None where a price or a count is missing."""
    if price_in is None or price_out is None or kept.tokens_in is None or kept.tokens_out is None:
        return None
    return round((kept.tokens_in * price_in + kept.tokens_out * price_out) / _MILLION, 6)


def _answer_file(options: Mapping[str, str], server: Server | None, request: dict[str, Any]) -> Path | None:
    """Where the answer is kept. Recorded ones are found by the request alone, whichever server gave them."""
    recorded = options.get("recorded", "")
    folder = recorded or options.get("cache", ".harness-cache")
    asked = json.dumps([None if recorded or server is None else server.base_url, request], sort_keys=True).encode()
    return None if folder in ("", "none") else Path(folder) / f"{sha256(asked).hexdigest()[:32]}.answer"


def _read_again(path: Path | None) -> _Kept | None:
    """The answer that was kept; None where there is none, or what is there is none."""
    if path is None:
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError, UnicodeError):
        return None
