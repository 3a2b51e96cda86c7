"""Maintaining a ground truth: results imported from a table, and the verdicts that a changed pack would change."""
