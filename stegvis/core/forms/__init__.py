"""What every form of a room may build on."""
