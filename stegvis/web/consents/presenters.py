"""Consents and exceptions in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.participants.queries.consents import holds, is_ending
from stegvis.participants.values.consents import FORM_NAMES, PURPOSE_NAMES, Form, Purpose
from stegvis.participants.values.shared import SHORT_NAMES

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ConsentRow:
    """`state` is said in words, `kind` is its colour; `how` only where the viewer may read it."""

    id: UUID
    title: str
    sender: str
    recipients: str
    classes: str
    period: str
    state: str
    kind: str
    is_held: bool
    how: str = ""


@dataclass(frozen=True)
class Chip:
    text: str
    kind: str


@dataclass(frozen=True)
class ExceptionRow:
    id: UUID
    sentence: str
    period: str
    why: str


def consent_row(consent: Any, on: date, *, weeks: int = 0, signing: Any = None) -> ConsentRow:
    state, kind = _state(consent, on, weeks)
    named = [one.agency.name for one in consent.recipients.all()]
    return ConsentRow(
        id=consent.pk,
        title=_(PURPOSE_NAMES[Purpose(consent.purpose)]),
        sender=consent.sender.name,
        recipients=", ".join(sorted(named)),
        classes=", ".join(_(SHORT_NAMES[About(one)]) for one in consent.classes),
        period=period(consent.starts_on, consent.ends_on),
        state=state,
        kind=kind,
        is_held=holds(consent, on),
        how=_how(signing) if signing else "",
    )


def tick_words(row: ConsentRow) -> str:
    """One line to tick: what, from whom and to whom."""
    if not row.recipients:
        return f"{row.title} ({row.sender})"
    said = _("{title}: från {sender} till {recipients}")
    return said.format(title=row.title, sender=row.sender, recipients=row.recipients)


def period(first: date, ends_on: date | None) -> str:
    if ends_on is None:
        return _("från {first}, tills vidare").format(first=day(first))
    return _("{first} – {last}").format(first=day(first), last=day(ends_on - ONE_DAY))


def chips(consents: Iterable[Any], agencies: Iterable[Any], own: set[UUID], on: date) -> list[Chip]:
    """For each other agency: until when my own agency may share with it, or that it may not."""
    last: dict[UUID, date | None] = {}
    for one in consents:
        if one.purpose == Purpose.TEAM and one.sender_id in own and holds(one, on):
            for recipient in one.recipients.all():
                last[recipient.agency_id] = _later(last, recipient.agency_id, one.ends_on)
    return [_chip(one, last) for one in agencies if one.pk not in own]


def exception_row(one: Any) -> ExceptionRow:
    return ExceptionRow(one.pk, exception_words(one), period(one.starts_on, one.ends_on), one.why)


def exception_words(one: Any) -> str:
    whose = one.owner.name if one.owner else _("alla myndigheter")
    which = ", ".join(_(SHORT_NAMES[About(code)]) for code in one.classes) or _("alla uppgifter")
    if one.against_user:
        return _("{name} ser inte personen alls.").format(name=one.against_user.name)
    if one.against_agency:
        said = _("{agency} får inte läsa {which} från {whose}.")
        return said.format(agency=one.against_agency.name, which=which, whose=whose)
    said = _("Ingen annan myndighet får läsa {which} från {whose}.")
    return said.format(which=which, whose=whose)


def _state(consent: Any, on: date, weeks: int) -> tuple[str, str]:
    if consent.withdrawn_at is not None:
        said = _("Tillbakataget {day}").format(day=day(consent.withdrawn_at.date()))
        return said, "danger"
    if consent.starts_on > on:
        return _("Gäller inte än"), "neutral"
    if not holds(consent, on):
        return _("Har gått ut"), "neutral"
    if weeks and is_ending(consent, on, weeks):
        return _("Går snart ut"), "warning"
    return _("Gäller"), "success"


def _how(signing: Any) -> str:
    how = _(FORM_NAMES[Form(signing.form)])
    if signing.signed_for_by is not None:
        said = _("{how}, av {name}")
        how = said.format(how=how, name=signing.signed_for_by.name)
    return f"{how}. {signing.note}".strip() if signing.note else f"{how}."


def _later(last: dict[UUID, date | None], agency: UUID, ends_on: date | None) -> date | None:
    if agency not in last:
        return ends_on
    known = last[agency]
    return None if known is None or ends_on is None else max(known, ends_on)


def _chip(agency: Any, last: dict[UUID, date | None]) -> Chip:
    if agency.pk not in last:
        return Chip(_("{agency}: nej").format(agency=agency.name), "neutral")
    ends_on = last[agency.pk]
    if ends_on is None:
        return Chip(_("{agency}: ja").format(agency=agency.name), "success")
    said = _("{agency} till {day}")
    return Chip(said.format(agency=agency.name, day=day(ends_on - ONE_DAY)), "success")
