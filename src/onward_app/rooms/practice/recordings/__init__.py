"""Answers said aloud, kept as sound, and deleted for good.

In: a recording's id. Out: pages and sound.
Called by the addresses of its room.
"""
