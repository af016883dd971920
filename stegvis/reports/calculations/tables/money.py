"""Money granted and used, and the plan by cost category and year."""

from stegvis.core.values.formatting import kronor, percent
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.definition import BudgetRow
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.calculations.wording.scales import NOTHING
from stegvis.reports.values.document import Block, Paragraph, Run, Table
from stegvis.results.values.figures import Cell, Figure

FIGURE, BUDGET = "money-used", "budget"
MONEY_WORDS = {
    "granted": N_("Beviljat"),
    "transfer": N_("Överfört mellan år"),
    "returned": N_("Återfört till förbundet"),
    "requisition": N_("Rekvirerat"),
    "remaining": N_("Kvar av det beviljade"),
}
CATEGORY = "cost_category"


def money_figure(subject: Subject) -> Figure | None:
    """None where no money at all is registered."""
    figure = subject.figure(FIGURE)
    return None if figure is None or figure.hidden or not any(figure.groups.values()) else figure


def kinds_of(figure: Figure) -> dict[str, Cell]:
    """Every kind of money by code; what remains only where it is known what was granted."""
    found = dict(figure.groups.get("money_kind", {}))
    if ceiling_of(figure):
        found |= figure.groups.get("remaining", {})
    return found


def ceiling_of(figure: Figure) -> int:
    """What may be used at most; 0 where nobody has told what was granted."""
    if "granted" not in figure.groups.get("money_kind", {}):
        return 0
    return max(figure.n or 0, 0)


def ore_of(cell: Cell) -> int:
    return round(cell.value or 0)


def money_table(subject: Subject) -> Table | None:
    figure = money_figure(subject)
    if figure is None:
        return None
    cells, ceiling = kinds_of(figure), ceiling_of(figure)
    codes = [code for code in MONEY_WORDS if code in cells]
    codes += [code for code in cells if code not in MONEY_WORDS]
    rows = tuple(
        (_name(subject, code), kronor(ore_of(cells[code])), _part(cells[code], code, ceiling))
        for code in codes
    )
    return Table(
        title=_("Beviljade och använda medel, {programme}").format(programme=subject.name),
        header=(_("Medel"), _("Belopp"), _("Andel av det beviljade")),
        rows=rows,
        numeric=(1, 2),
        description=_("Beviljat, rekvirerat, återfört och det som är kvar."),
        note=" ".join(filter(None, (overdrawn(figure), base_note(figure)))),
        figure=subject.key(figure),
    )


def _name(subject: Subject, code: str) -> str:
    if code in MONEY_WORDS:
        return _(MONEY_WORDS[code])
    return subject.words.group_name("money_kind", code)


def _part(cell: Cell, code: str, ceiling: int) -> str:
    if not ceiling or code not in ("requisition", "remaining"):
        return NOTHING
    return percent(ore_of(cell) / ceiling)


def overdrawn(figure: Figure) -> str:
    """What has been requisitioned above the ceiling, in a sentence; empty when nothing has."""
    over = round(figure.value or 0) - ceiling_of(figure)
    if not ceiling_of(figure) or over <= 0:
        return ""
    sentence = _("Rekvisitionerna är {sum} högre än det som är beviljat.")
    return sentence.format(sum=kronor(over))


def budget_tables(subject: Subject) -> list[Block]:
    """What the association pays, and what the parties pay themselves, by category and year."""
    blocks: list[Block] = []
    for financed, title in (
        (True, _("Budget: det förbundet betalar, {programme}")),
        (False, _("Budget: det parterna betalar själva, {programme}")),
    ):
        rows = [row for row in subject.definition.budget if row.financed is financed]
        if rows:
            blocks.append(_budget_table(subject, title.format(programme=subject.name), rows))
    return blocks


def _budget_table(subject: Subject, title: str, rows: list[BudgetRow]) -> Table:
    years = sorted({row.year for row in rows})
    categories = list(dict.fromkeys(row.category for row in rows))
    body = [
        (
            subject.words.group_name(CATEGORY, code),
            *_sums([r for r in rows if r.category == code], years),
        )
        for code in categories
    ]
    header = (_("Kostnadsslag"), *map(str, years), _("Summa"))
    return Table(
        title=title,
        header=header,
        rows=(*body, (_("Summa"), *_sums(rows, years))),
        numeric=tuple(range(1, len(header))),
        description=_("Budget för varje kostnadsslag och år, med summor."),
        note=_("Enligt insatsens definition, version {n}.").format(n=subject.definition.version),
        total_row=True,
    )


def _sums(rows: list[BudgetRow], years: list[int]) -> list[str]:
    by_year = [sum(row.amount_ore for row in rows if row.year == year) for year in years]
    return [kronor(one) for one in (*by_year, sum(by_year))]


def returned(subject: Subject) -> list[Block]:
    """How much has gone back to the association; nothing where none has."""
    blocks: list[Block] = []
    for one in subject.with_parts():
        figure = money_figure(one)
        cell = kinds_of(figure).get("returned") if figure else None
        if figure and cell and ore_of(cell):
            said = _("{sum} har återförts till förbundet.").format(sum=kronor(abs(ore_of(cell))))
            run = Run(said, footnote=base_note(figure), figure=one.key(figure))
            blocks.append(Paragraph((run,)))
    return blocks
