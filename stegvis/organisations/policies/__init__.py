"""Who may do what with organisations and roles, and why not."""
