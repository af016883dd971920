from dataclasses import replace

import pytest

from stegvis.core.values.language import speaking
from stegvis.reports.calculations.completeness import left_to_do, of_homeless_text, of_typed_number
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.files.templates import load_template
from stegvis.reports.values.remaining import Harm, TypedNumber
from stegvis.results.values.figures import Verdict
from tests.follow_up_samples import definition, figures, follow_up, work_or_studies

STATUS, FORM = load_template("status"), load_template("final-2025")


def left(found, template=STATUS, empty=()):
    return left_to_do(Subject(definition(), found), template, empty)


def sentences(found, template=STATUS):
    return [one.sentence for one in left(found, template)]


def test_left_to_do_is_sorted_by_harm():
    purpose = next(heading for heading in FORM.headings if heading.id == "purpose")

    found = left(follow_up(rows_left_out=1), FORM, [purpose])

    assert [one.harm for one in found] == [
        Harm.ROWS_LEFT_OUT,
        Harm.GOAL_NOT_MEASURED,
        Harm.HEADING_EMPTY,
        Harm.LOW_COVERAGE,
        Harm.UNSIGNED,
    ]


def test_left_to_do_names_the_goal_in_force_only():
    assert sentences(follow_up())[0] == "Målet ”Nio av tio mäts” är inte uppföljt: inte mätt."


def test_left_to_do_tells_of_a_verdict_that_may_turn():
    unsure = work_or_studies(unknown=6, bounds=(0.48, 0.52))

    found = sentences(replace(follow_up(), figures=(unsure,)))

    assert found == [
        (
            "Målet ”Hälften går vidare till arbete eller studier” kan vara nått eller inte: "
            "6 uppgifter saknas."
        )
    ]


def test_left_to_do_is_silent_when_the_unknown_cannot_turn_the_verdict():
    sure = work_or_studies(unknown=2, bounds=(0.48, 0.49))

    assert sentences(replace(follow_up(), figures=(sure,))) == []


def test_left_to_do_tells_of_low_coverage_but_not_of_good():
    low = [one for one in left(follow_up()) if one.harm is Harm.LOW_COVERAGE]

    assert [one.sentence for one in low] == ["Unga vidare, Mätta med SMAIL: 60 av 156 (38\u00a0%)."]


def test_left_to_do_tells_of_money_above_the_ceiling():
    over = replace(figures()[-1], value=110_000_00)

    assert sentences(replace(follow_up(), figures=(over,))) == [
        "Unga vidare: Rekvisitionerna är 10\u00a0000\u00a0kr högre än det som är beviljat."
    ]


def test_left_to_do_is_empty_for_a_whole_report():
    whole = work_or_studies(verdict=Verdict.REACHED)

    assert left(replace(follow_up(), figures=(whole,))) == []


def test_typed_number_is_told_with_line_and_advice():
    typed = TypedNumber(4, "Här är 48 % klara.", "48 %", "Skriv {{g}}.")

    assert of_typed_number(typed, "texter.md").sentence == (
        "texter.md, rad 4: ”48 %” i ”Här är 48 % klara.” Skriv {{g}}."
    )


@pytest.mark.parametrize(
    ("language", "heading", "expected"),
    [
        (
            "sv",
            "Mal",
            "texter.md, rad 3: rubriken ”Mal” finns inte i mallen; texten står i Övrigt.",
        ),
        (
            "sv",
            "",
            "texter.md, rad 3: rubriken (ingen) finns inte i mallen; texten står i Övrigt.",
        ),
        (
            "en",
            "Mal",
            (
                "texter.md, line 3: the heading “Mal” is not in the template; "
                "the text stands under Other."
            ),
        ),
    ],
)
def test_text_without_a_heading_is_named(language, heading, expected):
    with speaking(language):
        assert of_homeless_text(heading, 3, "texter.md").sentence == expected


def test_left_to_do_names_the_figure_and_whose_it_is():
    told = [(one.programme, one.figure) for one in left(follow_up(rows_left_out=1))]

    assert told == [("", ""), ("unga-vidare", "measured"), ("unga-vidare", "coverage-smail")]
