"""Follow-ups computed beforehand: kept for each state, and never believed for another."""

from datetime import date

import pytest

from stegvis.core.models import Job, JobState
from stegvis.core.values.language import speaking
from stegvis.programmes.actions.definitions import NewVersion, add_version
from stegvis.programmes.queries.definitions import decided
from stegvis.results.actions.standing import (
    TASK,
    ask_to_compute,
    compute,
)
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.models import ComputedFollowUp
from stegvis.results.queries import standing
from stegvis.results.queries.facts import facts_of
from stegvis.results.queries.standing import earlier_figures, follow_up_of, standing_of
from stegvis.results.tasks import compute_standing
from stegvis.results.values.figures import DisclosureLevel
from tests.delivered import deliver_demo

INTERNAL, REPORT = DisclosureLevel.INTERNAL, DisclosureLevel.REPORT
LAST = date(2024, 12, 31)


@pytest.fixture
def programme(cast):
    standing.remembered.forget()
    deliver_demo(cast.programme)
    return cast.programme


def rows(programme, **chosen):
    return ComputedFollowUp.objects.filter(programme=programme, **chosen)


def test_compute_keeps_what_evaluating_gives(programme):
    found = compute(programme, as_of=LAST, level=REPORT)

    known = decided(programme)
    facts = facts_of(programme)
    expected = evaluate(known.definition, known.parts, facts, as_of=LAST, level=REPORT)
    assert found == expected == follow_up_of(programme, level=REPORT)


def test_compute_twice_keeps_one(programme):
    for _time in range(2):
        compute(programme, as_of=LAST, level=INTERNAL)

    assert rows(programme).count() == 1


def test_the_usual_day_is_read_and_not_counted_again(programme, django_assert_num_queries):
    compute(programme, as_of=LAST, level=INTERNAL)

    with django_assert_num_queries(5):  # parts, versions, state, computed, its content
        found = standing_of(programme, level=INTERNAL)
        assert found.follow_up is not None

    assert (found.usual_day, found.follow_up.as_of) == (LAST, LAST)
    assert len(standing.remembered) == 1


def test_a_follow_up_of_facts_that_have_changed_is_not_believed(programme):
    compute(programme, as_of=LAST, level=INTERNAL)
    rows(programme).update(data_state="another", content="not even JSON")

    assert follow_up_of(programme, level=INTERNAL).figure("persons").value == 156


def test_a_follow_up_of_an_earlier_definition_is_not_believed(programme):
    compute(programme, as_of=LAST, level=INTERNAL)
    text = decided(programme).version.text
    new = NewVersion(f"{text}\n# ändrad\n", date(2024, 1, 1), "Prov")
    add_version(programme, new=new, by=None)
    rows(programme).update(content="not even JSON")

    assert follow_up_of(programme, level=INTERNAL).figure("persons").value == 156


def test_the_job_computes_every_level_language_and_half_year(programme):
    with speaking("en"):
        rows(programme).create(programme=programme, as_of=LAST, content="old", level="internal")

    compute_standing(job_id=str(ask_to_compute(programme).pk))

    job = Job.objects.get()
    days = {row.as_of for row in rows(programme)}
    assert (job.state, job.sentence) == (
        JobState.DONE,
        "Siffrorna är räknade till och med 2024-12-31.",
    )
    assert rows(programme).count() == len(days) * 4
    assert max(days) == LAST
    assert date(2024, 6, 30) in days


def test_a_part_is_computed_with_its_whole(programme):
    part = type(programme).objects.unscoped(reason="test").get(whole=programme)

    job = ask_to_compute(part)

    assert (job.subject, job.kind) == (programme.pk, TASK)


def test_english_is_kept_apart(programme):
    compute(programme, as_of=LAST, level=INTERNAL)

    with speaking("en"):
        title = follow_up_of(programme, level=INTERNAL).figure("persons").goal

    assert title == "Persons who have taken part"


def test_another_day_is_counted_now_and_remembered(programme):
    compute(programme, as_of=LAST, level=INTERNAL)
    day = date(2023, 5, 17)

    first = follow_up_of(programme, level=INTERNAL, as_of=day)

    assert first is follow_up_of(programme, level=INTERNAL, as_of=day)
    assert first.as_of == day
    assert rows(programme, as_of=day).count() == 0


def test_a_cohort_is_never_the_kept_one(programme):
    compute(programme, as_of=LAST, level=INTERNAL)

    found = follow_up_of(programme, level=INTERNAL, since=date(2023, 7, 1))

    assert found.figure("persons").value == 72


def test_earlier_figures_are_those_of_half_years_oldest_first(programme):
    for day in (LAST, date(2024, 6, 30), date(2023, 12, 31), date(2024, 3, 1)):
        compute(programme, as_of=day, level=INTERNAL)

    earlier = earlier_figures(standing_of(programme, level=INTERNAL), "persons", programme.slug)

    told = [(figure.cut_off, figure.value) for figure in earlier]
    assert told == [(date(2023, 12, 31), 116), (date(2024, 6, 30), 147)]


def test_a_programme_without_facts_has_a_follow_up(cast):
    found = standing_of(cast.programme, level=INTERNAL)

    assert (found.usual_day, found.follow_up.figure("persons")) == (LAST, None)


def test_the_task_is_asked_for_by_its_own_name():
    assert compute_standing.name == TASK
