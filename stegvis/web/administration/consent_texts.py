"""The words that people agree to, version by version, and the rules around them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.queries.administration import administered_by, association_of
from stegvis.participants.actions.consent_texts import add_text
from stegvis.participants.actions.rules import decide_rules
from stegvis.participants.forms.consent_texts import ConsentRulesForm, ConsentTextForm
from stegvis.participants.queries.consent_texts import text_of, texts_agreed_to, texts_of
from stegvis.participants.queries.rules import rules_of
from stegvis.participants.values.consents import PURPOSE_NAMES, Purpose
from stegvis.web.administration.entrance import ADMINISTERS
from stegvis.web.administration.sections import links_for
from stegvis.web.shell.sending import BOTH, done, sent

KEPT = ("purpose", "language", "title", "body", "months_valid")
RULES = ("statistics_need_consent", "extract_names_staff", "warn_weeks", "minors_sentence")


@page(allow=ADMINISTERS)
def consent_texts(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    context = {
        "links": links_for(viewer, "consent_texts"),
        "associations": [(one, _rows(one.pk)) for one in administered_by(viewer)],
        "on": viewer.on,
    }
    return render(request, "administration/consent_texts.html", context)


@page(allow=ADMINISTERS)
def consent_text(request: HttpRequest, text_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = text_of(_administered(viewer), text_id)
    context = {"links": links_for(viewer, "consent_texts"), "text": found}
    return render(request, "administration/consent_text.html", context)


@page(allow=ADMINISTERS, methods=BOTH)
def new_consent_text(request: HttpRequest, association_id: UUID) -> HttpResponse:
    """`?efter=` is the version that it begins from."""
    viewer = viewer_of(request)
    association = association_of(viewer, association_id)
    form = ConsentTextForm(sent(request), initial=_initial(request, association.pk, viewer))

    def add() -> str:
        made = add_text(association.pk, form.new(), by=viewer.user, on=viewer.on)
        said = _("{title}, version {number}, gäller från {day}.")
        return said.format(title=made.title, number=made.number, day=day(made.starts_on))

    if request.method == "POST" and done(request, form, add):
        return redirect("consent_texts")
    title = _("Ny version av en samtyckestext")
    return _form(request, form, title, association.name)


@page(allow=ADMINISTERS, methods=BOTH)
def consent_rules(request: HttpRequest, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    association = association_of(viewer, association_id)
    rules = rules_of(association.pk)
    form = ConsentRulesForm(sent(request), initial={name: getattr(rules, name) for name in RULES})

    def decide() -> str:
        decide_rules(association.pk, form.new(), by=viewer.user)
        return _("Reglerna är sparade.")

    if request.method == "POST" and done(request, form, decide):
        return redirect("consent_texts")
    return _form(request, form, _("Regler för samtycken"), association.name)


CONSENT_TEXTS = [
    path("samtyckestexter/", consent_texts, name="consent_texts"),
    path("samtyckestexter/<uuid:text_id>/", consent_text, name="consent_text"),
    path(
        "forbund/<uuid:association_id>/ny-samtyckestext/", new_consent_text, name="new_consent_text"
    ),
    path("forbund/<uuid:association_id>/samtyckesregler/", consent_rules, name="consent_rules"),
]


def _rows(association: UUID) -> list[dict[str, object]]:
    used = texts_agreed_to(association)
    return [
        {"text": one, "purpose": _(PURPOSE_NAMES[Purpose(one.purpose)]), "is_used": one.pk in used}
        for one in texts_of(association)
    ]


def _initial(request: HttpRequest, association: UUID, viewer: Viewer) -> dict[str, object]:
    after = request.GET.get("efter", "")
    known = {str(one.pk): one for one in texts_of(association)}.get(after)
    begun = {name: getattr(known, name) for name in KEPT} if known else {}
    return {"starts_on": viewer.on, **begun}


def _administered(viewer: Viewer) -> frozenset[UUID]:
    return frozenset(one.pk for one in administered_by(viewer))


def _form(request: HttpRequest, form: object, title: str, above: str) -> HttpResponse:
    links = links_for(viewer_of(request), "consent_texts")
    context = {"links": links, "form": form, "title": title, "above": above}
    return render(request, "administration/consent_form.html", context)
