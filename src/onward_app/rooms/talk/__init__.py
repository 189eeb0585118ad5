"""Somebody to talk to, now: whom to call in one's country, and one's own people.

In: a country. Out: pages that need no connection, and the country as a Change.
Called by the addresses alone.
"""
