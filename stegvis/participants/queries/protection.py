"""Who is on the list of a protected person, who could be, and what has been decided."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership
from stegvis.organisations.values.roles import ROLE_OF
from stegvis.participants.models import Involvement, Person, ProtectionDecision
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.values.reasons import Reason


@dataclass(frozen=True)
class Named:
    user: UUID
    name: str
    agency: UUID
    agency_name: str


def named_of(viewer: Viewer, person: Person) -> list[Named]:
    return _distinct(_current(viewer, person).filter(named=True))


def nameable(viewer: Viewer, person: Person) -> list[Named]:
    """Those who are involved by name, and colleagues whose role sees persons."""
    on_list = {one.user for one in named_of(viewer, person)}
    found = _distinct(_current(viewer, person)) + _colleagues(viewer, person)
    others = {one.user: one for one in reversed(found) if one.user not in on_list}
    return sorted(others.values(), key=lambda one: (one.name, one.user))


def decisions_of(viewer: Viewer, person: Person) -> list[ProtectionDecision]:
    rows = ProtectionDecision.objects.visible_to(viewer).filter(person=person)
    return list(rows.order_by("-decided_at", "pk"))


def _current(viewer: Viewer, person: Person) -> Any:
    """Without the participant, who is on the list of themself as long as they have a page."""
    rows = Involvement.objects.visible_to(viewer).current(viewer).exclude(reason=Reason.OWN)
    theirs = rows.filter(person=person, user__isnull=False).select_related("user", "agency")
    return theirs.order_by("user__name", "pk")


def _distinct(rows: Any) -> list[Named]:
    each = [Named(one.user_id, one.user.name, one.agency_id, one.agency.name) for one in rows]
    return list({one.user: one for one in reversed(each)}.values())[::-1]


def _colleagues(viewer: Viewer, person: Person) -> list[Named]:
    held = Membership.objects.filter(unit__agency__in=acting_for(viewer, person))
    rows = held.current_on(viewer.on).select_related("user", "unit__agency")
    return [
        Named(one.user_id, one.user.name, one.unit.agency_id, one.unit.agency.name)
        for one in rows.order_by("user__name", "pk")
        if one.unit and one.user.is_active and ROLE_OF[one.role].sees_persons
    ]
