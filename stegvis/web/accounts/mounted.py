"""The views of allauth that are in use, each with its reader; what is not here does not exist."""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as outside
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import Http404, HttpRequest, HttpResponse

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.viewers import Allow, anyone, signed_in

BOTH, READ, SEND = ("GET", "POST"), ("GET",), ("POST",)


@dataclass(frozen=True)
class Mounted:
    """`name` is the one that allauth looks for; an address with ^ is a regular expression."""

    address: str
    name: str
    view: Callable[..., HttpResponse]
    allow: Allow = signed_in
    methods: tuple[str, ...] = BOTH
    writes_on_get: str = ""


def change_password(request: HttpRequest) -> HttpResponse:
    """For who has one: whoever comes in through the organisation has none to change."""
    user = request.user
    if not isinstance(user, AbstractBaseUser) or not user.has_usable_password():
        raise Http404
    return account.password_change(request)


COMES_BACK = N_("Leverantören skickar tillbaka webbläsaren med GET, och då loggas personen in.")
OTHER_PERSON = N_("En återställningslänk loggar ut den som är inloggad som någon annan.")
SHOWN = N_("Det antecknas att reservkoderna har visats.")

ENTRANCE = (
    Mounted("logga-in/", "account_login", account.login, anyone),
    Mounted("logga-in/kod/", "mfa_authenticate", factors.authenticate, anyone),
    Mounted("logga-in/passernyckel/", "mfa_login_webauthn", passkeys.login_webauthn, anyone),
    Mounted("logga-ut/", "account_logout", account.logout, anyone, SEND),
    Mounted("glomt/", "account_reset_password", account.password_reset, anyone),
    Mounted(
        "glomt/skickat/", "account_reset_password_done", account.password_reset_done, anyone, READ
    ),
    Mounted(
        r"^glomt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        "account_reset_password_from_key",
        account.password_reset_from_key,
        anyone,
        BOTH,
        OTHER_PERSON,
    ),
    Mounted(
        "glomt/klart/",
        "account_reset_password_from_key_done",
        account.password_reset_from_key_done,
        anyone,
        READ,
    ),
)

OUTSIDE = (
    Mounted(
        "extern/avbruten/", "socialaccount_login_cancelled", outside.login_cancelled, anyone, READ
    ),
    Mounted("extern/<slug:provider_id>/", "openid_connect_login", oidc.login, anyone, SEND),
    Mounted(
        "extern/<slug:provider_id>/svar/",
        "openid_connect_callback",
        oidc.callback,
        anyone,
        READ,
        COMES_BACK,
    ),
)

OWN = (
    Mounted("losenord/", "account_change_password", change_password),
    Mounted("bekrafta/", "account_reauthenticate", account.reauthenticate),
    Mounted("bekrafta/kod/", "mfa_reauthenticate", factors.reauthenticate),
    Mounted(
        "bekrafta/passernyckel/", "mfa_reauthenticate_webauthn", passkeys.reauthenticate_webauthn
    ),
    Mounted("app/", "mfa_activate_totp", app.activate_totp),
    Mounted("app/ta-bort/", "mfa_deactivate_totp", app.deactivate_totp),
    Mounted(
        "reservkoder/",
        "mfa_view_recovery_codes",
        codes.view_recovery_codes,
        methods=READ,
        writes_on_get=SHOWN,
    ),
    Mounted("reservkoder/nya/", "mfa_generate_recovery_codes", codes.generate_recovery_codes),
    Mounted(
        "reservkoder/fil/",
        "mfa_download_recovery_codes",
        codes.download_recovery_codes,
        methods=READ,
        writes_on_get=SHOWN,
    ),
    Mounted("passernyckel/", "mfa_add_webauthn", passkeys.add_webauthn),
    Mounted("passernyckel/<int:pk>/namn/", "mfa_edit_webauthn", passkeys.edit_webauthn),
    Mounted("passernyckel/<int:pk>/ta-bort/", "mfa_remove_webauthn", passkeys.remove_webauthn),
)

MOUNTED = (*ENTRANCE, *OUTSIDE, *OWN)
