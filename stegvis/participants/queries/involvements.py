"""Who may see a person, told to those who do; and how much somebody would leave behind."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from stegvis.core.actions import row_security
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import ConsentException, Involvement, Person
from stegvis.participants.models.seeing import consent_holds, in_force


@dataclass(frozen=True)
class Involved:
    """One user or unit; what they see beside the name is not told, so that nothing shows by it."""

    name: str
    is_unit: bool
    agency: str
    reason: str
    until: date | None


def involved_with(viewer: Viewer, person: Person) -> list[Involved]:
    """Those who see the person today. One query."""
    shut = ConsentException.objects.visible_to(viewer).filter(
        in_force(viewer), person=person, against_user=OuterRef("user")
    )
    holds = Q(consent=None) | consent_holds(viewer, "consent__")
    rows = Involvement.objects.visible_to(viewer).current(viewer)
    rows = rows.filter(holds, ~Exists(shut), person=person)
    if person.is_protected:
        rows = rows.filter(named=True)
    ordered = rows.select_related("user", "unit", "agency").order_by(
        "agency__name", "user__name", "unit__name", "starts_on", "pk"
    )
    return list(dict.fromkeys(_told(one) for one in ordered))


def persons_left_by(user: UUID, association: UUID, on: date) -> int:
    """How many persons somebody is involved with by name: a number, for who administers."""
    with row_security.unscoped(reason="how many are to be handed over"):
        rows = Involvement.objects.unscoped(reason="a number only")
        theirs = rows.filter(user=user, agency__association=association).exclude(ends_on__lte=on)
        return int(theirs.values("person").distinct().count())


def _told(one: Involvement) -> Involved:
    name = one.user.name if one.user else one.unit.name if one.unit else ""
    return Involved(name, one.unit is not None, one.agency.name, one.reason, one.ends_on)
