"""Step 6: the search stays at full speed until an offer letter is signed."""
