"""Onward: what to do after a no, as a library.

Somebody wanted a job and got a no. The method is one loop of eight steps, and this package is that loop as
pure functions: no clock, no disk, no network, no framework. Time comes in as an argument, chance as a seeded
generator, and what a step needs of a later one arrives as a value.

1. ``notice``    a no arrives: bytes become a letter, a letter becomes a verdict with its reasons, and finds its job
2. ``ask``       one polite request for one piece of advice
3. ``debrief``   an honest replay of the interview, with or without an answer
4. ``kinks``     what went wrong gets a name, its evidence and a rule for "gone"
5. ``practice``  short, spaced practice until learned
6. ``pace``      full speed until an offer letter is signed
7. ``values``    lines set in advance, held up at the moment of weakness
8. ``recover``   not tonight, and not alone

``today`` orders what the steps propose. ``facts`` are the nouns they share; ``maths`` and ``wording`` stand below.
"""

STORY = ("notice", "ask", "debrief", "kinks", "practice", "pace", "values", "recover")

__version__ = "0.1.0"
