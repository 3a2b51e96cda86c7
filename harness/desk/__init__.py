"""The desk: a local web app in which an editor reads a draft, decides on findings, and signs off.

    folder      the files of a desk, read and written inside its folder only
    records     what stands in them: decisions, sign-offs, the curator's list
    uploads     a draft in any format that `extract` reads, parsed in a process of its own
    readings    what a text is read as, with what people decided about the reading laid over it
    article     one draft: its text read into claims, checked, and laid beside the decisions made on it
    deciding    what each decision changes, and how it is undone
    signing     sign-offs, and what moved since
    queue       what to look at first; articles that are no longer true
    outputs     the corrected text, the list of corrections, the page, the claim file, the changelog line
    tables      (in checking/) the tables that a verdict rests on
    server      the routes; guard.py decides which requests are answered at all, answers.py how

Imports what a check is made of and what shows it (checking, extract, present); only the command imports the desk.
"""
