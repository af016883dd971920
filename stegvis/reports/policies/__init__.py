"""What may be done with a report, and by whom."""
