"""Debrief: interviews on record, their honest replay, transcripts, and forecasts beside what came.

In: answers, a transcript, a calendar. Out: pages, and Changes through `records.writing.debrief`, `interviews` and
`transcripts`.
Called by the addresses alone.
"""
