"""Checks the facts in sports articles against a curated ground truth of verified results."""
