"""What a frozen report says, and what has changed since."""

from dataclasses import replace

from stegvis.reports.calculations.assembly.assembled import subject_of
from stegvis.reports.calculations.frozen_content import frozen_content, since_frozen
from stegvis.reports.values.frozen import Difference, Since
from stegvis.results.values.figures import Cell
from tests.follow_up_samples import (
    definition,
    figures,
    follow_up,
    part_definition,
    part_figures,
    share,
    work_or_studies,
)
from tests.report_samples import sample_document

ABOUT = {"template": "half-year", "definition": "aaa"}


def content(found=None, about=ABOUT):
    subject = subject_of(definition(), (part_definition(),), found or follow_up())
    return frozen_content(sample_document(), subject, [], about)


def with_outcome(**more):
    return follow_up(figures=(work_or_studies(**more), *figures()[1:]))


def test_nothing_has_happened_to_the_same_report():
    assert since_frozen(content(), content()) == Since()
    assert Since().is_nothing


def test_figure_that_differs_is_told_with_both_outcomes():
    other = replace(work_or_studies(), k=80, value=80 / 156)

    found = since_frozen(content(), content(follow_up(figures=(other, *figures()[1:]))))

    assert found.figures == (
        Difference(
            "unga-vidare/work-or-studies",
            "Hälften går vidare till arbete eller studier",
            "75 av 156 (48\u00a0%), inte nådd",
            "80 av 156 (51\u00a0%), inte nådd",
        ),
    )


def test_difference_in_a_group_only_says_so():
    women = {"gender": {"woman": Cell(28 / 56, 28, 56), "man": Cell(0.47, 47, 100)}}

    found = since_frozen(content(), content(with_outcome(groups=women)))

    assert [(one.then, one.now) for one in found.figures] == [
        (
            "75 av 156 (48\u00a0%), inte nådd",
            "75 av 156 (48\u00a0%), inte nådd; uppdelningen i grupper är en annan",
        )
    ]


def test_figure_of_a_part_differs_too():
    part = follow_up().parts[0]
    other = replace(part, figures=(part_figures()[0], share("studies", 8, 19)))

    found = since_frozen(content(), content(follow_up(parts=(other,))))

    assert [(one.figure, one.then, one.now) for one in found.figures] == [
        ("halsan/studies", "7 av 19 (37\u00a0%)", "8 av 19 (42\u00a0%)")
    ]


def test_figure_that_came_and_one_that_went():
    fewer = follow_up(figures=figures()[1:])

    came = since_frozen(content(fewer), content()).figures
    went = since_frozen(content(), content(fewer)).figures

    assert [(one.then, one.now) for one in came] == [("", "75 av 156 (48\u00a0%), inte nådd")]
    assert [(one.then, one.now) for one in went] == [("75 av 156 (48\u00a0%), inte nådd", "")]


def test_new_definition_and_new_data_are_told_even_if_no_figure_differs():
    other = content(
        follow_up(definition_version="3", data_state="def"), ABOUT | {"definition": "bbb"}
    )

    found = since_frozen(content(), other)

    assert (found.figures, found.definition, found.data_differ) == ((), ("2", "3"), True)
