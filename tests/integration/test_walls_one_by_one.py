"""A page about one person asks in another way than a list does, and is shown the same."""

import pytest

from stegvis.core.actions import row_security
from stegvis.participants.models import ConsentException, Involvement, Wish
from stegvis.participants.values.wishes import WishKind
from tests.people import agency_of, exception, involve, looking, participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(cast):
    found = participant(agency_of(cast.alva))
    with row_security.unscoped(reason="a test"):
        found.account = cast.disa
        found.save()
        Wish.objects.create(
            person=found, owner=found.owner, kind=WishKind.OTHER, text="Ring", asked_by=cast.disa.pk
        )
    exception(found, owner=found.owner)
    return found


def shown(kind, user, person):
    """In either way, with why where it is told."""
    with looking(user) as viewer:
        both = (
            kind.objects.of(viewer, person),
            kind.objects.visible_to(viewer).filter(person=person),
        )
        told = [{(one.pk, getattr(one, "seen_because", "")) for one in rows} for rows in both]
    assert told[0] == told[1]
    return {why for _key, why in told[0]}


def test_a_wish_is_shown_to_who_asked_and_to_who_works_with_them(cast, person):
    involve(cast.disa, person, reason="own")
    involve(cast.alva, person, reason="leader")
    assert shown(Wish, cast.disa, person) == {"own"}
    assert shown(Wish, cast.alva, person) == {"leader"}
    assert shown(Wish, cast.bo, person) == set()


@pytest.mark.parametrize("kind", [Involvement, ConsentException])
def test_what_decides_is_shown_to_those_who_see_the_person(cast, person, kind):
    involve(cast.alva, person)
    assert shown(kind, cast.alva, person) == {""}
    assert shown(kind, cast.bo, person) == set()
