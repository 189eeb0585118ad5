"""What was said before, beside what came.

In: nothing. Out: a page.
Called by the addresses of its room.
"""
