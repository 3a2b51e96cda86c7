"""Whether words state a fact: not hoped for, not denied, not a question, not in the future."""

from __future__ import annotations

import re

_CLAUSE_END = re.compile(r"(?:;|:(?![0-9]))|, (?:but|and|while|who|which|when|as|although|though)\b| but | - |[.!?] ")
_NOT_SO = re.compile(
    r"\b(?:would|could|should|might|(?-i:may)(?! [0-9]| this| last)|will|'ll|won't|hop(?:e|es|ed|ing)|wants?"
    r"|wanted|aim(?:s|ed|ing)? (?:for|to)"
    r"|bid(?:ding)? |target(?:s|ing|ed)|seek(?:s|ing)?|looking to|looks to|set to|expect(?:s|ed)"
    r"|predict(?:s|ed)|favou?rites? (?:for|to)"
    r"|chances?|if|unless|tr(?:y|ies|ied|ying) to|attempt(?:s|ed|ing)?|need(?:s|ed)? to|capable"
    r"|tipp(?:ed|ing)|dream(?:s|ed|t|ing)?"
    r"|potential(?:ly)?|possible|here to|ready to|prepar(?:es|ed|ing) to|goal|who wins|whether"
    r"|promis(?:e|es|ed|ing) to|in the hope of|threaten(?:s|ed|ing) to|on course (?:for|to)|going to"
    r"|(?:seem|appear)(?:s|ed)? to have|next (?:for|up|comes?))(?!\w)"
    r"|^[\"'( ]*(?-i:[Hh]ad|[Ss]hould|[Ww]ere) (?:he|she|it|they|(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)) ",  # had he run
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|without|fail(?:s|ed)? to|unable to|instead of|rather than|denied"
    r"|missed|nobody|nor|neither)(?: \w+){0,2} $|n't (?:\w+ ){0,2}$"
    r"|\bstripped of (?:\w+ ){1,5}$",  # "of the title that he won"
    re.I,
)
_RHETORICAL = re.compile(r"^[\"'( ]*If [^,]{1,80}\b(?:was|were|belonged|seemed|looked)\b(?! to\b)[^,]{0,80},")
_WINDOW, _NEAR_THE_END = 300, 10


def is_asserted(words: str, at: int, end: int | None = None) -> bool:
    """Whether the clause of the sentence tells the words at the place as a fact; the sentence ends with `words`, unless
    its end is given."""
    before = words[max(0, at - _WINDOW) : at]
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    clause = _RHETORICAL.sub("", before[ends[-1] :] if ends else before)
    end = len(words) if end is None else end
    asks = words[max(0, end - _NEAR_THE_END) : end].rstrip('"').endswith("?")
    return not asks and not _NOT_SO.search(clause) and not _NEGATED.search(clause)
