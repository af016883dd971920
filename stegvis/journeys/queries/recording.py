"""On whose behalf somebody may record something of a person."""

from django.db.models import Q

from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.models import Involvement, Person
from stegvis.participants.models.seeing import consent_holds


def recorder_of(viewer: Viewer, person: Person) -> Involvement:
    """The viewer's own involvement that lets them record; refused where there is none."""
    found = recorder_or_none(viewer, person)
    if found is None:
        raise Refused(
            _("Du kan läsa men inte skriva här. Det gör den som arbetar med personen i insatsen.")
        )
    return found


def why_not_record(viewer: Viewer, person: Person) -> str:
    """The sentence on the page; nothing where the viewer may record."""
    try:
        recorder_of(viewer, person)
    except Refused as refused:
        return refused.sentence
    return ""


def recorder_or_none(viewer: Viewer, person: Person) -> Involvement | None:
    agencies = {
        one.agency
        for one in viewer.standings
        if one.association == person.association_id and Permission.RECORD in one.permissions
    }
    mine = Involvement.objects.of(viewer, person).filter(
        Q(user=viewer.user) | Q(unit__in=viewer.units),
        Q(consent=None) | consent_holds(viewer, "consent__"),
        agency__in=agencies,
        classes__contains=[About.ORDINARY],
    )
    found: Involvement | None = mine.current(viewer).order_by("-named", "starts_on", "pk").first()
    return found
