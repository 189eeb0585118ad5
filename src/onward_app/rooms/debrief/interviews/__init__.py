"""Interviews on record: what was said of them, and the forms for it."""
