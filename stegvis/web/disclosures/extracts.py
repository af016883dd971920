"""Who has looked, handed over by staff who answer a request; of their own agency."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.sightings import Action
from stegvis.organisations.values.roles import Permission
from stegvis.participants.queries.acting import answering_for
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
    """By an agency that works with the person, of its own log; the participant has all of it."""
    viewer = viewer_of(request)
    person = person_of(viewer, person_id, Permission.DISCLOSE)
    agency = answering_for(viewer, person)
    if agency is None:
        raise Http404
    looked = extract(person.pk, names=names, agency=agency.pk, viewer=viewer)
    rows = [looked_line(one, person.account_id).as_row() for one in looked]
    about = _("Raderna är de som {agency} svarar för. {what}")
    said = about.format(agency=agency.name, what=own_words(names=names))
    content = log_extract_pdf(rows, whose=str(person), on=viewer.on, about=said)
    return download(content, f"loggutdrag-{viewer.on}.pdf", "application/pdf")
