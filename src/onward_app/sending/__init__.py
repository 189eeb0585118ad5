"""Sending: one message through the person's own mail server, at their yes; what the server said, in sentences.

In: a server, and a whole message. Out: nothing where it went, and otherwise what went wrong. It keeps nothing.
Called by the room `ask` alone.
"""
