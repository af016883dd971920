"""What the organisation's provider says of a person, and whether it may be believed here."""

import time
from typing import Any

from allauth.socialaccount.models import SocialAccount

from stegvis.core.values.language import gettext as _

LEEWAY_SECONDS = 60  # two clocks


def told_by(sociallogin: Any) -> dict[str, Any]:
    """The claims of the sign-in itself. They are read once and kept nowhere."""
    told: dict[str, Any] = dict(sociallogin.account.extra_data.get("id_token") or {})
    sociallogin.account.extra_data = {}
    if sociallogin.account.pk:
        sociallogin.account.save(update_fields=["extra_data"])
    return told


def why_not(told: dict[str, Any], asked: dict[str, Any]) -> str:
    """A sentence when the sign-in was not as sure or as new as is asked for."""
    if asked["levels"] and str(told.get("acr")) not in asked["levels"]:
        return _(
            "Inloggningen hos din organisation var inte tillräckligt säker för Stegvis. "
            "Logga in där med e-legitimation eller tjänstekort, och försök igen."
        )
    if asked["max_age"] and not _is_recent(told.get("auth_time"), asked["max_age"]):
        return _(
            "Det var för länge sedan du loggade in hos din organisation. "
            "Logga ut där, och försök igen."
        )
    return ""


def _is_recent(auth_time: object, seconds: int) -> bool:
    if isinstance(auth_time, bool) or not isinstance(auth_time, int | float):
        return False
    age = time.time() - auth_time
    return -LEEWAY_SECONDS <= age <= seconds + LEEWAY_SECONDS


def why_not_bound(sociallogin: Any) -> str:
    """A sentence when subject and address point at two people.

    An address is given to somebody else when a person leaves; the subject never is.
    """
    if not sociallogin.is_existing:
        return ""
    found = sociallogin.account
    if found.pk:
        wrong = _is_of_another(sociallogin)
    else:
        known = SocialAccount.objects.filter(user=sociallogin.user, provider=found.provider)
        wrong = known.exclude(uid=found.uid).exists()
    if not wrong:
        return ""
    return _(
        "Din organisations inloggning hör till ett annat konto i Stegvis än din e-postadress. "
        "Kontakta den som sköter Stegvis hos er."
    )


def _is_of_another(sociallogin: Any) -> bool:
    addresses = [one.email for one in sociallogin.email_addresses if one.verified]
    others = type(sociallogin.user).objects.exclude(pk=sociallogin.user.pk)
    return any(others.filter(email__iexact=address).exists() for address in addresses)


def bind(sociallogin: Any) -> None:
    """From the first sign-in on, the account belongs to this subject and to no other."""
    if sociallogin.is_existing and not sociallogin.account.pk:
        sociallogin.account.user = sociallogin.user
        sociallogin.account.save()
