"""Facts as they stand, and what has been delivered."""
