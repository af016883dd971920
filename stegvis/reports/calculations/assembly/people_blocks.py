"""Participants, exits and times, first in a sentence with its base and then as tables."""

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.assembly.programme_facts import paragraph
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.breakdowns import breakdown
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.calculations.wording.amounts import amount
from stegvis.reports.calculations.wording.footnotes import footnote
from stegvis.reports.calculations.wording.outcomes import by_gender
from stegvis.reports.values.document import Block, Paragraph, Run
from stegvis.results.values.figures import Figure

VOLUME = "volumes-"


def participants(subject: Subject) -> list[Block]:
    return [block for one in subject.with_parts() for block in _participants(one)]


def _participants(subject: Subject) -> list[Block]:
    figure = subject.figure("persons")
    if figure is not None and figure.hidden:
        return []
    if figure is None or not figure.value:
        if subject.definition.kind == "individual":
            return [paragraph(_("Inga deltagare är registrerade."))]
        return [paragraph(_("Insatsen följs upp med antal, inte med deltagare."))]
    said = _("{persons} har deltagit i {programme}.").format(
        persons=amount(figure.value, "person"), programme=subject.name
    )
    base = footnote(figure, subject.words)
    runs = [Run(said, footnote=base, figure=subject.key(figure))]
    genders = by_gender(figure, subject.words)
    if genders:
        runs.append(Run(f" {genders}"))
    enrolments = _more_enrolments(subject, figure)
    return [Paragraph((*runs, Run(f" {enrolments}") if enrolments else Run("")))]


def _more_enrolments(subject: Subject, persons: Figure) -> str:
    """Said only when somebody has been enrolled more than once."""
    figure = subject.figure("enrolments")
    if figure is None or figure.value is None or figure.hidden or figure.value == persons.value:
        return ""
    return _("De har tillsammans {enrolments}.").format(
        enrolments=amount(figure.value, "enrolment")
    )


def enrolment_time(subject: Subject) -> list[Block]:
    return [block for one in subject.with_parts() for block in _enrolment_time(one)]


def _enrolment_time(subject: Subject) -> list[Block]:
    mean, median = subject.figure("days-enrolled"), subject.figure("days-enrolled-median")
    if mean is None or mean.value is None or mean.hidden:
        return []
    said = _("De som har lämnat {programme} var inskrivna {mean} i genomsnitt").format(
        programme=subject.name, mean=amount(round(mean.value), "day")
    )
    if median is not None and median.value is not None and not median.hidden:
        said = _("{said}; medianen är {median}").format(
            said=said, median=amount(round(median.value), "day")
        )
    base = footnote(mean, subject.words)
    return [Paragraph((Run(f"{said}.", footnote=base, figure=subject.key(mean)),))]


def divided(figure_id: str, subject: Subject) -> list[Block]:
    """A table for the programme and for every sub-programme, or that nothing is known."""
    return [block for one in subject.with_parts() for block in _divided(figure_id, one.alone())]


def _divided(figure_id: str, subject: Subject) -> list[Block]:
    table = breakdown(subject, figure_id)
    if table is not None:
        return [table]
    figure = subject.figure(figure_id)
    if figure is None or figure.hidden or not figure.unknown:
        return []
    said = _("{title}, {programme}: uppgiften saknas för alla.")
    return [paragraph(said.format(title=subject.words.title(figure), programme=subject.name))]


def volumes(subject: Subject) -> list[Block]:
    return [
        Paragraph((Run(_volume(one, figure), footnote=base_note(figure), figure=one.key(figure)),))
        for one in subject.with_parts()
        for figure in one.figures_like(VOLUME)
        if not figure.hidden and (figure.value is not None or figure.bounds)
    ]


def _volume(subject: Subject, figure: Figure) -> str:
    title = subject.words.title(figure)
    if figure.value is not None:
        return _("{title}: {n}.").format(title=title, n=number(figure.value))
    low, high = figure.bounds or (0, 0)
    return _("{title}: {low}–{high}, ungefärligt.").format(
        title=title, low=number(low), high=number(high)
    )
