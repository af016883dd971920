"""The demo data of a programme, read once, and delivered to the database of a test."""

import tempfile
from functools import cache
from pathlib import Path

from stegvis.programmes.files.definition import load_programme
from stegvis.programmes.queries.definitions import decided
from stegvis.reports.files.given_facts import given_facts
from stegvis.results.actions.facts import deliver
from tests.house import ROOT


@cache
def demo_facts(slug):
    definition, _parts = load_programme(ROOT / "definitions" / f"{slug}.toml")
    return given_facts(ROOT / "demo" / "data" / slug, definition)


def deliver_demo(programme):
    """Everything that the demo knows of the programme; what is left out is none of it."""
    return deliver(programme, demo_facts(programme.slug))


def deliver_sheets(programme, tables):
    """Tables as they were written by hand, read as a folder of files is."""
    with tempfile.TemporaryDirectory() as folder:
        tables.write(Path(folder))
        found = given_facts(Path(folder), decided(programme).definition)
    return deliver(programme, found)
