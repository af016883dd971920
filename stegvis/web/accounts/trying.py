"""Whom one can sign in as where the example is tried; nobody at all in operation."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from stegvis.organisations.queries.names import addresses_there

CHOSEN = "som"


@dataclass(frozen=True)
class TriedAs:
    """`address` opens the same page with who it is filled in."""

    name: str
    what: str
    address: str


def tried_as(request: HttpRequest) -> list[TriedAs]:
    """Those of the example that are there; their password is said where Stegvis was started."""
    offered = settings.STEGVIS_TRIED_AS
    there = addresses_there([email for email, _name, _what in offered]) if offered else set()
    return [
        TriedAs(name, what, _address(request, email))
        for email, name, what in offered
        if email in there
    ]


def chosen(request: HttpRequest | None) -> str:
    """Filled in only where it is one of the example: an address can be sent by anybody."""
    asked = request.GET.get(CHOSEN, "") if request else ""
    return asked if asked in {email for email, _name, _what in settings.STEGVIS_TRIED_AS} else ""


def _address(request: HttpRequest, email: str) -> str:
    kept = request.GET.copy()
    kept[CHOSEN] = email
    return f"{request.path}?{kept.urlencode(safe='/@')}"
