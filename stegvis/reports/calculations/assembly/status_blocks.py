"""The status on one page: short forms of what the reports show at length."""

from dataclasses import replace

from stegvis.core.values.formatting import kronor, percent
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.reports.calculations.assembly.people_blocks import participants
from stegvis.reports.calculations.assembly.programme_facts import bullets, paragraph
from stegvis.reports.calculations.illustrations.calendar import money_chart, seats_chart
from stegvis.reports.calculations.illustrations.goals import goals_chart
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.coverage import coverage_figures
from stegvis.reports.calculations.tables.flow import flow_table
from stegvis.reports.calculations.tables.goals import goals_tables
from stegvis.reports.calculations.tables.money import ceiling_of, money_figure, overdrawn
from stegvis.reports.calculations.wording.outcomes import counted
from stegvis.reports.values.document import Block

MOST_REMAINING = 5
"""So that the page stays one page; the rest is counted."""
MOST_GOALS_WITH_CHARTS = 10
"""The tables of more goals fill the page, and charts would make its letters too small to read."""


def goals(subject: Subject) -> list[Block]:
    tables = goals_tables(subject, with_bases=True)
    return [*tables] or [paragraph(_("Insatsen har inga mål i sin definition."))]


def charts(subject: Subject) -> list[Block]:
    """The goals, and beside them seats or money in a few words instead of their tables."""
    if sum(len(one.goals()) for one in subject.with_parts()) > MOST_GOALS_WITH_CHARTS:
        return []
    aims, beside = goals_chart(subject), seats_chart(subject) or money_chart(subject)
    shown: list[Block] = [replace(one, table=None) for one in (aims, beside) if one]
    return [*shown, paragraph(beside.chart.description, "small")] if beside else shown


def people(subject: Subject) -> list[Block]:
    table = flow_table(subject, by_year=False)
    return [table] if table else participants(subject)


def coverage(subject: Subject) -> list[Block]:
    """One line for all: `Samtycke till statistik 45 av 46. SMAIL 120 av 156`."""
    named = len(subject.with_parts()) > 1
    said = [
        f"{f'{one.name}: ' if named else ''}{one.words.title(figure)} {counted(figure, one.words)}."
        for one, figure in coverage_figures(subject)
        if not figure.hidden
    ]
    return [paragraph(" ".join(said))] if said else []


def money(subject: Subject) -> list[Block]:
    said = [sentence for one in subject.with_parts() if (sentence := _money(one))]
    return [paragraph(" ".join(said))] if said else []


def _money(subject: Subject) -> str:
    figure = money_figure(subject)
    if figure is None:
        return ""
    returned = figure.groups.get("money_kind", {}).get("returned")
    said = [_used(subject.name, round(figure.value or 0), ceiling_of(figure)), overdrawn(figure)]
    if returned is not None and returned.value:
        amount = kronor(round(returned.value))
        said.append(_("{name}: {amount} återfört.").format(name=subject.name, amount=amount))
    return " ".join(filter(None, said))


def _used(name: str, used: int, ceiling: int | None) -> str:
    """Nothing is said of requisitions where neither one nor a grant is on record."""
    if not ceiling:
        return _("{name}: {used} rekvirerat.").format(name=name, used=kronor(used)) if used else ""
    return _("{name}: {used} rekvirerat av {granted} ({share}).").format(
        name=name, used=kronor(used), granted=kronor(ceiling), share=percent(used / ceiling)
    )


def remaining(subject: Subject) -> list[Block]:
    found = sorted(subject.remaining)
    shown = [one.sentence for one in found[:MOST_REMAINING]]
    more = len(found) - len(shown)
    if more:
        shown.append(ngettext("… och {n} sak till.", "… och {n} saker till.", more).format(n=more))
    return bullets(shown) or [paragraph(_("Inget saknas."))]
