"""Whether something may happen to a person now."""
