"""T13: nothing is recorded twice, and nobody writes over what somebody else wrote."""

import pytest
from django.db import transaction

from stegvis.organisations.models import Agency, Association
from stegvis.organisations.models.organisations import AgencyKind
from tests.people import participant
from tests.trust import doubles

CHECK = "T13"


@pytest.fixture
def person(transactional_db):
    home = Association.objects.create(name="Hemma")
    kind = AgencyKind.MUNICIPALITY
    agency = Agency.objects.create(association=home, name="Kommun", kind=kind)
    with transaction.atomic():
        return participant(agency)


def test_a_form_sent_twice_is_carried_out_once(transactional_db, size, found):
    number = size.of(25, 1000)

    records = doubles.doubled(number)

    found.parts.append(f"{number} double submits, {records} records")
    assert records == number


def test_a_form_without_a_key_is_carried_out_twice(transactional_db, found):
    found.count("planted", doubles.doubled(5, with_key=False) == 10)


def test_of_eight_windows_one_changes(person, size, found):
    rounds = size.of(5, 125, 1250)

    found.tell(doubles.lost(person, rounds), rounds * doubles.THREADS, "changes lost")


def test_a_change_that_is_lost_is_seen(person, monkeypatch, found):
    """Where the version is not asked for, all are told that they changed it."""
    monkeypatch.setattr(doubles, "change_versioned", written_over)

    found.count("planted", doubles.lost(person, 3) > 0)


def written_over(rows, key, _values, *, version):
    rows.filter(pk=key).update(version=version + 1)
