"""Kinks and strengths: what was seen and by whom, whether it is rare now, the page before an interview.

In: evidence, plans, chances. Out: pages, and Changes through `records.writing.kinks`.
Called by the addresses alone.
"""
