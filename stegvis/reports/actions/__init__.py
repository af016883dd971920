"""What changes something outside: the files of a report, all of them or none."""
