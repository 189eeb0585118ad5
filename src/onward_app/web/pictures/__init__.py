"""Pictures of a search, drawn on the server as SVG, each an answer to a question.

In: values of the library and counts. Out: a `Picture`: the question, the drawing, one sentence that says the same, and
its numbers as a table. Called by rooms. Nothing in a drawing was typed by anybody: names stand in the table alone.
"""
