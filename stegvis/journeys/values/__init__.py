"""What the words about a journey mean; no Django."""
