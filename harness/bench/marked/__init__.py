"""Span mode: spans of text that people and systems marked as mistakes, in tables from other projects.

Thomson, C. and Reiter, E. (2020), "A gold standard methodology for evaluating accuracy in data-to-text systems", INLG;
(2021), "Generation challenges: results of the accuracy evaluation shared task", INLG.
"""
