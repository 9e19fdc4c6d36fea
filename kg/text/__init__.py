"""What can be said of strings alone: dates, numbers, words, sentences, phrases.

Nothing here knows of documents, reports, graphs or frameworks.  Each question has one answer for
the whole program: whether two names are the same, what a printed date is, where a sentence ends.
"""
