"""T1: every address without a person in it, as every role, at home and elsewhere."""

import pytest

from stegvis.config.permissions import addresses
from stegvis.programmes.models.programmes import ProgrammeQuerySet
from tests.people_table import PEOPLE
from tests.role_table import ALIKE, BY_ROLE
from tests.trust.everywhere import Everywhere
from tests.trust.leaks import LEAKS
from tests.trust.measuring import check, size_asked

CHECK = "T1"
WITHOUT = [one for one in addresses() if one.name not in PEOPLE]


@pytest.fixture(scope="module")
def everywhere(staged, django_db_blocker):
    with django_db_blocker.unblock():
        return Everywhere(staged, WITHOUT)


def test_every_other_address_is_told_of_every_role():
    told = {name: set(entry.answers) for name, entry in BY_ROLE.items()}
    asked = {one.name: set(one.declared.methods) for one in WITHOUT if one.name not in ALIKE}

    assert told == asked
    assert {one.name for one in WITHOUT} >= ALIKE


@pytest.fixture(scope="module")
def opened(everywhere, django_db_blocker):
    with django_db_blocker.unblock():
        return [everywhere.ask(one) for one in everywhere.some(size_asked().of(0, 2500, 10**6))]


def test_every_role_is_answered_as_the_table_says(everywhere, opened, found):
    faults = [fault for one in opened if (fault := everywhere.is_wrong(one))]

    assert "\n".join(faults) == ""
    found.add("cells", len(faults), len(opened))


@check("T2")
def test_no_other_page_shows_what_is_not_theirs(everywhere, opened, found):
    faults = [fault for one in opened for fault in everywhere.foreign_words(one)]

    assert "\n".join(faults) == ""
    found.add("pages without a person", len(faults), len(opened))


TELLING = {
    ("people", "group_leader.own"),
    ("administration", "case_worker.own"),
    ("programme", "programme_leader.far"),
}


def is_seen(everywhere):
    doors = [one for one in everywhere.doors() if (one.name, one.user) in TELLING]
    return any(everywhere.is_wrong(everywhere.ask(one)) for one in doors)


def test_a_role_that_may_too_much_is_seen(matrix, everywhere, found):
    with LEAKS["every role may everything"].planted():
        found.count("planted", is_seen(everywhere))


def test_a_programme_of_others_is_seen(matrix, everywhere, monkeypatch, found):
    monkeypatch.setattr(ProgrammeQuerySet, "narrowed_to", lambda self, _viewer: self)

    found.count("planted", is_seen(everywhere))
