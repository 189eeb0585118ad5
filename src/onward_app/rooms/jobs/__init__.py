"""Jobs: the list of all, one job as its story, and what is put right about it by hand.

In: jobs, events, a spreadsheet. Out: pages, and Changes through `records.writing.jobs`.
Called by the addresses alone.
"""
