"""A job advert, from pasted words or a saved page, to plain text with its title and days.

In: text or bytes. Out: a `JobAdvert`, or a sentence why not. Called by the room `jobs` and the command line.
"""
