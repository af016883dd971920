"""How allauth behaves here: accounts come from administrators, and errors tell nothing."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stegvis.core.calculations.encryption import decrypted, encrypted
from stegvis.web.accounts.assurance import keep_again, keep_level
from stegvis.web.accounts.letters import send_soon
from stegvis.web.accounts.outside import bind, told_by, why_not, why_not_bound

WRONG = _("E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.")
TOO_MANY = _("För många försök. Vänta några minuter och försök igen.")


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "incorrect_password": _("Det är inte ditt lösenord. Försök igen."),
        "incorrect_code": _("Koden stämmer inte. Skriv den som visas just nu."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        del request
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """A closed account is answered as a wrong password, where allauth would tell."""
        self.pre_authenticate(request, **credentials)
        user = authenticate(request, **credentials)
        if user:
            self._rollback_login_failed_rl_usage()
        return user

    def reauthenticate(self, user: Any, password: str) -> bool:
        """By the account's own address: allauth would look in a table that we do not fill."""
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def login(self, request: HttpRequest, user: Any) -> None:
        """A session of somebody else ends here, and with it what was kept of this sign-in."""
        super().login(request, user)
        keep_again(request)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        del user
        messages.error(request, WRONG)
        return HttpResponseRedirect(reverse("account_login"))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        del request
        return reverse("account")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        super().send_notification_mail(template_prefix, user, context, email or user.email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Afterwards: how long an answer takes must not tell whether there is an account."""
        send_soon(self.render_mail(template_prefix, email, {"email": email, **context}))


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Koden stämmer inte. Skriv den som visas just nu."),
    }

    def encrypt(self, text: str) -> str:
        return encrypted(text.encode(), tuple(settings.STEGVIS_KEYS)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return decrypted(encrypted_text.encode(), tuple(settings.STEGVIS_KEYS)).decode()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 - allauth's
        del user, type
        return str(_("Min passernyckel"))


class OutsideAccounts(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """A person from the organisation's provider is somebody who has an account, or nobody."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        del request, sociallogin
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        del login, email
        return True  # only addresses that the provider calls verified come here

    def authenticate_by_email(self, sociallogin: Any) -> Any:
        """No address beside the user: allauth would then wipe the password of the account."""
        found = super().authenticate_by_email(sociallogin)
        return (found[0], "") if found else None

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Always a sign-in, never a connecting of accounts; and at the level asked for."""
        sociallogin.state["process"] = AuthProcess.LOGIN
        told = told_by(sociallogin)
        refusal = why_not(told, sociallogin.provider.app.settings) or why_not_bound(sociallogin)
        if refusal:
            context = {"refusal": refusal}
            page = render(request, "socialaccount/authentication_error.html", context, status=401)
            raise ImmediateHttpResponse(page)
        keep_level(request, told, sociallogin.provider.app.settings)
        bind(sociallogin)
