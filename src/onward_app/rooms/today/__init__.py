"""Today: at most three next moves, or none; on the day of a no, only the evening.

In: what `records.reading.today` gathers. Out: pages, and nothing is written but that somebody was here.
Called by the addresses alone.
"""
