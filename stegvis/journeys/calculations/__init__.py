"""What can be reckoned from a journey and a definition; no Django."""
