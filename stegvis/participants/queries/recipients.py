"""Who may receive what is told of a person."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency, Membership
from stegvis.organisations.values.roles import ROLES, Permission
from stegvis.participants.models import Involvement, Person
from stegvis.participants.models.seeing import consent_holds, in_force

READERS = tuple(role.code for role in ROLES if Permission.SEE_PERSONS in role.permissions)


@dataclass(frozen=True)
class Colleague:
    """Somebody of an agency who may open pages about persons, whether or not they see this one."""

    user: UUID
    name: str
    agency: Agency


def colleagues_of(person: Person, viewer: Viewer) -> list[Colleague]:
    """Those of the person's association who are there today, by agency and name."""
    found = (
        Membership.objects.current_on(viewer.on)
        .filter(
            association=person.association_id,
            role__in=READERS,
            unit__isnull=False,
            user__is_active=True,
        )
        .exclude(user=viewer.user)
        .select_related("user", "unit__agency")
        .order_by("unit__agency__name", "user__name", "user")
    )
    named = {(one.user_id, one.unit.agency_id): one for one in found if one.unit}
    return [
        Colleague(one.user_id, one.user.name, one.unit.agency) for one in named.values() if one.unit
    ]


def receivers_of(viewer: Viewer, person: Person, agency: UUID) -> frozenset[UUID]:
    """Users and units of the agency that see the person already; of a protected one, the named."""
    rows = Involvement.objects.unscoped(reason="whether there is anybody to receive")
    held = rows.filter(
        Q(consent=None) | consent_holds(viewer, "consent__"),
        in_force(viewer),
        person=person.pk,
        agency=agency,
    )
    if person.is_protected:
        held = held.filter(named=True)
    return frozenset(one.user_id or one.unit_id for one in held)
