"""Who administers cannot find out that an address is a participant's."""

from dataclasses import replace

import pytest

from stegvis.core.values.refusals import Refused
from stegvis.organisations.actions.colleagues import invite
from stegvis.organisations.models import Membership, User
from stegvis.organisations.values.grants import Invited
from stegvis.organisations.values.roles import OF_PARTICIPANTS
from tests.administered import TODAY, administrator, asked, looking
from tests.cast import sign_in

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


def at(admin, cast, **changed):
    form = {"name": "Nils Ny", "email": "asa@exempel.se", "role": "evaluator", "unit": ""}
    form |= {"starts_on": TODAY.isoformat(), "why": "", **changed}
    return admin.post(f"/forvaltning/forbund/{cast.here.pk}/bjud-in/", form, follow=True)


@pytest.fixture
def admin(cast, client, settings):
    settings.STEGVIS_SENDS_LETTERS = False
    return sign_in(client, administrator(cast.here))


def test_no_link_to_an_account_that_opens_a_participants_page_is_shown(admin, cast, account):
    answer = at(admin, cast)

    assert answer.status_code == 200
    assert account.memberships.count() == 2
    assert "/konto/glomt/" not in answer.content.decode()


def test_nor_when_its_password_is_to_be_chosen_anew(admin, cast, account):
    at(admin, cast)

    answer = admin.post(f"/forvaltning/medarbetare/{account.pk}/losenord/")

    assert answer.status_code == 409
    assert "/konto/glomt/" not in answer.content.decode()


def test_nor_to_somebody_of_another_association(admin, cast):
    answer = at(admin, cast, email="cecilia@exempel.se")

    assert cast.cecilia.memberships.count() == 2
    assert "/konto/glomt/" not in answer.content.decode()


def test_the_link_to_a_new_account_is_shown(admin, cast):
    assert "/konto/glomt/" in at(admin, cast, email="nils@exempel.se").content.decode()
