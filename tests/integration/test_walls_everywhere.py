"""No table of rows about persons stands outside the second wall."""

import pytest
from django.apps import apps
from django.db import connection

from stegvis.participants.models import Person
from stegvis.participants.models.personal import PersonalModel

COMMANDS = {"SELECT", "INSERT", "UPDATE", "DELETE"}
GUARDED = """
SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r'
"""
POLICIES = "SELECT cmd FROM pg_policies WHERE tablename = %s"
TABLES = [
    model._meta.db_table
    for model in apps.get_models()
    if model is Person or issubclass(model, PersonalModel)
]


@pytest.mark.parametrize("table", TABLES)
def test_table_of_persons_is_guarded(db, table):
    with connection.cursor() as cursor:
        cursor.execute(GUARDED)
        guarded = {name for (name,) in cursor.fetchall()}
        cursor.execute(POLICIES, [table])
        said = {command for (command,) in cursor.fetchall()}

    assert table in guarded
    assert said in ({"ALL"}, COMMANDS)
