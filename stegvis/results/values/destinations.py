"""Codes that the figures themselves count: moving on, and being moved."""

WORK_OR_STUDIES = ("work", "subsidised_work", "own_business", "studies")
"""Destinations that count as onwards (code list `destination`)."""

TRANSFERRED = "transferred"
"""The exit reason (code list `exit_reason`) of those who were moved to another programme."""
