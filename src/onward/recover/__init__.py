"""Step 8: not tonight, and not alone."""
