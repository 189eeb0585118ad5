"""A card of tonight: the answer first, then its points.

In: an answer, points. Out: pages, and Changes through `records.writing.practice`.
Called by the addresses of its room.
"""
