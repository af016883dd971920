"""Journeys, always from what the viewer may see."""
