"""What is missing, each with the page where it is mended."""

from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.completeness import missing_in_figures
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.values.remaining import Harm, Remaining
from stegvis.web.shell.links import Link
from stegvis.web.standing.addresses import Addresses

IN_THE_FACTS = frozenset({Harm.ROWS_LEFT_OUT, Harm.MONEY_ABOVE_CEILING})


@dataclass(frozen=True)
class ToDo:
    sentence: str
    link: Link | None


def missing(subject: Subject, addresses: Addresses, data: str) -> list[ToDo]:
    """The most misleading first; `data` is where facts are delivered, for those who may."""
    return [to_do_of(one, addresses, data) for one in missing_in_figures(subject)]


def to_do_of(one: Remaining, addresses: Addresses, data: str) -> ToDo:
    return ToDo(one.sentence, _where(one, addresses, data))


def _where(one: Remaining, addresses: Addresses, data: str) -> Link | None:
    if one.harm in IN_THE_FACTS and data:
        return Link(_("Till uppgifterna"), data)
    if one.figure:
        return Link(_("Se vad som behövs"), addresses.figure(one.figure, one.programme))
    return None
