"""The words of asks: a file for each of seven languages.

In: nothing; the files are data. Out: `[concepts]`, what people speak of, under the same names in every file: what hurts
is learned of the names, so that a language with few examples learns from the others; `[phrases]`, what hurts for sure,
by what it is; `[say]`, the sentences that repairs are made of; `[questions]`, how a second question begins. In a form
`*` stands for any letters, `_` for a space, `…` for up to four words. Called by `onward.ask.words` alone.
"""
