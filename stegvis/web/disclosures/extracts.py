"""Who has looked, handed over by staff who answer a request; of their own agency."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.extracts import extract
from stegvis.participants.queries.persons import person_of
from stegvis.reports.actions.log_extracts import log_extract_pdf
from stegvis.web.consents.entrance import DISCLOSES
from stegvis.web.mine.looked import looked_line
from stegvis.web.mine.presenters import own_words
from stegvis.web.shell.downloads import download


@page(allow=DISCLOSES, action=Action.EXPORT)
def log_extract(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return _file(request, person_id, names=False)


@page(allow=DISCLOSES, action=Action.EXPORT)
def log_extract_named(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return _file(request, person_id, names=True)


def _file(request: HttpRequest, person_id: UUID, *, names: bool) -> HttpResponse:
    """Each agency answers for its own log; the participant's own page has them all."""
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.DISCLOSE)
    acting = acting_for(viewer, person)
    if not acting:
        raise Refused(_("Loggutdrag lämnas av den som arbetar med personen."))
    looked = [row for agency in acting for row in extract(person.pk, names=names, agency=agency.pk)]
    rows = [looked_line(one, person.account_id).as_row() for one in looked]
    who = ", ".join(one.name for one in acting)
    about = _("Raderna är de som {agency} svarar för. {what}")
    said = about.format(agency=who, what=own_words(names=names))
    content = log_extract_pdf(rows, whose=str(person), on=viewer.on, about=said)
    return download(content, f"loggutdrag-{viewer.on}.pdf", "application/pdf")
