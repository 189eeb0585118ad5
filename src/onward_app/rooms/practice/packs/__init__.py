"""Packs of questions: brought in, looked through, taken to Anki.

In: a pack's file. Out: pages, a file of cards, and Changes through `records.writing.cards`.
Called by the addresses of its room.
"""
