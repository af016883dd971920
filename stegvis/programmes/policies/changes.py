"""Who may change what a programme is, and what is asked of a change before it is kept."""

from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission


def check_can_define(association: UUID, viewer: Viewer) -> None:
    if not viewer.may(Permission.DEFINE_PROGRAMMES, association):
        raise Refused(
            _("Den som leder insatsen och förbundschefen kan ändra den. Du kan läsa allt som står.")
        )


def why_not_define(association: UUID, viewer: Viewer) -> str:
    """The sentence on the disabled button; nothing when it may be pressed."""
    try:
        check_can_define(association, viewer)
    except Refused as refused:
        return refused.sentence
    return ""
