"""What somebody fills in about a journey."""
