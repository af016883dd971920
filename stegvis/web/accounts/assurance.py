"""How sure this session is of who has signed in: by what allauth has written down of it."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

from stegvis.organisations.values.levels import ANY, PASSWORD, SECOND_FACTOR

FROM_OUTSIDE = "level_from_outside"
LEVELS = {"password": PASSWORD, "mfa": SECOND_FACTOR}


def level_of(request: HttpRequest) -> int:
    """The surest of what has been shown; nothing for a session that nobody has signed in to."""
    records = get_authentication_records(request, request.user)
    return max((_level(request, one) for one in records), default=ANY)


def _level(request: HttpRequest, record: dict[str, Any]) -> int:
    if record["method"] == "socialaccount":
        return int(request.session.get(FROM_OUTSIDE, ANY))
    return LEVELS.get(record["method"], ANY)


def keep_level(request: HttpRequest, told: dict[str, Any], asked: dict[str, Any]) -> None:
    """What the provider's word is worth; where no levels are named, as much as a password."""
    level = asked["levels"][str(told["acr"])] if asked["levels"] else PASSWORD
    request.session[FROM_OUTSIDE] = request.level_from_outside = level  # type: ignore[attr-defined]


def keep_again(request: HttpRequest) -> None:
    """Signing in as another empties the session in between."""
    if hasattr(request, "level_from_outside"):
        request.session[FROM_OUTSIDE] = request.level_from_outside
