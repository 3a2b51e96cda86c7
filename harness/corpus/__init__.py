"""Planted errors: articles written from the ground truth, and claims made wrong on purpose, to measure with."""
