"""What is done without anybody asking: old rows removed, figures counted when they must be."""

from datetime import date, timedelta
from itertools import product
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from stegvis.config.worker import start_worker_thread
from stegvis.core.actions.drafts import keep
from stegvis.core.actions.housekeeping import (
    DRAFTS_KEPT,
    JOBS_KEPT,
    SENT_FORMS_KEPT,
    keep_house,
)
from stegvis.core.actions.jobs import ask_for
from stegvis.core.models import Draft, Job, JobState, SentForm
from stegvis.core.values.language import LANGUAGES
from stegvis.programmes.actions.definitions import NewVersion, add_version
from stegvis.programmes.queries.definitions import decided
from stegvis.results.actions.standing import (
    TASK,
    ask_for_what_is_not_current,
    ask_to_compute,
    compute,
)
from stegvis.results.calculations.days import usual_days
from stegvis.results.models import ComputedFollowUp
from stegvis.results.queries.current import LEVELS, programmes_to_count
from stegvis.results.queries.facts import data_state, facts_of
from stegvis.results.queries.states import state
from stegvis.results.tasks import compute_standing
from tests.cast import stage
from tests.delivered import deliver_demo
from tests.integration.test_jobs import until
from tests.slow_tasks import QUICK_NAME

NOW = timezone.now()
LAST = date(2024, 12, 31)
MOMENT = timedelta(minutes=1)


def aged(model, field, kept):
    """Of two rows, the first is a moment too old and the second a moment too young."""
    old, young = model.objects.order_by("pk")
    for row, at in ((old, NOW - kept - MOMENT), (young, NOW - kept + MOMENT)):
        model.objects.filter(pk=row.pk).update(**{field: at})
    return young


def test_drafts_that_nobody_sent(db):
    for _one in range(2):
        keep(uuid4(), "/insatser/", {"text": "Inte klart."})
    young = aged(Draft, "saved_at", DRAFTS_KEPT)

    keep_house(NOW)

    assert Draft.objects.get() == young


def test_forms_that_were_sent(db):
    SentForm.objects.bulk_create([SentForm(key=uuid4()), SentForm(key=uuid4())])
    young = aged(SentForm, "sent_at", SENT_FORMS_KEPT)

    keep_house(NOW)

    assert SentForm.objects.get() == young


def test_jobs_that_ended_and_none_that_waits(db):
    waiting = ask_for(QUICK_NAME)
    Job.objects.filter(pk=waiting.pk).update(asked_at=NOW - 2 * JOBS_KEPT)
    for at in (NOW - JOBS_KEPT - MOMENT, NOW - JOBS_KEPT + MOMENT):
        Job.objects.create(kind=QUICK_NAME, state=JobState.FAILED, ended_at=at)

    keep_house(NOW)

    assert list(Job.objects.order_by("asked_at").values_list("state", flat=True)) == [
        JobState.WAITING,
        JobState.FAILED,
    ]


def test_rows_of_the_queue_that_ended(db):
    for _one in range(4):
        app.configure_task(QUICK_NAME).defer(job_id=str(uuid4()))
    failed, new, called_off, waiting = queued()
    end(failed, "failed", NOW - JOBS_KEPT - timedelta(hours=1))
    end(new, "failed", NOW)
    end(called_off, "cancelled", NOW - JOBS_KEPT - timedelta(hours=1))

    keep_house(NOW)

    assert queued() == [new, waiting]


def queued():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM procrastinate_jobs ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def end(job, status, at):
    """With what the queue writes of it, moved to another day."""
    with connection.cursor() as cursor:
        if status == "failed":
            cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job])
        cursor.execute("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [status, job])
        cursor.execute("UPDATE procrastinate_events SET at = %s WHERE job_id = %s", [at, job])


def test_sessions_that_are_over(db):
    now = timezone.now()  # the engine looks at the clock itself
    for key, at in (("over", now - MOMENT), ("going-on", now + MOMENT)):
        Session.objects.create(session_key=key, session_data="", expire_date=at)

    keep_house(NOW)

    assert Session.objects.get().session_key == "going-on"


@pytest.fixture
def counted(cast):
    """As counting leaves it, without the figures themselves."""
    deliver_demo(cast.programme)
    known = decided(cast.programme)
    its = {"programme": cast.programme, "extracted_on": facts_of(cast.programme).extracted_on}
    its |= state(known, data_state(cast.programme)).fields
    days = usual_days(known.definition, its["extracted_on"], LAST)
    ComputedFollowUp.objects.bulk_create(
        ComputedFollowUp(as_of=day, level=level.value, language=language, **its)
        for day, level, language in product(days, LEVELS, LANGUAGES)
    )
    return cast.programme


def test_what_is_current_is_not_counted(counted, django_assert_num_queries):
    with django_assert_num_queries(6):  # programmes, parts, versions, texts, states, computed
        assert programmes_to_count(on=LAST) == []


def test_programme_without_facts_has_nothing_to_count(cast):
    assert programmes_to_count(on=LAST) == []


@pytest.mark.parametrize("field", ["counted_by", "data_state", "definition_digest"])
def test_figures_of_another_release_facts_or_definition_are_counted(counted, field):
    ComputedFollowUp.objects.update(**{field: "another"})

    assert programmes_to_count(on=LAST) == [counted]


@pytest.mark.parametrize(
    "missing", [{"language": "en"}, {"level": "report"}, {"as_of": date(2023, 6, 30)}]
)
def test_figures_that_lack_some_are_counted(counted, missing):
    ComputedFollowUp.objects.filter(**missing).delete()

    assert programmes_to_count(on=LAST) == [counted]


def test_the_usual_day_moves_with_the_date(counted):
    assert programmes_to_count(on=date(2024, 12, 30)) == [counted]


def test_what_waits_to_be_counted_is_not_asked_for_again(counted):
    ComputedFollowUp.objects.update(counted_by="another")

    asked = [len(ask_for_what_is_not_current(on=LAST)) for _time in range(2)]

    assert (asked, Job.objects.get().subject) == ([1, 0], counted.pk)


def test_a_new_version_asks_for_the_task_that_there_is(cast):
    text = decided(cast.programme).version.text
    new = NewVersion(f"{text}\n# ändrad\n", date(2024, 1, 1), "Prov")

    add_version(cast.programme, new=new, by=None)

    assert [job.kind for job in Job.objects.all()] == [TASK] == [compute_standing.name]


def test_figures_let_what_somebody_waits_for_go_first(cast):
    ask_to_compute(cast.programme)
    ask_for(QUICK_NAME)

    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name FROM procrastinate_jobs ORDER BY priority DESC, id")
        assert cursor.fetchall() == [(QUICK_NAME,), (TASK,)]


def test_a_worker_that_starts_counts_what_a_new_release_left(transactional_db):
    """And does what is done at night, though no night has been."""
    programme = stage().programme
    deliver_demo(programme)
    compute(programme, as_of=date(2024, 12, 30), level=LEVELS[0])
    keep(uuid4(), "/insatser/", {"text": "Inte klart."})
    Draft.objects.update(saved_at=NOW - DRAFTS_KEPT - MOMENT)

    worker = start_worker_thread()
    try:
        until(lambda: Job.objects.filter(kind=TASK, state=JobState.DONE).exists())
        until(lambda: Draft.objects.count() == 0)
    finally:
        worker.stop()

    assert (Job.objects.count(), programmes_to_count(on=LAST)) == (1, [])
    assert not ComputedFollowUp.objects.filter(as_of=date(2024, 12, 30)).exists()


def test_a_worker_knows_what_is_done_regularly():
    regular = {name for name, _id in app.periodic_registry.periodic_tasks}

    assert regular == {
        "stegvis.core.tasks.check_access_log",
        "stegvis.core.tasks.keep_house",
        "stegvis.core.tasks.seal_access_log",
        "stegvis.participants.tasks.watch_access_log",
        "stegvis.participants.tasks.watch_access_log_again",
        "stegvis.results.tasks.deliveries.dismiss_forgotten",
        "stegvis.results.tasks.recorded.keep_recorded_current",
        "stegvis.results.tasks.standing.keep_figures_current",
    }
