"""Who of the head's agency has looked at somebody: handed over to the participant who asks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.participants.actions.searching import extract_for_participant
from stegvis.participants.forms.log_reviews import AskedForm
from stegvis.participants.queries.log_reviews import headed, headed_units
from stegvis.reports.actions.log_extracts import log_extract_pdf
from stegvis.web.logs.entrance import REVIEWS
from stegvis.web.mine.looked import looked_line
from stegvis.web.mine.presenters import own_words
from stegvis.web.shell.downloads import download
from stegvis.web.shell.sending import BOTH, sent


@page(allow=REVIEWS, methods=BOTH)
def asked_extract(request: HttpRequest) -> HttpResponse:
    """The number is sent, so that it stands in no address; the answer is the file."""
    viewer = viewer_of(request)
    units = headed_units(viewer)
    form = AskedForm(sent(request), units=units, on=viewer.on)
    if request.method != "POST" or not form.is_valid():
        return render(request, "logs/extract.html", {"form": form})
    said = form.cleaned_data
    standing = next(one for one in headed(viewer) if str(one.unit) == said["unit"])
    agency = next(one.agency.name for one in units if str(one.pk) == said["unit"])
    looked = extract_for_participant(
        said["number"], standing=standing, names=said["names"], viewer=viewer
    )
    rows = [looked_line(one).as_row() for one in looked]
    about = _("Raderna är de som {agency} svarar för. {what}")
    words = about.format(agency=agency, what=own_words(names=said["names"]))
    digits = said["number"].digits
    whose = f"{digits[:8]}-{digits[8:]}"
    content = log_extract_pdf(rows, whose=whose, on=viewer.on, about=words)
    return download(content, f"loggutdrag-{viewer.on}.pdf", "application/pdf")
