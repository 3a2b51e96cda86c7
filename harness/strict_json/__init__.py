"""Strict and fast JSON: what other parsers accept silently is refused here, with its line, column and path.

Refused: duplicate keys, NaN and Infinity, a byte order mark, invalid UTF-8, lone surrogates, nesting deeper than
MAX_DEPTH, files above MAX_BYTES, text after the document, and everything that is not JSON.
"""

from harness.strict_json.places import FilePositions, JsonPath, locate, show_path
from harness.strict_json.reading import MAX_BYTES, STDIN, decode, is_plain, read
from harness.strict_json.scanner import MAX_DEPTH, mistakes

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "STDIN",
    "FilePositions",
    "JsonPath",
    "decode",
    "is_plain",
    "locate",
    "mistakes",
    "read",
    "show_path",
]  # fmt: skip
