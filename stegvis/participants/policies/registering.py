"""What must be so before somebody is registered."""

from collections.abc import Collection
from datetime import date

from django.conf import settings

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.participants.models import Person
from stegvis.participants.values.numbers import Number
from stegvis.participants.values.persons import NumberKind
from stegvis.participants.values.registering import NewPerson, Seat


def check_can_register(new: NewPerson, seat: Seat, seats: Collection[Seat], *, on: date) -> None:
    """`seats` are those where the viewer registers today."""
    if seat not in seats:
        raise Refused(_("Du registrerar inte personer där. Ladda om sidan och välj igen."))
    if new.ground_on > on:
        raise Refused(_("Grunden har inte börjat gälla än. Registrera personen den dagen."))
    if new.number is not None:
        check_is_somebodys(new.number)


def check_can_have(person: Person, number: Number) -> None:
    if person.number_kind != NumberKind.NONE:
        raise Refused(_("Personen har redan ett nummer."))
    check_is_somebodys(number)


def check_is_somebodys(number: Number) -> None:
    """In a trial all are made up, and here nobody is; unless whoever runs it takes such numbers."""
    if settings.IN_PRODUCTION and number.is_for_tests and not settings.STEGVIS_TAKES_TEST_NUMBERS:
        raise Refused(
            _(
                "Födelsenumret är ett av dem som brukar användas för prov. Läs numret en gång "
                "till. Är det personens: registrera utan nummer så länge, och be den som driver "
                "Stegvis att ta emot sådana nummer."
            )
        )
