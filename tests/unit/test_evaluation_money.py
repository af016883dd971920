"""Money, volumes and opening balances; income and occupation before and after."""

from datetime import date

from stegvis.core.values.periods import day_number
from stegvis.results.calculations.evaluation.frames import Frames
from tests.journeys import CUT_OFF, defined, enrolled, facts, goal
from tests.standard import counted, figures, shares, told

SPRING, SUMMER, AUTUMN = date(2022, 3, 31), date(2022, 6, 30), date(2022, 9, 30)


def booked(kind, amount_ore, on=SPRING):
    return {"money_kind": kind, "booked_on": on, "amount_ore": amount_ore}


def used(*rows, **changed):
    return figures(facts(money=list(rows)), **changed)["money-used"]


def curve(figure, name):
    return [(point.at, point.value) for point in figure.points[name]]


def test_requisitions_stand_against_what_was_granted_less_what_went_back():
    found = used(
        booked("granted", 1000, date(2022, 1, 1)),
        booked("requisition", 300),
        booked("requisition", 400, SUMMER),
        booked("returned", 100, AUTUMN),
        booked("cost", 650, AUTUMN),
    )

    assert (found.value, found.n, told(found.groups["remaining"])) == (700, 900, {"remaining": 200})
    assert told(found.groups["money_kind"])["cost"] == 650
    assert curve(found, "used") == [(day_number(SPRING), 300), (day_number(SUMMER), 700)]
    assert curve(found, "ceiling") == [(18993, 1000), (day_number(AUTUMN), 900)]


def test_requisitions_past_the_ceiling_are_told_as_less_than_nothing():
    found = used(booked("granted", 500), booked("requisition", 600))

    assert told(found.groups["remaining"]) == {"remaining": -100}


def test_one_day_is_one_point_of_the_curve():
    found = used(booked("granted", 900), booked("requisition", 200), booked("requisition", 100))

    assert curve(found, "used") == [(day_number(SPRING), 300)]


def test_nothing_remains_of_a_grant_that_nobody_recorded():
    found = used(booked("returned", 100), booked("requisition", 300))

    assert (found.value, found.n, found.groups["remaining"]) == (300, None, {})
    assert curve(found, "ceiling") == []


def test_money_after_the_cut_off_is_not_used_yet():
    found = used(booked("granted", 900), booked("requisition", 200, SUMMER), as_of=SPRING)

    assert (found.value, found.n) == (0, 900)


def test_no_money_at_all_is_nothing_used():
    assert (used().value, used().n) == (0, None)


def test_the_budget_divides_by_year_category_payer_and_financing():
    row = {"year": 2022, "category": "staff", "payer": "municipality", "financed": True}
    budget = [
        row | {"amount_ore": 700},
        row | {"year": 2023, "amount_ore": 200, "financed": False},
        row | {"amount_ore": 100, "category": "premises"},
    ]

    found = figures(facts(), budget=budget)["budget"]

    assert found.value == 1000
    assert {name: told(cells) for name, cells in found.groups.items()} == {
        "year": {"2022": 800, "2023": 200},
        "cost_category": {"staff": 900, "premises": 100},
        "payer": {"municipality": 1000},
        "financed": {"financed": 800, "co_financed": 200},
    }


def test_volumes_are_counted_by_what_they_are_of():
    volumes = [
        {"volume": "certificate", "counted_on": SPRING, "low": 40, "gender": "woman"},
        {"volume": "certificate", "counted_on": SUMMER, "low": 10, "high": 15},
        {"volume": "certificate", "counted_on": date(2025, 1, 1), "low": 99},
    ]

    found = figures(facts(volumes=volumes))["volumes-certificate"]

    assert (found.value, found.bounds, found.after_cut_off) == (None, (50, 55), 1)
    assert told(found.groups["gender"]) == {"": None, "woman": 40}
    assert found.notes == ("Ungefärligt antal: minst 50, högst 55.",)


def test_volumes_have_the_unit_of_the_goal_that_counts_them():
    counting = goal(
        kind="count", unit="certificate", denominator="none", numerator="volume = certificate"
    )

    given = facts(volumes=[])
    told_of = Frames(given, defined(counting), day_number(CUT_OFF))
    units = [figure.unit for figure in counted(told_of) if figure.id.startswith("volumes")]
    assert units == ["certificate"]
    assert figures(given)["volumes-certificate"].unit == "case"


def test_a_volume_of_which_nothing_was_told_has_no_value():
    found = figures(facts(volumes=[]))["volumes-certificate"]

    assert (found.value, found.bounds) == (None, None)
    assert "volumes-certificate" not in figures(facts())


def test_opening_balances_stand_by_year_and_gender_and_are_added():
    def balance(low, high=None, **more):
        row = {"balance": "persons", "year": 2021, "low": low, "high": high} | more
        return {name: value for name, value in row.items() if value is not None}

    rows = [balance(3, gender="woman"), balance(4, gender="woman"), balance(5, 9), balance(2, 2)]

    cells = figures(facts(opening_balances=rows))["opening-balances"].groups["persons"]

    assert shares(cells) == {"2021:": (7, 11), "2021:woman": (7, None)}
    assert [cell.value for cell in cells.values()] == [None, 7]


def situation(enrolment, moment, **more):
    return {"enrolment": enrolment, "moment": moment} | more


def test_before_and_after_are_shares_of_those_on_record_at_each_occasion():
    rows = [
        situation(1, "start", income="sickness_benefit"),
        situation(1, "start", income="wage"),
        situation(2, "start", income="wage"),
        situation(3, "start", occupation="work"),
        situation(1, "exit", income="wage"),
        situation(9, "exit", income="wage"),
    ]

    found = figures(facts(enrolled(), enrolled(), enrolled(), situations=rows))
    income, occupation = found["income-before-after"], found["occupation-before-after"]

    assert {name: shares(cells) for name, cells in income.groups.items()} == {
        "income:exit": {"wage": (1, 1)},
        "income:start": {"sickness_benefit": (1, 2), "wage": (2, 2)},
    }
    assert (income.n, occupation.n) == (2, 1)
    assert income.notes == ("En inskrivning kan ha flera samtidigt.",)


def test_nobody_on_record_is_a_table_without_rows():
    found = figures(facts(situations=[]))["income-before-after"]

    assert (found.n, found.groups) == (0, {})


def test_a_transfer_between_years_grants_nothing():
    assert used(booked("granted", 1000), booked("transfer", 50, SUMMER)).n == 1000
