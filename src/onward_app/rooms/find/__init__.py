"""Find: one box for everything.

In: words. Out: a page with what they stand in. Nothing is written, and nothing of what was looked for is kept.
Called by the addresses alone.
"""
