"""Somebody who helps: cards, packets of what was ticked by hand, and the comments that come back.

In: forms and files. Out: pages, a packet as a file, Changes.
Called by the addresses alone.
"""
