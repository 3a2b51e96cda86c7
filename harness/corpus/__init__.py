"""Errors planted on purpose: articles written from the ground truth, and claims made wrong, to measure by."""
