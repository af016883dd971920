"""Cases that wait for somebody new, for the list of work."""

from collections.abc import Iterator

from django.urls import reverse

from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.handover import waiting_leavers
from stegvis.participants.queries.unheard import unheard_questions
from stegvis.web.handovers.presenters import unheard_words, waiting_words

Line = tuple[str, str, str, str]
"""Whose it is, what is to be done, where, and what the link says."""


def to_hand_over(viewer: Viewer) -> Iterator[Line]:
    if not viewer.may(Permission.HAND_OVER):
        return
    for one, cases in waiting_leavers(viewer):
        href = reverse("handover", args=[one.membership])
        yield one.unit, waiting_words(one, cases, viewer.on), href, _("Lämna över")
    unheard = len(unheard_questions(viewer))
    if unheard:
        yield _("Ärenden"), unheard_words(unheard), reverse("handovers"), _("Till frågorna")
