"""Associations with their agencies, units and settings, for whoever administers them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Act, Agency, Association, Membership, RoleLevel, Unit
from stegvis.organisations.queries.viewers import level_asked
from stegvis.organisations.values.roles import ROLES, Permission, Role

LATEST_ACTS = 20


@dataclass(frozen=True)
class RoleHere:
    """A role as an association has it: `own` is what it asks for itself, `level` what holds."""

    role: Role
    own: int | None
    suggested: int

    @property
    def level(self) -> int:
        return self.suggested if self.own is None else self.own


def administered_by(viewer: Viewer) -> "QuerySet[Association]":
    mine = viewer.associations_with(Permission.ADMINISTER)
    return Association.objects.filter(pk__in=mine).order_by("name")


def association_of(viewer: Viewer, key: UUID) -> Association:
    return administered_by(viewer).get(pk=key)


def agencies_of(viewer: Viewer, association: UUID | None = None) -> list[Agency]:
    """With `all_units`, each with `holders`: how many hold a role there today."""
    found = _agencies(viewer)
    if association:
        found = found.filter(association=association)
    units = Unit.objects.annotate(holders=_holders(viewer)).order_by("name")
    prefetched = found.prefetch_related(Prefetch("units", queryset=units, to_attr="all_units"))
    return list(prefetched.select_related("association").order_by("association__name", "name"))


def agency_of(viewer: Viewer, key: UUID) -> Agency:
    return _agencies(viewer).select_related("association").get(pk=key)


def unit_of(viewer: Viewer, key: UUID) -> Unit:
    mine = viewer.associations_with(Permission.ADMINISTER)
    units = Unit.objects.filter(agency__association__in=mine)
    return units.select_related("agency__association").get(pk=key)


def units_there(viewer: Viewer, association: UUID) -> list[tuple[UUID, str]]:
    """Those that can be chosen today, each as “agency: unit”."""
    mine = viewer.associations_with(Permission.ADMINISTER)
    units = Unit.objects.filter(agency__association__in=mine, agency__association=association)
    still = Q(ends_on=None) | Q(ends_on__gt=viewer.on)
    whole = Q(agency__ends_on=None) | Q(agency__ends_on__gt=viewer.on)
    found = units.filter(still, whole).select_related("agency").order_by("agency__name", "name")
    return [(one.pk, f"{one.agency.name}: {one.name}") for one in found]


def roles_of(association: UUID) -> list[RoleHere]:
    own = dict(RoleLevel.objects.filter(association=association).values_list("role", "level"))
    return [RoleHere(role, own.get(role.code), level_asked(role.code, None)) for role in ROLES]


def latest_acts(viewer: Viewer) -> list[Act]:
    mine = viewer.associations_with(Permission.ADMINISTER)
    acts = Act.objects.filter(association__in=mine).select_related("user", "by")
    return list(acts.order_by("-at", "pk")[:LATEST_ACTS])


def holders_of_roles(viewer: Viewer) -> dict[str, int]:
    """How many hold each role today. Participants are not counted here."""
    mine = viewer.associations_with(Permission.ADMINISTER)
    held = Membership.objects.of_staff().current_on(viewer.on).filter(association__in=mine)
    return dict(held.values_list("role").annotate(n=Count("user", distinct=True)))


def _agencies(viewer: Viewer) -> "QuerySet[Agency]":
    return Agency.objects.filter(association__in=viewer.associations_with(Permission.ADMINISTER))


def _holders(viewer: Viewer) -> Count:
    there = Q(memberships__starts_on__lte=viewer.on) & (
        Q(memberships__ends_on=None) | Q(memberships__ends_on__gt=viewer.on)
    )
    return Count("memberships__user", filter=there, distinct=True)
