"""Läget: where a programme stands, and every figure as a door."""
