"""3.4.4, 2014–2015. Source: [F4]; the reconstruction is told in demo/data."""

import pytest

from tests.acceptance import by, by_gender, follow_up_of, imported, outcome, percent, shown


@pytest.fixture(scope="module")
def report():
    return follow_up_of("3-4-4")


def test_no_row_is_left_out():
    assert imported("3-4-4").faults == ()


def test_supported_persons(report):
    assert outcome(report, "supported-persons") == ("138", "not_reached", 102)
    assert by(report, "supported-persons", "municipality") == {"lillby": "37", "storby": "101"}
    assert by_gender(report, "supported-persons") == {"man": "61", "woman": "77"}


def test_about_fifty_of_sixty_seats(report):
    seats = report.figure("occupied-seats")

    assert (round(seats.value, 1), seats.verdict.value) == (49.4, "not_reached")


def test_everyone_who_left_was_anchored(report):
    assert outcome(report, "anchored-at-exit") == ("88 av 88", "reached", 0)


def test_last_requisition_passes_the_revised_budget(report):
    """224 844 kr were left, and 252 418 kr requisitioned."""
    money = report.figure("money-used")

    assert (money.k, money.n) == (190_127_400, 187_370_000)
    assert money.groups["remaining"]["remaining"].k == -2_757_400
    assert round(100 * (money.k - 25_241_800) / money.n) == 88


def test_half_stayed_up_to_six_months(report):
    assert shown(report.figure("up-to-six-months")) == "69 av 138"
    assert percent(report, "up-to-six-months") == 50
