"""Unit heads: which units each answers for, and who leaves them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership, Unit
from stegvis.organisations.values.roles import HEADING, ROLE_OF, WORKING, Permission


@dataclass(frozen=True)
class Leaver:
    """Who had a role with cases at a unit. From `leaves_on` they do not work there.

    `moved_to` is another unit of the same agency, where they work from then on; or "".
    """

    membership: UUID
    user: UUID
    name: str
    unit: str
    agency: UUID
    agency_name: str
    association: UUID
    leaves_on: date
    moved_to: str


def units_covered_by(viewer: Viewer) -> frozenset[UUID]:
    """One's own, and those of the agency that have no head."""
    own = {one.unit for one in viewer.standings if _heads(one.permissions) and one.unit}
    agencies = {one.agency for one in viewer.standings if _heads(one.permissions) and one.agency}
    if not own:
        return frozenset()
    there = Unit.objects.filter(agency__in=agencies)
    headed = Membership.objects.filter(role__in=HEADING, user__is_active=True).current_on(viewer.on)
    bare = there.exclude(pk__in=headed.filter(unit__in=there).values("unit"))
    return frozenset({*own, *bare.values_list("pk", flat=True)})


def heads_of(units: Iterable[UUID], on: date) -> dict[UUID, list[str]]:
    """For each unit the names of its heads, or of its agency's where it has none."""
    found = {one.pk: one.agency_id for one in Unit.objects.filter(pk__in=list(units))}
    rows = Membership.objects.filter(role__in=HEADING, user__is_active=True).current_on(on)
    at_unit, at_agency = defaultdict(list), defaultdict(list)
    held = rows.filter(unit__agency__in=set(found.values())).select_related("user", "unit")
    for one in held.order_by("user__name", "pk"):
        if one.unit:
            at_unit[one.unit_id].append(one.user.name)
            at_agency[one.unit.agency_id].append(one.user.name)
    return {unit: at_unit[unit] or at_agency[agency] for unit, agency in found.items()}


def leavers_of(viewer: Viewer) -> list[Leaver]:
    """Who has left a unit that the viewer covers, or is about to; the latest first."""
    units = units_covered_by(viewer)
    agencies = set(Unit.objects.filter(pk__in=units).values_list("agency", flat=True))
    rows = Membership.objects.filter(unit__agency__in=agencies, role__in=WORKING)
    held = rows.filter(Q(ends_on=None) | Q(ends_on__gt=F("starts_on")))
    by_user: dict[tuple[UUID, UUID], list[Any]] = defaultdict(list)
    for one in held.select_related("user", "unit__agency").order_by("starts_on", "pk"):
        if one.unit:
            by_user[one.user_id, one.unit.agency_id].append(one)
    found = [_leaver(theirs, units) for theirs in by_user.values()]
    there = [one for one in found if one]
    return sorted(there, key=lambda one: (one.leaves_on, one.name, one.user), reverse=True)


def workers_of(agency: UUID, on: date) -> list[tuple[UUID, str]]:
    """Who may take over a case there on a day: each with the name, the role and the unit."""
    rows = Membership.objects.filter(
        unit__agency=agency, role__in=WORKING, user__is_active=True
    ).current_on(on)
    named = rows.select_related("user", "unit").order_by("user__name", "unit__name", "pk")
    told = {one.user_id: _who(one) for one in reversed(named)}
    return list(told.items())[::-1]


def _who(one: Any) -> str:
    return ", ".join((one.user.name, _(ROLE_OF[one.role].name), one.unit.name))


def _heads(permissions: Collection[str]) -> bool:
    return Permission.HAND_OVER in permissions


def _leaver(theirs: list[Any], units: Collection[UUID]) -> Leaver | None:
    """Of what somebody holds and has held at one agency. A new role at the same unit is no move."""
    lasting = [one for one in theirs if one.ends_on is None]
    ended = [one for one in theirs if one.ends_on and one.unit_id in units]
    if not ended:
        return None
    last = max(ended, key=lambda one: (one.ends_on, str(one.pk)))
    later = [one for one in theirs if one.ends_on and one.ends_on > last.ends_on] + lasting
    if any(one.unit_id == last.unit_id for one in later):
        return None
    return Leaver(
        membership=last.pk,
        user=last.user_id,
        name=last.user.name,
        unit=last.unit.name,
        agency=last.unit.agency_id,
        agency_name=last.unit.agency.name,
        association=last.association_id,
        leaves_on=last.ends_on,
        moved_to=later[-1].unit.name if later else "",
    )
