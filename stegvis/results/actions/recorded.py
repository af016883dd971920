"""What is recorded of people on screen becomes facts, without names."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction

from stegvis.core.queries.queue import waiting_locks
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.journeys.actions.counting import COUNT_RECORDED, count_recorded, lock_of
from stegvis.programmes.models import Programme
from stegvis.programmes.queries.definitions import decided
from stegvis.results.actions.facts import compared, record
from stegvis.results.actions.standing import ask_to_compute
from stegvis.results.calculations.kept import with_kept
from stegvis.results.calculations.recorded import Subject, recorded_facts
from stegvis.results.models import DeliveredTable, Delivery
from stegvis.results.policies.sources import check_can_record
from stegvis.results.queries.kept import kept_rows
from stegvis.results.queries.nameless import has_recorded, nameless
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.recorded import PEOPLE

WHY = "what is recorded on screen, of a programme that was found"


def make_facts(programme: Programme, *, on: date) -> str:
    """A sentence about what was made. Nothing is touched where nothing has changed.

    400 persons take some 50 ms.
    """
    with transaction.atomic():
        parts = parts_of(programme)
        before = Delivery.objects.unscoped(reason=WHY).filter(programme=programme, recorded=True)
        if not before.exists() and not has_recorded([one.pk for one in (programme, *parts)]):
            return _("Ingen är registrerad i insatsen.")
        check_can_record(programme)
        found = nameless([programme, *parts], on)
        here = recorded_facts(found, subject_of(programme, parts, on))
        facts = with_kept(here, kept_rows(programme))
        _record(programme, facts)
    return _sentence(facts)


def ask_for_each(*, association: UUID | None = None) -> None:
    """Each programme that is recorded on screen: the day has moved, and consents may have ended."""
    found = Delivery.objects.unscoped(reason=WHY).filter(recorded=True)
    if association is not None:
        found = found.filter(programme__association=association)
    waiting = waiting_locks(COUNT_RECORDED)
    for one in found.select_related("programme"):
        if lock_of(one.programme_id) not in waiting:
            count_recorded(one.programme)


def _record(programme: Programme, facts: FactSet) -> None:
    delivery, is_new = Delivery.objects.unscoped(reason=WHY).get_or_create(
        programme=programme, recorded=True, defaults={"named": [{"name": facts.source}]}
    )
    changed = compared(programme, facts)
    delivery.extracted_on = facts.extracted_on
    delivery.digest = facts.digest
    delivery.save(update_fields=["extracted_on", "digest"])
    if is_new or changed.added + changed.changed + changed.removed or not _stands(delivery):
        record(programme, facts, delivery=delivery, by=None)
        ask_to_compute(programme)


def _stands(delivery: Delivery) -> bool:
    tables = DeliveredTable.objects.unscoped(reason=WHY).standing().filter(delivery=delivery)
    return set(tables.values_list("table", flat=True)) == set(PEOPLE)


def subject_of(programme: Programme, parts: Iterable[Programme], on: date) -> Subject:
    return Subject(
        programme=programme.slug,
        slugs={one.pk: one.slug for one in (programme, *parts)},
        municipalities=decided(programme).definition.codes("municipality"),
        key=f"{settings.STEGVIS_INDEX_KEYS[0]}:{programme.pk}",
        today=on,
    )


def parts_of(programme: Programme) -> list[Programme]:
    return list(Programme.objects.unscoped(reason=WHY).filter(whole=programme).order_by("slug"))


def _sentence(facts: FactSet) -> str:
    many = len(facts.tables["enrolments"])  # type: ignore[arg-type] # our own frames are whole
    sentence = ngettext(
        "{n} inskrivning är med i siffrorna.", "{n} inskrivningar är med i siffrorna.", many
    )
    return sentence.format(n=many)
