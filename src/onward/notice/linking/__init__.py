"""The parts of linking, each a pure function: threads, employers, jobs, events, seats."""
