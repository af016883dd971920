"""The parts of a definition as forms: what is not touched stays as it was written."""

import tomllib

import pytest

from stegvis.core.values.language import speaking
from stegvis.programmes.files.definition import read_definition_text
from stegvis.programmes.forms.parts import PART_OF, PartForms
from tests.definition_samples import HEAD

MONEY = """
budget = [
  {year = 2023, category = "salaries", payer = "region", financed = true, amount = 680000},
  {year = 2023, category = "salaries", payer = "region", financed = true, amount = 1234.5},
  {year = 2023, category = "salaries", payer = "region", financed = true, amount = "680 tkr"},
  {year = 2023, category = "salaries", payer = "region", financed = true, amount_ore = 6800050},
  {year = 2023, category = "salaries", payer = "region", financed = false, amount = -5},
]
"""
TEXT = HEAD + MONEY
NBSP = "\u00a0"


def sent(table, rows):
    """The rows as a browser sends them."""
    data = {f"{table}-TOTAL_FORMS": str(len(rows)), f"{table}-INITIAL_FORMS": str(len(rows))}
    for place, row in enumerate(rows):
        data |= {f"{table}-{place}-{key}": str(value) for key, value in row.items()}
    return data


def forms_of(part, text, data=None):
    return PartForms(PART_OF[part], text, read_definition_text(text, name="prov").definition, data)


def shown(forms):
    return [form.initial for form in forms.tables[0].rows.forms]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_amounts_are_shown_as_they_are_read(language):
    with speaking(language):
        rows = shown(forms_of("budget", TEXT))
        again = forms_of("budget", TEXT, sent("budget", rows))

        assert [row["amount"] for row in rows] == [
            f"680{NBSP}000",
            f"1{NBSP}234,50",
            "680 tkr",
            f"68{NBSP}000,50",
            "-5",
        ]
        assert again.is_valid()
        assert again.changed_text() == TEXT


def test_a_changed_amount_takes_the_place_of_the_one_in_ore():
    rows = shown(forms_of("budget", TEXT))
    rows[3] = {**rows[3], "amount": "70 tkr"}

    forms = forms_of("budget", TEXT, sent("budget", rows))

    assert forms.is_valid()
    before, after = (tomllib.loads(text)["budget"] for text in (TEXT, forms.changed_text()))
    assert after[3] == {**without(before[3], "amount_ore"), "amount": "70 tkr"}
    assert [row for place, row in enumerate(after) if place != 3] == [
        row for place, row in enumerate(before) if place != 3
    ]


def without(row, name):
    return {key: value for key, value in row.items() if key != name}


@pytest.mark.parametrize("amount", ["mycket", "12,345", "1.5", ""])
def test_an_amount_that_cannot_be_read_is_said(amount):
    rows = shown(forms_of("budget", TEXT))
    rows[0] = {**rows[0], "amount": amount}

    forms = forms_of("budget", TEXT, sent("budget", rows))

    assert not forms.is_valid()
    assert [field.html_name for field, _error in forms.wrong()] == ["budget-0-amount"]


def test_more_rows_than_there_may_be_are_refused_with_a_sentence():
    data = sent("budget", shown(forms_of("budget", TEXT))) | {"budget-TOTAL_FORMS": "100000"}

    forms = forms_of("budget", TEXT, data)

    assert not forms.is_valid()
    assert [field for field, _error in forms.wrong()][:1] == [None]


@pytest.mark.parametrize("total", ["", "många", "-1"])
def test_a_form_that_was_tampered_with_is_refused(total):
    data = sent("budget", shown(forms_of("budget", TEXT))) | {"budget-TOTAL_FORMS": total}

    forms = forms_of("budget", TEXT, data)

    assert not forms.is_valid()
    assert list(forms.wrong()) != []


def test_a_key_that_is_emptied_is_taken_away():
    text = f"intake_stop = 2024-06-30\n{HEAD}"
    rows = sent("decisions", [{"kind": "first", "first": "2023-01-01", "last": "2024-12-31"}])

    forms = forms_of("tid", text, {**rows, **sent("phases", []), "intake_stop": ""})

    assert forms.is_valid(), list(forms.wrong())
    assert tomllib.loads(forms.changed_text()) == tomllib.loads(HEAD)
