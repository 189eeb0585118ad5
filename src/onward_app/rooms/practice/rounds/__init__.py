"""Mock rounds: several questions in a row, the points at the end."""
