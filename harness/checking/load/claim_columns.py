"""The columns of a Parquet file of claims: one row for each claim, with the fields of its article repeated in each.

The columns are the fields of the article (`article_id`, `article_published` and so on), `schema_version`, and the
fields of all kinds of claims. A field that a claim does not have is null. What is no text, number, list of texts, or
true or false (such as a scope) is JSON text, or a struct. They follow from the types: a new field is a new column.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias

from msgspec import inspect

from harness.checking.load.words import meant
from harness.claims.claim import Article, Claim
from harness.kinds import kinds
from harness.migrations import FIELD
from harness.storage.arrow import Arrow

ARTICLE = "article_"  # how the names of the article's columns begin
Form: TypeAlias = Literal["text", "number", "truth", "list", "record"]

_FORMS: dict[type[inspect.Type], Form] = {
    inspect.StrType: "text",
    inspect.LiteralType: "text",
    inspect.IntType: "number",
    inspect.BoolType: "truth",
    inspect.VarTupleType: "list",
    inspect.StructType: "record",
    inspect.DictType: "record",
}
_ARROW = {"text": "string", "number": "int64", "truth": "bool_"}
_WORDS: dict[Form, str] = {
    "text": "text (string)",
    "number": "whole numbers (int64)",
    "truth": "true or false (bool)",
    "list": "lists of texts (list<string>), or their JSON text",
    "record": "records (struct), or their JSON text",
}


class ColumnFlaw(NamedTuple):
    """What is wrong with a column; its number counts from 1, and is 0 if it is missing."""

    number: int
    name: str
    message: str


@cache
def article_forms() -> dict[str, frozenset[Form]]:
    """The columns of an article, and what they may hold."""
    fields = inspect.type_info(Article)
    assert isinstance(fields, inspect.StructType)
    version: dict[str, frozenset[Form]] = {FIELD: frozenset({"text"})}
    return version | {f"{ARTICLE}{field.name}": _forms(field.type) for field in fields.fields}


@cache
def forms_of_kind(name: str) -> dict[str, frozenset[Form]]:
    """The columns of a kind's claims, except `kind` itself; none if there is no such kind."""
    kind = kinds().get(name)
    if kind is None:
        return {}
    fields = inspect.type_info(kind.claim)
    assert isinstance(fields, inspect.StructType)
    return {field.name: _forms(field.type) for field in fields.fields}


@cache
def claim_forms() -> dict[str, frozenset[Form]]:
    """The columns of claims of all kinds: first those that every claim has."""
    forms: dict[str, frozenset[Form]] = {
        "kind": frozenset({"text"}),
        **dict.fromkeys(Claim.__struct_fields__, frozenset()),
    }
    for name in kinds():
        for field, of_field in forms_of_kind(name).items():
            forms[field] = forms.get(field, frozenset()) | of_field
    return forms


@cache
def claims_schema_of(pyarrow: Arrow) -> Any:
    """The columns of a file that the harness writes: records as JSON text, numbers that may be words as text."""
    return pyarrow.columns.schema(
        [(name, _arrow_type(forms, pyarrow)) for name, forms in (article_forms() | claim_forms()).items()]
    )


def _arrow_type(forms: frozenset[Form], pyarrow: Arrow) -> Any:
    if forms == {"list"}:
        return pyarrow.columns.list_(pyarrow.columns.string())
    (form,) = forms if len(forms) == 1 else ("text",)
    return getattr(pyarrow.columns, _ARROW.get(form, "string"))()


def column_flaws(schema: Any, pyarrow: Arrow) -> Iterator[ColumnFlaw]:
    """Everything that is wrong with the columns of a file, before a row of it is read."""
    known = article_forms() | claim_forms()
    names: list[str] = schema.names
    for number, column in enumerate(schema, start=1):
        if column.name not in known:
            why = f"unknown column {column.name!r}{meant(column.name, known)}"
            yield ColumnFlaw(number, column.name, why)
        elif column.name in names[: number - 1]:
            yield ColumnFlaw(number, column.name, f"a second column {column.name!r}")
        elif not _fits(column.type, column.name, known[column.name], pyarrow):
            yield ColumnFlaw(number, column.name, _wrong_type(column, known[column.name], pyarrow))
    for name in _needed():
        if name not in names:
            yield ColumnFlaw(0, name, f"no column {name!r}: every row needs it")


@cache
def _needed() -> tuple[str, ...]:
    """The columns without which no row is a claim."""
    article, claim = inspect.type_info(Article), inspect.type_info(Claim)
    assert isinstance(article, inspect.StructType)
    assert isinstance(claim, inspect.StructType)
    of_article = [f"{ARTICLE}{field.name}" for field in article.fields if field.required and field.name != "url"]
    return (*of_article, "kind", *(field.name for field in claim.fields if field.required))


def form_of(type_: Any, pyarrow: Arrow) -> Form | Literal["nothing", "day"] | None:
    """What a column of this type holds; None if it is nothing that a claim could hold."""
    types = pyarrow.columns.types
    if types.is_dictionary(type_):
        return form_of(type_.value_type, pyarrow)
    if types.is_null(type_):
        return "nothing"
    if types.is_string(type_) or types.is_large_string(type_):
        return "text"
    if types.is_integer(type_):
        return "number"
    if types.is_boolean(type_):
        return "truth"
    if types.is_date(type_):
        return "day"
    if types.is_list(type_) or types.is_large_list(type_):
        return "list"
    return "record" if types.is_struct(type_) else None


def _fits(type_: Any, name: str, forms: frozenset[Form], pyarrow: Arrow) -> bool:
    form = form_of(type_, pyarrow)
    if form == "text":
        return bool(forms & {"text", "list", "record"})
    if form == "day":
        return _holds_days(name)
    return form == "nothing" or form in forms


def _holds_days(name: str) -> bool:
    """Whether the column holds days only, and may hold them as such."""
    return name == f"{ARTICLE}published"


def _wrong_type(column: Any, forms: frozenset[Form], pyarrow: Arrow) -> str:
    wanted = " or ".join(words for form, words in _WORDS.items() if form in forms)
    if _holds_days(column.name):
        wanted += " or days (date32)"
    message = f"the column {column.name!r} holds {column.type}: expected {wanted}"
    if "number" in forms and pyarrow.columns.types.is_floating(column.type):
        message += "; pandas keeps whole numbers whole, even with gaps, after astype('Int64')"
    return message


def _forms(type_: inspect.Type) -> frozenset[Form]:
    if isinstance(type_, inspect.Metadata):
        return _forms(type_.type)
    if isinstance(type_, inspect.UnionType):
        return frozenset().union(*(_forms(inner) for inner in type_.types if not isinstance(inner, inspect.NoneType)))
    return frozenset({_FORMS[type(type_)]})
