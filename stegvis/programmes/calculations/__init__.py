"""Pure functions of a definition: staff months, sums, sentences, goals from patterns."""
