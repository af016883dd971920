"""The page that shows every component."""

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.core.actions.pages import page
from stegvis.core.values.viewers import anyone
from stegvis.web.gallery import samples


@page(allow=anyone)
def gallery(request: HttpRequest) -> HttpResponse:
    told = [Message(messages.SUCCESS, "Sparat."), Message(messages.ERROR, "Inte sparat.")]
    context = {
        "form": samples.SampleForm(),
        "refused": samples.refused_form(),
        "filters": samples.SampleFilter(),
        "numbers": samples.numbers(request),
        "links": samples.links(),
        "drawings": samples.drawings(),
        "told": told,
        "terms": [("Insatstid", "2026-01-01 – 2028-12-31"), ("Ägare", "Älvnäs kommun")],
        "rows": [("Kvinnor", 39, 75), ("Män", 36, 81)],
        "headings": ("Kön", "Till arbete", "Avslutade"),
        "faults": ["Blad Deltagare, rad 7, Startdatum: 31 mars. Skriv datum som 2026-03-31."],
    }
    return render(request, "gallery/gallery.html", context)
