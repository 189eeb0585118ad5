"""A folder of pages per step; each has views, forms, actions, addresses and templates.

In: a request. Out: a page. Rooms call records and the library, and never one another: they meet through addresses.
Called by `urls`.
"""
