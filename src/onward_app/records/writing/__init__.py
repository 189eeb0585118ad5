"""Every write. A file per step; one intention is one function, one transaction and one Change."""
