"""Step 5: short, spaced practice until learned."""
