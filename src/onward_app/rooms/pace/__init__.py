"""Pace: where hope is, how quiet it is, the week, and the search in pictures.

In: points, days, goals. Out: pages, and Changes through `records.writing.pace`.
Called by the addresses alone.
"""
