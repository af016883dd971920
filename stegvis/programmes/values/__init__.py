"""The shapes of a definition: facts it may speak of, conditions, indicators, the whole."""
