"""What may be seen of figures, and by whom."""
