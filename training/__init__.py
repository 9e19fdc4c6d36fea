"""Training of the classifier; nothing of the program needs it."""
