"""Step 3: an honest replay of an interview, with or without an answer from them.

In: answers so far, a transcript, an invitation, forecasts with their outcomes. Out: the next screen, the lesson,
measures of answers, calibration. Called by records and the room.
"""
