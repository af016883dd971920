"""The breakdowns of one figure as tables, and the same figure at earlier days."""

from collections.abc import Callable, Iterator

from stegvis.core.values.formatting import day, number, percent
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.figure_words import group_name, grouping_name
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.before_after import before_after
from stegvis.reports.calculations.tables.breakdowns import breakdown
from stegvis.reports.calculations.tables.flow import flow_table
from stegvis.reports.calculations.tables.money import budget_tables, money_table
from stegvis.reports.calculations.tables.more import opening_balances
from stegvis.reports.calculations.wording.amounts import capital
from stegvis.reports.calculations.wording.outcomes import counted, in_order, shown_group
from stegvis.reports.calculations.wording.scales import NOTHING, Scale, scale_of
from stegvis.reports.calculations.wording.verdicts import verdict_word
from stegvis.reports.values.document import Table
from stegvis.results.values.figures import Cell, Figure, Interval, Verdict
from stegvis.web.standing.presenters.blocks import Tabled, tabled

OWN: dict[str, Callable[[Subject], list[Table | None]]] = {
    "stock-flow": lambda subject: [flow_table(subject)],
    "money-used": lambda subject: [money_table(subject)],
    "budget": lambda subject: [o for o in budget_tables(subject) if isinstance(o, Table)],
    "opening-balances": lambda subject: [opening_balances(subject)],
}
BEFORE_AFTER = frozenset({"income-before-after", "occupation-before-after"})


def tables_of(figure: Figure, subject: Subject) -> list[Tabled]:
    """The report's own table where it has one, else one for each breakdown."""
    if figure.hidden:
        return []
    own = _own(figure, subject.alone())
    if own is not None:
        return [one for table in own if (one := tabled(table)) is not None]
    return [_groups(figure, name, subject) for name, cells in figure.groups.items() if cells]


def _own(figure: Figure, subject: Subject) -> list[Table | None] | None:
    if figure.kind == "distribution":
        return [breakdown(subject, figure.id)]
    if figure.id in BEFORE_AFTER:
        return [before_after(subject, figure.id)]
    return OWN[figure.id](subject) if figure.id in OWN else None


def _groups(figure: Figure, name: str, subject: Subject) -> Tabled:
    cells = in_order(figure.groups[name])
    with_interval = any(cell.interval for _code, cell in cells)
    with_unknown = any(cell.unknown for _code, cell in cells)
    more = [(_("Osäkerhet (95 %)"), with_interval), (_("Uppgift saknas"), with_unknown)]
    grouping = grouping_name(name, subject.words)
    title = _("Utfall efter {grouping}").format(grouping=grouping)
    header = (capital(grouping), _("Utfall"), *(words for words, wanted in more if wanted))
    rows = [
        (
            group_name(name, code, subject.words),
            shown_group(cell, figure, subject.words),
            *([interval_of(cell.interval, figure, subject)] if with_interval else []),
            *([_unknown(cell)] if with_unknown else []),
        )
        for code, cell in cells
    ]
    hidden = next((cell.hidden for _code, cell in cells if cell.hidden), "")
    return Tabled(title, header, tuple(rows), hidden)


def _unknown(cell: Cell) -> str:
    return NOTHING if cell.unknown is None or cell.hidden else number(cell.unknown)


def interval_of(interval: Interval | None, figure: Figure, subject: Subject) -> str:
    if interval is None:
        return NOTHING
    is_share = scale_of(figure, subject.words) in {Scale.SHARE, Scale.PARTS}
    ends = (interval.low, interval.high)
    low, high = (percent(end) if is_share else number(end, 1) for end in ends)
    return _("{low} – {high}").format(low=low, high=high)


def earlier_table(figures: list[Figure], subject: Subject) -> Tabled:
    """Oldest first; the verdict only where the figure is judged."""
    judged = any(one.verdict is not Verdict.NONE for one in figures)
    header = (_("Till och med"), _("Utfall"), *([_("Omdöme")] if judged else []))
    return Tabled(_("Tidigare värden"), header, tuple(_earlier(figures, subject, judged=judged)))


def _earlier(figures: list[Figure], subject: Subject, *, judged: bool) -> Iterator[tuple[str, ...]]:
    for one in figures:
        shown = NOTHING if one.hidden else counted(one, subject.words)
        yield (day(one.cut_off), shown, *([verdict_word(one.verdict)] if judged else []))
