"""What any step may say, and what any step must catch.

In: a person’s words, numbers, days. Out: sentences, and spans that want a look. Called by any step and by the pages.
"""
