"""What somebody wrote is theirs, in its place, and unreadable in the database."""

from uuid import uuid4

from django.db import connection

from stegvis.core.actions.drafts import forget, keep, kept

WRITTEN = {"text": "Det här skrev jag", "val": ["a", "b"]}


def test_kept_fields_come_back_whole(db):
    user = uuid4()

    keep(user, "/en/sida/", WRITTEN)

    assert kept(user, "/en/sida/") == WRITTEN


def test_kept_fields_belong_to_one_person_and_one_place(db):
    user = uuid4()

    keep(user, "/en/sida/", WRITTEN)

    assert (kept(uuid4(), "/en/sida/"), kept(user, "/en/annan/")) == (None, None)


def test_keeping_again_replaces(db):
    user = uuid4()
    keep(user, "/en/sida/", WRITTEN)

    keep(user, "/en/sida/", {"text": "nyare"})

    assert kept(user, "/en/sida/") == {"text": "nyare"}


def test_forgotten_fields_are_gone(db):
    user = uuid4()
    keep(user, "/en/sida/", WRITTEN)

    forget(user, "/en/sida/")

    assert kept(user, "/en/sida/") is None


def test_the_database_cannot_read_a_draft(db):
    keep(uuid4(), "/en/sida/", WRITTEN)

    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM core_draft")
        stored = bytes(cursor.fetchone()[0])

    assert b"skrev" not in stored
