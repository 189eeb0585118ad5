"""Transcripts of an interview: brought in, read, looked at, deleted."""
