"""The check, in the order it happens: load, resolve, verdict, staleness, consistency, score, gate; `run` joins them.

    load/         claim files and packs; all of a file's mistakes at once
    resolve/      names, figures and scopes: a Claim becomes a Resolved
    verdict       the one place where a verdict is made
    staleness     since when a claim no longer holds
    consistency/  claims against each other, in one article and between articles
    score, gate, signature     count once, derive all
    run           the whole check

Imports only what lies below: values, truth, kinds, names, baseline. It never imports present, extract, bench or cli.
"""
