"""What keeps a tracker's file from being read."""

from __future__ import annotations


class TrackerTrouble(Exception):
    """The file can't be read; the message is the sentence for the person."""
