"""Journeys recorded and put right."""
