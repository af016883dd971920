"""Who may see the person, and why: told to everybody who does. And who might, before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.participants.queries.involvements import (
    Involved,
    agencies_to_end_for,
    formerly_involved,
    involved_later,
    involved_with,
)
from stegvis.participants.queries.persons import Person
from stegvis.participants.values.involving import BECAUSE_ENDED, Because
from stegvis.participants.values.reasons import NOT_WORK, REASON_NAMES, Reason
from stegvis.web.people.section import Section

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SeenBy:
    """`href` is where it is ended; empty where the viewer may not."""

    name: str
    agency: str
    reason: str
    period: str
    because: str
    href: str = ""


def section(viewer: Viewer, person: Person) -> Section:
    mine = agencies_to_end_for(viewer, person)
    now = involved_with(viewer, person)
    told = {
        "rows": [_row(said, _address(one, viewer, mine)) for one, said in now],
        "later": [_row(one) for one in involved_later(viewer, person)],
        "former": [_row(said) for said in formerly_involved(viewer, person)],
    }
    return Section("seen-by", _("Vem får se"), "people/sections/seen_by.html", told)


def _address(one: Any, viewer: Viewer, mine: Collection[UUID]) -> str:
    may = one.user_id == viewer.user or one.agency_id in mine
    if one.reason in NOT_WORK or not may:
        return ""
    return reverse("end_involvement", args=[one.person_id, one.pk])


def _row(one: Involved, href: str = "") -> SeenBy:
    name = _("Alla på {unit}").format(unit=one.name) if one.is_unit else one.name
    because = _(BECAUSE_ENDED[Because(one.because)]) if one.because else ""
    reason = _(REASON_NAMES[Reason(one.reason)])
    return SeenBy(name, one.agency, reason, _period(one), because, href)


def _period(one: Involved) -> str:
    if one.until is None:
        return _("från {day}").format(day=day(one.since))
    last = one.until - ONE_DAY
    return _("{first} till {last}").format(first=day(one.since), last=day(last))
