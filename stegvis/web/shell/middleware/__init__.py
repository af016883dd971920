"""What happens around every request, outermost first: see MIDDLEWARE in the settings."""
