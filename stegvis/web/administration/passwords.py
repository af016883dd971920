"""How a colleague chooses a password: by a letter to them, never by whoever administers."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.http import HttpRequest

from stegvis.core.actions.pages import viewer_of
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.queries.colleagues import is_only_ours

LETTER = "account/email/choose_password"


def invited(request: HttpRequest, user: Any) -> str:
    """What the letter says; or, where no letters are sent, the link to a new account of ours.

    An account that opens something else too, such as a participant's own page, is not shown: who
    holds its link becomes that person there as well.
    """
    if settings.STEGVIS_SENDS_LETTERS:
        return by_letter(request, user)
    if user.last_login is None and is_only_ours(viewer_of(request), user.pk):
        sentence = _("Ge {name} den här länken för att välja lösenord. Den gäller en gång: {link}")
        return sentence.format(name=user.name, link=first_link(request, user))
    return _("{name} har fått rollen.").format(name=user.name)


def started_again(request: HttpRequest, user: Any) -> str:
    """Of an account in use no link is shown: whoever saw it could become that person."""
    is_shown = user.last_login is None and is_only_ours(viewer_of(request), user.pk)
    if not settings.STEGVIS_SENDS_LETTERS and not is_shown:
        raise Refused(
            _(
                "Stegvis skickar inga brev här, och en länk till ett konto som används visas "
                "aldrig för någon annan. Be den som driver Stegvis att slå på brev."
            )
        )
    return invited(request, user)


def by_letter(request: HttpRequest, user: Any) -> str:
    context = {"password_reset_url": first_link(request, user), "name": user.name}
    get_adapter(request).send_mail(LETTER, user.email, context)
    sentence = _("{name} får ett brev till {email} med en länk för att välja lösenord.")
    return sentence.format(name=user.name, email=user.email)


def first_link(request: HttpRequest, user: Any) -> str:
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    del request
    url: str = get_adapter().get_reset_password_from_key_url(key)
    return url
