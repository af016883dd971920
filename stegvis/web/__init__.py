"""The screens: views, addresses, presenters, templates and static files.

Main words: area (one folder a kind of work), component (a template with declared arguments),
page (a view that says who may enter).
It must never know a model: it goes through queries, forms and actions.
"""
