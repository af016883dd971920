"""Who has looked at somebody stands in their log, also when they were two here then."""

import pytest

from stegvis.core.actions.access_log import Visit, write
from stegvis.core.values.sightings import Action, Sighting
from stegvis.participants.actions.merging import merge_into
from stegvis.participants.queries.extracts import extract, who_looked
from tests.people import agency_of, involve, looking, participant, viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(cast):
    """Bo and Alva have read a double, and a stranger, and then it became one with the kept."""
    kept, double, other = (participant(agency_of(cast.alva)) for _ in range(3))
    for user in (cast.alva, cast.bo):
        for person in (double, other):
            involve(user, person)
            write([Sighting(person.pk, Action.READ, set(), ["case_worker"])], Visit(viewer(user)))
    with looking(cast.alva):
        merge_into(kept.pk, double.pk)
    return kept


def test_the_log_of_a_double_is_that_of_the_one_who_was_kept(cast, kept):
    with looking(cast.alva):
        found = who_looked(kept.pk, names=True)
        told = [one.user for one in extract(kept.pk, names=False)]
    assert ([one.user for one in found.rows], found.total) == ([cast.bo.pk, cast.alva.pk], 2)
    assert told == [cast.alva.pk, cast.bo.pk]


def test_staff_take_out_their_own_agencys_log_of_a_double(cast, kept):
    with looking(cast.alva):
        found = extract(kept.pk, names=False, agency=agency_of(cast.alva).pk)
    assert [one.user for one in found] == [cast.alva.pk]


def test_to_know_who_was_a_double_leaves_the_wall_standing(cast, kept):
    with looking(cast.disa):
        who_looked(kept.pk, names=False)
        assert not type(kept).objects.unscoped(reason="t").filter(pk=kept.pk)
