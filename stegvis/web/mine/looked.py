"""Who has looked, in words that one understands without having worked here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.sightings import Action
from stegvis.organisations.values.roles import OF_PARTICIPANTS, ROLE_OF
from stegvis.participants.queries.extracts import Looked
from stegvis.participants.values.disclosures import GROUND_NAMES, Ground
from stegvis.participants.values.reasons import (
    ASKED,
    FOUND_NOBODY,
    REASON_NAMES,
    TEAM_CONSENT,
    Reason,
)

WHAT = {
    Action.READ: N_("läste om dig"),
    Action.LIST: N_("såg ditt namn i en lista"),
    Action.SEARCH: N_("sökte fram dig"),
    Action.CREATE: N_("lade till något om dig"),
    Action.CHANGE: N_("ändrade något om dig"),
    Action.DELETE: N_("tog bort något om dig"),
    Action.EXPORT: N_("hämtade en fil om dig"),
    Action.PRINT: N_("skrev ut något om dig"),
    Action.DISCLOSE: N_("lämnade ut något om dig"),
    Action.REFUSED: N_("försökte läsa om dig, men fick inte"),
}
PURPOSES = {
    "number_opened": N_("för att se ditt personnummer"),
    "own_page": N_("för att ge dig en egen sida"),
    "own_page_letter": N_("för att skriva ett nytt brev om din egen sida"),
    "handover": N_("för att lämna över ditt ärende till någon annan"),
}
"""Codes of what pages are for; what is no code is a sentence already."""


@dataclass(frozen=True)
class LookedLine:
    at: datetime
    who: str
    what: str
    why: str

    def as_row(self) -> tuple[str, str, str, str]:
        when = timezone.localtime(self.at).strftime("%Y-%m-%d %H:%M")
        return when, self.who, self.what, self.why


def looked_line(one: Looked, own: UUID | None = None) -> LookedLine:
    """`own` is the participant's account."""
    return LookedLine(one.at, _who(one, own), _(WHAT[one.action]), why_of(one.purpose, one.grounds))


def _who(one: Looked, own: UUID | None) -> str:
    if one.user is None:
        return _("Stegvis, av sig självt")
    if one.user == own or one.role == OF_PARTICIPANTS:
        return _("Du själv")
    role = _(ROLE_OF[one.role].name) if one.role in ROLE_OF else ""
    parts = (one.name, role, one.unit, one.agency)
    return ", ".join(part for part in parts if part) or _("En medarbetare")


def why_of(purpose: str, grounds: Iterable[str]) -> str:
    """What it was for, where the page says so; else by which right."""
    if purpose:
        return _(PURPOSES.get(purpose, purpose))
    words = [_ground(code) for code in grounds]
    return ", ".join(word for word in words if word)


def _ground(code: str) -> str:
    if code == ASKED:
        return _("du frågade vem som har läst")
    if code == FOUND_NOBODY:
        return _("sökningen gav inget svar")
    if code == TEAM_CONSENT:
        return _("ditt samtycke")
    if code in set(Reason):
        return _(REASON_NAMES[Reason(code)])
    return _(GROUND_NAMES[Ground(code)]) if code in set(Ground) else ""
