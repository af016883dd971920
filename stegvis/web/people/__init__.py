"""Persons: the list, the search, and a person's page with its sections."""
