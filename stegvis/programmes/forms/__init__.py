"""What people fill in about programmes: filters, parts of a definition, a new version."""
