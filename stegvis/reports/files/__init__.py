"""Documents and figures as files: Word, PDF, workbook, JSON."""
