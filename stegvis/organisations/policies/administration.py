"""Who may administer an association, and what is asked of its agencies and units."""

from datetime import date, timedelta
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency, Membership, Unit
from stegvis.organisations.values.roles import Permission


def check_administers(viewer: Viewer, association: UUID) -> None:
    if not viewer.may(Permission.ADMINISTER, association):
        raise Refused(_("Bara en administratör i förbundet gör det här."))


def check_is_there(place: Agency | Unit, on: date) -> None:
    if not place.is_there_on(on):
        raise Refused(_("{name} har upphört. Välj en annan.").format(name=place.name))


def check_can_end(place: Agency | Unit, last_day: date) -> None:
    """Those who work there are moved first, so that nobody loses a role unawares."""
    inside = {"unit__agency": place} if isinstance(place, Agency) else {"unit": place}
    left = Membership.objects.filter(**inside).lasting(last_day + timedelta(days=1)).count()
    if not left:
        return
    sentence = ngettext(
        "{n} roll gäller där efter {day}. Flytta eller avsluta den först.",
        "{n} roller gäller där efter {day}. Flytta eller avsluta dem först.",
        left,
    )
    raise Refused(sentence.format(n=left, day=day(last_day)))
