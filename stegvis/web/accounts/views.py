"""One's own account: what allauth does not have."""

from typing import cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from stegvis.core.actions.pages import page, viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.viewers import signed_in
from stegvis.organisations.actions import accounts
from stegvis.organisations.queries.accounts import account_of
from stegvis.web.shell.kept_text import let_go


@page(allow=signed_in)
def account(request: HttpRequest) -> HttpResponse:
    own = account_of(_user(request), on=viewer_of(request).on)
    context = {"account": own, "languages": settings.LANGUAGES}
    return render(request, "account/account.html", context)


@page(allow=signed_in, methods=("POST",))
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    own = request.session.session_key
    ended = accounts.end_other_sessions(_user(request), keeping=own)
    if ended:
        sentence = ngettext(
            "{n} annan session är avslutad.", "{n} andra sessioner är avslutade.", ended
        )
        messages.success(request, sentence.format(n=ended))
    else:
        messages.info(request, _("Du är inte inloggad någon annanstans."))
    return redirect("account")


@page(allow=signed_in, methods=("POST",))
def throw_away(request: HttpRequest) -> HttpResponse:
    """What was written when the session ended, and is not wanted any more."""
    let_go(request, request.POST.get("place", ""))
    back = request.POST.get("back", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if is_ours else "/")


def _user(request: HttpRequest) -> UUID:
    """Whoever may enter these pages is somebody."""
    return cast("UUID", viewer_of(request).user)
