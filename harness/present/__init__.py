"""What people see of a report: formats/ (one file each), page/ (the editor's page), tables and the notebook view.

Everything here looks at the report only, never at a ground truth or at how a verdict was made.
"""
