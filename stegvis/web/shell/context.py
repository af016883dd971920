"""What the frame of every page needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from stegvis.core.values.language import current_language
from stegvis.core.values.language import gettext as _
from stegvis.web.shell.choices import colours_of
from stegvis.web.shell.links import Link


def shell(request: HttpRequest) -> dict[str, Any]:
    """Nothing here asks the database: `viewer` does, when somebody looks at it."""
    return {
        "viewer": getattr(request, "viewer", None),
        "in_production": settings.IN_PRODUCTION,
        "is_fragment": bool(getattr(request, "htmx", False)),
        "language": current_language(),
        "colours": colours_of(request),
        "navigation": _navigation(request.path),
        "here": request.get_full_path() if request.method == "GET" else request.path,
    }


def _navigation(path: str) -> list[Link]:
    home, programmes = reverse("home"), "/insatser/"
    return [
        Link(_("Hem"), home, is_current=path == home),
        Link(_("Insatser"), programmes, is_current=path.startswith(programmes)),
    ]
