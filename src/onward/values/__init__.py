"""Step 7: lines set in advance are held up at the moment of weakness; never a score, never a block."""
