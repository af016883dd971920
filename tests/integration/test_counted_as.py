"""How much of each person the figures are made of."""

import pytest
from django.utils import timezone

from stegvis.participants.models import ConsentRules
from stegvis.participants.queries.statistics import counted_as_of
from stegvis.participants.values.counting import Counted
from tests.people import agency_of, consent, participant, today, yesterday

FULL, ANONYMOUS = Counted.FULL, Counted.ANONYMOUS


@pytest.fixture
def alvas(cast):
    return agency_of(cast.alva)


def counted_as(person, on):
    return counted_as_of([person], on)[person]


def gate(association):
    ConsentRules.objects.create(association=association, statistics_need_consent=True)


def test_everyone_is_counted_where_nothing_is_decided(alvas):
    assert counted_as(participant(alvas).pk, today()) is FULL


def test_those_who_have_not_agreed_are_anonymous_where_consent_is_needed(
    cast, alvas, django_assert_num_queries
):
    gate(cast.here)
    elsewhere = participant(agency_of(cast.cecilia))
    agreed, other, silent, over = (participant(alvas, given) for given in "ABCD")
    consent(agreed, alvas, [], purpose="statistics")
    consent(other, alvas, [], purpose="team")
    consent(over, alvas, [], purpose="statistics", ends_on=yesterday())
    persons = {one.pk for one in (agreed, other, silent, over, elsewhere)}

    with django_assert_num_queries(5):  # one, and four that set the wall aside and back
        found = counted_as_of(persons, today())

    assert found == {
        agreed.pk: FULL,
        other.pk: ANONYMOUS,
        silent.pk: ANONYMOUS,
        over.pk: ANONYMOUS,
        elsewhere.pk: FULL,
    }


def test_a_withdrawn_consent_makes_a_person_anonymous(cast, alvas):
    gate(cast.here)
    person = participant(alvas)
    given = consent(person, alvas, [], purpose="statistics")
    assert counted_as(person.pk, today()) is FULL

    given.withdrawn_at = timezone.now()
    given.save()

    assert counted_as(person.pk, today()) is ANONYMOUS


def test_a_protected_person_is_anonymous(alvas):
    assert counted_as(participant(alvas, protection="marked").pk, today()) is ANONYMOUS
