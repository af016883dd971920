"""T5, of retention: nobody is erased too early, nobody is left too long."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.desk import desk
from tests.trust.retention import wrong_erasures

__all__ = ["desk"]

CHECK = "T5"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path


def test_nobody_goes_too_early_or_stays_too_long(size, found, desk):
    wrong, of = wrong_erasures(desk.cast, desk.agency, size.of(60, 400, 2000))

    found.tell(wrong, of, "persons whose time is reckoned")


def test_a_clock_that_is_a_day_wrong_is_caught(found, desk):
    wrong, _of = wrong_erasures(desk.cast, desk.agency, 60, seed=3, plant=a_day_later)

    found.tell_planted(int(wrong > 0), 1, "planted clocks")


def a_day_later(made):
    ends = [end and end + timedelta(days=1) for end in made.ends]
    return replace(made, registered=made.registered + timedelta(days=1), ends=ends)
