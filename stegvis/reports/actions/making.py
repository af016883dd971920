"""A report as it stands now: counted, filled in, with what is left to do. Nothing is changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from stegvis.core.values.language import current_language, speaking
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault
from stegvis.programmes.queries.definitions import Decided
from stegvis.reports.calculations.assembly.assembled import Assembled, put_together, subject_of
from stegvis.reports.calculations.assembly.back import applicable
from stegvis.reports.calculations.canonical import canonical, digest_of
from stegvis.reports.calculations.frozen_content import frozen_content
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.texts.filling import filled
from stegvis.reports.calculations.texts.on_screen import texts_on_screen
from stegvis.reports.files.templates import load_template
from stegvis.reports.models import Report, ReportText
from stegvis.reports.queries.reports import texts_in
from stegvis.reports.values.document import Document, Notice
from stegvis.reports.values.remaining import Remaining
from stegvis.reports.values.templates import ReportTemplate
from stegvis.reports.values.texts import Place, ReportTexts
from stegvis.results.queries.standing import standing_of
from stegvis.results.values.figures import DisclosureLevel, FollowUp


@dataclass(frozen=True)
class Made:
    """A report, what it is made of, and what came out."""

    report: Report
    template: ReportTemplate
    decided: Decided
    subject: Subject
    texts: Mapping[Place, ReportText]
    assembled: Assembled

    @property
    def follow_up(self) -> FollowUp:
        return self.subject.follow_up

    @property
    def document(self) -> Document:
        return self.assembled.document

    @property
    def fingerprint(self) -> str:
        """Changes whenever anything does that a reader would see."""
        return digest_of(canonical(content_of_made(self)))


def made(
    report: Report, *, level: DisclosureLevel = DisclosureLevel.REPORT, final: bool = False
) -> Made:
    """`final` leaves out what is only for those who write. Costs a count, unless it is kept."""
    with speaking(report.language):
        standing = standing_of(report.programme, level=level, as_of=report.as_of)
        template, decided = load_template(report.template), standing.decided
        subject = subject_of(decided.definition, decided.parts, standing.follow_up, template)
        texts = texts_in(report)
        written = _written(texts, titles_of(template, subject))
        assembled = put_together(subject, template, written, final=final)
        if level is DisclosureLevel.INTERNAL:
            assembled = replace(assembled, document=as_internal(assembled.document))
    return Made(report, template, decided, subject, texts, assembled)


def _written(texts: Mapping[Place, ReportText], titles: Mapping[str, str]) -> ReportTexts:
    return texts_on_screen({place: row.text for place, row in texts.items()}, titles)


def titles_of(template: ReportTemplate, subject: Subject) -> dict[str, str]:
    """The words of every place where a text may stand, by heading id or goal id."""
    goals = {goal.id: goal.text for one in subject.with_parts() for goal in one.definition.goals}
    headings = applicable(template.headings, subject.definition)
    return goals | {heading.id: heading.text for heading in headings}


def left_in(made: Made) -> tuple[Remaining, ...]:
    """What is left to do, in the language of the person at the screen."""
    if current_language() == made.report.language:
        return made.assembled.remaining
    texts = _written(made.texts, titles_of(made.template, made.subject))
    return put_together(made.subject, made.template, texts).remaining


def faults_in(made: Made) -> list[tuple[Place, Fault]]:
    """The figures that texts name and nothing has, each with the text that it stands in."""
    titles = titles_of(made.template, made.subject)
    found = []
    for place, row in made.texts.items():
        _blocks, faults = filled(texts_on_screen({place: row.text}, titles), made.subject)
        found += [(place, fault) for fault in faults]
    return found


def as_internal(document: Document) -> Document:
    """Marked on every page, since it shows what may not leave the house."""
    mark = _("Intern arbetskopia")
    why = _("Intern arbetskopia: små antal visas, så lämna den inte vidare.")
    running = " · ".join(filter(None, (mark, document.running)))
    return replace(document, running=running, blocks=(Notice(why, "preliminary"), *document.blocks))


def content_of_made(made: Made, document: Document | None = None) -> dict[str, Any]:
    """What is frozen; `document` when it is not the one that was made."""
    report = made.report
    texts = [
        {"heading": row.heading, "part": row.part, "version": row.version, "text": row.text}
        for _place, row in sorted(made.texts.items(), key=lambda one: str(one[0]))
    ]
    about = {
        "report": str(report.pk),
        "template": made.template.id,
        "template_version": made.template.version,
        "language": report.language,
        "definition": made.decided.digest,
    }
    with speaking(report.language):
        return frozen_content(document or made.document, made.subject, texts, about)
