"""Cases that a unit head hands over when somebody leaves or moves."""
