"""A tracker's file opened: its tables out of a zip, a workbook or text, and what becomes of them.

In: a name and bytes, an owner's answers. Out: tables, a `TrackerReading`, or a sentence why not.
Called by the command line and `rooms.jobs`; writing is done by `records.writing.sheets`.
"""
