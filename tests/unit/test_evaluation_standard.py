"""Figures that every programme has: who they are, who came and who left."""

from datetime import date

from stegvis.results.values.fact_set import FactSet
from tests.journeys import enrolled, exited, facts
from tests.standard import figures, of, shares, told, with_tables

YEAR_2023 = {"enrolled_on": date(2023, 3, 1), "exited_on": date(2023, 9, 1)}


def test_persons_count_once_and_enrolments_every_time():
    found = of(enrolled(gender="woman"), enrolled(person="1"), enrolled(gender="man"), enrolled())

    assert told(found["persons"].groups["gender"]) == {"man": 1, "woman": 1, "": 1}
    assert told(found["enrolments"].groups["gender"]) == {"man": 1, "woman": 2, "": 1}
    assert (found["persons"].value, found["enrolments"].value) == (3, 4)


def test_registered_in_error_is_told_beside_the_enrolments():
    found = of(enrolled(), exited(exit_reason="registered_in_error"))

    assert (found["enrolments"].k, found["enrolments"].excluded) == (1, {"registered_in_error": 1})
    assert found["persons"].k == 1


def test_enrolments_after_the_cut_off_are_told_and_not_counted():
    found = of(enrolled(), enrolled(enrolled_on=date(2025, 1, 1)))

    assert (found["enrolments"].k, found["enrolments"].after_cut_off) == (1, 1)


def test_ages_are_those_of_the_year_of_the_first_enrolment():
    again = enrolled(person="1", enrolled_on=date(2024, 1, 1))
    people = [
        enrolled(birth_year=2003),
        again,
        enrolled(birth_year=2006),
        enrolled(birth_year=1890),
        enrolled(),
    ]

    found = of(*people)["ages"]

    assert shares(found.groups["age_band"]) == {"16–19": (2, 4), "": (2, 4)}
    assert (found.n, found.unknown) == (4, 2)


def test_distributions_are_of_all_and_of_each_gender():
    people = [
        enrolled(gender="woman", municipality="alvnas"),
        enrolled(gender="woman"),
        enrolled(municipality="alvnas"),
    ]

    groups = of(*people)["municipalities"].groups

    assert {name: shares(cells) for name, cells in groups.items()} == {
        "municipality": {"alvnas": (2, 3), "": (1, 3)},
        "municipality:woman": {"alvnas": (1, 2), "": (1, 2)},
        "municipality:": {"alvnas": (1, 1)},
    }


def test_a_person_missing_among_the_persons_still_counts():
    given = facts(enrolled(gender="woman"), enrolled())
    alone = given.tables["persons"].head(0)
    found = figures(with_tables(given, persons=alone))

    assert told(found["persons"].groups["gender"]) == {"": 2}
    assert found["ages"].unknown == 2


def test_in_out_and_left_add_up_from_year_to_year():
    people = [
        enrolled(enrolled_on=date(2021, 6, 1)),
        exited(enrolled_on=date(2021, 6, 1), exited_on=date(2021, 12, 31)),
        exited(enrolled_on=date(2021, 6, 1), exited_on=date(2022, 1, 1)),
        exited(exited_on=date(2022, 12, 31)),
        exited(exited_on=date(2023, 1, 1), exit_reason="transferred"),
        exited(**YEAR_2023),
        exited(enrolled_on=date(2024, 5, 1), exited_on=date(2024, 5, 1)),
        enrolled(enrolled_on=date(2024, 12, 31)),
    ]

    groups = {name: told(cells) for name, cells in of(*people)["stock-flow"].groups.items()}

    assert groups == {
        "flow": {"opening": 2, "in": 5, "out": 4, "transferred": 1, "remaining": 2},
        "flow:2022": {"opening": 2, "in": 2, "out": 2, "transferred": 0, "remaining": 2},
        "flow:2023": {"opening": 2, "in": 1, "out": 1, "transferred": 1, "remaining": 1},
        "flow:2024": {"opening": 1, "in": 2, "out": 1, "transferred": 0, "remaining": 2},
    }


def test_a_local_word_for_transferred_is_no_way_out():
    local = {"codes": [{"code": "vidare", "name": "Vidare", "common": "transferred"}]}

    found = of(exited(exit_reason="vidare"), code_lists={"exit_reason": local})

    assert told(found["stock-flow"].groups["flow"])["transferred"] == 1


def test_a_flow_within_one_year_is_not_told_twice():
    year = [{"first": date(2022, 1, 1), "last": date(2022, 12, 31)}]

    assert list(of(enrolled(), decisions=year)["stock-flow"].groups) == ["flow"]


def test_exits_divide_by_reason_and_destination_with_the_unknown_told():
    people = [
        exited("work", exit_reason="moved"),
        exited(exit_reason="moved"),
        exited(),
        enrolled(),
    ]

    found = of(*people)

    assert shares(found["exits-by-reason"].groups["exit_reason"]) == {"moved": (2, 3), "": (1, 3)}
    assert shares(found["destinations"].groups["destination"]) == {"work": (1, 3), "": (2, 3)}


def test_a_destination_at_another_moment_is_none_at_exit():
    later = {"enrolment": 1, "moment": "six_months", "destination": "work"}

    found = figures(facts(exited("care"), exited(), destinations=[later]))

    assert shares(found["destinations"].groups["destination"]) == {"care": (1, 2), "": (1, 2)}


def test_attrition_goes_from_interests_to_work_or_studies():
    interests = [
        {"received_on": date(2022, 1, 1), "interest_outcome": outcome}
        for outcome in ("enrolled", "enrolled", "declined", "")
    ]
    people = [exited("subsidised_work"), exited("care"), exited("work", person="2"), enrolled()]

    found = figures(facts(*people, interests=interests))["attrition"]

    assert told(found.groups["stage"]) == {
        "interests": 4,
        "enrolled": 3,
        "exited": 2,
        "onwards": 2,
    }
    assert found.value == 2


def test_interests_alone_are_told_without_enrolments():
    interests = [{"received_on": date(2022, 1, 1)}]
    only = facts(interests=interests).tables["interests"]

    found = figures(FactSet("provet", {"interests": only}))

    assert list(found) == ["attrition"]
    assert told(found["attrition"].groups["stage"]) == {"interests": 1}


def test_an_empty_delivery_makes_empty_tables_and_no_crash():
    found = of()

    assert found["persons"].value == 0
    assert found["ages"].groups == {"age_band": {}}
    assert told(found["stock-flow"].groups["flow"])["remaining"] == 0
    assert (found["days-enrolled"].value, found["days-enrolled"].n) == (None, 0)
    assert found["time-to-work-or-studies"].value is None


def test_what_was_never_delivered_is_not_spoken_of():
    assert figures(FactSet("provet", {})) == {}
