"""What a consent may say, who may take one, and who may sign for somebody else."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.values.consents import (
    COMES_OF_AGE,
    MAY_BE_SHARED,
    NEEDS_RECIPIENTS,
    PURPOSE_NAMES,
    Form,
    Purpose,
)
from stegvis.participants.values.signing import NewSigning, Tick

if TYPE_CHECKING:
    from stegvis.participants.models import Person, Representative


@dataclass(frozen=True)
class Around:
    """What a signing is judged by: the day, whom it may name, and which purposes have words."""

    on: date
    sender: UUID
    agencies: Collection[UUID]
    purposes: Collection[Purpose]


def check_can_take_consent(
    viewer: Viewer, person: "Person", sender: UUID, acting_for: Collection[UUID]
) -> None:
    """For one's own agency only: nobody opens another's rows to themself."""
    may = viewer.may(Permission.TAKE_CONSENT, person.association_id)
    if not may or sender not in acting_for:
        raise Refused(
            _("Samtycket tas av den som arbetar med personen hos den som ska lämna uppgifterna.")
        )


def check_signing(new: NewSigning, around: Around) -> None:
    if new.signed_on > around.on:
        sentence = _("Dagen för underskriften, {day}, har inte kommit än.")
        raise Refused(sentence.format(day=day(new.signed_on)))
    if not new.ticks:
        raise Refused(_("Kryssa för minst ett samtycke."))
    _check_shown(new)
    for tick in new.ticks:
        _check_tick(tick, new.signed_on, around)


def _check_shown(new: NewSigning) -> None:
    """That it was given can be shown afterwards."""
    if new.note or (new.form is Form.PAPER and new.paper):
        return
    raise Refused(
        {
            Form.PAPER: _("Välj det inskannade pappret, eller skriv var originalet finns."),
            Form.ESIGNATURE: _("Skriv e-underskriftens referens i anteckningen."),
            Form.ORAL: _("Skriv i anteckningen vad som sades och vem som hörde det."),
        }[new.form]
    )


def _check_tick(tick: Tick, signed_on: date, around: Around) -> None:
    name = _(PURPOSE_NAMES[tick.purpose])
    if tick.purpose not in around.purposes:
        sentence = _("{purpose}: det finns ingen text att samtycka till. Be administratören.")
        raise Refused(sentence.format(purpose=name))
    if tick.ends_on is not None and tick.ends_on <= signed_on:
        raise Refused(_("{purpose}: sista dagen kommer före den första.").format(purpose=name))
    if not tick.classes <= set(MAY_BE_SHARED):
        raise Refused(_("{purpose}: det kan ingen samtycka till.").format(purpose=name))
    if tick.purpose in NEEDS_RECIPIENTS:
        _check_told(tick, name, around)


def _check_told(tick: Tick, name: str, around: Around) -> None:
    if not tick.recipients:
        raise Refused(_("{purpose}: välj minst en mottagare.").format(purpose=name))
    if not tick.classes:
        raise Refused(_("{purpose}: välj vilka uppgifter det gäller.").format(purpose=name))
    if not tick.recipients <= set(around.agencies) - {around.sender}:
        sentence = _("{purpose}: en mottagare finns inte bland förbundets andra myndigheter.")
        raise Refused(sentence.format(purpose=name))


def check_may_sign(
    representative: "Representative", purposes: Collection[Purpose], signed_on: date
) -> None:
    """Somebody else signs only what they may, while they may."""
    begun = representative.starts_on <= signed_on
    if not begun or (representative.ends_on is not None and representative.ends_on <= signed_on):
        sentence = _("{name} företrädde inte personen {day}.")
        raise Refused(sentence.format(name=representative.name, day=day(signed_on)))
    for purpose in purposes:
        if purpose not in representative.may_sign:
            sentence = _("{name} får inte skriva under {purpose}.")
            name = _(PURPOSE_NAMES[purpose])
            raise Refused(sentence.format(name=representative.name, purpose=f"”{name}”"))


def may_be_minor(birth_year: int | None, on: date) -> bool:
    """By the year alone: some who have just come of age are asked about too."""
    return birth_year is not None and on.year - birth_year <= COMES_OF_AGE


def minors_sentence(own: str) -> str:
    """The association's own, or what a careful one would say."""
    return own or _(
        "Personen kan vara under 18 år. Bedöm om hen förstår vad samtycket betyder och kan ta "
        "ställning själv. Annars skriver vårdnadshavaren under, om inget talar emot det."
    )
