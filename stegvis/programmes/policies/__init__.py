"""What a definition may not say, and what it should think twice about."""
