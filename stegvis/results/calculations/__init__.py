"""Pure functions from facts and definitions to figures: no file, no database, no clock."""
