"""Whether something may be recorded, and what asks for a decision first."""
