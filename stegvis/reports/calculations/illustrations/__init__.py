"""What the charts of a report show, each with its table and a description in words."""
