"""A small programme as text, for tests to change one thing in."""

from pathlib import Path

import pytest

from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.files.definition import load_definition, read_definition
from stegvis.programmes.values.definition import Definition

NAME = "nya-steg.toml"
HEAD = """
format = 1
id = "nya-steg"
name = "Nya steg"
version = "1"
kind = "individual"
associations = ["Samordningsförbundet Exempelbygden"]
source = "F1"
parties = [{id = "kommun", name = "Älvnäs kommun", role = "owner"}]
decisions = [{first = 2023-01-01, last = 2024-12-31}]
"""
GOAL = """
[[goals]]
id = "out"
text = "Minst hälften går vidare till arbete eller studier"
kind = "share"
unit = "person"
level = "programme"
denominator = "exited"
population = {name = "alla som har lämnat insatsen"}
numerator = "destination in {work, studies}"
target = {value = 0.5}
source = "F1:68"
[[goals.examples]]
as_of = 2024-12-31
journeys = [{enrolled_on = 2024-01-01, exited_on = 2024-05-01, destination = "work"}]
expect = {k = 1, n = 1}
"""
EXAMPLES = "examples = [{as_of = 2024-12-31, expect = {n = 0}}]"
INSTRUMENT = """
[[instruments]]
code = "wheel"
name = "Hjulet"
source = "F3"
items = [{code = "health", name = "Hälsa"}, {code = "work", name = "Arbete"}]
used = {last = 2024-06-30}
"""


def written_to(folder: Path, text: str, name: str = NAME) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def definition_of(folder: Path, text: str) -> Definition:
    return load_definition(written_to(folder, text))


def faults_of(folder: Path, text: str) -> list[Fault]:
    with pytest.raises(Refused) as caught:
        definition_of(folder, text)
    return list(caught.value.faults)


def warnings_of(folder: Path, text: str) -> list[Fault]:
    return list(read_definition(written_to(folder, text)).warnings)


def goal(**lines: str) -> str:
    """The sample goal with some keys said otherwise, in TOML; an empty one is left out."""
    kept = [
        line
        for line in GOAL.partition("[[goals.examples]]")[0].splitlines()
        if line.partition(" =")[0] not in lines
    ]
    changed = [f"{key} = {value}" for key, value in lines.items() if value]
    return "\n".join([*kept, *([] if "examples" in lines else [EXAMPLES]), *changed, ""])
