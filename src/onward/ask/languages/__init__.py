"""The words of asks: a file for each of seven languages.

In: nothing; the files are data. Out: `[concepts]`, what people speak of, under the same names in every file: what hurts
is learned of the names, so that a language with few examples learns from the others; `[phrases]`, what hurts for sure,
by what it is; `[perhaps]`, what is said softly or meant well by some; `thanked`, how thanks for something done begin;
`own`, how somebody tells that they thought again themselves; `[say]`, the sentences that repairs are made of;
`[questions]`, how a second question begins or is stated. In a form `*` stands for any letters, `_` for a space, `…` for
up to four words. Called by `onward.ask.words` alone.
"""
