"""Step 5: short, spaced practice until learned.

In: cards, the log of reviews, the day of the next interview. Out: tonight’s session, the next day of a card, learned or
not. Called by records, the room and the terminal.
"""
