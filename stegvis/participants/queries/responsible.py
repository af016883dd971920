"""The unit that answers for a person, where somebody sees them."""

from datetime import date
from uuid import UUID

from django.db.models import F, Q

from stegvis.organisations.models import Unit
from stegvis.participants.models import Involvement
from stegvis.participants.queries.numbers import NOBODY_HAS


def responsible_unit(person: UUID | None, on: date) -> UUID | None:
    """Inside `unscoped`. Of the owner's involved: a named colleague's, the unit's own, another's.

    Two queries whether or not there is a person, so that nothing shows in the time it takes.
    """
    rows = Involvement.objects.unscoped(reason="who answers for the person")
    current = rows.filter(Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on)
    own = current.filter(person=person or NOBODY_HAS, agency=F("person__owner"))
    one = own.order_by("-named", F("unit").asc(nulls_last=True), "starts_on", "pk").first()
    user, unit, agency = (one.user_id, one.unit_id, one.agency_id) if one else (None,) * 3
    theirs = Q(memberships__user=user or NOBODY_HAS, agency=agency or NOBODY_HAS)
    units = Unit.objects.filter(Q(pk=unit or NOBODY_HAS) | theirs).order_by("name", "pk")
    found: UUID | None = units.values_list("pk", flat=True).first()
    return found
