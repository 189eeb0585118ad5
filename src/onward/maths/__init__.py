"""Numbers in, numbers out. Nothing here knows what a job is."""
