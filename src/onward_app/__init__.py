"""The application: the only place that knows Django, the clock, the disk and mail."""
