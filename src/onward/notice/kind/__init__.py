"""Letter → Guess: what a letter is, how sure that is, and the sentences that decided it.

In: a `Letter`. Out: a `Guess` with its spans. Called by `read` and by the benchmarks that train and measure it.
"""
