"""allauth's forms without words inside the fields: the label says what goes there."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as factors
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.web.accounts.trying import chosen

GOOD_PASSWORD = _("Minst 12 tecken. Flera ord på rad är lätt att minnas och svårt att gissa.")


class Plain(forms.Form):
    helps: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, help_text in self.helps.items():
            self.fields[name].help_text = help_text
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        if "code" in self.fields:
            self.fields["code"].label = _("Kod")
            self.fields["code"].widget.attrs["inputmode"] = "numeric"


class SignIn(Plain, account.LoginForm):  # type: ignore[misc]
    helps = {"password": ""}  # the page has a link of its own

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.initial["login"] = chosen(self.request)


class Forgotten(Plain, account.ResetPasswordForm):  # type: ignore[misc]
    pass


class NewPassword(Plain, account.ResetPasswordKeyForm):  # type: ignore[misc]
    helps = {"password1": GOOD_PASSWORD}


class ChangedPassword(Plain, account.ChangePasswordForm):  # type: ignore[misc]
    helps = {"password1": GOOD_PASSWORD, "oldpassword": ""}


class PasswordAgain(Plain, account.ReauthenticateForm):  # type: ignore[misc]
    helps = {"password": ""}


class Code(Plain, factors.AuthenticateForm):  # type: ignore[misc]
    pass


class CodeAgain(Plain, factors.ReauthenticateForm):  # type: ignore[misc]
    pass


class NewApp(Plain, app.ActivateTOTPForm):  # type: ignore[misc]
    pass


class NewPasskey(passkeys.AddWebAuthnForm):  # type: ignore[misc]
    """Always one that signs in by itself: that is what a passkey is for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Vad ska passernyckeln heta?")
        self.fields["name"].help_text = _("Till exempel Jobbdatorn eller Telefonen.")
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.initial["passwordless"] = True


class PasskeyName(passkeys.EditWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Namn")
