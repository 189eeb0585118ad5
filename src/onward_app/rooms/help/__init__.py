"""Help: getting mail out, keys, and what is kept. Fixed text.

In: nothing. Out: pages; no record is read or written.
Called by the addresses alone.
"""
