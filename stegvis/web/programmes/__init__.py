"""Programmes: the list, the definition as a page, and its versions."""
