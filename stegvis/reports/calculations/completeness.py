"""What is left to do before the report is whole, the most misleading first."""

from collections.abc import Iterable, Iterator

from stegvis.core.values.formatting import quoted
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.tables.coverage import coverage_figures
from stegvis.reports.calculations.tables.money import FIGURE, money_figure, overdrawn
from stegvis.reports.calculations.wording.outcomes import counted
from stegvis.reports.calculations.wording.verdicts import verdict_word
from stegvis.reports.values.remaining import Harm, Remaining, TypedNumber
from stegvis.reports.values.templates import ReportTemplate, TemplateHeading
from stegvis.results.values.figures import Figure, Verdict

LOW_COVERAGE = 0.8
"""Own choice: with more than a fifth missing, those missing may turn most outcomes around."""

UNMEASURED = frozenset({Verdict.NOT_MEASURED, Verdict.NO_BASELINE})


def left_to_do(
    subject: Subject,
    template: ReportTemplate,
    empty: Iterable[TemplateHeading],
    *,
    on_screen: bool = False,
) -> list[Remaining]:
    found = [
        *missing_in_figures(subject),
        *_empty(empty, on_screen=on_screen),
        *_unsigned(subject, template),
    ]
    return sorted(found)


def missing_in_figures(subject: Subject) -> list[Remaining]:
    """What misleads a reader of the figures, whatever report they stand in."""
    found = [*_rows_left_out(subject), *_goals(subject), *_money(subject), *_coverage(subject)]
    return sorted(found)


def _rows_left_out(subject: Subject) -> Iterator[Remaining]:
    many = subject.follow_up.rows_left_out
    if many:
        sentence = ngettext(
            "{n} rad med fel är utelämnad. Siffrorna är preliminära tills den är rättad.",
            "{n} rader med fel är utelämnade. Siffrorna är preliminära tills de är rättade.",
            many,
        )
        yield Remaining(Harm.ROWS_LEFT_OUT, "", sentence.format(n=many))


def _goals(subject: Subject) -> Iterator[Remaining]:
    for one in subject.with_parts():
        replaced = {goal.replaces for goal in one.definition.goals if goal.replaces}
        for goal in one.goals():
            if goal.indicator.id in replaced:
                continue
            if goal.figure.verdict in UNMEASURED:
                yield _unmeasured(goal, one)
            elif _may_turn(goal.figure):
                yield _uncertain(goal, one)


def _unmeasured(goal: Goal, subject: Subject) -> Remaining:
    sentence = _("Målet ”{goal}” är inte uppföljt: {verdict}.").format(
        goal=goal.indicator.text.rstrip("."), verdict=verdict_word(goal.figure.verdict)
    )
    programme = subject.definition.id
    return Remaining(
        Harm.GOAL_NOT_MEASURED, programme, sentence, programme=programme, figure=goal.figure.id
    )


def _may_turn(figure: Figure) -> bool:
    """The verdict would be another one if the unknown were known."""
    if not figure.unknown or figure.bounds is None or figure.target is None:
        return False
    low, high = figure.bounds
    return low < figure.target.value <= high


def _uncertain(goal: Goal, subject: Subject) -> Remaining:
    lacking = goal.figure.unknown or 0
    sentence = ngettext(
        "Målet ”{goal}” kan vara nått eller inte: {n} uppgift saknas.",
        "Målet ”{goal}” kan vara nått eller inte: {n} uppgifter saknas.",
        lacking,
    )
    text = goal.indicator.text.rstrip(".")
    said = sentence.format(goal=text, n=lacking)
    goal_id, programme = goal.indicator.id, subject.definition.id
    return Remaining(Harm.GOAL_UNCERTAIN, goal_id, said, programme=programme, figure=goal_id)


def _money(subject: Subject) -> Iterator[Remaining]:
    for one in subject.with_parts():
        figure = money_figure(one)
        said = overdrawn(figure) if figure else ""
        if said:
            sentence = _("{programme}: {said}").format(programme=one.name, said=said)
            programme = one.definition.id
            yield Remaining(
                Harm.MONEY_ABOVE_CEILING, programme, sentence, programme=programme, figure=FIGURE
            )


def _empty(headings: Iterable[TemplateHeading], *, on_screen: bool) -> Iterator[Remaining]:
    """In the order of the form."""
    in_file = _("Rubriken ”{heading}” är tom. Skriv under # {id} i textfilen.")
    sentence = _("Rubriken ”{heading}” är tom.") if on_screen else in_file
    for place, heading in enumerate(headings):
        said = sentence.format(heading=heading.text, id=heading.id)
        yield Remaining(Harm.HEADING_EMPTY, f"{place:06d}", said, heading.id)


def _coverage(subject: Subject) -> Iterator[Remaining]:
    for one, figure in coverage_figures(subject):
        if figure.n and not figure.hidden and (figure.k or 0) / figure.n < LOW_COVERAGE:
            sentence = _("{programme}, {what}: {found}.").format(
                programme=one.name,
                what=one.words.title(figure),
                found=counted(figure, one.words),
            )
            yield Remaining(
                Harm.LOW_COVERAGE,
                figure.id,
                sentence,
                programme=one.definition.id,
                figure=figure.id,
            )


def _unsigned(subject: Subject, template: ReportTemplate) -> Iterator[Remaining]:
    signing = [p.name for p in subject.definition.parties if p.role in ("owner", "partner")]
    if template.signatures and signing:
        sentence = _("Rapporten är inte undertecknad av {parties}.")
        yield Remaining(Harm.UNSIGNED, "", sentence.format(parties=", ".join(signing)))


def of_typed_number(typed: TypedNumber, file: str) -> Remaining:
    sentence = _("{file}, rad {line}: ”{typed}” i ”{sentence}” {advice}")
    said = sentence.format(
        file=file,
        line=typed.line,
        typed=typed.typed,
        sentence=typed.sentence.strip(),
        advice=typed.advice,
    )
    return Remaining(Harm.TYPED_NUMBER, f"{typed.line:06d}", said, typed.heading)


def of_homeless_text(heading: str, line: int, file: str) -> Remaining:
    """A text whose heading the template does not have stands under Övrigt, and is told of.

    Without a file the text was written on screen, under a heading that is no more.
    """
    if not file:
        gone = _("Rubriken {heading} finns inte längre i mallen; texten står i Övrigt.")
        return Remaining(Harm.TEXT_WITHOUT_HEADING, heading, gone.format(heading=quoted(heading)))
    sentence = _(
        "{file}, rad {line}: rubriken {heading} finns inte i mallen; texten står i Övrigt."
    )
    shown = quoted(heading) if heading else _("(ingen)")
    said = sentence.format(file=file, line=line, heading=shown)
    return Remaining(Harm.TEXT_WITHOUT_HEADING, f"{line:06d}", said)
