"""The goals as a table: now, target, verdict, what is missing, women and men."""

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.conditions import Operator
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.tables.notes import why_hidden
from stegvis.reports.calculations.wording.amounts import amount_in_words, capital, number_word
from stegvis.reports.calculations.wording.outcomes import shown_group
from stegvis.reports.calculations.wording.scales import (
    NOTHING,
    scale_of,
    shown_target,
)
from stegvis.reports.calculations.wording.short import plain_unit, short_gender, short_value
from stegvis.reports.calculations.wording.verdicts import UNDECIDED, verdict_word
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


def _row(goal: Goal, words: Vocabulary) -> tuple[str, ...]:
    figure = goal.figure
    return (
        goal_name(goal),
        short_value(figure, words),
        _target(figure, words),
        verdict_word(figure.verdict),
        _missing(figure),
        *(short_gender(figure, code, words) for code in GENDERS),
    )


def goal_name(goal: Goal) -> str:
    """Both versions of a changed goal stand in the table, each with its day."""
    return f"{goal.indicator.text}{_version(goal)}"


def _version(goal: Goal) -> str:
    first, last = goal.figure.valid
    if goal.figure.replaces and first:
        return _(" (ändrat {day})").format(day=day(first))
    return _(" (gällde till {day})").format(day=day(last)) if last else ""


def _target(figure: Figure, words: Vocabulary) -> str:
    if figure.target is None:
        return NOTHING
    return shown_target(figure.target, scale_of(figure, words), plain_unit(figure, words))


def _missing(figure: Figure) -> str:
    undecided = figure.hidden or figure.verdict in UNDECIDED
    if not figure.missing or undecided or figure.target is None:
        return NOTHING
    lacking = amount_in_words(round(figure.missing, 1), figure.unit)
    if figure.target.op is Operator.AT_MOST:
        return _("{n} för mycket").format(n=lacking)
    return lacking


def goals_tables(subject: Subject, *, with_bases: bool = False) -> list[Table]:
    """One table a programme, so that no row has to repeat whose goal it is.

    `with_bases` is for a page without an appendix: then the bases stand under the table.
    """
    tables = [goals_table(one.alone(), with_bases=with_bases) for one in subject.with_parts()]
    return [table for table in tables if table is not None]


def goals_table(subject: Subject, *, with_bases: bool = False) -> Table | None:
    """The goals of one programme that a figure can answer."""
    goals = [goal for goal in subject.goals() if goal.indicator.kind != "qualitative"]
    if not goals:
        return None
    title = _("Målen, {programme}, till och med {day}")
    return Table(
        title=title.format(programme=subject.name, day=day(subject.follow_up.as_of)),
        header=goal_header(),
        rows=tuple(_row(goal, subject.words) for goal in goals),
        numeric=(1, 2, 5, 6),
        description=_("En rad för varje mål, med utfall, måltal, omdöme och vad som saknas."),
        note=_note(subject, goals, with_bases=with_bases),
        figures=tuple(subject.key(goal.figure) for goal in goals),
    )


def _note(subject: Subject, shown: list[Goal], *, with_bases: bool) -> str:
    judged = len(subject.goals()) - len(shown)
    said = [bases(shown) if with_bases else where_bases_stand()]
    if judged:
        sentence = _("{n} mål som bara människor kan bedöma står inte i tabellen.")
        said.append(capital(sentence.format(n=number_word(judged, "goal"))))
    if _hides(subject):
        said.append(why_hidden())
    return " ".join(filter(None, said))


def bases(goals: list[Goal]) -> str:
    """`av 156: personer som avslutat insatsen; av 90: …`, and the version they are counted by."""
    found = dict.fromkeys(
        _("av {n}: {population}").format(
            n=number(goal.figure.n), population=goal.figure.population_name
        )
        for goal in goals
        if goal.figure.n and not goal.figure.hidden
    )
    if not found:
        return ""
    version = goals[0].figure.definition_version
    said = _("Bas: {bases}. Definition, version {version}.")
    return said.format(bases="; ".join(found), version=version)


def where_bases_stand() -> str:
    return _("Basen för varje mål står i bilagan Så är siffrorna räknade.")


def _hides(subject: Subject) -> bool:
    return any(
        cell.hidden
        for one in subject.with_parts()
        for goal in one.goals()
        for cell in goal.figure.groups.get(GENDER, {}).values()
    )


def gender_table(subject: Subject) -> Table | None:
    """Women, men and missing gender side by side, with k and n, for every goal about people."""
    shown = [
        (one, goal)
        for one in subject.with_parts()
        for goal in one.goals()
        if goal.figure.groups.get(GENDER)
    ]
    if not shown:
        return None
    codes = (WOMAN, MAN, UNKNOWN)
    return Table(
        title=_("Målen, kvinnor och män"),
        header=(_("Mål"), _("Kvinnor"), _("Män"), _("Kön saknas")),
        rows=tuple(
            (goal.indicator.text, *(_of_group(goal, code, one.words) for code in codes))
            for one, goal in shown
        ),
        numeric=(1, 2, 3),
        description=_("En rad för varje mål och en kolumn för varje kön."),
        figures=tuple(one.key(goal.figure) for one, goal in shown),
        note=" ".join(filter(None, (where_bases_stand(), why_hidden() if _hides(subject) else ""))),
    )


def _of_group(goal: Goal, code: str, words: Vocabulary) -> str:
    cell = goal.figure.groups[GENDER].get(code)
    if cell is None or goal.figure.hidden:
        return NOTHING
    return shown_group(cell, goal.figure, words)
