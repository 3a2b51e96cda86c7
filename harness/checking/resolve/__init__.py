"""The resolve stage: from a claim's printed names, figures and scopes to ids, ranges and settings.

A name is resolved without looking at the value that is checked, and a tie is `Unknown`, never a guess.
"""

from harness.checking.resolve.article import ArticleWords
from harness.checking.resolve.readings import Readings

__all__ = ["ArticleWords", "Readings"]
