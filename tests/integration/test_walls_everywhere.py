"""No table of rows about persons stands outside the second wall."""

import pytest
from django.apps import apps
from django.db import connection

from stegvis.participants.models import Person
from stegvis.participants.models.personal import PersonalModel

GUARDED = """
SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r'
"""
POLICIES = "SELECT policyname, cmd FROM pg_policies WHERE tablename = %s"
OF_ALL = {"read": "SELECT", "added": "INSERT", "changed": "UPDATE", "deleted": "DELETE"}
OF_PERSONS = {"seen": "ALL"}
BESIDE = {"counted": "SELECT", "own": "ALL", "doubles": "SELECT"}
"""What the nameless role counts, a participant's own wishes, a merge of either of two."""
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
        said = dict(cursor.fetchall())

    assert table in guarded
    expected = OF_PERSONS if table == "participants_person" else OF_ALL
    assert said == expected | {name: BESIDE[name] for name in said.keys() - expected}
