"""The honest replay, a screen at a time, and what became of it.

In: the answers of a screen. Out: pages, and Changes through `records.writing.debrief`.
Called by the addresses of its room.
"""
