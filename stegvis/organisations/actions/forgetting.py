"""The account of a participant whose time is over."""

from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from stegvis.core.values.language import gettext as _
from stegvis.organisations.models import Membership, User
from stegvis.organisations.values.roles import OF_PARTICIPANTS

NOWHERE = "borttagen.invalid"
"""Source: RFC-2606:2, a name that leads nowhere."""


def forget_participant(user_id: UUID) -> None:
    """Somebody who also works here keeps the account. One that others point at says nothing."""
    Membership.objects.filter(user=user_id, role=OF_PARTICIPANTS).delete()
    user = User.objects.filter(pk=user_id).first()
    if user is None or Membership.objects.filter(user=user).exists():
        return
    try:
        with transaction.atomic():
            user.delete()
    except ProtectedError:
        _empty(user)


def _empty(user: User) -> None:
    user.email, user.name, user.is_active = f"{user.pk}@{NOWHERE}", _("Borttagen"), False
    user.set_unusable_password()
    user.save()
