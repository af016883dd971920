"""Shares: who is counted, who is left out, and what is not known."""

from datetime import date

from stegvis.results.calculations.evaluation import goal_table
from stegvis.results.values.figures import Verdict
from tests.journeys import defined, enrolled, exited, facts, figure, goal

FIVE_OUT = [exited("work"), exited("studies"), exited("care"), exited("care"), exited("care")]


def test_share_counts_those_who_fulfil_of_those_who_left():
    found = figure(goal(), *FIVE_OUT, enrolled())

    assert (found.k, found.n, found.value) == (2, 5, 0.4)
    assert found.verdict is Verdict.NOT_REACHED
    assert found.missing == 1


def test_share_says_the_missing_gender_as_its_own_group():
    people = [exited("work", gender="woman"), exited("care", gender="man"), exited("care")]

    cells = figure(goal(), *people).groups["gender"]

    assert {code: (cell.k, cell.n) for code, cell in cells.items()} == {
        "man": (0, 1),
        "woman": (1, 1),
        "": (0, 1),
    }


def test_share_leaves_out_and_counts_the_excluded():
    deceased = {"id": "deceased", "name": "avlidna", "where": "exit_reason = deceased"}

    found = figure(goal(exclusions=[deceased]), *FIVE_OUT, exited(exit_reason="deceased"))

    assert (found.k, found.n, found.excluded) == (2, 5, {"deceased": 1})


def test_an_exception_counts_only_when_the_goal_was_reached():
    moved = {"id": "moved", "name": "flyttade", "where": "exit_reason = moved"}
    people = [exited("work", exit_reason="moved"), exited("care", exit_reason="moved"), *FIVE_OUT]

    found = figure(goal(exceptions=[moved]), *people)

    assert (found.k, found.n, found.excluded) == (3, 6, {"moved": 1})


def test_unknown_answers_are_told_and_widen_the_bounds():
    found = figure(goal(), *FIVE_OUT, exited())

    assert (found.k, found.n, found.unknown) == (2, 6, 1)
    assert found.bounds == (2 / 6, 3 / 6)


def test_unknown_answers_may_be_left_out_of_the_base():
    found = figure(goal(unknown="exclude"), *FIVE_OUT, exited())

    assert (found.k, found.n, found.unknown) == (2, 5, 1)


def test_unknown_as_bounds_gives_no_single_value_and_no_verdict_between_them():
    found = figure(goal(unknown="bounds"), *FIVE_OUT, exited())

    assert (found.value, found.bounds) == (None, (2 / 6, 3 / 6))
    assert found.verdict is Verdict.NOT_MEASURED


def test_a_goal_that_nobody_answered_is_not_measured():
    found = figure(goal(), *(exited() for _each in range(6)))

    assert (found.value, found.unknown) == (None, 6)
    assert found.verdict is Verdict.NOT_MEASURED


def test_a_goal_whose_instrument_was_never_used_is_not_measured():
    covered = goal(denominator="enrolled", numerator="has(measurements where instrument = ladder)")

    found = figure(covered, *FIVE_OUT, plans=[])

    assert (found.value, found.verdict) == (None, Verdict.NOT_MEASURED)


def test_fewer_than_five_are_too_few_for_a_verdict():
    assert figure(goal(), *FIVE_OUT[:4]).verdict is Verdict.TOO_FEW
    assert figure(goal(fewest=4), *FIVE_OUT[:4]).verdict is Verdict.REACHED


def test_nobody_at_all_is_too_few_and_no_crash():
    found = figure(goal())

    assert (found.value, found.n, found.verdict) == (None, 0, Verdict.TOO_FEW)


def test_a_person_counts_once_with_the_latest_enrolment():
    back_again = enrolled(person="1", enrolled_on=date(2023, 5, 1))

    still_here = goal(denominator="enrolled", numerator="exited_on is known")

    found = figure(still_here, exited("work"), back_again)

    assert (found.k, found.n) == (0, 1)


def test_an_enrolment_counts_every_time():
    again = exited("care", person="1", enrolled_on=date(2023, 1, 1), exited_on=date(2023, 5, 1))

    found = figure(goal(unit="enrolment"), exited("work"), again)

    assert (found.k, found.n) == (1, 2)


def test_what_happens_after_the_cut_off_has_not_happened():
    people = [exited("work"), exited("work", exited_on=date(2023, 3, 1)), enrolled()]

    found = figure(goal(), *people, as_of=date(2022, 12, 31))

    assert (found.k, found.n) == (1, 1)


def test_enrolments_after_the_cut_off_are_said():
    later = enrolled(enrolled_on=date(2023, 1, 1))

    found = figure(goal(), exited("work"), later, as_of=date(2022, 12, 31))

    assert found.after_cut_off == 1


def test_a_window_lets_in_only_those_whose_day_is_in_it():
    year = {"field": "exited_on", "first": date(2022, 1, 1), "last": date(2022, 12, 31)}
    windowed = goal(population={"name": "utskrivna 2022", "window": year})

    found = figure(windowed, exited("work"), exited("work", exited_on=date(2023, 1, 1)))

    assert (found.k, found.n) == (1, 1)


def test_an_unclear_place_in_the_population_is_counted_as_left_out():
    young = goal(population={"name": "unga", "where": "age <= 29"})

    found = figure(young, exited("work", birth_year=2000), exited("work"))

    assert (found.n, found.excluded) == (1, {"unclear": 1})


def test_registered_in_error_is_in_no_count():
    found = figure(
        goal(denominator="enrolled"), exited(exit_reason="registered_in_error"), *FIVE_OUT
    )

    assert found.n == 5


def test_sub_criteria_make_a_goal_partly_reached():
    parts = [
        {
            "id": "work",
            "name": "arbete",
            "numerator": "destination = work",
            "target": {"value": 0.2},
        },
        {"id": "care", "name": "vård", "numerator": "destination = care", "target": {"value": 0.9}},
    ]

    found = figure(goal(sub_criteria=parts), *FIVE_OUT)

    assert found.verdict is Verdict.PARTLY
    assert [(part.k, part.verdict) for part in found.parts] == [
        (1, Verdict.REACHED),
        (3, Verdict.NOT_REACHED),
    ]


def test_a_local_code_counts_as_the_common_one_it_is_a_kind_of():
    local = {"codes": [{"code": "komvux", "name": "Komvux", "common": "studies"}]}

    definition = defined(goal(), code_lists={"destination": local})
    found = goal_table(definition, facts(exited("komvux")), as_of=date(2024, 12, 31))[0]

    assert (found.k, found.n) == (1, 1)
