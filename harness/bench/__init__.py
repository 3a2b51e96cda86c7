"""The bench: how well a system reads articles, beside gold claims and beside other systems.

    reading      a claim made comparable: figures as ranges, names folded
    rungs        the ladder of strictness: what two claims have to share
    assignment   the best one-to-one pairs of a table of weights
    align        which predicted claim is which gold claim
    submissions  gold and predicted claim files, with everything that cannot be scored
    scoring      one article's counts; what a system's articles add up to
    measures     precision, recall, F1 and kappa, from counts alone
    significance how sure they are: resampled articles, paired permutations
    results      the record that is written, and that the leaderboard shows
    spans        other people's data: marked stretches of text, with types
    self_test    the tricks that must not work

Nothing here sees a ground truth or makes a verdict: flagged errors are counted in two finished lists of findings.
"""
