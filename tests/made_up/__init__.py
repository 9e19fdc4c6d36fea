"""Reports with known truth: made-up reports of every family, in the printed form of the real ones.

A seed decides everything.  `making.make` gives a `MadeUp`: what is printed, piece by piece, and the
truth, which is what a careful person would read from it.  `pdf.draw` and `text.plain` print it.
All places, people and sentences are made up; the printed forms are those of the real reports.
"""
