"""Mock rounds: several questions in a row, the points at the end.

In: answers, points. Out: pages, and Changes through `records.writing.rounds`.
Called by the addresses of its room.
"""
