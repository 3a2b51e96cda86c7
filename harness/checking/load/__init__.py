"""The load stage: claim files and packs, strictly read. Mistakes in a file are values: all of them, each with its
place."""

from harness.checking.load.claims import ClaimFile, load_all, load_claims, read_claims
from harness.checking.load.figures import misread
from harness.checking.load.sense import check_text
from harness.checking.load.shipped import shipped_truth
from harness.checking.load.truth import default_truth_folder, load_truth, load_truth_at, read_truth

__all__ = [
    "ClaimFile", "check_text", "default_truth_folder", "load_all", "load_claims", "load_truth",
    "load_truth_at", "misread", "read_claims", "read_truth", "shipped_truth",
]  # fmt: skip
