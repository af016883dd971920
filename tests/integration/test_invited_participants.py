"""Who administers cannot find out that an address is a participant's."""

from dataclasses import replace

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.organisations.actions.colleagues import invite
from stegvis.organisations.models import Membership, User
from stegvis.organisations.values.grants import Invited
from stegvis.organisations.values.roles import OF_PARTICIPANTS
from tests.administered import TODAY, administrator, asked, looking

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(cast):
    """As the one who works with the participant has opened it."""
    user = User.objects.create_user("asa@exempel.se", name="Deltagare")
    Membership.objects.create(
        user=user, association=cast.here, role=OF_PARTICIPANTS, starts_on=TODAY
    )
    return user


def invited(cast, name, email):
    new = asked(cast.disa, cast.here, "evaluator")
    viewer = looking(administrator(cast.here))
    return invite(Invited(name, email), lambda user: replace(new, user=user), viewer=viewer)[0]


def test_an_invited_participant_is_called_as_whoever_is_invited(cast, account):
    assert invited(cast, "Åsa Öberg", "asa@exempel.se").pk == account.pk
    account.refresh_from_db()
    assert account.name == "Åsa Öberg"


def test_a_colleague_elsewhere_keeps_the_name_they_have(cast):
    assert invited(cast, "Någon Annan", "cecilia@exempel.se").name == "Cecilia Ceder"


def test_who_works_here_already_is_told_of(cast):
    with pytest.raises(Refused):
        invited(cast, "Bo Berg", "bo@exempel.se")
