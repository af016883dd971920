"""Who may be involved with a person."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Membership
from stegvis.organisations.values.roles import WORKING
from stegvis.participants.models import Involvement, Person
from stegvis.participants.values.reasons import NOT_WORK


def check_can_take_over(user: UUID, agencies: Collection[UUID], *, on: date) -> None:
    """In a role that works with persons, at each agency on whose behalf there is something."""
    held = Membership.objects.filter(user=user, role__in=WORKING, unit__agency__in=agencies)
    works_at = set(held.current_on(on).values_list("unit__agency", flat=True))
    if not set(agencies) <= works_at:
        raise Refused(
            _(
                "Den som tar över ska arbeta hos samma myndighet den dagen, i en roll som ser"
                " deltagare. Välj någon annan."
            )
        )


def check_can_end(
    one: Involvement, person: Person, *, viewer: Viewer, mine: Collection[UUID], others: int
) -> None:
    """One's own, or by those who work for the same agency; `others` work there for the person.

    Of the agency that answers, somebody must be left, or nobody would see the person at all.
    """
    if one.user_id != viewer.user and one.agency_id not in mine:
        raise Refused(
            _("Bara den som arbetar med personen hos {agency} kan avsluta det.").format(
                agency=one.agency.name
            )
        )
    if one.reason in NOT_WORK:
        raise Refused(_("Det här avslutas inte för hand: det upphör av sig självt."))
    if one.agency_id == person.owner_id and not others:
        raise Refused(
            _(
                "Ingen annan hos {agency} skulle se personen. Se till att någon annan är med först,"
                " eller låt enhetschefen lämna över ärendet."
            ).format(agency=one.agency.name)
        )
