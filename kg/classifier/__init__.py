"""The classifier: whether a sentence praises or blames, and what it is about, and how sure it is.

Takes sentences and where they stand; knows nothing of PDFs, reports or graphs.
"""
