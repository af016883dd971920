"""Coverage of consents and of instruments: not yet due apart from missing."""

from datetime import date

import pytest

from stegvis.core.values.periods import day_number
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.standard.coverage import coverage
from tests.journeys import CUT_OFF, defined, enrolled, exited, facts, figure, goal

QUARTERLY = {"code": "ladder", "name": "Stegen", "source": "F1:134", "every": 3}


def covered(*journeys, instrument=None, changed=None, **rows):
    definition = defined(**{"instruments": [instrument or QUARTERLY]} | (changed or {}))
    frames = Frames(facts(*journeys, **rows), definition, day_number(CUT_OFF))
    return {found.id: found for found in coverage(frames)}


def measured(*journeys, instrument=None, changed=None, **rows):
    found = covered(*journeys, instrument=instrument, changed=changed, **rows)["coverage-ladder"]
    return (found.k, found.n, found.not_yet_due)


def rated(enrolment, on=date(2024, 12, 1)):
    return {"enrolment": enrolment, "instrument": "ladder", "measured_on": on}


def consent(person, **more):
    blank = {"person": person, "consent_purpose": "statistics", "given_on": date(2023, 1, 1)}
    return blank | more


@pytest.mark.parametrize(
    ("more", "holds"),
    [
        ({}, 1),
        ({"valid_to_on": CUT_OFF}, 1),
        ({"valid_to_on": date(2025, 6, 1)}, 1),
        ({"valid_to_on": date(2024, 12, 30)}, 0),
        ({"withdrawn_on": date(2024, 12, 31)}, 0),
        ({"withdrawn_on": date(2025, 1, 1)}, 1),
        ({"given_on": date(2025, 1, 1)}, 0),
        ({"consent_purpose": "team"}, 0),
    ],
)
def test_a_consent_counts_when_it_holds_on_the_cut_off(more, holds):
    consents = [consent(1, **more), consent(2)]
    consented = goal(denominator="consented", numerator="exited_on is missing", fewest=1)

    found = covered(enrolled(), enrolled(), consents=consents)["coverage-statistics-consent"]

    assert (found.k, found.n) == (1 + holds, 2)
    assert figure(consented, enrolled(), enrolled(), consents=consents).n == 1 + holds


def test_an_older_consent_that_holds_is_enough():
    consents = [consent(1), consent(1, given_on=date(2024, 1, 1), withdrawn_on=date(2024, 2, 1))]

    assert covered(enrolled(), consents=consents)["coverage-statistics-consent"].k == 1


def test_a_person_covers_once_however_often_measured_and_enrolled():
    rows = [rated(2), rated(2, date(2024, 6, 1))]

    assert measured(enrolled(), enrolled(person="1"), measurements=rows[:1]) == (1, 1, 0)
    assert measured(enrolled(), enrolled(), measurements=rows) == (1, 2, 0)
