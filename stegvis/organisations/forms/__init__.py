"""What an administrator fills in."""
