"""Who may be involved with a person."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Membership
from stegvis.organisations.values.roles import ROLE_OF


def check_can_take_over(user: UUID, agencies: Collection[UUID], *, on: date) -> None:
    """In a role that sees persons, at each agency on whose behalf there is something to take."""
    held = Membership.objects.filter(user=user, unit__agency__in=agencies).current_on(on)
    works_at = {
        one.unit.agency_id
        for one in held.select_related("unit")
        if one.unit and ROLE_OF[one.role].sees_persons
    }
    if not set(agencies) <= works_at:
        raise Refused(
            _(
                "Den som tar över ska arbeta hos samma myndighet den dagen, i en roll som ser"
                " deltagare. Välj någon annan."
            )
        )
