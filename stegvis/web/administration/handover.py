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
    programmes = assigned_to(user, on=viewer.on, associations=mine)
    return [*cases_left(user, viewer), *map(_programme, programmes)]


def cases_left(user: UUID, viewer: Viewer) -> list[str]:
    """How many cases, and with which head they wait."""
    mine = viewer.associations_with(Permission.ADMINISTER)
    return list(map(_cases, open_cases(user, viewer=viewer, associations=mine)))


def _cases(one: OpenCases) -> str:
    """How many, and who hands them over."""
    sentence = ngettext(
        "{n} ärende hos {agency} behöver någon ny.",
        "{n} ärenden hos {agency} behöver någon ny.",
        one.persons,
    ).format(n=one.persons, agency=one.agency)
    where = (
        _("De väntar hos {heads}.").format(heads=one.heads)
        if one.heads
        else _("Där finns ingen enhetschef: ge någon den rollen, så att de kan lämnas över.")
    )
    return f"{sentence} {where}"


def _programme(name: str) -> str:
    return _("Arbetar i {programme}.").format(programme=name)
