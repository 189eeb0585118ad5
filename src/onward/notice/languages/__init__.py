"""The languages that letters are read in, one file for each: every word by which Onward reads a letter stands there.

In: a file, called by its language's ISO 639-1 code and found by being in this folder; `en.toml` says what each table is
for. Out: words by table. Called by every room of `notice`, which makes its patterns of the words of all languages.
"""
