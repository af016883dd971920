"""The usual day of a programme, the half-years before it, and who may ask for which day."""

from datetime import date
from uuid import uuid4

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import NOBODY, Standing, Viewer
from stegvis.results.calculations.days import default_day, earlier_days, is_half_year_end
from stegvis.results.policies.levels import check_days, level_of, sees_figures
from stegvis.results.values.figures import DisclosureLevel
from tests.follow_up_samples import definition

LAST = date(2024, 12, 31)
HERE = uuid4()


def test_default_day_is_the_earlier_of_the_last_decided_and_the_facts_own():
    ended, today = definition(), date(2026, 1, 1)

    assert default_day(ended, date(2025, 1, 31), today) == LAST
    assert default_day(ended, date(2024, 6, 30), today) == date(2024, 6, 30)


def test_default_day_is_never_in_the_future():
    assert default_day(definition(), None, date(2023, 5, 1)) == date(2023, 5, 1)


def test_earlier_days_are_half_years_within_the_decided_period():
    assert earlier_days(definition(), date(2023, 9, 15)) == (
        date(2023, 6, 30),
        date(2022, 12, 31),
        date(2022, 6, 30),
    )


def test_earlier_days_before_the_end_of_a_half_year_begin_with_the_one_before():
    assert earlier_days(definition(), date(2023, 6, 30))[0] == date(2022, 12, 31)


@pytest.mark.parametrize("day", [date(2024, 6, 30), date(2023, 12, 31)])
def test_half_year_ends_are_known(day):
    assert is_half_year_end(day)


@pytest.mark.parametrize("day", [date(2024, 6, 29), date(2024, 3, 31), date(2024, 7, 1)])
def test_other_days_are_no_half_year_ends(day):
    assert not is_half_year_end(day)


def viewer(*permissions):
    return Viewer(uuid4(), "Någon", (Standing(HERE, "role", frozenset(permissions)),))


@pytest.mark.parametrize(
    ("permissions", "level"),
    [
        (("see_figures", "see_protected_figures"), DisclosureLevel.INTERNAL),
        (("see_protected_figures",), DisclosureLevel.REPORT),
        (("see_programmes",), None),
    ],
)
def test_level_follows_the_permission(permissions, level):
    assert level_of(viewer(*permissions), HERE) == level


def test_level_of_another_association_is_none():
    assert level_of(viewer("see_figures"), uuid4()) is None


def test_nobody_sees_figures():
    assert [sees_figures(one) for one in (NOBODY, viewer("see_figures"))] == [False, True]


def refusal(as_of, since=None, level=DisclosureLevel.INTERNAL, usual=LAST):
    with pytest.raises(Refused) as refused:
        check_days(definition(), usual=usual, as_of=as_of, since=since, level=level)
    return str(refused.value)


def test_a_day_after_the_facts_is_refused():
    sentence = "Uppgifterna räcker till och med 2024-12-31. Välj den dagen eller en tidigare."

    assert refusal(date(2025, 1, 1)) == sentence


def test_a_day_before_the_programme_is_refused():
    assert refusal(date(2021, 12, 31)) == "Insatsen började 2022-01-01. Välj en senare dag."


def test_a_period_that_ends_first_is_refused():
    sentence = "Perioden slutar innan den börjar. Byt plats på dagarna."

    assert refusal(date(2023, 1, 1), date(2023, 1, 2)) == sentence


def test_single_days_are_refused_where_figures_are_protected():
    sentence = refusal(date(2024, 6, 29), level=DisclosureLevel.REPORT)

    assert sentence.startswith("Du ser skyddade siffror. De visas för hela halvår")


def test_cohorts_are_refused_where_figures_are_protected():
    sentence = refusal(date(2024, 6, 30), date(2024, 1, 1), DisclosureLevel.REPORT)

    assert sentence == "Du ser skyddade siffror. De visas bara för alla som har skrivits in."


@pytest.mark.parametrize("as_of", [date(2024, 3, 15), date(2023, 12, 31)])
def test_the_usual_day_and_half_years_are_allowed_where_figures_are_protected(as_of):
    usual = date(2024, 3, 15)
    report = DisclosureLevel.REPORT

    assert check_days(definition(), usual=usual, as_of=as_of, since=None, level=report) is None
