"""What has been told of the person on purpose, and what may be asked for: who has looked."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

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
    acting = {one.pk for one in acting_for(viewer, person)}
    rows = [
        (disclosure_row(one), _address(one, acting, viewer.agencies))
        for one in disclosures_of(viewer, person)
    ]
    told = {"rows": rows, "may": bool(acting)}
    return Section("disclosures", _("Utlämnat"), "people/sections/disclosures.html", told)


def _address(one: Any, acting: Collection[UUID], mine: Collection[UUID]) -> str:
    """The recipient has a page of its own, with the copy; who only may know of it has none."""
    if one.owner_id in acting:
        return reverse("disclosure", args=[one.person_id, one.pk])
    return reverse("received_copy", args=[one.pk]) if one.recipient_id in mine else ""
