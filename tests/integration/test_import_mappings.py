"""A sheet of one's own: proposed, completed, checked and read, through files and commands."""

from datetime import date

import openpyxl
import pytest

from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.definition import load_definition
from stegvis.programmes.files.shipped import shipped
from stegvis.results.files.facts import read_facts
from stegvis.results.files.mapping_text import mapping_text
from stegvis.results.files.mappings import find_mapping, load_mapping, propose
from stegvis.results.management.mapping import main
from tests.import_examples import definition

UNG_FRAMTID = shipped("ung-framtid.toml")
HEADINGS = ("Nr", "Namn", "M/K", "Startdatum", "Slutdatum", "Avslutad till")
ROWS = (
    (1, "Alva Exempel", "K", date(2022, 3, 1), date(2023, 5, 1), "Jobb"),
    (2, "Bo Prov", "M", date(2022, 3, 1), None, "Xyzzy"),
)


@pytest.fixture
def own(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Lista"
    page.append(["Deltagare i Stegen"])
    page.append([])
    page.append(HEADINGS)
    for row in ROWS:
        page.append(row)
    path = tmp_path / "lista.xlsx"
    book.save(path)
    return path


def written(own, programme):
    path = own.with_name("lista.mapping.toml")
    path.write_text(mapping_text(propose(own, programme), programme), encoding="utf-8")
    return path


PROPOSED = """\
# Översättning av bladet Lista till insatsen Stegen.
# Den är ett förslag. Se över det som är märkt osäker och fyll i det som är tomt.
# Ett ord som betyder "inget" skrivs "-". Mer står i docs/guide.
format = 1
programme = "stegen"
sheet = "Lista"
heading_row = 3
key = "Nr"
age_at_enrolment = ""
date_formats = []

# Kolumner som inte läses, och varför:
#   Namn: ser ut att innehålla namn; den läses inte
unread = ["Namn"]

[[rows]]
table = "persons"
take = {gender = "M/K"}

[[rows]]
table = "enrolments"
take = {enrolled_on = "Startdatum"}

[[rows]]
table = "exits"
take = {exited_on = "Slutdatum"}

[[rows]]
table = "destinations"
take = {destination = "Avslutad till", known_on = "Slutdatum"}
constants = {moment = "exit"}

[words."M/K"]
K = "Kvinna"
M = "Man"

[words."Avslutad till"]
Jobb = "Arbete"
"""


def test_proposal_is_written_for_a_person_to_complete(own):
    text = written(own, definition()).read_text(encoding="utf-8")

    start, _mark, rest = text.partition('Xyzzy = ""')
    assert start == PROPOSED
    assert rest.startswith(" # fyll i: Arbete, Arbete med stöd, Eget företag, Studier, ")


def test_completed_mapping_reads_without_fault(own):
    path = written(own, definition())
    path.write_text(path.read_text().replace('Xyzzy = ""', 'Xyzzy = "-"'))

    result = read_facts(own, definition(), mapping=find_mapping(own, definition()))

    assert (result.faults, result.warnings) == ((), ())
    assert result.counted == {"persons": 2, "enrolments": 2, "exits": 1, "destinations": 1}


@pytest.mark.parametrize("meaning", ["Arbete med stöd", "subsidised_work", "Lönebidrag"])
def test_word_may_mean_a_name_or_a_code(own, meaning):
    path = written(own, definition())
    path.write_text(path.read_text().replace('Jobb = "Arbete"', f'Jobb = "{meaning}"'))

    result = read_facts(own, definition(), mapping=load_mapping(path, definition()))

    assert result.facts.tables["destinations"]["destination"].to_list() == ["subsidised_work"]


def test_find_mapping_takes_the_given_the_neighbour_or_none(own, tmp_path):
    assert find_mapping(own, definition()) is None
    path = written(own, definition())
    assert find_mapping(own, definition()) == load_mapping(path, definition())
    elsewhere = path.rename(tmp_path / "annan.toml")
    assert find_mapping(own, definition(), elsewhere) == load_mapping(elsewhere, definition())


def test_sheet_of_notes_is_told_of_and_stops_nothing(own):
    path = written(own, definition())
    path.write_text(path.read_text().replace('Xyzzy = ""', 'Xyzzy = "-"'))
    book = openpyxl.load_workbook(own)
    book.create_sheet("Kom ihåg").append(["Ring AF", None, "Bo"])
    book["Kom ihåg"].append(["x", "y", "z"])
    book.save(own)

    result = read_facts(own, definition(), mapping=load_mapping(path, definition()))

    assert list(map(str, result.warnings)) == [
        "blad Kom ihåg: Bladet känns inte igen och läses inte."
    ]


def test_own_sheet_without_its_mapping_is_told_how_to_get_one(own):
    with pytest.raises(Refused) as refused:
        read_facts(own, definition())

    assert refused.value.sentence.startswith("Inget blad känns igen. Bladen är: Lista. ")
    assert "python3 run.py mapping propose" in refused.value.sentence


def test_mapping_with_mistakes_is_refused_with_their_lines(own):
    path = written(own, definition())
    text = path.read_text().replace('"Arbete"', '"Arbtee"').replace("exited_on", "exit_on")
    path.write_text(text)

    with pytest.raises(Refused) as refused:
        load_mapping(path, definition())

    assert str(refused.value) == (
        "Översättningen lista.mapping.toml går inte att använda.\n"
        "  - lista.mapping.toml, rad 24, [[rows]] 3: Tabellen exits har ingen kolumn exit_on."
    )


def test_mapping_with_unknown_code_is_refused_with_the_nearest(own):
    path = written(own, definition())
    path.write_text(path.read_text().replace('Jobb = "Arbete"', 'Jobb = "Arbtee"'))

    with pytest.raises(Refused) as refused:
        load_mapping(path, definition())

    (fault,) = refused.value.faults
    assert (fault.where, fault.what, fault.read) == (
        "lista.mapping.toml, rad 38, words.Avslutad till.Jobb",
        "Ordet finns inte i kodlistan. Menade du Arbete?",
        "Arbtee",
    )


def test_commands_propose_and_check(own, tmp_path, capsys):
    out = tmp_path / "ny.toml"

    assert main(["propose", str(UNG_FRAMTID), str(own), "--out", str(out)]) == 0
    assert "Läses inte: Namn (ser ut att innehålla namn; den läses inte).\n" in (
        told := capsys.readouterr().out
    )
    assert "1 ord saknar betydelse: Avslutad till: Xyzzy.\n" in told
    assert "Alva" not in told
    assert load_mapping(out, load_definition(UNG_FRAMTID)).key == "Nr"
    assert main(["check", str(UNG_FRAMTID), str(out)]) == 0
    assert main(["check", str(UNG_FRAMTID), str(out), str(own)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == ("1 inskrivning läst; 1 rad lämnad utanför.")


def test_command_does_not_write_over_a_mapping(own, tmp_path):
    out = tmp_path / "ny.toml"
    out.write_text("")

    with pytest.raises(Refused) as refused:
        main(["propose", str(UNG_FRAMTID), str(own), "--out", str(out)])

    assert refused.value.sentence == (
        "ny.toml finns redan. Välj ett annat namn, eller skriv över med --force."
    )
