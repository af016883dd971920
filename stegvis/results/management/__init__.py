"""The commands that results answer to."""
