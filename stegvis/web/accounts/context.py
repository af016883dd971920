"""What the pages of signing in need to know of this installation and this session."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

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
    }
