"""allauth's forms without words inside the fields: the label says what goes there."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factors
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _


class Plain(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        if "code" in self.fields:
            self.fields["code"].label = _("Kod")
            self.fields["code"].widget.attrs["inputmode"] = "numeric"


class SignIn(Plain, account.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"
        self.fields["password"].help_text = ""  # the page has a link of its own


class Forgotten(Plain, account.ResetPasswordForm):  # type: ignore[misc]
    pass


class NewPassword(Plain, account.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ChangedPassword(Plain, account.ChangePasswordForm):  # type: ignore[misc]
    pass


class PasswordAgain(Plain, account.ReauthenticateForm):  # type: ignore[misc]
    pass


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
