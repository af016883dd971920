"""The shapes of what was found: figures, verdicts, fact sets."""
