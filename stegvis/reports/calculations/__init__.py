"""What can be worked out about a report without reading or writing anything."""
