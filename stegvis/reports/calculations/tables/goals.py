"""The goals as a table: now, target, verdict, what is missing, women and men."""

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.conditions import Operator
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.tables.notes import why_hidden
from stegvis.reports.calculations.wording.amounts import amount_in_words
from stegvis.reports.calculations.wording.outcomes import counted, shown_group
from stegvis.reports.calculations.wording.scales import (
    NOTHING,
    Scale,
    scale_of,
    shown_cell,
    shown_target,
)
from stegvis.reports.calculations.wording.verdicts import verdict_word
from stegvis.reports.calculations.wording.vocabulary import GENDER, MAN, UNKNOWN, WOMAN, Vocabulary
from stegvis.reports.values.document import Table
from stegvis.results.values.figures import Figure

GENDERS = (WOMAN, MAN)


def goal_header() -> tuple[str, ...]:
    return (
        _("Mål"),
        _("Nu"),
        _("Måltal"),
        _("Omdöme"),
        _("Saknas"),
        _("Kvinnor"),
        _("Män"),
    )


def goal_rows(subject: Subject) -> list[tuple[str, ...]]:
    """One row a goal; goals of a sub-programme carry its name."""
    many = len(subject.with_parts()) > 1
    return [
        goal_row(goal, one, one.name if many else "")
        for one in subject.with_parts()
        for goal in one.goals()
    ]


def goal_row(goal: Goal, subject: Subject, programme: str = "") -> tuple[str, ...]:
    figure, words = goal.figure, subject.words
    name = f"{programme}: {goal.indicator.text}" if programme else goal.indicator.text
    return (
        f"{name}{_version(goal)}",
        _now(figure, words),
        _target(figure, words),
        verdict_word(figure.verdict),
        _missing(figure),
        *(gender_cell(figure, code, words) for code in GENDERS),
    )


def _version(goal: Goal) -> str:
    """Both versions of a changed goal stand in the table, each with its day."""
    first, last = goal.figure.valid
    if goal.figure.replaces and first:
        return _(" (ändrat {day})").format(day=day(first))
    return _(" (gällde till {day})").format(day=day(last)) if last else ""


def _now(figure: Figure, words: Vocabulary) -> str:
    return NOTHING if figure.hidden else counted(figure, words)


def _target(figure: Figure, words: Vocabulary) -> str:
    if figure.target is None:
        return NOTHING
    return shown_target(figure.target, scale_of(figure, words), figure.unit)


def _missing(figure: Figure) -> str:
    if not figure.missing or figure.hidden or figure.target is None:
        return NOTHING
    lacking = amount_in_words(round(figure.missing, 1), figure.unit)
    if figure.target.op is Operator.AT_MOST:
        return _("{n} för mycket").format(n=lacking)
    return lacking


def gender_cell(figure: Figure, code: str, words: Vocabulary) -> str:
    cell = figure.groups.get(GENDER, {}).get(code)
    if cell is None or figure.hidden:
        return NOTHING
    scale = scale_of(figure, words)
    unit = "" if scale is Scale.NUMBER and figure.unit != "krona" else figure.unit
    return shown_cell(cell, scale, unit) or NOTHING


def goals_table(subject: Subject) -> Table | None:
    rows = goal_rows(subject)
    if not rows:
        return None
    title = _("Målen till och med {day}").format(day=day(subject.follow_up.as_of))
    return Table(
        title=title,
        header=goal_header(),
        rows=tuple(rows),
        numeric=(1, 2, 5, 6),
        description=_("En rad för varje mål, med utfall, måltal, omdöme och vad som saknas."),
        note=notes_on(subject),
    )


def notes_on(subject: Subject) -> str:
    """What a reader must know of the whole table; the base of each goal stands by the goal."""
    said = [_("Basen för varje mål står i bilagan Så är siffrorna räknade.")]
    if _hides(subject):
        said.append(why_hidden())
    return " ".join(said)


def _hides(subject: Subject) -> bool:
    return any(
        cell.hidden
        for one in subject.with_parts()
        for goal in one.goals()
        for cell in goal.figure.groups.get(GENDER, {}).values()
    )


def gender_table(subject: Subject) -> Table | None:
    """Women, men and missing gender side by side, with k and n, for every goal about people."""
    rows = [
        (goal.indicator.text, *(_of_group(goal, code, one.words) for code in (WOMAN, MAN, UNKNOWN)))
        for one in subject.with_parts()
        for goal in one.goals()
        if goal.figure.groups.get(GENDER)
    ]
    if not rows:
        return None
    return Table(
        title=_("Målen, kvinnor och män"),
        header=(_("Mål"), _("Kvinnor"), _("Män"), _("Kön saknas")),
        rows=tuple(rows),
        numeric=(1, 2, 3),
        description=_("En rad för varje mål och en kolumn för varje kön."),
        note=notes_on(subject),
    )


def _of_group(goal: Goal, code: str, words: Vocabulary) -> str:
    cell = goal.figure.groups[GENDER].get(code)
    if cell is None or goal.figure.hidden:
        return NOTHING
    return shown_group(cell, goal.figure, words)
