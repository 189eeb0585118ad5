"""Step 2: one polite request for one piece of advice; and what comes back, word for word."""
