"""Administration: who belongs, in which role, and what is agreed. Never whom it is about."""
