"""Who it is. The number is opened by who asks; where a protected person lives is not told."""

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.participants.queries.persons import Person
from stegvis.participants.values.persons import (
    GENDER_NAMES,
    GROUND_NAMES,
    Gender,
    Ground,
    NumberKind,
)
from stegvis.web.people.section import Section


def section(_viewer: Viewer, person: Person) -> Section:
    rows = [
        (_("Född"), person.birth_year or _("Okänt")),
        (_("Kön"), _(GENDER_NAMES[Gender(person.gender)])),
    ]
    if not person.is_protected:
        rows.append((_("Kommun"), person.municipality or _("Okänd")))
    rows.append((_("Ansvarig"), person.owner.name))
    if person.ground and person.ground_on:
        said = _("{ground}, från {day}")
        ground = _(GROUND_NAMES[Ground(person.ground)])
        rows.append((_("Grund"), said.format(ground=ground, day=day(person.ground_on))))
    told = {"rows": rows, "has_number": person.number_kind != NumberKind.NONE}
    return Section("identity", _("Personen"), "people/sections/identity.html", told)
