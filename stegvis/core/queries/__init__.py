"""What every room may ask of what core stores."""
