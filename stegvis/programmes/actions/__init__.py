"""What changes programmes: new ones, new versions."""
