"""Signing in through the organisation's own provider (OpenID Connect), where there is one."""

from typing import Any
from urllib.parse import urlsplit

from stegvis.config import environment
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

SERVER, CLIENT, SECRET = "STEGVIS_OIDC_SERVER", "STEGVIS_OIDC_CLIENT", "STEGVIS_OIDC_SECRET"
PROVIDER = "organisation"


def providers(*, in_production: bool) -> dict[str, Any]:
    """What allauth wants to know of the provider; empty when none is configured."""
    server = environment.text(SERVER)
    if not server:
        return {}
    if in_production and urlsplit(server).scheme != "https":
        sentence = _("{name} är {server}. I drift måste adressen börja med https://.")
        raise Refused(sentence.format(name=SERVER, server=server))
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
            "levels": environment.listed("STEGVIS_OIDC_LEVELS"),
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def origins() -> list[str]:
    """Where a form of ours may lead: the provider, and what it sends the browser on to."""
    server = urlsplit(environment.text(SERVER))
    own = [f"{server.scheme}://{server.netloc}"] if server.netloc else []
    return [*own, *environment.listed("STEGVIS_SIGN_IN_ORIGINS")]
