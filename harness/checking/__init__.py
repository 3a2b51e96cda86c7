"""The check, in the order it happens: load, resolve, verdict, staleness, consistency, score, gate; `run` joins them.

    load/         claim files and packs; all of a file's mistakes at once
    resolve/      names, figures and scopes: a Claim becomes a Resolved
    verdict       the one place where a verdict is made
    staleness     since when a claim is no longer true
    consistency/  claims compared with each other, within an article and between articles
    score, gate, signature     counts, everything derived from them, and what they depend on
    run           the whole check

It imports only lower layers: values, truth, kinds, names, baseline. It never imports present, extract, bench or cli.
"""
