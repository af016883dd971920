"""A definition's file: what may be written shorter, and every fault with its line."""

from datetime import date

import pytest

from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.files.definition import load_definition, load_programme
from stegvis.programmes.values.code_lists import CodeEntry
from tests.definition_samples import GOAL, HEAD, definition_of, faults_of, goal


def test_definition_is_read(tmp_path):
    definition = definition_of(tmp_path, HEAD + GOAL)

    assert definition.last_day == date(2024, 12, 31)
    assert definition.goals[0].numerator.text == "destination in {work, studies}"
    assert definition.codes("gender").name_of("woman") == "Kvinna"


@pytest.mark.parametrize(
    ("amount", "ore"),
    [
        ("1587500", 158_750_000),
        ("12.5", 1_250),
        ('"1 587 500 kr"', 158_750_000),
        ('"1\u00a0587,5 tkr"', 158_750_000),
        ('"-200,50"', -20_050),
        ('"\u2212200 kr"', -20_000),
        ('"2 mkr"', 200_000_000),
    ],
)
def test_amount_is_read_as_people_write_it(tmp_path, amount, ore):
    row = f"""
[[budget]]
year = 2024
category = "salaries"
payer = "association"
financed = true
amount = {amount}
"""

    assert definition_of(tmp_path, HEAD + row).budget[0].amount_ore == ore


def test_amount_in_another_form_is_refused(tmp_path):
    row = '[[budget]]\nyear=2024\ncategory="other"\npayer="region"\nfinanced=true\namount="15.000"'

    assert faults_of(tmp_path, HEAD + row) == [
        Fault(
            "nya-steg.toml, rad 16, [[budget]] 1, amount",
            "Beloppet går inte att läsa.",
            "15.000",
            'kronor som 1587500, "1 587 500 kr" eller "1 587,5 tkr"',
        )
    ]


def test_local_codes_join_the_common_list(tmp_path):
    local = """
[code_lists.exit_reason]
abroad = {name = "Flyttade utomlands", common = "moved"}
moved = {name = "Flytt", also = ["Flyttade"]}
[code_lists.municipality]
alvnas = "Älvnäs"
"""

    definition = definition_of(tmp_path, HEAD + local)

    reasons = definition.codes("exit_reason")
    assert reasons.meant_by("moved") == ("moved", "abroad")
    assert [entry for entry in reasons.codes if entry.code == "moved"] == [
        CodeEntry(code="moved", name="Flytt", also=("Flyttat", "Flyttade"))
    ]
    assert definition.codes("municipality").name_of("alvnas") == "Älvnäs"


def test_local_code_of_no_common_kind_is_refused(tmp_path):
    local = '[code_lists.exit_reason]\nabroad = "Utomlands"\nsick = {name = "S", common = "ilness"}'

    faults = faults_of(tmp_path, HEAD + local)

    assert [(fault.where, fault.what) for fault in faults] == [
        (
            "nya-steg.toml, rad 12, code_lists.exit_reason.abroad.common",
            "Koden abroad säger inte vilken gemensam kod den är en sorts (common).",
        ),
        (
            "nya-steg.toml, rad 13, code_lists.exit_reason.sick.common",
            "Den gemensamma koden ilness finns inte. Menade du illness?",
        ),
    ]


def test_all_faults_are_told_at_once(tmp_path):
    text = (HEAD + GOAL).replace('"owner"', '"ower"').replace("2023-01-01", "2025-01-01")
    text = text.replace('"person"', '"persn"').replace("studies}", "studies]")
    text = text.replace('denominator = "exited"', 'denominater = "exited"')

    faults = [(fault.where, fault.what, fault.read) for fault in faults_of(tmp_path, text)]

    assert faults == [
        (
            "nya-steg.toml, rad 9, [[parties]] 1 (kommun), role",
            "Det ordet finns inte. Menade du owner?",
            "ower",
        ),
        (
            "nya-steg.toml, rad 10, [[decisions]] 1",
            "Perioden slutar 2024-12-31, innan den börjar 2025-01-01.",
            "",
        ),
        (
            "nya-steg.toml, rad 12, [[goals]] 1 (out), denominator",
            "Målet saknar nämnare (denominator): av vilka räknas det?",
            "",
        ),
        (
            "nya-steg.toml, rad 16, [[goals]] 1 (out), unit",
            "Det ordet finns inte. Menade du person?",
            "persn",
        ),
        (
            "nya-steg.toml, rad 18, [[goals]] 1 (out), denominater",
            "Nyckeln denominater finns inte här. Menade du denominator?",
            "denominater",
        ),
        (
            "nya-steg.toml, rad 20, [[goals]] 1 (out), numerator",
            "Villkoret går inte att läsa vid tecken 30.",
            "]",
        ),
    ]


def test_wrong_goal_hides_no_fault_of_another(tmp_path):
    text = HEAD + GOAL.replace('"person"', '"persn"') + 2 * GOAL.replace('"out"', '"two"')

    assert [(fault.where, fault.what) for fault in faults_of(tmp_path, text)] == [
        (
            "nya-steg.toml, rad 16, [[goals]] 1 (out), unit",
            "Det ordet finns inte. Menade du person?",
        ),
        ("nya-steg.toml, rad 45, [[goals]] 3 (two), id", "Två mål eller tal har samma id."),
    ]


def test_later_format_is_refused(tmp_path):
    with pytest.raises(Refused) as caught:
        definition_of(tmp_path, HEAD.replace("format = 1", "format = 7\nfuture = true"))

    assert caught.value.sentence == (
        "nya-steg.toml är skriven i format 7. Det behövs en version av Stegvis som läser "
        "format 7; den här läser till och med format 1. Uppdatera programmet."
    )


def test_file_without_format_is_refused(tmp_path):
    assert faults_of(tmp_path, HEAD.replace("format = 1", "")) == [
        Fault(
            "nya-steg.toml, format",
            "Filen säger inte vilket format den är skriven i.",
            "",
            "format = 1 först i filen",
        )
    ]


def test_text_that_is_no_toml_is_refused_with_its_line(tmp_path):
    assert faults_of(tmp_path, HEAD + "\nname2 'Nya'\n") == [
        Fault(
            "nya-steg.toml, rad 12, kolumn 7",
            "Raden går inte att läsa.",
            "name2 'Nya'",
            "ett = efter nyckeln",
        )
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x = “Nya vägar”", 'raka citattecken, som i name = "Nya vägar"'),
        ("x = 0,5", "punkt som decimaltecken, som i target = 0.5"),
        ("x = 2025-1-1", "ett datum som finns, skrivet som 2025-01-31"),
        ("x = 2025-02-31", "ett datum som finns, skrivet som 2025-01-31"),
        ("x = ja", "true, som betyder ja"),
        ("x = Nya vägar", 'text inom citattecken, som i name = "Nya vägar"'),
        ("[phases]\n[[phases]]", "dubbla hakparenteser runt alla tabeller med det namnet"),
        ('x = "Nya', "ett citattecken som avslutar texten på samma rad"),
    ],
)
def test_common_slip_is_told_what_was_expected(tmp_path, line, expected):
    (fault,) = faults_of(tmp_path, f"{HEAD}\n{line}\n")

    assert (fault.what, fault.expected) == ("Raden går inte att läsa.", expected)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            b'id = "a"\nname = "\xe5"',
            "x.toml är inte sparad som UTF-8 (fel på rad 2). Spara om den som UTF-8.",
        ),
        (b"a = " + b"[" * 5_000, "x.toml har för många listor i varandra."),
        (b"#" * 2_000_001, "x.toml är för stor för en definition."),
    ],
)
def test_file_of_another_kind_is_refused(tmp_path, content, sentence):
    path = tmp_path / "x.toml"
    path.write_bytes(content)

    with pytest.raises(Refused) as caught:
        load_definition(path)

    assert caught.value.sentence == sentence


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused, match="finns inte"):
        load_definition(tmp_path / "x.toml")
    with pytest.raises(Refused, match="är en mapp"):
        load_definition(tmp_path)


def test_parts_are_read_beside_the_programme(tmp_path):
    part = HEAD.replace('"nya-steg"', '"halsan"') + 'part_of = "nya-steg"\n'
    (tmp_path / "halsan.toml").write_text(part, encoding="utf-8")
    (tmp_path / "nya-steg.toml").write_text(HEAD + 'parts = ["halsan"]\n', encoding="utf-8")

    whole, parts = load_programme(tmp_path / "nya-steg.toml")

    assert (whole.id, [part.id for part in parts]) == ("nya-steg", ["halsan"])
    assert whole.codes("programme").name_of("halsan") == parts[0].name


def test_part_of_another_programme_is_refused(tmp_path):
    part = HEAD.replace('"nya-steg"', '"halsan"') + 'part_of = "annat"\n'
    (tmp_path / "halsan.toml").write_text(part, encoding="utf-8")
    (tmp_path / "nya-steg.toml").write_text(HEAD + 'parts = ["halsan"]\n', encoding="utf-8")

    with pytest.raises(Refused, match="halsan säger inte att den är en del av nya-steg"):
        load_programme(tmp_path / "nya-steg.toml")


@pytest.mark.parametrize(
    ("row", "where", "what"),
    [
        (
            "intake_stop = 0001-01-01",
            "rad 12, intake_stop",
            "Datumet kan inte stämma.",
        ),
        (
            'seats = [{seat = "ordinary", number = 1000000000000000000000}]',
            "rad 12, [[seats]] 1, number",
            "Talet kan inte stämma.",
        ),
        (
            '[[budget]]\nyear=24\ncategory="other"\npayer="region"\nfinanced=true\namount=1',
            "rad 13, [[budget]] 1, year",
            "Värdet går inte att läsa.",
        ),
        (goal(target="{value = nan}"), "rad 24, [[goals]] 1 (out), target.value", "Talet"),
    ],
)
def test_implausible_value_is_refused(tmp_path, row, where, what):
    fault = faults_of(tmp_path, f"{HEAD}\n{row}")[0]

    assert (fault.where, fault.what[: len(what)]) == (f"nya-steg.toml, {where}", what)
