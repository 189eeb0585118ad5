"""Answers said aloud, kept as sound."""
