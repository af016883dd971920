"""A figure in Swedish words: numbers, verdicts, outcome sentences, footnotes."""
