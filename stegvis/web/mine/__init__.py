"""The participant's own pages: neutral to whoever passes by, and left at once."""
