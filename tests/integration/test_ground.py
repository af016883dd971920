"""The ground that every page stands on: who is looking, what a GET may do, sending twice."""

import pytest
from django.db import DatabaseError, connection

from stegvis.core.models import UnscopedError
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.programmes.models import DefinitionVersion, Programme
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.queries.programmes import programmes_of
from tests.cast import JOINED, sign_in


def test_the_web_role_owns_nothing(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
        assert cursor.fetchone() == (0,)


def test_home_is_for_those_who_are_signed_in(client, cast):
    assert client.get("/").status_code == 302
    assert sign_in(client, cast.alva).get("/").status_code == 200


def test_rows_are_refused_until_somebody_is_looking(cast):
    with pytest.raises(UnscopedError):
        list(Programme.objects.all())


@pytest.mark.parametrize("name", ["alva", "bo", "disa"])
def test_those_of_the_association_see_its_programme(cast, name):
    viewer = viewer_for(getattr(cast, name).pk, on=JOINED)

    assert list(programmes_of(viewer)) == [cast.programme]


def test_the_outsider_sees_only_her_own(cast):
    viewer = viewer_for(cast.cecilia.pk, on=JOINED)

    assert list(programmes_of(viewer)) == [cast.foreign]


def test_a_decided_programme_has_its_part(cast):
    found = decided(cast.programme)

    assert (found.definition.id, [part.id for part in found.parts], found.version.number) == (
        "ung-framtid",
        ["halsoverket"],
        1,
    )


def test_a_decided_version_cannot_be_changed(cast):
    with pytest.raises(DatabaseError):
        DefinitionVersion.objects.filter(number=1).update(why="annat")
