"""What changes facts: recorded, undone, read from what somebody delivered."""
