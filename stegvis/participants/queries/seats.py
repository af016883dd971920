"""Where somebody may register persons, and why not."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency, Association
from stegvis.organisations.values.roles import Permission
from stegvis.participants.values.registering import Seat


def seats_of(viewer: Viewer) -> list[Seat]:
    """The agencies for which the viewer registers, where the association is ready for it."""
    keys = [
        one.agency
        for one in viewer.standings
        if one.agency and Permission.REGISTER_PERSONS in one.permissions
    ]
    found = Agency.objects.filter(pk__in=keys).select_related("association").order_by("name")
    return [
        Seat(one.association_id, one.pk, one.name)
        for one in found
        if one.association.may_register_persons(viewer.on) and one.is_there_on(viewer.on)
    ]


def why_not_register(viewer: Viewer) -> str:
    """The sentence on the button; nothing when there is somewhere to register."""
    if seats_of(viewer):
        return ""
    keys = viewer.associations_with(Permission.REGISTER_PERSONS)
    names = Association.objects.filter(pk__in=keys).order_by("name").values_list("name", flat=True)
    sentence = _(
        "{association} registrerar inga personer än. Först ska personuppgiftsavtalet,"
        " överenskommelsen om gemensamt ansvar och konsekvensbedömningen ha sina datum; det sköter"
        " administratören."
    )
    return sentence.format(association=", ".join(names))
