"""Plain values: periods, money, refusals, language, Swedish formatting."""
