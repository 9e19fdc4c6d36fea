"""Sentences: where they begin and end, what they name, whether they praise or blame.

Takes text and gives spans, names and ratings; knows nothing of files or graphs.
"""
