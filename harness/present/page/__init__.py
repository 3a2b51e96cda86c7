"""The editor's page: a report as one file that opens anywhere, one small module for each of its parts.

standing.py   what a finding is to an editor: error, to decide, not covered, confirmed ...
marks.py      claims placed in the article's text
figures.py    printed, official, difference
phrase.py     the corrected phrase and its word diff
cards.py      one record a finding, with all that its card or line shows
pairs.py      conflicts as quotes side by side
draft.py      corrections as plain text
overview.py   the table over many articles, their publishers, the charts' numbers
page.py       the parts put together; templates/ holds how they look
"""
