"""Jobs: asked for with the transaction, told about while they run, taken up when they die."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from django.db import connections, transaction
from django.urls import reverse
from django.utils import timezone

from stegvis.config.worker import start_worker_thread
from stegvis.core.actions.jobs import ask_for, run
from stegvis.core.models import Job, JobState
from stegvis.core.queries.jobs import recent_jobs
from stegvis.core.values.language import speaking
from stegvis.core.values.refusals import Fault, Refused
from stegvis.organisations.queries.viewers import viewer_for
from tests.cast import sign_in
from tests.database import as_superuser
from tests.slow_tasks import LOSING_NAME, NAME, QUICK_NAME, WRITTEN

DEADLINE_SECONDS = 40
TASKS = "tests.slow_tasks"
QUICK = (
    "import stegvis.config.worker as w; w.ALIVE_SECONDS = w.STALLED_SECONDS = 0.3; "
    "w.DEAD_AFTER_SECONDS = 1.5; import os, django; "
    "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'stegvis.config.settings'); django.setup(); "
    f"import {TASKS}; w.main()"
)


def until(true, seconds=DEADLINE_SECONDS):
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if found := true():
            return found
        time.sleep(0.05)
    raise AssertionError("it never became true")


def state_of(job):
    return Job.objects.get(pk=job.pk).state


@pytest.fixture
def worker_process():
    """Real workers, each ended with the test if it lives."""
    started = []

    def start():
        process = subprocess.Popen([sys.executable, "-c", QUICK], env=dict(os.environ))
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_a_job_killed_half_way_starts_again_with_no_half_data(transactional_db, worker_process):
    job = ask_for(NAME, subject=uuid4())
    first = worker_process()
    until(lambda: Job.objects.get(pk=job.pk).step == "Halvvägs")
    first.send_signal(signal.SIGKILL)
    first.wait()

    assert Job.objects.filter(kind=WRITTEN).count() == 0
    worker_process()
    until(lambda: state_of(job) == JobState.DONE)
    found = Job.objects.get(pk=job.pk)
    assert (found.attempts, found.sentence) == (2, "Allt är skrivet.")
    assert Job.objects.filter(kind=WRITTEN).count() == 2


def test_a_worker_thread_works_and_can_be_stopped(transactional_db):
    worker = start_worker_thread()
    try:
        job = ask_for(QUICK_NAME)
        until(lambda: state_of(job) == JobState.DONE)
    finally:
        worker.stop()
    assert worker.is_alive is False


ENDS_EARLY = (
    "import os, time, django; "
    "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'stegvis.config.settings'); django.setup(); "
    "import tests.slow_tasks; from stegvis.config.worker import start_worker_thread; "
    "start_worker_thread(); time.sleep(2)"
)


def test_a_process_that_ends_leaves_its_jobs_to_the_next(transactional_db):
    """Not by killing it: the interpreter ends its threads in an order of its own."""
    jobs = [ask_for(QUICK_NAME) for _ in range(100)]
    ended = subprocess.run(
        [sys.executable, "-c", ENDS_EARLY], capture_output=True, encoding="utf-8", check=True
    )
    states = {state_of(job) for job in jobs}

    worker = start_worker_thread()
    try:
        until(lambda: all(state_of(job) == JobState.DONE for job in jobs))
    finally:
        worker.stop()
    assert ("shutdown" in ended.stderr, JobState.WAITING in states) == (False, True)


def test_jobs_with_one_lock_run_one_at_a_time(transactional_db):
    jobs = [ask_for(QUICK_NAME, lock="one") for _ in range(3)]
    worker = start_worker_thread()
    try:
        until(lambda: all(state_of(job) == JobState.DONE for job in jobs))
    finally:
        worker.stop()
    told = [Job.objects.get(pk=job.pk) for job in jobs]
    assert [one.began_at > before.ended_at for before, one in pairwise(told)] == [
        True,
        True,
    ]


def test_a_worker_goes_on_when_the_database_comes_back(transactional_db):
    """Every connection of the worker is ended, as when the server restarts."""
    worker = start_worker_thread()
    try:
        first = ask_for(QUICK_NAME)
        until(lambda: state_of(first) == JobState.DONE)
        end_connections(connections["default"].settings_dict["NAME"])
        second = ask_for(QUICK_NAME)
        until(lambda: state_of(second) == JobState.DONE)
    finally:
        worker.stop()


def test_a_job_is_done_anew_when_the_database_went_away_during_it(transactional_db):
    worker = start_worker_thread()
    try:
        job = ask_for(LOSING_NAME)
        until(lambda: Job.objects.get(pk=job.pk).step == "Halvvägs")
        end_connections(connections["default"].settings_dict["NAME"])
        until(lambda: state_of(job) == JobState.DONE)
    finally:
        worker.stop()
    assert Job.objects.get(pk=job.pk).attempts == 2
    assert Job.objects.filter(kind=WRITTEN).count() == 2


def end_connections(name):
    connections.close_all()
    as_superuser(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "  # noqa: S608 - our own name
        f"WHERE datname = '{name}' AND usename <> 'postgres'"
    )


def test_a_job_that_was_rolled_back_was_never_asked_for(transactional_db):
    with transaction.atomic():
        ask_for(QUICK_NAME)
        transaction.set_rollback(True)

    assert Job.objects.count() == 0


def test_a_refusal_ends_the_job_with_its_sentence(db):
    job = ask_for(QUICK_NAME)

    def refuse(_job, _progress):
        raise Refused("Det går inte.", [Fault("rad 3", "Fel", read="Anna Andersson")])

    run(str(job.pk), refuse)

    assert (state_of(job), Job.objects.get(pk=job.pk).sentence) == (
        JobState.REFUSED,
        "Det går inte.",
    )


def test_home_tells_of_jobs_that_run_or_came_to_nothing(cast):
    now = timezone.now()
    asked = {
        state: Job.objects.create(kind=NAME, state=state, asked_by=cast.alva.pk, ended_at=ended)
        for state, ended in (
            (JobState.RUNNING, None),
            (JobState.DONE, now),
            (JobState.REFUSED, now),
            (JobState.FAILED, now - timedelta(days=2)),
        )
    }
    Job.objects.create(kind=NAME, asked_by=cast.bo.pk)

    told = recent_jobs(viewer_for(cast.alva.pk, on=now.date()))

    assert told == [asked[JobState.REFUSED], asked[JobState.RUNNING]]


def test_a_job_speaks_the_language_of_who_asked(db):
    with speaking("en"):
        job = ask_for(QUICK_NAME)

    assert Job.objects.get(pk=job.pk).language == "en"


@pytest.mark.parametrize(
    ("name", "status"), [("alva", 200), ("bo", 404), ("cecilia", 404), ("disa", 404)]
)
def test_a_job_is_shown_to_who_asked(client, cast, name, status):
    job = ask_for(QUICK_NAME, by=cast.alva.pk)

    answer = sign_in(client, getattr(cast, name)).get(reverse("job", args=[job.pk]))

    assert answer.status_code == status


def test_a_job_is_shown_to_who_sees_its_subject(client, cast):
    job = ask_for(QUICK_NAME, by=cast.alva.pk, subject=cast.programme.pk)
    address = reverse("job", args=[job.pk])

    assert sign_in(client, cast.disa).get(address).status_code == 200
    assert sign_in(client, cast.cecilia).get(address).status_code == 404


def test_the_fragment_of_a_job_is_the_part_of_its_page(client, cast):
    job = ask_for(QUICK_NAME, by=cast.alva.pk)
    address = reverse("job", args=[job.pk])
    sign_in(client, cast.alva)

    fragment = client.get(address, headers={"HX-Request": "true"})
    whole = client.get(address)

    assert fragment.content.decode().strip() in whole.content.decode()
    assert "HX-Refresh" not in fragment


def test_a_job_that_has_ended_has_the_page_shown_anew(client, cast):
    job = ask_for(QUICK_NAME, by=cast.alva.pk, place="/insatser/")
    run(str(job.pk), lambda _job, _progress: "Klart och betalt.")
    address = reverse("job", args=[job.pk])
    sign_in(client, cast.alva)

    assert client.get(address, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    page = client.get(address).content.decode()
    assert ("Klart och betalt." in page, 'href="/insatser/"' in page) == (True, True)
