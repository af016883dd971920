"""Pure calculations about persons."""
