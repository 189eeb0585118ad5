"""The eight words of the story, in order. Everything checks itself against them."""

STORY = ("notice", "ask", "debrief", "kinks", "practice", "pace", "values", "recover")
