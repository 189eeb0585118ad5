"""What changed: each day's Changes, and undoing or bringing back one of them.

In: a Change's id. Out: pages, and Changes through `records.writing.undo`.
Called by the addresses alone.
"""
