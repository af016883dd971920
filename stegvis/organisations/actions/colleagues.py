"""Accounts of others: opened by invitation, closed when somebody leaves; never looked into."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.actions.accounts import end_other_sessions
from stegvis.organisations.actions.acts import note
from stegvis.organisations.actions.memberships import end_on, grant
from stegvis.organisations.models import Membership, TwoStep, User
from stegvis.organisations.policies.administration import check_administers
from stegvis.organisations.policies.grants import check_not_oneself, check_somebody_is_left
from stegvis.organisations.queries.colleagues import colleagues_of
from stegvis.organisations.values.acts import ActKind, Told
from stegvis.organisations.values.grants import Grant, Invited
from stegvis.organisations.values.roles import Permission


@dataclass(frozen=True)
class Left:
    """What became of somebody who left. `is_closed` is not so while they work somewhere else."""

    ended: int
    sessions: int
    is_closed: bool


def invite(
    who: Invited, grant_of: Callable[[UUID], Grant], *, viewer: Viewer, why: str = ""
) -> tuple[User, Membership | TwoStep]:
    """An account without a password, and its first role; the letter is sent by who asked.

    An address that has an account elsewhere here gets the role on that one: it is not told.
    """
    address = who.email.strip().lower()
    with transaction.atomic():
        user = User.objects.filter(email__iexact=address).first()
        if user and colleagues_of(viewer).filter(pk=user.pk).exists():
            sentence = _("{email} har redan ett konto. Sök upp personen och ge rollen där.")
            raise Refused(sentence.format(email=address))
        user = user or User.objects.create_user(address, name=who.name.strip())
        _call_as_invited(user, who)
        new = grant_of(user.pk)
        check_administers(viewer, new.association)
        note(ActKind.INVITED, association=new.association, by=viewer.user, user=user.pk)
        return user, grant(new, viewer=viewer, why=why)


def _call_as_invited(user: User, who: Invited) -> None:
    """The account of a participant has no name of theirs, and would tell whose it is."""
    if not Membership.objects.of_staff().filter(user=user).exists():
        user.name = who.name.strip()
        user.save(update_fields=["name"])


def leave(user: UUID, *, viewer: Viewer) -> Left:
    """Every role where the viewer administers ends now, and every session; the account closes.

    Whose cases are handed over to whom is not known here: the page tells it before.
    """
    with transaction.atomic():
        found = _colleague(user, viewer)
        check_not_oneself(user, viewer)
        mine = viewer.associations_with(Permission.ADMINISTER)
        lasting = Membership.objects.filter(user=found).lasting(viewer.on)
        ending = list(lasting.of_staff().filter(association__in=mine).select_for_update())
        for one in ending:
            check_somebody_is_left(one, viewer.on)
            end_on(one, viewer.on, by=viewer.user)
        _tell(ActKind.LEFT, found, viewer)
        is_closed = not lasting.exists()
        if is_closed:
            close(found, viewer=viewer)
        return Left(len(ending), end_other_sessions(user, keeping=None), is_closed)


def close(user: User, *, viewer: Viewer) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)
    _tell(ActKind.CLOSED, user, viewer)


def reopen(user: UUID, *, viewer: Viewer) -> None:
    """The old password does not come back: a new one is chosen by letter."""
    with transaction.atomic():
        found = _colleague(user, viewer)
        check_not_oneself(user, viewer)
        found.set_unusable_password()
        found.is_active = True
        found.save(update_fields=["password", "is_active"])
        _tell(ActKind.REOPENED, found, viewer)


def end_sessions(user: UUID, *, viewer: Viewer) -> int:
    with transaction.atomic():
        found = _colleague(user, viewer)
        _tell(ActKind.SIGNED_OUT, found, viewer)
        return end_other_sessions(user, keeping=None)


def note_reset(user: UUID, *, viewer: Viewer) -> User:
    """Whose password is to be chosen anew. The letter goes to the person, and to nobody else."""
    with transaction.atomic():
        found = _colleague(user, viewer)
        if not found.is_active:
            raise Refused(_("Kontot är stängt. Öppna det igen först."))
        _tell(ActKind.RESET, found, viewer)
        return found


def unbind(user: UUID, *, viewer: Viewer) -> int:
    """Lets another subject at the organisation's provider be this person from now on."""
    with transaction.atomic():
        found = _colleague(user, viewer)
        check_not_oneself(user, viewer)
        removed: int = SocialAccount.objects.filter(user=found).delete()[0]
        _tell(ActKind.UNBOUND, found, viewer)
        return removed


def _colleague(user: UUID, viewer: Viewer) -> User:
    found: User = colleagues_of(viewer).select_for_update(of=("self",)).get(pk=user)
    return found


def _tell(kind: ActKind, user: User, viewer: Viewer) -> None:
    """In each of the viewer's associations that the person has belonged to."""
    mine = viewer.associations_with(Permission.ADMINISTER)
    held = Membership.objects.of_staff().filter(user=user, association__in=mine)
    for association in sorted(set(held.values_list("association", flat=True))):
        note(kind, association=association, by=viewer.user, user=user.pk, told=Told())
