"""What somebody may no longer see is gone at the next request, in the session that is open."""

import pytest
from django.urls import reverse
from django.utils import timezone

from stegvis.core.models import Job, JobState
from stegvis.organisations.models import Membership
from stegvis.programmes.models import Assignment
from tests.cast import sign_in

SAID = "47 rader gick inte att läsa."


def leaves(user):
    Membership.objects.filter(user=user).update(ends_on=timezone.localdate())


def moves_on(user):
    Assignment.objects.filter(user=user).update(ends_on=timezone.localdate())


def is_closed(user):
    user.is_active = False
    user.save()


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


@pytest.mark.parametrize(("ends", "code"), [(leaves, 404), (moves_on, 404), (is_closed, 302)])
def test_programme_is_gone_at_the_next_request(alva, cast, ends, code):
    page = reverse("data", args=[cast.programme.pk])
    assert alva.get(page).status_code == 200

    ends(cast.alva)

    assert (alva.get(page).status_code, alva.post(page).status_code) == (code, code)


@pytest.mark.parametrize("ends", [leaves, moves_on])
def test_home_tells_nothing_of_what_is_gone(alva, cast, ends):
    Job.objects.create(
        kind="x",
        subject=cast.programme.pk,
        asked_by=cast.alva.pk,
        state=JobState.REFUSED,
        sentence=SAID,
        ended_at=timezone.now(),
    )
    assert [one in alva.get("/").content.decode() for one in (SAID, "Ung Framtid")] == [True] * 2

    ends(cast.alva)

    assert [one in alva.get("/").content.decode() for one in (SAID, "Ung Framtid")] == [False] * 2


@pytest.mark.parametrize("ends", [leaves, moves_on])
def test_job_about_what_is_gone_is_gone_for_who_asked(alva, cast, ends):
    job = Job.objects.create(kind="x", subject=cast.programme.pk, asked_by=cast.alva.pk)
    page = reverse("job", args=[job.pk])
    assert alva.get(page).status_code == 200

    ends(cast.alva)

    assert alva.get(page).status_code == 404
