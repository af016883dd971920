"""What in a programme's time, staff and money somebody should think twice about."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.staffing import month_costs
from stegvis.programmes.calculations.words import period_words
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.findings import Finding
from stegvis.programmes.values.records import Dated

# Half the lowest and twice the highest month of full-time salary implied by the 2018 budget,
# 45 000–58 000 kronor (F2:401); outside it kronor and thousands have probably been mixed.
LEAST_PER_MONTH = 22_500
MOST_PER_MONTH = 116_000


def plan_doubts(definition: Definition) -> Iterator[Finding]:
    yield from _gaps(definition)
    for key in ("phases", "posts", "seats"):
        for index, row in enumerate(getattr(definition, key)):
            yield from outside_decided(row, definition, key, index)
    yield from _years(definition)
    yield from _magnitudes(definition)
    stop = definition.intake_stop
    if stop and not _is_decided(Dated(first=stop, last=stop), definition):
        yield Finding(("intake_stop",), _("Intagsstoppet ligger utanför beslutad tid."), day(stop))
    if definition.versions and definition.version not in {v.version for v in definition.versions}:
        what = _("Den version som gäller står inte bland versionerna.")
        yield Finding(("version",), what, definition.version)


def outside_decided(row: Dated, definition: Definition, *path: str | int) -> Iterator[Finding]:
    if not _is_decided(row, definition):
        what = _("Tiden går utanför den beslutade, {decided}.")
        decided = period_words(definition.first_day, definition.last_day)
        yield Finding(path, what.format(decided=decided), period_words(row.first, row.last))


def _is_decided(row: Dated, definition: Definition) -> bool:
    first, last = definition.first_day, definition.last_day
    starts = row.first is None or first is None or row.first >= first
    return starts and (row.last is None or last is None or row.last <= last)


def _gaps(definition: Definition) -> Iterator[Finding]:
    """Decided periods follow one another without a hole."""
    starts = [(one.first, index) for index, one in enumerate(definition.decisions) if one.first]
    for (_start, earlier), (start, index) in pairwise(sorted(starts)):
        last = definition.decisions[earlier].last
        if last and start > last + timedelta(days=1):
            what = _("Det finns tid utan beslut före den här perioden.")
            expected = day(last + timedelta(days=1))
            yield Finding(("decisions", index, "first"), what, day(start), expected)


def _years(definition: Definition) -> Iterator[Finding]:
    first, last = definition.first_day, definition.last_day
    for index, row in enumerate(definition.budget):
        if (first and row.year < first.year) or (last and row.year > last.year):
            what = _("Budgetåret ligger utanför beslutad tid.")
            yield Finding(("budget", index, "year"), what, str(row.year), period_words(first, last))


def _magnitudes(definition: Definition) -> Iterator[Finding]:
    payers = definition.codes("payer")
    for cost in month_costs(definition):
        if not LEAST_PER_MONTH <= cost.kronor <= MOST_PER_MONTH:
            what = _(
                "Lönen för {payer} {year} blir {kronor} kronor för en månads heltid. "
                "Är kronor och tusental (tkr) blandade?"
            ).format(
                payer=payers.name_of(cost.side.payer),
                year=cost.side.year,
                kronor=number(cost.kronor),
            )
            expected = _("mellan {least} och {most} kronor").format(
                least=number(LEAST_PER_MONTH), most=number(MOST_PER_MONTH)
            )
            yield Finding(("budget", cost.row, "amount"), what, "", expected)
