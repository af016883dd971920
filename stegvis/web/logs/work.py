"""What waits for a unit head, for the list of work."""

from collections.abc import Iterator

from django.urls import reverse

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.log_reviews import units_to_review, waiting_alarms

Line = tuple[str, str, str, str]
"""Whose it is, what is to be done, where, and what the link says."""


def to_review(viewer: Viewer) -> Iterator[Line]:
    if not viewer.may(Permission.REVIEW_LOG):
        return
    href = reverse("log_reviews")
    alarms = waiting_alarms(viewer)
    if alarms:
        said = ngettext("{n} larm om läsning väntar.", "{n} larm om läsning väntar.", alarms)
        yield _("Loggkontroll"), said.format(n=number(alarms)), href, _("Till larmen")
    for unit, month in units_to_review(viewer):
        said = _("Loggen för {month} är inte granskad.").format(month=month.strftime("%Y-%m"))
        yield unit.name, said, reverse("new_log_review"), _("Gör loggkontrollen")
