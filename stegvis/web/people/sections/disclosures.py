"""What has been told of the person on purpose, and what may be asked for: who has looked."""

from django.urls import reverse

from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.disclosures import disclosures_of
from stegvis.participants.queries.persons import Person
from stegvis.web.disclosures.presenters import disclosure_row
from stegvis.web.people.section import Section


def section(viewer: Viewer, person: Person) -> Section | None:
    may = viewer.may(Permission.DISCLOSE, person.association_id)
    if not may:
        return None
    rows = [
        (disclosure_row(one), reverse("disclosure", args=[person.pk, one.pk]))
        for one in disclosures_of(viewer, person)
    ]
    told = {"rows": rows, "may": bool(acting_for(viewer, person))}
    return Section("disclosures", _("Utlämnat"), "people/sections/disclosures.html", told)
