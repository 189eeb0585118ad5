"""Recover: the evening of a no, the people, what is normal, kind words, the three lessons, the ending.

In: a no, a person, words. Out: pages, and Changes through `records.writing.recover`.
Called by the addresses alone.
"""
