"""When a case may go to somebody else."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Person
from stegvis.participants.values.handover import Case


def check_day(on: date, *, today: date, leaves_on: date) -> None:
    """Not before today, as nobody could see then; not after they leave, or nobody would see."""
    last = max(today, leaves_on)
    if not today <= on <= last:
        sentence = (
            _("Välj i dag, {first}: ingen har dem nu.")
            if today == last
            else _("Välj en dag från {first} till {last}, så att någon hela tiden har ärendena.")
        )
        raise Refused(sentence.format(first=day(today), last=day(last)))


def check_somebody_has(case: Case, to: UUID | None) -> None:
    if to is None and not case.others:
        raise Refused(
            _("Ingen annan hos er arbetar med ett av dem. Välj någon som tar över i varje rad.")
        )


def check_not_to_oneself(case: Case, to: UUID | None, head: UUID | None) -> None:
    """Nobody lets themself in to whom they may not see."""
    if to == head and not case.name and not case.may_be_named:
        raise Refused(_("Du kan inte själv ta över någon som du inte får se. Välj någon annan."))


def check_may_be_let_in(person: Person, to: UUID, viewer: Viewer) -> None:
    """The head of a protected person's case puts another on the list, never themself."""
    if person.is_protected and to == viewer.user:
        raise Refused(_("Du kan inte själv ta över någon som du inte får se. Välj någon annan."))


def check_not_shut_out(shut_out: Collection[object]) -> None:
    """It is not told from whom, nor why."""
    if shut_out:
        raise Refused(
            _("Någon av dem kan inte tas över av den som du valde. Välj någon annan i den raden.")
        )
