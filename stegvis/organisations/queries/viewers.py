"""The person at the screen, with their standings today."""

from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import OuterRef, Subquery

from stegvis.core.values.viewers import NOBODY, Standing, Viewer, Withheld
from stegvis.organisations.models import Membership, RoleLevel, User
from stegvis.organisations.values.levels import ANY
from stegvis.organisations.values.roles import ROLE_OF


def viewer_for(user_id: UUID, *, on: date, level: int | None = None) -> Viewer:
    """One query for who it is, one for the standings; nobody when the account is closed."""
    user = User.objects.filter(pk=user_id).first()
    return viewer_as(user, on=on, level=level) if user else NOBODY


def viewer_as(user: User | AnonymousUser, *, on: date, level: int | None = None) -> Viewer:
    """Of one who has just been read. One query.

    `level` is how sure the session is; without one nobody has signed in: a job, a command.
    """
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    standings, withheld = [], []
    for one in _memberships(user, on):
        asked = level_asked(one.role, one.own_level)
        if level is None or asked <= level:
            standings.append(_standing(one))
        else:
            withheld.append(Withheld(one.association_id, one.role, asked))
    return Viewer(user.pk, user.name, tuple(standings), on, tuple(withheld))


def level_asked(role: str, own: int | None) -> int:
    """The association's own, or the role's; a trial suggests none, so that passwords are enough."""
    if own is not None:
        return own
    return ROLE_OF[role].level if settings.STEGVIS_ROLES_ASK_FOR_LEVELS else ANY


def _memberships(user: User, on: date) -> list[Any]:
    """Each with `own_level`: what the association asks for, or None."""
    own = RoleLevel.objects.filter(association=OuterRef("association"), role=OuterRef("role"))
    found = Membership.objects.filter(user=user).current_on(on).order_by("starts_on", "role", "pk")
    with_unit = found.select_related("unit")
    return list(with_unit.annotate(own_level=Subquery(own.values("level"))))


def _standing(membership: Membership) -> Standing:
    permissions = frozenset(map(str, ROLE_OF[membership.role].permissions))
    agency = membership.unit.agency_id if membership.unit else None
    where = (membership.unit_id, agency)
    return Standing(membership.association_id, membership.role, permissions, *where)
