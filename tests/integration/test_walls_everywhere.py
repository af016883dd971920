"""No table of rows about persons stands outside the second wall."""

import pytest
from django.apps import apps
from django.db import connection

from stegvis.core.models import UnscopedError
from stegvis.core.values.viewers import NOBODY
from stegvis.participants.models import Merge, Person
from stegvis.participants.models.personal import PersonalModel, PersonalQuerySet

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


@pytest.mark.parametrize(
    "model", [one for one in apps.get_models() if issubclass(one, PersonalModel)]
)
def test_kind_with_a_rule_of_its_own_says_it_of_one_person_too(model):
    """Else a page about one person would go by the usual rule."""
    kinds = model.objects._queryset_class.__mro__
    own = [vars(kind) for kind in kinds[: kinds.index(PersonalQuerySet)]]

    if any("narrowed_to" in said for said in own):
        assert any({"seen_with", "of"} & said.keys() for said in own)


def test_doubles_are_not_asked_for_by_one_of_the_two():
    with pytest.raises(UnscopedError):
        Merge.objects.of(NOBODY, Person())
