"""A card of tonight: the answer first, then its points."""
