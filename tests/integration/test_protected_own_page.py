"""A participant on the list of themself is nobody who works with them."""

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Membership
from stegvis.participants.actions.own_pages import open_own_page
from stegvis.participants.actions.protection import take_off_list
from stegvis.participants.queries.own import own_person
from stegvis.participants.queries.protection import named_of
from tests.people import agency_of, involve, looking, participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    Membership.objects.filter(user=cast.alva).update(role="case_worker")
    person = participant(agency_of(cast.alva), protection="marked")
    involve(cast.alva, person, named=True)
    with looking(cast.alva) as viewer:
        return cast.alva, person, open_own_page(person, email="asa@exempel.se", viewer=viewer)


def test_the_last_who_works_with_a_protected_person_stays_on_the_list(stage):
    alva, person, _own = stage
    with looking(alva) as viewer:
        assert [one.user for one in named_of(viewer, person)] == [alva.pk]
        with pytest.raises(Refused):
            take_off_list(person, alva.pk, viewer=viewer)


def test_nobody_takes_a_participant_off_the_list_of_themself(stage):
    alva, person, own = stage
    with looking(alva) as viewer, pytest.raises(Refused):
        take_off_list(person, own.pk, viewer=viewer)
    with looking(own) as viewer:
        assert own_person(viewer) == person
