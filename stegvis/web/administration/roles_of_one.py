"""One colleague's roles are given, exchanged and ended; and what else is done with an account."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.actions import colleagues as accounts
from stegvis.organisations.actions.memberships import end, grant
from stegvis.organisations.forms.colleagues import EndForm, RoleForm
from stegvis.organisations.queries.administration import association_of, units_there
from stegvis.organisations.queries.colleagues import colleague_of, membership_of
from stegvis.web.administration.entrance import ADMINISTERS
from stegvis.web.administration.handover import handed_over
from stegvis.web.administration.passwords import started_again
from stegvis.web.administration.sections import links_for
from stegvis.web.shell.sending import BOTH, SEND, done, sent


@page(allow=ADMINISTERS, methods=BOTH)
def give_role(request: HttpRequest, user_id: UUID, association_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found, association = colleague_of(viewer, user_id), association_of(viewer, association_id)
    return _role(request, found.user, association.pk, title=_("Ge en roll"))


@page(allow=ADMINISTERS, methods=BOTH)
def move(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """The old role ends the day the new one begins."""
    found = membership_of(viewer_of(request), membership_id)
    title = _("Byt roll eller enhet")
    known = {"role": found.role, "unit": str(found.unit_id or "")}
    return _role(request, found.user, found.association_id, title=title, known=known, old=found.pk)


@page(allow=ADMINISTERS, methods=BOTH)
def end_role(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = membership_of(viewer, membership_id)
    form = EndForm(sent(request))

    def act() -> str:
        end(found.pk, viewer=viewer, last_day=form.cleaned_data["last_day"])
        return _("Rollen är avslutad.")

    if request.method == "POST" and done(request, form, act):
        return redirect("colleague", found.user_id)
    context = {"title": _("Avsluta rollen"), "action": _("Avsluta rollen")}
    return _form(request, form, found.user, context)


@page(allow=ADMINISTERS, methods=BOTH)
def leave(request: HttpRequest, user_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    found = colleague_of(viewer, user_id)
    if request.method == "POST":
        left = accounts.leave(found.user.pk, viewer=viewer)
        messages.success(request, _left(found.user.name, left))
        return redirect("colleague", found.user.pk)
    context = {
        "links": links_for(viewer, "colleagues"),
        "user": found.user,
        "cases": handed_over(found.user.pk, viewer),
    }
    return render(request, "administration/leave.html", context)


@page(allow=ADMINISTERS, methods=SEND)
def start_reset(request: HttpRequest, user_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)
    return _did(
        request,
        user_id,
        lambda: started_again(request, accounts.note_reset(user_id, viewer=viewer)),
    )


@page(allow=ADMINISTERS, methods=SEND)
def end_sessions(request: HttpRequest, user_id: UUID) -> HttpResponse:
    viewer = viewer_of(request)

    def act() -> str:
        n = accounts.end_sessions(user_id, viewer=viewer)
        return ngettext("{n} session är avslutad.", "{n} sessioner är avslutade.", n).format(n=n)

    return _did(request, user_id, act)


@page(allow=ADMINISTERS, methods=SEND)
def reopen(request: HttpRequest, user_id: UUID) -> HttpResponse:
    def act() -> str:
        accounts.reopen(user_id, viewer=viewer_of(request))
        return _("Kontot är öppet igen. Ge en roll och skicka en länk för att välja lösenord.")

    return _did(request, user_id, act)


@page(allow=ADMINISTERS, methods=SEND)
def unbind(request: HttpRequest, user_id: UUID) -> HttpResponse:
    def act() -> str:
        accounts.unbind(user_id, viewer=viewer_of(request))
        return _("Kopplingen är borttagen. Nästa inloggning hos organisationen gör en ny.")

    return _did(request, user_id, act)


def _did(request: HttpRequest, user_id: UUID, act: Callable[[], str]) -> HttpResponse:
    colleague_of(viewer_of(request), user_id)
    messages.success(request, act())
    return redirect("colleague", user_id)


def _role(
    request: HttpRequest,
    user: Any,
    association: UUID,
    *,
    title: str,
    known: dict[str, Any] | None = None,
    old: UUID | None = None,
) -> HttpResponse:
    viewer = viewer_of(request)
    units = units_there(viewer, association)
    form = RoleForm(sent(request), units=units, on=viewer.on, initial=known or {})

    def act() -> str:
        new = form.grant_in(association)(user.pk)
        made = grant(new, viewer=viewer, why=form.cleaned_data["why"], instead_of=old)
        return _given(made)

    if request.method == "POST" and done(request, form, act):
        return redirect("colleague", user.pk)
    return _form(request, form, user, {"title": title, "action": title})


def _given(made: Any) -> str:
    if hasattr(made, "prepared_by_id"):
        return _("Rollen är föreslagen. Den gäller när en annan person har godkänt den.")
    return _("Rollen är given.")


def _left(name: str, left: accounts.Left) -> str:
    if left.is_closed:
        return _("{name} har slutat: alla roller är avslutade och kontot är stängt.").format(
            name=name
        )
    return _(
        "{name} har slutat här. Kontot är öppet, eftersom det används i ett annat förbund."
    ).format(name=name)


def _form(request: HttpRequest, form: Any, user: Any, words: dict[str, Any]) -> HttpResponse:
    viewer: Viewer = viewer_of(request)
    context = {
        "links": links_for(viewer, "colleagues"),
        "form": form,
        "above": user.name,
        "back": reverse("colleague", args=[user.pk]),
        **words,
    }
    return render(request, "administration/role_form.html", context)
