"""Dates and numbers as the field writes them."""
