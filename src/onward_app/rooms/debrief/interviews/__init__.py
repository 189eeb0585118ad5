"""Interviews on record: what was said of them, and the forms for it.

In: days, people, answers of the day. Out: pages, and Changes through `records.writing.interviews`.
Called by the addresses of its room.
"""
