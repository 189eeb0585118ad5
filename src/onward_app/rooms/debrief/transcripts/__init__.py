"""Transcripts of an interview: brought in, read, looked at, deleted.

In: a file or pasted words. Out: pages, and Changes through `records.writing.transcripts`.
Called by the addresses of its room.
"""
