"""Changing a definition on screen: what there is to change, and each part of it as a form."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from stegvis.core.actions.pages import page
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import MayAnywhere
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.forms.parts import PART_OF, PARTS, PartForms
from stegvis.web.programmes.history import compared
from stegvis.web.programmes.working import read, shown, to_hub, workplace
from stegvis.web.shell.sending import sent

MAY_DEFINE = MayAnywhere(Permission.DEFINE_PROGRAMMES)
BOTH = ("GET", "POST")


@page(allow=MAY_DEFINE, methods=BOTH)
def change(request: HttpRequest, programme_id: UUID | None = None) -> HttpResponse:
    place = workplace(request, programme_id)
    if request.method == "POST":
        place.forget()
        messages.success(request, _("Dina ändringar är borttagna."))
        return redirect(place.leaving)
    reading, refused = place.read()
    before = place.before()
    context = {
        "parts": [(part, place.address("change_part", slug=part.slug)) for part in PARTS],
        "goals": place.address("change_goals"),
        "review": place.address("change_review"),
        "above": reading.definition.name if reading and before is None else "",
        "refused": refused,
        "compared": compared(before, reading.definition) if before and reading else None,
        "refusal": _why_not_review(is_kept=place.copy.is_kept, is_wrong=refused is not None),
        "wrong": _("Rätta det som är fel i texten först.") if refused else "",
    }
    return shown(request, place, "programmes/change.html", context)


@page(allow=MAY_DEFINE, methods=BOTH)
def change_part(request: HttpRequest, slug: str, programme_id: UUID | None = None) -> HttpResponse:
    place = workplace(request, programme_id)
    reading, _refused = place.read()
    if slug not in PART_OF:
        raise Http404
    if reading is None:
        return to_hub(place)
    data = sent(request)
    forms = PartForms(PART_OF[slug], place.copy.text, reading.definition, data)
    refused = None
    if data is not None and not forms.asks_for_more and forms.is_valid():
        try:
            text = forms.changed_text()
            read(text)
        except Refused as error:
            refused = error
        else:
            if text != place.copy.text:
                place.keep(text)
            return to_hub(place)
    is_sent = data is not None and not forms.asks_for_more
    context = {"forms": forms, "refused": refused, "wrong": list(forms.wrong()) if is_sent else []}
    return shown(request, place, "programmes/part.html", context)


def _why_not_review(*, is_kept: bool, is_wrong: bool) -> str:
    if is_wrong:
        return _("Rätta det som är fel i texten först.")
    return "" if is_kept else _("Du har inte ändrat något än.")
