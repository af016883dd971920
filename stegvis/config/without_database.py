"""Django set up to be looked at: its settings need an address, and no database is asked."""

import os

import django

NO_DATABASE = "postgresql://nobody@localhost/none"


def set_up() -> None:
    os.environ.setdefault("DATABASE_URL", NO_DATABASE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stegvis.config.settings")
    django.setup()
