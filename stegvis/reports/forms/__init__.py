"""What people fill in about reports: a new one, a text, a note."""
