"""What the frame of every page needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "viewer": getattr(request, "viewer", None),
        "in_production": settings.IN_PRODUCTION,
        "is_fragment": bool(getattr(request, "htmx", False)),
    }
