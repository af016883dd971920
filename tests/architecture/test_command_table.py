"""Every command in the table exists, and looking at the table is quick."""

import subprocess
import sys
from importlib import import_module

import pytest

from stegvis.config.commands import COMMANDS
from tests.house import ROOT

HEAVY = ("polars", "numpy", "pydantic", "scipy", "babel", "docx", "typst")


@pytest.mark.parametrize("name", COMMANDS)
def test_command_can_be_loaded(name):
    module, _colon, function = COMMANDS[name].place.partition(":")

    assert callable(COMMANDS[name].load())
    assert callable(getattr(import_module(module), function))


def test_table_imports_nothing_heavy():
    program = "import sys, stegvis.config.commands; print(*sorted(sys.modules))"

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True
    )

    assert sorted(set(HEAVY) & set(done.stdout.decode().split())) == []
