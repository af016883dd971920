"""A report put together from a template, figures and texts."""
