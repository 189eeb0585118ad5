"""The honest replay, a screen at a time, and what became of it."""
