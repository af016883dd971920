"""What somebody leaves behind for others to take over. Each line is a number or a programme."""

from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.handover import OpenCases, open_cases
from stegvis.programmes.queries.assignments import assigned_to


def handed_over(user: UUID, viewer: Viewer) -> list[str]:
    """Sentences. A room whose work has to find somebody else adds its own here."""
    mine = viewer.associations_with(Permission.ADMINISTER)
    cases = open_cases(user, viewer=viewer, associations=mine)
    programmes = assigned_to(user, on=viewer.on, associations=mine)
    return [*map(_cases, cases), *map(_programme, programmes)]


def _cases(one: OpenCases) -> str:
    sentence = ngettext(
        "{n} person i {programme} behöver en ny ansvarig.",
        "{n} personer i {programme} behöver en ny ansvarig.",
        one.persons,
    )
    return sentence.format(n=one.persons, programme=one.programme or _("övriga ärenden"))


def _programme(name: str) -> str:
    return _("Arbetar i {programme}.").format(programme=name)
