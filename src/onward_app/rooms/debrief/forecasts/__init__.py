"""What was said before, beside what came."""
