"""Numbers, quotation marks and small words in every language."""

import pytest

from stegvis.core.calculations.nearest import with_guess
from stegvis.core.values.formatting import number, percent, quoted
from stegvis.core.values.language import gettext, in_every_language, speaking
from stegvis.programmes.calculations.words import unit_name
from stegvis.programmes.values.facts import Unit
from tests.import_examples import imported, sheet


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", ["1\u00a0234,5", "48\u00a0%", "”Mätt”", "Fel ord. Menade du mätt?"]),
        ("en", ["1,234.5", "48%", "“Mätt”", "Fel ord. Did you mean mätt?"]),
    ],
)
def test_words_and_numbers_follow_the_language(language, expected):
    with speaking(language):
        told = [
            number(1234.5, 1),
            percent(0.48),
            quoted("Mätt"),
            with_guess("Fel ord.", "mätt"),
        ]

    assert told == expected


def test_no_guess_leaves_the_sentence_alone():
    assert with_guess("Fel ord.", None) == "Fel ord."


@pytest.mark.parametrize(
    ("unit", "swedish", "english"),
    [
        (Unit.PERSON, ["person", "personer"], ["person", "persons"]),
        (Unit.ANSWER, ["svar", "svar"], ["answer", "answers"]),
        (Unit.CERTIFICATE, ["intyg", "intyg"], ["certificate", "certificates"]),
        (Unit.KRONA, ["krona", "kronor"], ["krona", "kronor"]),
    ],
)
def test_unit_is_one_or_many_in_each_language(unit, swedish, english):
    told = []
    for language in ("sv", "en"):
        with speaking(language):
            told.append([unit_name(unit, 1), unit_name(unit)])

    assert told == [swedish, english]


def test_nothing_is_translated_to_nothing():
    with speaking("en"):
        assert gettext("") == ""


def test_sentence_in_every_language():
    assert [*in_every_language("Läs mig")] == ["Läs mig", "Read me"]


def test_expectation_of_a_count_is_translated():
    headings = ("Vad", "Datum", "Antal (minst)", "Antal (högst), om ungefärligt")
    turned = sheet("Volymer utan personer", headings, ("intyg", "2024-01-31", "5", "4"))

    with speaking("en"):
        faults = imported(turned).faults

    assert [fault.expected for fault in faults] == ["5 or more"]
