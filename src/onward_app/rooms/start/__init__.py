"""The doors: what happened, asked before anything else is known.

In: a no, an interview, a silence, an offer. Out: pages, and Changes through `records.writing.nos` and the
rooms' own writers.
Called by the addresses alone.
"""
