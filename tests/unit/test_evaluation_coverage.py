"""Coverage of consents and of instruments: not yet due apart from missing."""

from datetime import date

import pytest

from stegvis.core.values.periods import day_number
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.prepared import prepare
from stegvis.results.calculations.evaluation.standard.coverage import coverage
from stegvis.results.calculations.evaluation.standard.coverage import covered as indicators
from tests.journeys import CUT_OFF, defined, enrolled, exited, facts, figure, goal

QUARTERLY = {"code": "ladder", "name": "Stegen", "source": "F1:134", "every": 3}


def covered(*journeys, instrument=None, changed=None, **rows):
    definition = defined(**{"instruments": [instrument or QUARTERLY]} | (changed or {}))
    frames = Frames(facts(*journeys, **rows), definition, day_number(CUT_OFF))
    return {found.id: found for found in coverage(prepare(frames, indicators(frames)))}


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


def test_not_yet_due_stands_apart_from_missing():
    recent = enrolled(enrolled_on=date(2024, 10, 1))
    due = enrolled(enrolled_on=date(2024, 9, 30))

    assert measured(recent, due) == (0, 1, 1)
    assert measured(recent, due, measurements=[rated(1), rated(2)]) == (2, 2, 0)


def test_the_time_that_the_programme_sets_comes_before_the_instruments_own():
    soon = {"due": [{"what": "measurement", "code": "ladder", "within": 2, "span": "weeks"}]}
    other = {"due": [{"what": "plan", "code": "ladder", "within": 2, "span": "weeks"}]}
    enrolments = enrolled(enrolled_on=date(2024, 12, 18)), enrolled(enrolled_on=date(2024, 12, 16))

    assert measured(*enrolments, changed=soon)[1:] == (1, 1)
    assert measured(*enrolments, changed=other)[1:] == (0, 2)


def test_without_any_time_everybody_is_due_at_once():
    no_time = {"code": "ladder", "name": "Stegen", "source": "F1:134"}

    assert measured(enrolled(enrolled_on=CUT_OFF), instrument=no_time)[1:] == (1, 0)


def test_whoever_has_left_will_never_be_measured():
    left = exited(enrolled_on=date(2024, 12, 1), exited_on=date(2024, 12, 20))

    assert measured(left)[1:] == (1, 0)


def test_only_those_enrolled_while_the_instrument_was_in_use_count():
    used = QUARTERLY | {"used": {"first": date(2023, 1, 1), "last": date(2023, 12, 31)}}
    too_early = exited(enrolled_on=date(2022, 1, 1), exited_on=date(2022, 12, 31))
    on_its_first_day = exited(enrolled_on=date(2022, 1, 1), exited_on=date(2023, 1, 1))
    on_its_last_day = exited(enrolled_on=date(2023, 12, 31), exited_on=date(2024, 2, 1))
    too_late = enrolled(enrolled_on=date(2024, 1, 1))

    people = (too_early, on_its_first_day, on_its_last_day, too_late)

    assert measured(*people, instrument=used, measurements=[rated(3)]) == (1, 2, 0)


def test_an_instrument_is_due_from_the_day_it_came_into_use():
    new = QUARTERLY | {"used": {"first": date(2024, 10, 15)}}
    older = QUARTERLY | {"used": {"first": date(2024, 9, 15)}}

    assert measured(enrolled(), instrument=new)[1:] == (0, 1)
    assert measured(enrolled(), instrument=older)[1:] == (1, 0)


def test_an_instrument_out_of_use_before_it_was_due_is_not_missing():
    ended = QUARTERLY | {"used": {"last": date(2024, 6, 30)}}
    spring = enrolled(enrolled_on=date(2024, 3, 30)), enrolled(enrolled_on=date(2024, 4, 30))

    assert measured(*spring, instrument=ended)[1:] == (1, 1)


def test_nobody_is_covered_of_nobody():
    assert measured() == (0, 0, 0)


def test_consents_that_were_not_delivered_are_not_spoken_of():
    assert list(covered(enrolled())) == ["coverage-ladder"]
    assert list(covered(enrolled(), consents=[])) == [
        "coverage-statistics-consent",
        "coverage-ladder",
    ]
