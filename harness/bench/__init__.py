"""The bench: how well a system reads articles, compared with gold claims and with other systems.

    reading      a claim made comparable: figures as ranges, names folded
    rungs        the ladder of strictness: what two claims must have in common
    assignment   the best one-to-one pairs of a table of weights
    align        which predicted claim corresponds to which gold claim
    submissions  gold and predicted claim files, with everything that cannot be scored
    scoring      the counts of one article, and the totals of a system
    measures     precision, recall, F1 and kappa, from counts alone
    significance how certain they are: intervals over articles, paired tests
    results      the record that is written, and that the leaderboard shows
    spans        other people's data: marked spans of text, with types
    self_test    the tricks that must not work

Nothing here uses a ground truth or makes a verdict: flagged errors are counted in two finished lists of findings.
"""
