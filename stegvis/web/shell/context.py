"""What the frame of every page needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from stegvis.core.values.language import current_language
from stegvis.core.values.language import gettext as _
from stegvis.organisations.values.roles import Permission
from stegvis.web.shell.choices import colours_of
from stegvis.web.shell.links import Link


def shell(request: HttpRequest) -> dict[str, Any]:
    """Asks the database for the viewer only, who is asked for once."""
    return {
        "viewer": getattr(request, "viewer", None),
        "in_production": settings.IN_PRODUCTION,
        "is_fragment": bool(getattr(request, "htmx", False)),
        "language": current_language(),
        "colours": colours_of(request),
        "navigation": _navigation(request),
        "here": request.get_full_path() if request.method == "GET" else request.path,
    }


def _navigation(request: HttpRequest) -> list[Link]:
    """Persons only for those whose role opens such pages."""
    path, home, programmes, people = request.path, reverse("home"), "/insatser/", "/personer/"
    links = [
        Link(_("Hem"), home, is_current=path == home),
        Link(_("Insatser"), programmes, is_current=path.startswith(programmes)),
    ]
    viewer = getattr(request, "viewer", None)
    if viewer is not None and viewer.may(Permission.SEE_PERSONS):
        received = reverse("received")
        links.append(Link(_("Personer"), people, is_current=path.startswith(people)))
        links.append(Link(_("Mottaget"), received, is_current=path.startswith(received)))
    if viewer is not None and viewer.may(Permission.REVIEW_LOG):
        reviews = reverse("log_reviews")
        links.append(Link(_("Loggkontroll"), reviews, is_current=path.startswith(reviews)))
    if viewer is not None and viewer.may(Permission.HAND_OVER):
        handovers = reverse("handovers")
        links.append(Link(_("Lämna över"), handovers, is_current=path.startswith(handovers)))
    if viewer is not None and viewer.may(Permission.DECIDE_GRANTS):
        administers = viewer.may(Permission.ADMINISTER)
        first = reverse("administration" if administers else "matters")
        links.append(Link(_("Förvaltning"), first, is_current=path.startswith("/forvaltning/")))
    return links
