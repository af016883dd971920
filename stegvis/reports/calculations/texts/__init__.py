"""Texts by people: read, filled with figures, and checked for numbers typed by hand."""
