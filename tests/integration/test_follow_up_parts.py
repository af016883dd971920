"""A part of a programme followed up by itself, on its own data or on those of the whole."""

import json
import shutil

import pytest

from demo.build import DATA
from stegvis.config.commands import main
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.definition import load_definition, load_whole
from stegvis.programmes.files.shipped import shipped
from stegvis.results.calculations.checks.delivery import OfTheWhole
from stegvis.results.files.mappings import load_mapping

PART, WHOLE = "halsoverket.toml", "ung-framtid.toml"
OWN_DATA = {
    "about.csv": "Insats\nHälsoverket\n",
    "persons.csv": "Person\na\n",
    "enrolments.csv": "Inskrivning,Person,Inskriven\n1,a,2024-01-15\n",
}
MAPPING = """format = 1
programme = "ung-framtid"
key = "Nr"

[[rows]]
table = "enrolments"
take = { enrolled_on = "Start", programme = "Del" }

[words.Del]
"Hälsan" = "halsoverket"
"Unga" = "ung-framtid"
"""


@pytest.fixture
def alone(tmp_path):
    """The part's definition in a folder without that of the whole."""
    folder = tmp_path / "alone"
    folder.mkdir()
    shutil.copy(shipped(PART), folder)
    return folder / PART


def followed(definition, data, out):
    code = main(["follow-up", str(definition), str(data), "--out", str(out)])
    return code, json.loads((out / "figures.json").read_text(encoding="utf-8"))


def test_part_on_the_data_of_the_whole_counts_as_within_the_whole(tmp_path):
    data = DATA / "ung-framtid"

    code, by_itself = followed(shipped(PART), data, tmp_path / "part")
    _code, within = followed(shipped(WHOLE), data, tmp_path / "whole")

    assert (code, by_itself["programme"], by_itself["parts"]) == (0, "halsoverket", [])
    assert by_itself["figures"] == within["parts"][0]["figures"]
    (onwards,) = [one for one in by_itself["figures"] if one["id"] == "onwards"]
    assert (onwards["k"], onwards["n"]) == (16, 19)


def test_part_on_its_own_data_needs_no_whole(tmp_path, alone):
    data = tmp_path / "data"
    data.mkdir()
    for name, text in OWN_DATA.items():
        (data / name).write_text(text, encoding="utf-8")

    _code, figures = followed(alone, data, tmp_path / "out")

    (persons,) = [one for one in figures["figures"] if one["id"] == "persons"]
    assert persons["value"] == 1


def test_whole_that_is_not_there_is_named(tmp_path, alone, capsys):
    code = main(["follow-up", str(alone), str(DATA / "ung-framtid"), "--out", str(tmp_path / "x")])

    assert code == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Hälsoverket är en del av ung-framtid, och uppgifterna läses med den definitionen. "
        f"Filen {alone.with_name(WHOLE)} finns inte. Lägg den i samma mapp som halsoverket.toml."
    )


def test_whole_that_does_not_know_the_part_is_refused(alone):
    text = shipped(WHOLE).read_text(encoding="utf-8")
    stranger = text.replace('parts = ["halsoverket"]\n', "")
    alone.with_name(WHOLE).write_text(stranger, encoding="utf-8")

    with pytest.raises(Refused) as refused:
        load_whole(alone, load_definition(alone))

    assert refused.value.sentence == (
        "ung-framtid säger inte att halsoverket är en del av den (parts)."
    )


def test_mapping_of_the_whole_says_so_before_its_codes_are_judged(tmp_path):
    file = tmp_path / "mapping.toml"
    file.write_text(MAPPING, encoding="utf-8")

    with pytest.raises(OfTheWhole):
        load_mapping(file, load_definition(shipped(PART)))
