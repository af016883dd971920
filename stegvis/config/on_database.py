"""Commands that work on the database: it is at hand, its tables are ready, and Django knows it."""

import os
from collections.abc import Callable
from importlib import import_module

import django

from stegvis.config.attached import database
from stegvis.config.interruptions import ended_by_signals
from stegvis.config.prepared import make_tables_ready


def run(place: str, arguments: list[str]) -> int:
    """`place` is module:function; the module may import models, so it comes last."""
    with ended_by_signals(), database():
        make_tables_ready()
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stegvis.config.settings")
        django.setup()
        module, _colon, function = place.partition(":")
        found: Callable[[list[str]], int] = getattr(import_module(module), function)
        return found(arguments)
