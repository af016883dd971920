"""A personal number that is shown to be told on is opened, and the log says so."""

import pytest
from django.test import Client

from stegvis.core.models import AccessEntry
from stegvis.organisations.models import Membership
from tests.cast import sign_in
from tests.people import agency_of, involve, participant

pytestmark = pytest.mark.django_db
NUMBER = "200001019809"


@pytest.fixture
def person(cast):
    Membership.objects.filter(user=cast.alva).update(role="case_worker")
    found = participant(agency_of(cast.alva), personal_number=NUMBER, number_kind="personal")
    involve(cast.alva, found)
    return found


@pytest.mark.parametrize(
    ("where", "shows", "purpose"), [("", False, ""), ("utlamnat/", True, "number_opened")]
)
def test_the_log_says_that_a_number_was_opened(cast, person, where, shows, purpose):
    answer = sign_in(Client(), cast.alva).get(f"/personer/{person.pk}/{where}")
    assert answer.status_code == 200
    assert (NUMBER in answer.text) is shows
    assert [one.purpose for one in AccessEntry.objects.filter(person=person.pk)] == [purpose]
