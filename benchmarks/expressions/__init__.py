"""The regular expressions of the source: found, read into graphs, and judged by what they say."""
