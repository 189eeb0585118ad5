"""Cards: one by one, made and changed by hand."""
