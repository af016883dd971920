"""Tables out of workbooks, CSV and Parquet that somebody else has made.

Main words: sheet, cell, row number, reading in a child process, refusal.
`read_sheets(path)` gives the sheets or refuses in a sentence; it never parses a byte itself.
It must never know what a column means.
"""

from stegvis.core.files.sheets.folder import read_sheets
from stegvis.core.files.sheets.sheet import Cell, Sheet

__all__ = ["Cell", "Sheet", "read_sheets"]
