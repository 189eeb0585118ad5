"""Other programs on this computer ask for what is here, and may write what the person said yes to (MCP, over stdio).

In: a tool's name and its arguments. Out: values for JSON, or a sentence why not. Called by the command line and, for
the lists of what there is, by the room `data`.
"""
