"""The baseline: which findings are accepted, why, by whom and until when, so that old errors do not block new work.

An entry accepts one finding, or one claim's part in a conflict. It is keyed by article, claim and quantity, and no
longer applies when the claim, the truth it rests on or the rule changes, and after its last day. Accepted findings stay
in the report, marked, and are counted and scored as before: only the gate ignores them.
"""

from harness.baseline.accept import Waived, entry_of, pruned, rewritten, waive
from harness.baseline.file import VERSION, Baseline, BaselineEntry, Key, encoded, in_force, read_baseline, remembered
from harness.baseline.migration import migrated
from harness.baseline.sign_offs import (
    Dismissed,
    SignedState,
    SignOff,
    SignOffs,
    read_sign_offs,
    signed_claims,
    signed_state,
    unsigned,
)

__all__ = [
    "VERSION",
    "Baseline",
    "BaselineEntry",
    "Dismissed",
    "Key",
    "SignOff",
    "SignOffs",
    "SignedState",
    "Waived",
    "encoded",
    "entry_of",
    "in_force",
    "migrated",
    "pruned",
    "read_baseline",
    "read_sign_offs",
    "remembered",
    "rewritten",
    "signed_claims",
    "signed_state",
    "unsigned",
    "waive",
]  # fmt: skip
