"""An offer letter opened: a PDF, a Word file or text, to plain words. Nothing of it is kept.

In: a name and bytes. Out: text, or a sentence why not. Called by the room `values` and the command line.
"""
