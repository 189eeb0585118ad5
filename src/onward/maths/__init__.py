"""Numbers in, numbers out. Nothing here knows what a job is.

In: counts, waits, amounts. Out: probabilities and intervals. Called by any step; imports nothing of ours.
"""
