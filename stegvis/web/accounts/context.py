"""What the pages of signing in need to know of this installation and this session."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from stegvis.core.values.viewers import NOBODY
from stegvis.organisations.values.levels import what_to_do
from stegvis.organisations.values.roles import ROLE_OF
from stegvis.web.accounts.trying import tried_as
from stegvis.web.shell.kept_text import ENDED, waiting_text


def sign_in(request: HttpRequest) -> dict[str, Any]:
    """`session_ended` is asked for by the pages that show it, so no other reads the session."""
    outside = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return {
        "sends_letters": settings.STEGVIS_SENDS_LETTERS,
        "outside_sign_ins": [(app["provider_id"], app["name"]) for app in outside],
        "session_ended": lambda: request.session.get(ENDED),
        "idle_minutes": settings.STEGVIS_IDLE_MINUTES,
        "waiting_text": lambda: waiting_text(request),
        "tried_as": lambda: tried_as(request),
        "withheld_roles": lambda: _withheld(request),
    }


def _withheld(request: HttpRequest) -> list[str]:
    """What to do about each role that asks for a surer sign-in than this one."""
    viewer = getattr(request, "viewer", NOBODY)
    return [what_to_do(ROLE_OF[one.role].name, one.level) for one in viewer.withheld]
