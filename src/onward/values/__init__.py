"""Step 7: lines set in advance are held up at the moment of weakness; never a score, never a block.

In: lines, values, marks at a job. Out: what a gate says, how offers compare, the sentence that asks them. Called by
records and the room.
"""
