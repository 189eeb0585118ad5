"""Step 3: an honest replay of an interview, with or without an answer from them."""
