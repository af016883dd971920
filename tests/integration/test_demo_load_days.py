"""The example on a day that not every year has."""

from datetime import date

from demo.load import load
from tests.cast import PASSWORD


def test_example_can_be_loaded_on_a_leap_day(db):
    assert load(date(2024, 2, 29), password=PASSWORD)
