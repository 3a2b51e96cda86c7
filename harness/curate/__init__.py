"""Curating a ground truth: results brought in from a table, and what a changed pack would change in verdicts."""
