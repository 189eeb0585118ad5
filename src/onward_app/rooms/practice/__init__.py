"""Practice: cards, tonight's session, mock rounds, packs of questions, and answers said aloud.

In: answers, points, packs, sound. Out: pages, and Changes through `records.writing.practice`, `rounds`
and `recordings`.
Called by the addresses alone.
"""
