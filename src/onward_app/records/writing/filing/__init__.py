"""What linking came to, written down: the log of each job in line with its letters.

In: an owner and what is new. Out: a `Filing`, with the one Change that holds all of it. Called by every write that
alters a letter, a job or a decision, and by `collect`.
"""
