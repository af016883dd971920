"""The command as a person types it, on the shipped example of Hikikomori."""

import json
import shutil
from datetime import date
from pathlib import Path

import docx
import pytest

from stegvis.config.commands import main
from stegvis.reports.actions.follow_up import default_template
from tests.follow_up_samples import definition

ROOT = Path(__file__).parents[2]
DEFINITION = ROOT / "definitions" / "hikikomori.toml"
DATA = ROOT / "demo" / "data" / "hikikomori"
FILES = ["figures.json", "figures.xlsx", "report.docx", "report.pdf"]


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The folder of one whole run."""
    out = tmp_path_factory.mktemp("followed")
    assert follow_up(out) == 0
    return out


def follow_up(out, *more, data=DATA):
    given = [] if data is None else [str(data)]
    return main(["follow-up", str(DEFINITION), *given, "--out", str(out), *more])


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def headings(folder):
    found = docx.Document(str(folder / "report.docx")).paragraphs
    return [one.text for one in found if one.style.name.startswith("Heading")]


def test_follow_up_writes_the_four_files_and_nothing_else(followed):
    assert names(followed) == FILES


def test_follow_up_without_a_date_counts_to_the_last_decided_day(followed):
    figures = json.loads((followed / "figures.json").read_text(encoding="utf-8"))

    assert (figures["as_of"], figures["preliminary"]) == ("2015-12-31", False)


def test_follow_up_of_an_ended_programme_is_the_final_report(followed):
    found = headings(followed)

    assert [one for one in found if one == "Insatsens namn" or one.startswith("Lista ev")] == [
        "Insatsens namn",
        "Lista eventuella inlämnade avvikelser under insatstiden",
    ]


def test_follow_up_at_report_level_says_so(tmp_path):
    follow_up(tmp_path, "--level", "report", "--template", "status")

    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert figures["level"] == "report"


def test_follow_up_prints_the_goal_table_on_stdout_and_steps_on_stderr(tmp_path, capsys):
    follow_up(tmp_path, "--template", "status")

    shown = capsys.readouterr()
    (row,) = [line for line in shown.out.splitlines() if line.startswith("Minst hälften av dem")]
    assert row.split(maxsplit=8)[7:] == [
        "29",
        "av 37 (78 %)  ≥ 50 %   nådd       –       89 %     68 %",
    ]
    assert [line.partition(" (")[0] for line in shown.err.splitlines()] == [
        "Programmet är startat",
        "Definitionen är läst",
        "Uppgifterna är lästa",
        "Siffrorna är räknade till och med 2015-12-31",
        "Rapporten är sammanställd",
        "Filerna är skrivna",
    ]


@pytest.mark.parametrize("data", ["none", "empty"])
def test_follow_up_without_facts_is_a_report_with_empty_tables(tmp_path, data):
    empty = tmp_path / "tomt"
    empty.mkdir()

    code = follow_up(tmp_path / "out", data=None if data == "none" else empty)

    assert (code, names(tmp_path / "out")) == (0, FILES)


def test_follow_up_refuses_data_that_are_not_there(tmp_path, capsys):
    code = follow_up(tmp_path / "out", data=DATA.with_name("hikikomorri"))

    assert (code, (tmp_path / "out").exists()) == (1, False)
    assert capsys.readouterr().err.endswith("finns inte. Menade du hikikomori?\n")


def test_follow_up_refuses_data_of_another_programme(tmp_path, capsys):
    code = follow_up(tmp_path / "out", data=DATA.with_name("impuls"))

    assert code == 1
    assert "impuls" in capsys.readouterr().err


def test_follow_up_refuses_a_date_that_is_none(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        follow_up(tmp_path, "--as-of", "2015-13-01")

    assert ended.value.code == 2
    assert "2015-13-01 är inget datum; skriv som 2024-12-31" in capsys.readouterr().err


def test_follow_up_tells_of_facts_after_the_day(tmp_path, capsys):
    follow_up(tmp_path, "--as-of", "2012-12-31", "--template", "status")

    late = [line for line in capsys.readouterr().out.splitlines() if "ännu inte hänt" in line]
    assert late == [
        (
            "144 uppgifter är daterade efter 2012-12-31 och räknas som ännu inte hänt "
            "(inskrivningar 22, avslut 21, bedömningar 97, händelser 4)."
        )
    ]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("2001-01-31", "2001-01-31 är före insatsens första beslutade dag, "),
        ("2099-12-31", "2099-12-31 har inte varit än. Är dagen rätt?"),
    ],
)
def test_follow_up_asks_about_a_day_outside_the_programme(written, sentence, tmp_path, capsys):
    assert follow_up(tmp_path / "odd", "--as-of", written, data=None) == 0

    said = capsys.readouterr().out.splitlines()
    assert [line[: len(sentence)] for line in said if line.endswith("Är dagen rätt?")] == [sentence]


def test_follow_up_with_faults_is_preliminary_on_every_page(tmp_path, capsys):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    persons = data / "persons.csv"
    text = persons.read_text(encoding="utf-8")
    persons.write_text(text.replace("HI-P01,man,1976", "HI-P01,man,åttio"), encoding="utf-8")

    code = follow_up(tmp_path / "out", "--template", "status", data=data)

    assert (code, names(tmp_path / "out")) == (0, ["faults.txt", *FILES])
    assert "Siffrorna är preliminära" in capsys.readouterr().out
    header = docx.Document(str(tmp_path / "out" / "report.docx")).sections[0].header
    assert "Preliminärt" in "".join(paragraph.text for paragraph in header.paragraphs)


def test_follow_up_that_is_refused_leaves_the_folder_as_it_was(tmp_path):
    follow_up(tmp_path / "out", "--template", "status")
    before = {name: (tmp_path / "out" / name).read_bytes() for name in FILES}
    texts = tmp_path / "texter.md"
    texts.write_text("# purpose\n{{ingenting}}\n", encoding="utf-8")

    code = follow_up(tmp_path / "out", "--texts", str(texts))

    assert code == 1
    assert {name: (tmp_path / "out" / name).read_bytes() for name in FILES} == before


@pytest.mark.parametrize(
    ("option", "given", "sentence"),
    [
        ("--template", "slut", "Mallen slut finns inte."),
        ("--texts", "nej.md", "Textfilen nej.md går inte att öppna."),
        ("--house-style", "nej.docx", "Filen nej.docx finns inte."),
        ("--out", "/dev/null/x", "/dev/null är en fil, inte en mapp."),
    ],
)
def test_follow_up_refuses_what_was_asked_for_before_counting(
    option, given, sentence, tmp_path, capsys
):
    assert follow_up(tmp_path / "new", option, given) == 1

    said = capsys.readouterr()
    assert said.err.splitlines()[1].startswith(sentence)
    assert (said.out, list(tmp_path.iterdir())) == ("", [])


def test_follow_up_with_texts_lists_typed_numbers(tmp_path, capsys):
    texts = tmp_path / "texter.md"
    texts.write_text("# experiences\nHela 78 % fick en planering.\n", encoding="utf-8")

    follow_up(tmp_path / "out", "--texts", str(texts))

    typed = [line for line in capsys.readouterr().out.splitlines() if "78 %" in line]
    assert typed[-1].startswith("  - texter.md, rad 2: ”78 %” i ”Hela 78 % fick en planering.”")


def test_default_template_is_final_from_the_last_day_on():
    chosen = [default_template(definition(), date(2024, 12, day)) for day in (30, 31)]

    assert chosen == ["half-year", "final-2025"]
