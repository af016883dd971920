"""The role that facts are made with: what it may read of persons, and what it may not."""

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from stegvis.core.actions import row_security
from stegvis.core.actions.grants import ABOUT_PERSONS, NAMELESS
from stegvis.core.actions.nameless import reading_without_names
from stegvis.core.models import UnscopedError
from stegvis.core.values.database_roles import nameless_role
from stegvis.core.values.privacy import IDENTITY, TEXT
from stegvis.core.values.viewers import NOBODY
from stegvis.participants.models import Person
from tests.desk import desk

__all__ = ["desk"]

pytestmark = pytest.mark.django_db

MAY_BE_READ = {"id", "birth_year", "gender", "municipality", "protection", "merged_into"}
"""Of what says who somebody is: the key that is replaced, and what figures are made of."""


def asked(statement):
    with reading_without_names() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def is_refused(statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        asked(statement)
    return True


def models_by_table():
    return {model._meta.db_table: model for model in apps.get_models()}


@pytest.mark.parametrize(("web", "role"), [("house_web", "house_facts"), ("bo", "bo_facts")])
def test_the_role_is_called_after_the_web_role(web, role):
    assert nameless_role(web) == role


def test_it_reads_every_person_without_a_name(desk):
    row_security.look_as(NOBODY)

    assert asked("SELECT birth_year, gender FROM participants_person") == [(2000, "woman")]


@pytest.mark.parametrize(
    "column",
    ["given_name", "family_name", "given_key", "personal_number", "number_index", "account_id"],
)
def test_it_reads_nothing_that_says_who_it_is(desk, column):
    assert is_refused(f"SELECT {column} FROM participants_person")  # noqa: S608 - our own


@pytest.mark.parametrize(
    "table",
    [
        "participants_contactsafety",
        "participants_representative",
        "participants_involvement",
        "participants_signing",
        "journeys_earlier",
        "organisations_user",
        "core_accessentry",
        "results_fact",
    ],
)
def test_it_reads_no_other_table(desk, table):
    assert is_refused(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE participants_person SET birth_year = 1900",
        "DELETE FROM journeys_enrolment",
        "INSERT INTO participants_consentrules (association_id) VALUES (NULL)",
        "SELECT decided_why FROM journeys_enrolment",
        "SELECT * FROM journeys_enrolment",
    ],
)
def test_it_writes_nothing_and_reads_no_sentence(desk, statement):
    assert is_refused(statement)


def test_the_role_ends_with_what_it_was_for(desk):
    with reading_without_names() as cursor:
        cursor.execute("SELECT current_user")
        (inside,) = cursor.fetchone()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (outside,) = cursor.fetchone()

    assert inside == nameless_role(outside)
    assert outside == connection.settings_dict["USER"]


def test_the_list_of_what_it_reads_holds_no_text_and_no_identity():
    models = models_by_table()
    read = [
        field
        for table, columns in NAMELESS.items()
        for field in models[table]._meta.concrete_fields
        if field.column in columns
    ]

    told = {one.name: getattr(one.model.Privacy, one.name) for one in read}
    assert len(read) == sum(map(len, NAMELESS.values()))
    assert {one for one, (about, holds) in told.items() if about is IDENTITY} <= MAY_BE_READ
    assert {one for one, (about, holds) in told.items() if holds is TEXT} == {"municipality"}


def test_each_table_with_a_wall_lets_the_role_through():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relname = ANY(%s)",
            [list(NAMELESS)],
        )
        walled = {name for (name,) in cursor.fetchall()}

    assert walled == set(ABOUT_PERSONS)


def test_the_web_role_counts_nobody_without_saying_who_is_looking(desk):
    with pytest.raises(UnscopedError):
        Person.objects.count()
    row_security.look_as(NOBODY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM participants_person")
        assert cursor.fetchone() == (0,)
