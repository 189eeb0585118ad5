"""Step 8: not tonight, and not alone.

In: nos and what the person did since. Out: whether this is such a day, when to go on, base rates, the three lessons.
Called by records and `today`.
"""
