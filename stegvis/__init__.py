"""Stegvis: a programme described once, run day by day, followed up by itself."""
