"""Where the facts about people come from: a file or the screen, never both."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.models import Programme
from stegvis.programmes.values.facts import TABLES, Table
from stegvis.results.models import DeliveredTable
from stegvis.results.models.facts import FactQuerySet
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.recorded import PEOPLE

WHY = "where the facts of a programme come from"
OF_PEOPLE = ("persons", "enrolments")


def is_recorded(programme: Programme) -> bool:
    """What is known of the programme's people is recorded on screen."""
    return _standing(programme).filter(delivery__recorded=True).exists()


def is_delivered(programme: Programme) -> bool:
    """What is known of the programme's people came in a file."""
    by_file = _standing(programme).filter(delivery__recorded=False)
    return by_file.filter(table__in=about_people()).exists()


def delivered_among(programmes: Iterable[UUID]) -> set[UUID]:
    """The same of many whole programmes, in one query."""
    found = (
        DeliveredTable.objects.unscoped(reason=WHY)
        .standing()
        .filter(programme__in=list(programmes), delivery__recorded=False, table__in=about_people())
    )
    return set(found.values_list("programme", flat=True))


def of_files(programme: Programme, facts: FactSet) -> FactSet:
    """What a file may bring: of a programme recorded on screen, all but people.

    An empty sheet of people says nothing and is left out; our own template has them all.
    """
    theirs = [name for name in facts.tables if name in about_people()]
    if not theirs or not is_recorded(programme):
        return facts
    with_rows = [name for name in theirs if _has_rows(facts, name)]
    if with_rows:
        names = ", ".join(_(one.title) for one in TABLES if one.name in with_rows)
        sentence = _(
            "Insatsens deltagare registreras i Stegvis, så uppgifter om dem tas inte emot som fil. "
            "Ta bort de här tabellerna och lämna resten: {names}."
        )
        raise Refused(sentence.format(names=names))
    kept = {name: table for name, table in facts.tables.items() if name not in theirs}
    return replace(facts, tables=kept)


def check_can_record(programme: Programme) -> None:
    """Before somebody is enrolled on screen, and before what is recorded becomes facts."""
    if is_delivered(programme):
        raise Refused(
            _(
                "Insatsens uppgifter om deltagare har lämnats som fil. Deltagarna kan inte också "
                "registreras här: då skulle de räknas två gånger. Den som lämnar uppgifterna kan "
                "ångra leveransen först."
            )
        )


def about_people() -> frozenset[str]:
    """The tables whose rows are each of a person, known by a key that only one source has."""
    hanging = (table.name for table in TABLES if _hangs_on_people(table))
    return frozenset((*PEOPLE, *hanging))


def _hangs_on_people(table: Table) -> bool:
    return any(one.refers_to in OF_PEOPLE and one.required for one in table.columns)


def _has_rows(facts: FactSet, name: str) -> bool:
    return bool(len(nw.from_native(facts.tables[name]).lazy().head(1).collect()))


def _standing(programme: Programme) -> FactQuerySet:
    found: FactQuerySet = DeliveredTable.objects.unscoped(reason=WHY).standing()
    return found.filter(programme=programme.whole_id or programme.pk)
