"""Signing in through the organisation's own provider (OpenID Connect), where there is one."""

from typing import Any
from urllib.parse import urlsplit

from stegvis.config import environment
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.values.levels import HIGHEST, PASSWORD, SECOND_FACTOR

SERVER, CLIENT, SECRET = "STEGVIS_OIDC_SERVER", "STEGVIS_OIDC_CLIENT", "STEGVIS_OIDC_SECRET"
LEVELS, MAX_AGE = "STEGVIS_OIDC_LEVELS", "STEGVIS_OIDC_MAX_AGE_MINUTES"
PROVIDER = "organisation"


def providers(*, in_production: bool) -> dict[str, Any]:
    """What allauth wants to know of the provider; empty when none is configured."""
    server = environment.text(SERVER)
    if not server:
        return {}
    if in_production and urlsplit(server).scheme != "https":
        sentence = _("{name} är {server}. I drift måste adressen börja med https://.")
        raise Refused(sentence.format(name=SERVER, server=server))
    accepted, seconds = levels(), _max_age_seconds()
    why = _("Den behövs när STEGVIS_OIDC_SERVER är satt.")
    app = {
        "provider_id": PROVIDER,
        "name": environment.text("STEGVIS_OIDC_NAME") or _("organisationens inloggning"),
        "client_id": environment.required(CLIENT, why=why),
        "secret": environment.required(SECRET, why=why),
        "settings": {
            "server_url": server,
            "oauth_pkce_enabled": True,
            "verified_email": environment.flag("STEGVIS_OIDC_VOUCHES_FOR_ADDRESSES"),
            "levels": accepted,
            "max_age": seconds,
            "auth_params": _asked(accepted, seconds),
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def levels() -> dict[str, int]:
    """What each value of `acr` is worth, as `loa2=2, loa3=3`; one without a number is worth two.

    A sign-in at any other value is refused, where any are named.
    """
    return dict(map(_level, environment.listed(LEVELS)))


def _level(written: str) -> tuple[str, int]:
    value, sign, number = written.rpartition("=")
    if not sign:
        return written, SECOND_FACTOR
    if number not in map(str, range(PASSWORD, HIGHEST + 1)) or not value:
        sentence = _(
            "{name} innehåller {written}. Skriv leverantörens värde och en nivå 1–3: loa3=3."
        )
        raise Refused(sentence.format(name=LEVELS, written=written))
    return value, int(number)


def _max_age_seconds() -> int:
    """How long ago the person may have signed in at the provider; 0 where it is not asked."""
    return 60 * environment.whole_number(MAX_AGE, 0, lowest=0, highest=24 * 60)


def _asked(accepted: dict[str, int], seconds: int) -> dict[str, str]:
    """What the provider is told of it: a request, which is why the answer is checked."""
    surest_first = sorted(accepted, key=lambda value: -accepted[value])
    asked = {"acr_values": " ".join(surest_first)} if accepted else {}
    return asked | ({"max_age": str(seconds)} if seconds else {})


def origins() -> list[str]:
    """Where a form of ours may lead: the provider, and what it sends the browser on to."""
    server = urlsplit(environment.text(SERVER))
    own = [f"{server.scheme}://{server.netloc}"] if server.netloc else []
    return [*own, *environment.listed("STEGVIS_SIGN_IN_ORIGINS")]
