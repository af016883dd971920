"""A participant gets a page of their own, and the account that opens it."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership, User
from stegvis.organisations.values.roles import OF_PARTICIPANTS
from stegvis.participants.models import Involvement, Person
from stegvis.participants.policies.exceptions import check_can_except
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.values.reasons import Reason

OPENED, LETTER = "own_page", "own_page_letter"
"""Purposes in the log."""


def open_own_page(person: Person, *, email: str, viewer: Viewer) -> User:
    """Signs in with an address that nobody else uses; the letter is sent by whoever asks."""
    check_can_except(viewer, person, {one.pk for one in acting_for(viewer, person)})
    if person.account_id is not None:
        raise Refused(_("Personen har redan en egen sida."))
    address = email.strip().lower()
    if User.objects.filter(email__iexact=address).exists():
        raise Refused(_("Adressen används redan av ett konto. Fråga efter en annan."))
    # the name of an account is read by those who administer, and they see no participants
    return give_own_page(person, User.objects.create_user(address, name=_("Deltagare")), viewer)


def write_anew(person: Person, *, viewer: Viewer) -> User:
    """Of an account that nobody has opened; what was written before opens it no longer."""
    check_can_except(viewer, person, {one.pk for one in acting_for(viewer, person)})
    if person.account_id is None:
        raise Refused(_("Personen har ingen egen sida. Ge en först."))
    account: User = User.objects.select_for_update().get(pk=person.account_id)
    if account.last_login is not None:
        raise Refused(_("Deltagaren har redan loggat in, och väljer själv ett nytt lösenord."))
    account.set_unusable_password()
    account.save(update_fields=["password"])
    did(Action.CHANGE, person.pk, about=IDENTITY, purpose=LETTER)
    return account


def give_own_page(person: Person, user: User, viewer: Viewer) -> User:
    """Named, so that a protected person sees themself; no classes: only what the page shows."""
    Membership.objects.create(
        user=user, association=person.association, role=OF_PARTICIPANTS, starts_on=viewer.on
    )
    Involvement.objects.create(
        person=person,
        user=user,
        agency_id=person.owner_id,
        reason=Reason.OWN,
        named=True,
        starts_on=viewer.on,
        recorded_by=viewer.user,
    )
    person.account = user
    person.save(update_fields=["account"])
    did(Action.CHANGE, person.pk, about=IDENTITY, purpose=OPENED)
    return user
