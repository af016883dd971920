"""Home: what is due or missing over all programmes, the most harmful first, one click away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from django.urls import reverse

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.viewers import Viewer
from stegvis.journeys.queries.due import plans_to_make
from stegvis.organisations.values.roles import Permission
from stegvis.reports.calculations.completeness import missing_in_figures
from stegvis.results.queries.standing import Standing
from stegvis.results.queries.waiting import Delivery
from stegvis.results.values.figures import DisclosureLevel
from stegvis.web.consents.work import to_do
from stegvis.web.handovers.work import to_hand_over
from stegvis.web.logs.work import to_review
from stegvis.web.shell.links import Link
from stegvis.web.standing.addresses import Addresses
from stegvis.web.standing.presenters.missing import to_do_of
from stegvis.web.standing.presenters.page import subject_at

REMEMBERED = timedelta(days=180)
"""Own choice: so long after its last day a programme still asks for what is missing."""

AHEAD = timedelta(days=60)
"""Own choice: so long before its last day a programme tells that its report is due."""

MOST = 15


class Order(IntEnum):
    """What does most harm if it is forgotten; between come the harms of what is missing."""

    LOG = -2
    HANDOVER = -1
    WAITING_DELIVERY = 0
    NO_FACTS = 1
    REPORT_DUE = 2
    PERSONS = 3
    PLANS = 4
    MISSING = 5
    NOT_COUNTED = 9


@dataclass(frozen=True, order=True)
class Work:
    """One line: which programme, what is to be done, and the page where it is done."""

    order: int
    harm: int
    programme: str
    sentence: str
    href: str
    action: str


@dataclass(frozen=True)
class Worklist:
    lines: list[Work]
    more: str


def worklist(
    standings: Iterable[Standing], deliveries: Iterable[Delivery], viewer: Viewer
) -> Worklist:
    """For those who work in programmes: who sees only protected figures has nothing to mend."""
    rest = (*_of_programmes(standings, viewer), *_of_persons(viewer), *_of_heads(viewer))
    found = sorted([*map(_waiting, deliveries), *rest])
    more = len(found) - MOST
    sentence = ngettext("… och {n} sak till på insatsens sida.", "… och {n} saker till.", more)
    return Worklist(found[:MOST], sentence.format(n=number(more)) if more > 0 else "")


def _of_persons(viewer: Viewer) -> list[Work]:
    """Consents that end, wishes and tellings: of whatever programme."""
    return [
        Work(Order.PERSONS, place, _("Personer"), one.sentence, one.href, one.action)
        for place, one in enumerate(to_do(viewer))
    ]


def _of_heads(viewer: Viewer) -> list[Work]:
    """Of one's own unit: an alarm before anything else, then cases that nobody has."""
    alarms = [Work(Order.LOG, place, *line) for place, line in enumerate(to_review(viewer))]
    cases = enumerate(to_hand_over(viewer))
    return [*alarms, *(Work(Order.HANDOVER, place, *line) for place, line in cases)]


def _waiting(delivery: Delivery) -> Work:
    sentence = _("Leveransen {file} är inte inläst.").format(file=delivery.name)
    href = reverse("delivery", args=[delivery.programme_id, delivery.pk])
    programme = delivery.programme.name
    return Work(Order.WAITING_DELIVERY, 0, programme, sentence, href, _("Fortsätt"))


def _of_programmes(standings: Iterable[Standing], viewer: Viewer) -> Iterator[Work]:
    for one in standings:
        if one.level is DisclosureLevel.INTERNAL and _is_current(one, viewer.on):
            yield from _report_due(one, viewer)
            yield from _plans(one, viewer)
            yield from _missing(one, viewer)


def _is_current(standing: Standing, today: date) -> bool:
    first, last = standing.decided.definition.first_day, standing.decided.definition.last_day
    has_begun = first is None or first <= today
    return has_begun and (last is None or today <= last + REMEMBERED)


def _report_due(standing: Standing, viewer: Viewer) -> Iterator[Work]:
    last = standing.decided.definition.last_day
    writes = viewer.may(Permission.WRITE_REPORTS, standing.programme.association_id)
    if last is None or not writes or viewer.on < last - AHEAD:
        return
    if viewer.on <= last:
        said = _("Sista dagen är {day}. Förbered slutrapporten.").format(day=day(last))
    else:
        said = _("Insatsen slutade {day}. Skriv slutrapporten.").format(day=day(last))
    href = reverse("reports", args=[standing.programme.pk])
    yield _work(Order.REPORT_DUE, standing, said, Link(_("Till rapporterna"), href))


def _plans(standing: Standing, viewer: Viewer) -> Iterator[Work]:
    """Of the persons one is involved with: how many, never whose."""
    if not viewer.may(Permission.SEE_PERSONS, standing.programme.association_id):
        return
    link = Link(_("Till personerna"), reverse("people"))
    for definition in (standing.decided.definition, *standing.decided.parts):
        found = plans_to_make(viewer, standing.programme, definition)
        if found.late:
            said = ngettext(
                "{n} plan skulle redan ha gjorts.", "{n} planer skulle redan ha gjorts.", found.late
            )
            yield _work(Order.PLANS, standing, said.format(n=number(found.late)), link)
        if found.this_week:
            said = ngettext(
                "{n} plan ska göras den här veckan.",
                "{n} planer ska göras den här veckan.",
                found.this_week,
            )
            yield _work(Order.PLANS, standing, said.format(n=number(found.this_week)), link, 1)


def _missing(standing: Standing, viewer: Viewer) -> Iterator[Work]:
    programme = standing.programme
    delivers = viewer.may(Permission.DELIVER_FACTS, programme.association_id)
    data = reverse("data", args=[programme.pk]) if delivers else ""
    if not standing.state.data_state:
        if delivers:
            said = _("Inga uppgifter är lämnade än.")
            yield _work(Order.NO_FACTS, standing, said, Link(_("Lämna uppgifter"), data))
    elif not standing.is_computed:
        href = reverse("standing", args=[programme.pk])
        said = _("Siffrorna är inte räknade än. Öppna Läget för att se dem nu.")
        yield _work(Order.NOT_COUNTED, standing, said, Link(_("Till Läget"), href))
    else:
        yield from _counted(standing, data)


def _counted(standing: Standing, data: str) -> Iterator[Work]:
    whole = standing.decided.definition.id
    addresses = Addresses.of(standing.programme.pk, whole, as_of=None, since=None)
    for one in missing_in_figures(subject_at(standing)):
        to_do = to_do_of(one, addresses, data)
        link = to_do.link or Link(_("Till Läget"), addresses.page())
        yield _work(Order.MISSING, standing, to_do.sentence, link, harm=one.harm)


def _work(order: Order, standing: Standing, said: str, link: Link, harm: int = 0) -> Work:
    return Work(order, harm, standing.programme.name, said, link.href, link.text)
