"""Where the database is, and as whom this process enters it."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from stegvis.config import environment
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

WEB, OWNER = "DATABASE_URL", "DATABASE_OWNER_URL"
ACTS_AS_OWNER = "STEGVIS_ACTS_AS_OWNER"
SCHEMES = ("postgresql", "postgres")


def databases() -> dict[str, dict[str, Any]]:
    """The web role, or the owner for the commands that change tables."""
    name = OWNER if environment.flag(ACTS_AS_OWNER) else WEB
    why = _("Den säger var databasen är; python3 run.py sätter den själv för en egen databas.")
    return {"default": connection(name, environment.required(name, why=why))}


def connection(name: str, url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    if parts.scheme not in SCHEMES or not parts.path.strip("/"):
        sentence = _("{name} ska se ut så här: postgresql://användare:lösenord@värd:5432/databas.")
        raise Refused(sentence.format(name=name))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
