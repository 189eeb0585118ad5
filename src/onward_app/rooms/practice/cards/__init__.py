"""Cards: one by one, made and changed by hand.

In: a question and its points. Out: pages, and Changes through `records.writing.cards`.
Called by the addresses of its room.
"""
