"""What the words about a person mean; no Django."""
