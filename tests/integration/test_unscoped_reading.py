"""There is no way around the log by reading in another manner."""

import asyncio

import pytest
from django.db.models import Max

from stegvis.core.models import UnscopedError
from stegvis.participants.models import Person
from tests.people import agency_of, involve, looking, participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def alva(cast):
    involve(cast.alva, participant(agency_of(cast.alva)))
    with looking(cast.alva) as viewer:
        yield viewer


def test_a_name_is_not_reckoned_for_a_viewer(alva):
    with pytest.raises(UnscopedError):
        Person.objects.visible_to(alva).aggregate(Max("family_name"))


@pytest.mark.parametrize("rows", ["unsaid", "seen"])
def test_rows_are_not_streamed_asynchronously(alva, rows):
    found = Person.objects.all() if rows == "unsaid" else Person.objects.visible_to(alva)
    with pytest.raises(UnscopedError):
        asyncio.run(_first(found.aiterator()))


async def _first(rows):
    return await anext(rows)
