"""The desk: a local web app in which an editor reads a draft, decides on findings, and signs off.

    folder      the files of a desk, read and written inside its folder only
    records     their contents: decisions, sign-offs, the curator's list
    day_at_top  the day in a byline, proposed as that of publication
    uploads     a draft in any format that `extract` reads, parsed in a separate process
    readings    the claims read from a text, with people's decisions about them applied
    article     one draft: its text read into claims, checked, and combined with its decisions
    deciding    what each decision changes, and how it is undone
    signing     sign-offs, and what changed since
    queue       what to look at first; articles that are no longer true
    outputs     the corrected text, the list of corrections, the page, the claim file, the changelog line
    tables      (in checking/) the evidence of a verdict as tables
    server      the routes; guard.py decides which requests are answered at all, answers.py how

It imports what checks and shows drafts (checking, extract, present); only the command imports the desk.
"""
