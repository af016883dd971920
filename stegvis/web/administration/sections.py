"""The parts of administration, in the order they stand in its menu."""

from django.urls import reverse

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.viewers import Allow, Viewer
from stegvis.web.administration.entrance import ADMINISTERS, DECIDES
from stegvis.web.shell.links import Link

SECTIONS: tuple[tuple[str, str, Allow], ...] = (
    ("administration", N_("Översikt"), ADMINISTERS),
    ("colleagues", N_("Medarbetare"), ADMINISTERS),
    ("agencies", N_("Myndigheter och enheter"), ADMINISTERS),
    ("roles", N_("Roller"), ADMINISTERS),
    ("log_state", N_("Åtkomstloggen"), ADMINISTERS),
    ("consent_texts", N_("Samtyckestexter"), ADMINISTERS),
    ("matters", N_("Beslut av två"), DECIDES),
    ("retention", N_("Gallring"), DECIDES),
    ("preservation", N_("Bevarande"), DECIDES),
)
"""The name of the address, what it is called, and who may enter."""


def links_for(viewer: Viewer, active: str) -> list[Link]:
    allowed = [(name, text) for name, text, allow in SECTIONS if allow(viewer)]
    return [Link(_(text), reverse(name), is_current=name == active) for name, text in allowed]
