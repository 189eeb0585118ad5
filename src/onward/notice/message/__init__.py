"""Bytes of a message → Letter: headers, parts, text, addresses, dates, and which words the sender wrote now.

In: any bytes at all. Out: a `Letter`, never an exception. Called by whoever holds mail; knows nothing of jobs.
"""
