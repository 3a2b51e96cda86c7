"""A ground truth compiled into one SQLite file: opened in milliseconds, and read only where a look-up leads.

`StoredTruth` is the interface of the index in memory (`harness.truth.index.Truth`), and gives the same answers. SQLite
is the file format and no more: what is looked up stands in buckets by a digest of its key, and every bucket says itself
whether it is whole, so that what is missing was never there, and what is damaged is never taken for absence.
"""

from harness.truth.store.file import VERSION, PackFiles, StoreFile, is_store
from harness.truth.store.stored_truth import StoredTruth
from harness.truth.store.writer import StoreWriter, write_truth

__all__ = ["VERSION", "PackFiles", "StoreFile", "StoreWriter", "StoredTruth", "is_store", "write_truth"]
