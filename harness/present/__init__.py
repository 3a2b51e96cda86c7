"""The presentation of a report: formats/ (one file each), page/ (the editor's page), tables and the notebook view.

Everything here reads the report only, never a ground truth or how a verdict was made.
"""
