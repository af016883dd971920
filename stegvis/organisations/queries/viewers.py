"""The person at the screen, with their standings today."""

from datetime import date
from uuid import UUID

from stegvis.core.values.viewers import NOBODY, Standing, Viewer
from stegvis.organisations.models import Membership, User
from stegvis.organisations.values.roles import ROLE_OF


def viewer_for(user_id: UUID, *, on: date) -> Viewer:
    """One query for who it is, one for the standings; nobody when the account is closed."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return NOBODY
    memberships = (
        Membership.objects.filter(user=user)
        .current_on(on)
        .order_by("starts_on")
        .select_related("unit")
    )
    return Viewer(user.pk, user.name, tuple(map(_standing, memberships)), on)


def _standing(membership: Membership) -> Standing:
    permissions = frozenset(map(str, ROLE_OF[membership.role].permissions))
    agency = membership.unit.agency_id if membership.unit else None
    where = (membership.unit_id, agency)
    return Standing(membership.association_id, membership.role, permissions, *where)
