"""A packet on paper: the same blocks as its page, as a PDF, where the libraries for it are there.

In: a packet, and the day. Out: the bytes of a PDF, or a sentence that says what is missing. Called by the room of
somebody who helps.
"""
