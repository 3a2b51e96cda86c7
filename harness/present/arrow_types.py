"""Column types that follow from the types of the records, so that a new field of a record is a new column."""

from __future__ import annotations

from typing import Any

from msgspec import inspect

from harness.storage.arrow import Arrow

_PLAIN: dict[type[inspect.Type], str] = {
    inspect.StrType: "string",
    inspect.LiteralType: "string",
    inspect.IntType: "int64",
    inspect.FloatType: "float64",
    inspect.BoolType: "bool_",
}


def columns_of(record: type[Any], pyarrow: Arrow, *, leave_out: frozenset[str] = frozenset()) -> list[Any]:
    """The columns of a record's fields, in their order."""
    fields = inspect.type_info(record)
    assert isinstance(fields, inspect.StructType)
    return [
        pyarrow.columns.field(field.encode_name, _type_of(field.type, pyarrow))
        for field in fields.fields
        if field.name not in leave_out
    ]


def _type_of(type_: inspect.Type, pyarrow: Arrow) -> Any:
    """Texts, numbers, lists and records; of anything that may be one of several records, its JSON text."""
    columns = pyarrow.columns
    match type_:
        case inspect.Metadata():
            return _type_of(type_.type, pyarrow)
        case inspect.UnionType():
            several = [inner for inner in type_.types if not isinstance(inner, inspect.NoneType)]
            return _type_of(several[0], pyarrow) if len(several) == 1 else columns.string()
        case inspect.VarTupleType() | inspect.ListType() | inspect.FrozenSetType():
            return columns.list_(_type_of(type_.item_type, pyarrow))
        case inspect.TupleType():  # all of one type, as the start and the end of a stretch of text
            return columns.list_(_type_of(type_.item_types[0], pyarrow))
        case inspect.StructType():
            return columns.struct(columns_of(type_.cls, pyarrow))
    return getattr(columns, _PLAIN[type(type_)])()
