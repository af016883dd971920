"""Who leaves, and their cases, in words for a unit head."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.organisations.queries.heads import Leaver
from stegvis.participants.queries.log_reviews import reference
from stegvis.participants.queries.unheard import Unheard
from stegvis.participants.values.handover import Case

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class LeaverRow:
    name: str
    when: str
    cases: str
    href: str


@dataclass(frozen=True)
class CaseRow:
    """`person` is a code where the head does not see who it is; `is_hidden` where they never do."""

    person: str
    is_hidden: bool
    about: str
    field: Any


@dataclass(frozen=True)
class QuestionRow:
    person: str
    asked: str
    href: str


def question_rows(found: Iterable[Unheard]) -> list[QuestionRow]:
    asked = _("{name} på {agency} frågade {day}")
    return [
        QuestionRow(
            _("Person {code}").format(code=reference(one.person, str(one.id))),
            asked.format(
                name=one.asked_by,
                agency=one.asked_for,
                day=day(timezone.localdate(one.asked_at)),
            ),
            reverse("give_question", args=[one.id]),
        )
        for one in found
    ]


def unheard_words(number_of: int) -> str:
    said = ngettext(
        "{n} fråga gäller en person som ingen arbetar med längre.",
        "{n} frågor gäller personer som ingen arbetar med längre.",
        number_of,
    )
    return said.format(n=number(number_of))


def leaver_rows(found: Iterable[tuple[Leaver, int]], today: date) -> list[LeaverRow]:
    return [
        LeaverRow(
            f"{one.name}, {one.unit}",
            leaving_words(one, today),
            number(cases),
            reverse("handover", args=[one.membership]),
        )
        for one, cases in found
    ]


def leaving_words(one: Leaver, today: date) -> str:
    """Whether they leave or move, and the last day."""
    last = one.leaves_on - ONE_DAY
    is_over = one.leaves_on <= today
    if one.moved_to:
        said = _("Flyttade till {unit} {day}") if is_over else _("Flyttar till {unit} {day}")
        return said.format(unit=one.moved_to, day=day(one.leaves_on))
    said = _("Slutade, sista dagen var {day}") if is_over else _("Slutar, sista dagen är {day}")
    return said.format(day=day(last))


def waiting_words(one: Leaver, cases: int, today: date) -> str:
    said = ngettext(
        "{n} ärende efter {name} väntar på någon ny.",
        "{n} ärenden efter {name} väntar på någon ny.",
        cases,
    )
    return f"{said.format(n=number(cases), name=one.name)} {leaving_words(one, today)}."


def case_rows(pairs: Iterable[tuple[Case, Any]], leaver: Leaver) -> list[CaseRow]:
    """A code is the same for a person as long as one hands over after the same colleague."""
    return [
        CaseRow(
            one.name
            or _("Person {code}").format(code=reference(one.person, str(leaver.membership))),
            not one.name and not one.may_be_named,
            _about(one),
            field,
        )
        for one, field in pairs
    ]


def _about(one: Case) -> str:
    """Which programme, since when, and who else there is."""
    others = ngettext("{n} till hos oss har personen", "{n} till hos oss har personen", one.others)
    said = [
        ", ".join(one.programmes),
        _("sedan {day}").format(day=day(one.since)),
        others.format(n=number(one.others)) if one.others else _("ingen annan hos oss"),
    ]
    return " · ".join(part for part in said if part)
