"""What must be true of facts before anything is counted; each check gives findings, none stops."""
