"""Packs of questions, brought in, looked through, taken to Anki."""
