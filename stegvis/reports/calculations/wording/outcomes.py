"""The outcome of a goal in sentences: value, target, what is missing, women and men."""

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.words import exact_number, listed
from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.indicators import Target
from stegvis.reports.calculations.wording.amounts import (
    amount,
    amount_in_words,
    capital,
)
from stegvis.reports.calculations.wording.scales import (
    NOTHING,
    Scale,
    exact_percent,
    scale_of,
    shown_cell,
    shown_target,
    shown_value,
)
from stegvis.reports.calculations.wording.verdicts import UNDECIDED, verdict_sentence
from stegvis.reports.calculations.wording.vocabulary import GENDER, Vocabulary
from stegvis.results.values.figures import Cell, Figure, Verdict

SHARES = frozenset({Scale.SHARE, Scale.PARTS})


def counted(figure: Figure, words: Vocabulary) -> str:
    """`75 av 156 (48 %)`: what was found, before any judgement."""
    if figure.hidden:
        return _("Siffran visas inte: {why}").format(why=figure.hidden)
    scale = scale_of(figure, words)
    if scale is Scale.SHARE and _is_plain_share(figure):
        return shown_share(Cell(figure.value, figure.k, figure.n))
    return shown_value(figure, words)


def _is_plain_share(figure: Figure) -> bool:
    """Not so for a curve, whose value is not k through n."""
    if figure.value is None or figure.k is None or not figure.n:
        return False
    return round(figure.k / figure.n, 9) == round(figure.value, 9)


def shown_share(cell: Cell) -> str:
    """`75 av 156 (48 %)`, or `4 av 6` where the base is too small for per cent."""
    shown = shown_cell(cell, Scale.SHARE, "")
    of = _("{k} av {n}").format(k=number(cell.k or 0), n=number(cell.n or 0))
    return of if shown == of else f"{of} ({shown})"


def outcome(figure: Figure, words: Vocabulary) -> str:
    """The whole outcome of a goal, ready to stand in a report."""
    said = [_found(figure, words), _wanted(figure, words), verdict_sentence(figure.verdict)]
    if figure.verdict in (Verdict.NOT_REACHED, Verdict.PARTLY, Verdict.NONE):
        said.append(capital(what_is_missing(figure, words)))
    if figure.kind in ("deliverable", "qualitative"):
        said += [*figure.notes]
    sentences = [one if one.endswith((".", "!", "?")) else f"{one}." for one in said if one]
    return " ".join(sentences)


def _found(figure: Figure, words: Vocabulary) -> str:
    nothing_found = figure.value is None and figure.bounds is None
    if figure.kind in ("qualitative", "deliverable") or (nothing_found and not figure.hidden):
        return ""
    if figure.verdict in UNDECIDED and figure.value is None and not figure.bounds:
        return ""
    return capital(counted(figure, words))


def _wanted(figure: Figure, words: Vocabulary) -> str:
    if figure.target is None:
        return ""
    wanted = shown_target(figure.target, scale_of(figure, words), figure.unit)
    return _("Målet är {target}").format(target=wanted)


def what_is_missing(figure: Figure, words: Vocabulary) -> str:
    """`tre personer saknas till målet på 78`; empty when nothing is missing or it is not known."""
    if figure.target is None or not figure.missing or figure.hidden:
        return ""
    scale = scale_of(figure, words)
    if scale not in (Scale.SHARE, Scale.NUMBER, Scale.MEAN):
        return ""
    return _lacking(figure, figure.target, scale)


def _lacking(figure: Figure, target: Target, scale: Scale) -> str:
    missing = figure.missing or 0
    lacking = amount_in_words(round(missing, 1), figure.unit)
    aim = _aim(figure, missing, scale, target)
    if target.op is Operator.AT_MOST:
        return _("{n} över målet på högst {aim}").format(n=lacking, aim=aim)
    return _("{n} saknas till målet på {aim}").format(n=lacking, aim=aim)


def _aim(figure: Figure, missing: float, scale: Scale, target: Target) -> str:
    """The target in whole units: 78 of the 156."""
    if scale is not Scale.SHARE:
        return (
            amount(target.value, "krona") if figure.unit == "krona" else exact_number(target.value)
        )
    if figure.k is None:
        return exact_percent(target.value)
    sign = -1 if target.op is Operator.AT_MOST else 1
    return number(figure.k + sign * missing)


def by_gender(figure: Figure, words: Vocabulary) -> str:
    """`Kvinnor 27 av 56 (48 %), män 48 av 100 (48 %).`; empty where gender says nothing."""
    cells = figure.groups.get(GENDER, {})
    shown = [
        f"{words.group_name(GENDER, code).lower()} {shown_group(cell, figure, words)}"
        for code, cell in in_order(cells)
        if _says_something(cell)
    ]
    if not shown or figure.hidden:
        return ""
    together = listed(shown, _("och"))
    return f"{capital(together)}."


def in_order(cells: dict[str, Cell]) -> list[tuple[str, Cell]]:
    """Women, men, others by code, and missing gender last."""
    known = {"woman": 0, "man": 1, "": 3}
    return sorted(cells.items(), key=lambda item: (known.get(item[0], 2), item[0]))


def _says_something(cell: Cell) -> bool:
    return bool(cell.hidden or cell.value is not None)


def shown_group(cell: Cell, figure: Figure, words: Vocabulary) -> str:
    """`27 av 56 (48 %)` of one group; a dash for what is hidden or not known."""
    scale = scale_of(figure, words)
    if cell.hidden:
        return NOTHING
    if scale in SHARES and cell.value is not None and cell.k is not None and cell.n:
        return shown_share(cell)
    if scale is Scale.NUMBER and cell.value is not None and figure.unit != "krona":
        return number(cell.value)
    return shown_cell(cell, scale, figure.unit) or NOTHING


def changed_on(figure: Figure) -> str:
    """Until or from which day this version of a changed goal held."""
    first, last = figure.valid
    if first and last:
        return _("gällde {first} – {last}").format(first=day(first), last=day(last))
    if last:
        return _("gällde till och med {last}").format(last=day(last))
    return _("gäller från och med {first}").format(first=day(first)) if first else ""
