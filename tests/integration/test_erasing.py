"""Everything about a person is erased together, in whatever room it stands."""

import pytest
from django.apps import apps
from django.db.models import ProtectedError

from stegvis.core.actions import retention
from stegvis.core.actions.access_log import working_for
from stegvis.core.models import AccessEntry, Erasure, StoredFile
from stegvis.core.values.retention import KEPT, KINDS, PERSON_ROWS
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import NOBODY
from stegvis.participants.models import Person
from tests.people import participant, today
from tests.retained import filled, left_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path


def erase(kind, subject):
    with working_for(NOBODY, reason="a test", action=Action.DELETE):
        return retention.erase(KINDS[kind], subject, rule=None, on=today())


def of_persons():
    """Every model of ours that says which person a row is about, or points at one that does."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("stegvis.")]
    found, more = set(), {Person}
    while more - found:
        found |= more
        more = {
            model
            for model in ours
            for field in model._meta.concrete_fields
            if field.name == "person" or field.related_model in found
        }
    return {model._meta.label for model in found} - KEPT.keys()


def test_every_table_of_rows_about_a_person_is_registered():
    assert of_persons() - PERSON_ROWS.keys() == set()


def test_the_person_of_the_tests_has_a_row_in_every_table(cast):
    desk = filled(cast)

    assert left_of(desk.both).keys() == PERSON_ROWS.keys()


def test_nothing_is_left_of_a_person(cast):
    desk = filled(cast)
    other = participant(desk.agency)

    assert erase("person", desk.person.pk) is True

    assert left_of(desk.both) == {}
    assert left_of([other.pk]) == {"participants.Person": 1}
    assert not StoredFile.objects.exists()
    assert not erase("person", desk.person.pk)


def test_an_erasure_is_logged_and_listed_twice(cast):
    desk = filled(cast)

    erase("person", desk.person.pk)

    logged = AccessEntry.objects.filter(action="DELETE", ground="retention")
    assert desk.person.pk in {one.person for one in logged}
    (row,) = Erasure.objects.all()
    (line,) = retention.lines()
    assert (line.id, line.key, line.day) == (row.pk, row.key, row.erased_on)
    assert (row.table, row.key) == ("participants_person", desk.person.pk)


def test_a_table_that_nobody_registered_keeps_the_whole_person(cast, monkeypatch):
    desk = filled(cast)
    monkeypatch.delitem(PERSON_ROWS, "participants.Wish")

    with pytest.raises(ProtectedError):
        erase("person", desk.person.pk)
