"""Data in: uploads, their mapping, dry runs, history and undo."""
