"""Who it is: what is not hidden until somebody asks for it."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.participants.queries.persons import Person
from stegvis.participants.values.persons import GENDER_NAMES, Gender
from stegvis.web.people.section import Section


def section(_viewer: Viewer, person: Person) -> Section:
    rows = [
        (_("Namn"), str(person)),
        (_("Född"), person.birth_year or _("Okänt")),
        (_("Kön"), _(GENDER_NAMES[Gender(person.gender)])),
        (_("Kommun"), person.municipality or _("Okänd")),
        (_("Ansvarig"), person.owner.name),
    ]
    return Section("identity", _("Personen"), "people/sections/identity.html", {"rows": rows})
