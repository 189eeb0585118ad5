"""What any step may say, and what any step must catch."""
