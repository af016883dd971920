"""A copy of the database that is read back brings nobody back: the list beside it is replayed."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction

from stegvis.core.actions import retention
from stegvis.core.actions.access_log import working_for
from stegvis.core.models import AccessEntry, Erasure
from stegvis.core.values.retention import KINDS
from stegvis.core.values.sightings import Action
from stegvis.core.values.viewers import NOBODY
from tests.cast import stage
from tests.database import OWN_NAME, as_superuser
from tests.people import today
from tests.retained import filled, left_of

COPY = f"{OWN_NAME}_copy"


@pytest.fixture
def desk(transactional_db, settings, tmp_path):
    settings.DATA = tmp_path
    with transaction.atomic():
        return filled(stage())


def erase(*persons):
    for one in persons:
        with working_for(NOBODY, reason="a test", action=Action.DELETE):
            retention.erase(KINDS["person"], one, rule=None, on=today())


def copied(source, target):
    connections.close_all()
    as_superuser(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
    as_superuser(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


@pytest.fixture
def backup(desk):
    copied(OWN_NAME, COPY)
    yield lambda: copied(COPY, OWN_NAME)
    connections.close_all()
    as_superuser(f'DROP DATABASE IF EXISTS "{COPY}" WITH (FORCE)')


def test_nobody_comes_back(desk, backup, capsys):
    with transaction.atomic():
        other = desk.new_person("Kvar", "Här")
    copied(OWN_NAME, COPY)
    erase(desk.person.pk)
    backup()
    assert "participants.Person" in left_of(desk.both)
    assert not Erasure.objects.exists()

    call_command("replay_erasures")

    assert left_of(desk.both) == {}
    assert left_of([other.pk])["participants.Person"] == 1
    assert [one.key for one in Erasure.objects.all()] == [desk.person.pk]
    assert AccessEntry.objects.filter(person=desk.person.pk, action="DELETE").exists()
    assert "1 uppgift hade kommit tillbaka" in capsys.readouterr().out


def test_to_replay_twice_is_to_replay_once(desk, backup, capsys):
    erase(desk.person.pk)
    backup()

    call_command("replay_erasures")
    call_command("replay_erasures")

    assert len(list(retention.lines())) == Erasure.objects.count() == 1
    assert "0 uppgifter hade kommit tillbaka" in capsys.readouterr().out


def test_a_list_that_was_lost_is_made_anew_from_the_database(desk):
    erase(desk.person.pk)
    before = list(retention.lines())
    retention.list_file().unlink()

    call_command("replay_erasures")

    assert list(retention.lines()) == before


def test_a_line_that_cannot_be_read_stops_it(desk):
    erase(desk.person.pk)
    with retention.list_file().open("a", encoding="ascii") as file:
        file.write('{"id": "')

    with pytest.raises(CommandError, match=r"Rad 2 i erasures\.jsonl går inte att läsa"):
        call_command("replay_erasures")


def test_the_list_says_nothing_of_what_was_erased(desk):
    erase(desk.person.pk)

    told = retention.list_file().read_text(encoding="ascii")

    assert [one for one in ("Åsa", "Öberg", "2000", "Exempel") if one in told] == []
