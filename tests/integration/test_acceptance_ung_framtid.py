"""Ung Framtid and Hälsoverket 2022–2024. Source: [F1]; the reconstruction is told in demo/data."""

import pytest

from tests.acceptance import by, by_gender, follow_up_of, imported, outcome, percent, shown


@pytest.fixture(scope="module")
def report():
    return follow_up_of("ung-framtid")


@pytest.fixture(scope="module")
def health(report):
    return report.parts[0]


def test_no_row_is_left_out():
    assert (imported("ung-framtid").faults, imported("ung-framtid").warnings) == ((), ())


def test_participants(report, health):
    assert shown(report.figure("participants")) == "156"
    assert by_gender(report, "participants") == {"man": "100", "woman": "56"}
    assert shown(health.figure("participants")) == "19"


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("resource-team", ("1", "reached", None)),
        ("employer-methods", ("1", "reached", None)),
        ("kaa-link", ("1", "reached", None)),
        ("staff-trained", ("1", "reached", None)),
        ("early-contact", ("–", "none", None)),
        ("clear-structures", ("–", "none", None)),
        ("work-or-studies", ("75 av 156", "not_reached", 3)),
        ("joint-plan", ("136 av 156", "not_reached", 5)),
        ("new-places", ("40", "reached", 0)),
        ("smail-progression", ("–", "not_measured", None)),
        ("smail-done", ("–", "not_measured", None)),
    ],
)
def test_goals_of_ung_framtid(report, goal, expected):
    assert outcome(report, goal) == expected


def test_percentages_are_those_of_the_report(report):
    assert percent(report, "work-or-studies-of-all") == 48
    assert percent(report, "joint-plan") == 87


def test_stock_and_flow(report):
    assert by(report, "stock-flow", "flow") == {
        "opening": "0",
        "in": "156",
        "out": "156",
        "transferred": "0",
        "remaining": "0",
    }


def test_interval_of_work_or_studies(report):
    interval = report.figure("work-or-studies").interval

    assert (interval.method, round(interval.low, 6), round(interval.high, 6)) == (
        "wilson",
        0.403775,
        0.558688,
    )


def test_results_by_gender_that_the_report_lacks(report):
    assert by_gender(report, "work-or-studies") == {"man": "48 av 100", "woman": "27 av 56"}


def test_changed_goal_shows_both_versions(report):
    new, old = report.figure("smail-done"), report.figure("smail-progression")

    assert new.replaces == old.id
    assert (old.valid[1].isoformat(), new.valid[0].isoformat()) == ("2023-10-18", "2023-10-19")
    assert report.definition_version == "2"


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("health-in-daily-life", ("–", "none", None)),
        ("health-cooperation", ("–", "none", None)),
        ("more-to-work-or-studies", ("7 av 19", "none", None)),
        ("onwards", ("16 av 19", "reached", 0)),
        ("ten-activities", ("19 av 19", "reached", 0)),
        ("smail-health", ("–", "not_measured", None)),
    ],
)
def test_goals_of_halsoverket(health, goal, expected):
    assert outcome(health, goal) == expected


def test_studies_are_of_all_who_took_part_and_not_of_those_who_went_on(health):
    """The report prints 44 %: 7 of the 16 who went on, under the words of all participants."""
    assert percent(health, "to-studies") == 37
    assert percent(health, "onwards") == 84
    assert by(health, "onwards", "destination") == {
        "care": "0 av 3",
        "studies": "7 av 7",
        "work_preparing_programme": "9 av 9",
    }
