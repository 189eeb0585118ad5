"""Step 2: one polite request for one piece of advice; and what comes back, word for word.

In: what is recorded of a no, and the words of a draft. Out: an offer to ask, a draft, marks on what hurts. Called by
records and the room; knows no address book and sends nothing.
"""
