"""T6: nothing but the fields of a form is stored, whatever is sent with it."""

import pytest
from django.test import Client

from stegvis.organisations.models import Agency, Association, Membership, Unit, User
from stegvis.participants.actions import persons
from stegvis.participants.models import ContactSafety, Involvement, Person, Representative
from tests.cast import sign_in
from tests.people import agency_of, involve, participant
from tests.trust.assigned import KEY, Stored, assigned

CHECK = "T6"
OF_PERSONS = (Person, Involvement, ContactSafety, Representative)
OF_ASSOCIATIONS = (Agency, Association, Membership, Unit, User)
PERSON = ("andra/", "kontakt/", "foretradare/", "skydd/")


@pytest.fixture
def person(cast):
    found = participant(agency_of(cast.alva), municipality="Älvnäs kommun")
    involve(cast.alva, found)
    return found


@pytest.fixture
def alva(cast):
    Membership.objects.filter(user=cast.alva).update(role="leading_case_worker")
    return sign_in(Client(), cast.alva)


def pages_of(person, size):
    every = [f"/personer/{person.pk}/{page}" for page in PERSON]
    return every[: size.of(2, len(every))]


def test_forms_about_a_person_store_their_own_fields(alva, person, size, found):
    told = [assigned(alva, where, OF_PERSONS) for where in pages_of(person, size)]

    stored = set().union(*(one for one, _sent, _taken in told))
    assert stored == set()
    assert sum(taken for _stored, _sent, taken in told) >= 1
    found.add("fields", len(stored), sum(sent for _stored, sent, _taken in told))


def test_forms_of_administration_store_their_own_fields(cast, size, found):
    Membership.objects.filter(user=cast.disa).update(role="administrator")
    browser, unit = sign_in(Client(), cast.disa), cast.alva.memberships.get().unit
    pages = [
        f"/forvaltning/enheter/{unit.pk}/",
        f"/forvaltning/myndigheter/{unit.agency_id}/",
        f"/forvaltning/forbund/{cast.here.pk}/avtal/",
        f"/forvaltning/forbund/{cast.here.pk}/bjud-in/",
    ][: size.of(1, 4)]

    told = [assigned(browser, where, OF_ASSOCIATIONS) for where in pages]

    stored = set().union(*(one for one, _sent, _taken in told))
    assert stored == set()
    found.add("fields", len(stored), sum(sent for _stored, sent, _taken in told))


def test_a_form_that_stores_more_is_seen(alva, person, monkeypatch, found):
    right = persons.change_versioned

    def more(rows, key, values, *, version):
        right(rows, key, {**values, "registered_by": KEY}, version=version)

    monkeypatch.setattr(persons, "change_versioned", more)

    stored, _sent, _taken = assigned(alva, f"/personer/{person.pk}/andra/", OF_PERSONS)

    found.count("planted", stored == {Stored("Person", "registered_by")})
