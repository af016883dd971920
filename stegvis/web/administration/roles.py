"""The roles: what each is for and may do, and what it asks of a sign-in."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.organisations.actions.organisations import say_level
from stegvis.organisations.forms.organisations import LevelForm
from stegvis.organisations.queries.administration import (
    administered_by,
    association_of,
    holders_of_roles,
    roles_of,
)
from stegvis.organisations.values.changes import LevelSaid
from stegvis.organisations.values.levels import LEVEL_NAMES
from stegvis.organisations.values.permissions import PERMISSION_NAMES
from stegvis.organisations.values.risks import RISKS
from stegvis.organisations.values.roles import ROLE_OF, ROLES
from stegvis.web.administration.entrance import ADMINISTERS
from stegvis.web.administration.sections import links_for
from stegvis.web.shell.sending import BOTH, done, sent


@page(allow=ADMINISTERS)
def roles(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    holders = holders_of_roles(viewer)
    context = {
        "links": links_for(viewer, "roles"),
        "roles": [(role, holders.get(role.code, 0)) for role in ROLES],
        "associations": administered_by(viewer),
    }
    return render(request, "administration/roles.html", context)


@page(allow=ADMINISTERS)
def role(request: HttpRequest, code: str) -> HttpResponse:
    """What the role may do, its need and its risk: to be read, and printed."""
    if code not in ROLE_OF:
        raise Http404
    viewer, found = viewer_of(request), ROLE_OF[code]
    levels = [
        (one, next(here for here in roles_of(one.pk) if here.role is found))
        for one in administered_by(viewer)
    ]
    context = {
        "links": links_for(viewer, "roles"),
        "role": found,
        "permissions": [_(PERMISSION_NAMES[one]) for one in sorted(found.permissions)],
        "risk": RISKS[code],
        "levels": [(one, here, _(LEVEL_NAMES[here.level])) for one, here in levels],
    }
    return render(request, "administration/role.html", context)


@page(allow=ADMINISTERS, methods=BOTH)
def role_level(request: HttpRequest, code: str, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    association = association_of(viewer, association_id)
    here = next((one for one in roles_of(association.pk) if one.role.code == code), None)
    if here is None:
        raise Http404
    known = {"level": "" if here.own is None else str(here.own)}
    form = LevelForm(sent(request), suggested=here.suggested, initial=known)

    def act() -> str:
        say_level(LevelSaid(association.pk, code, form.said()), viewer=viewer)
        return _("Kravet är sparat. Det gäller från nästa sida som någon öppnar.")

    if request.method == "POST" and done(request, form, act):
        return redirect("role", code)
    context = {
        "links": links_for(viewer, "roles"),
        "form": form,
        "role": here.role,
        "association": association,
    }
    return render(request, "administration/role_level.html", context)


@page(allow=ADMINISTERS)
def risks(request: HttpRequest) -> HttpResponse:
    """The need and risk analysis of every role, on one page to print."""
    context = {
        "links": links_for(viewer_of(request), "roles"),
        "roles": [
            (role, RISKS[role.code], [_(PERMISSION_NAMES[one]) for one in sorted(role.permissions)])
            for role in ROLES
        ],
    }
    return render(request, "administration/risks.html", context)
