"""Checks of figures, lists and ledgers: that `data/` is complete and agrees with itself."""
