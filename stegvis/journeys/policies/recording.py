"""What cannot be true is refused; what practice may decide asks for a decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.journeys.calculations.target_group import Known, is_outside
from stegvis.journeys.values.journeys import DOUBTS, Doubt
from stegvis.programmes.values.definition import Definition


@dataclass(frozen=True)
class Decision:
    """That somebody went past a doubt, and why."""

    why: str

    def __bool__(self) -> bool:
        return bool(self.why.strip())


UNDECIDED = Decision("")


def doubts_about(definition: Definition, known: Known, enrolled_on: date) -> list[Doubt]:
    """What asks for a decision before somebody comes in on that day."""
    first, last, stop = definition.first_day, definition.last_day, definition.intake_stop
    found = {
        Doubt.BEFORE_PERIOD: first is not None and enrolled_on < first,
        Doubt.AFTER_PERIOD: last is not None and enrolled_on > last,
        Doubt.AFTER_INTAKE_STOP: stop is not None and enrolled_on > stop,
        Doubt.OUTSIDE_TARGET_GROUP: is_outside(definition, known, enrolled_on),
    }
    return [doubt for doubt, holds in found.items() if holds]


class UndecidedError(Refused):
    """Nothing is wrong, but somebody must say why it is right."""


def check_decided(doubts: Iterable[Doubt], decision: Decision) -> None:
    said = [_(DOUBTS[doubt]) for doubt in sorted(doubts)]
    if said and not decision:
        raise UndecidedError(" ".join([*said, _("Skriv varför det ändå är rätt.")]))


def check_has_happened(on: date, today: date) -> None:
    if on > today:
        sentence = _("{day} har inte kommit än. Skriv in det när det har hänt.")
        raise Refused(sentence.format(day=day(on)))


def check_born(birth_year: int | None, on: date) -> None:
    if birth_year is not None and on.year < birth_year:
        sentence = _("Dagen ligger före personens födelseår {year}. Kontrollera årtalet.")
        raise Refused(sentence.format(year=birth_year))


def check_after(on: date, enrolled_on: date) -> None:
    if on < enrolled_on:
        sentence = _("Dagen ligger före inskrivningen {day}. Kontrollera datumen.")
        raise Refused(sentence.format(day=day(enrolled_on)))


def check_code(definition: Definition, code_list: str, code: str) -> None:
    if code and code not in definition.codes(code_list):
        raise Refused(
            _("Koden {code} finns inte i insatsens lista. Välj något ur listan.").format(code=code)
        )
