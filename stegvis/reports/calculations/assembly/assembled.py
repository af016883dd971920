"""The whole report from definition, figures, template and texts: a draft, or the final one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stegvis.core.values.language import current_language
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.values.definition import Definition
from stegvis.reports.calculations.assembly.back import (
    appendix,
    applicable,
    other_texts,
    with_other,
)
from stegvis.reports.calculations.assembly.front import (
    front_facts,
    house_words,
    notices,
    preliminary_words,
)
from stegvis.reports.calculations.assembly.headings import FilledHeading, as_blocks, fill
from stegvis.reports.calculations.completeness import (
    left_to_do,
    of_homeless_text,
    of_typed_number,
)
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.texts.filling import filled
from stegvis.reports.calculations.texts.typed_numbers import typed_numbers
from stegvis.reports.values.document import Block, Document
from stegvis.reports.values.remaining import Remaining, TypedNumber
from stegvis.reports.values.templates import ReportTemplate, TemplateHeading
from stegvis.reports.values.texts import ReportTexts, Section
from stegvis.results.values.figures import FollowUp


@dataclass(frozen=True)
class Assembled:
    """The document, and what is left to do before it is whole.

    `faults` are figures that texts name and nothing has: their names stand in the document.
    """

    document: Document
    remaining: tuple[Remaining, ...]
    headings: tuple[FilledHeading, ...] = ()
    typed: tuple[TypedNumber, ...] = ()
    faults: tuple[Fault, ...] = ()


def assemble(
    definition: Definition,
    parts: Sequence[Definition],
    follow_up: FollowUp,
    template: ReportTemplate,
    texts: ReportTexts,
    *,
    final: bool = False,
) -> Assembled:
    subject = subject_of(definition, parts, follow_up, template)
    made = put_together(subject, template, texts, final=final)
    if made.faults:
        sentence = _("Texterna i {file} nämner siffror som inte finns.")
        raise Refused(sentence.format(file=texts.file), made.faults)
    return made


def put_together(
    subject: Subject, template: ReportTemplate, texts: ReportTexts, *, final: bool = False
) -> Assembled:
    """The report with what is wrong in it told beside, for whoever is still writing."""
    said, faults = filled(texts, subject)
    subject = _with_texts(subject, said)
    headings = applicable(template.headings, subject.definition)
    homeless = _homeless(texts, headings, subject)
    answered = [fill(heading, subject) for heading in headings]
    missing = [one.heading for one in answered if one.is_missing]
    typed = tuple(typed_numbers(texts, subject))
    remaining = sorted(
        [
            *left_to_do(subject, template, missing, on_screen=texts.is_on_screen),
            *(of_typed_number(one, texts.where(one.heading)) for one in typed),
            *(of_homeless_text(one.heading, one.line, texts.file) for one in homeless),
        ]
    )
    subject = replace(subject, remaining=tuple(remaining))
    document = _document(subject, template, homeless, final=final)
    return Assembled(document, tuple(remaining), tuple(answered), typed, tuple(faults))


def subject_of(
    definition: Definition,
    parts: Sequence[Definition],
    follow_up: FollowUp,
    template: ReportTemplate | None = None,
) -> Subject:
    of_parts = {part.programme: part for part in follow_up.parts}
    return Subject(
        definition,
        follow_up,
        tuple(Subject(part, of_parts[part.id]) for part in parts if part.id in of_parts),
        signature_lines=template.signatures if template else (),
    )


def _with_texts(subject: Subject, said: dict[str, tuple[Block, ...]]) -> Subject:
    """A sub-programme finds the texts about its own goals under their ids too."""
    parts = tuple(replace(part, said=_of_part(part, said)) for part in subject.parts)
    return replace(subject, said=said, parts=parts)


def _of_part(part: Subject, said: dict[str, tuple[Block, ...]]) -> dict[str, tuple[Block, ...]]:
    mine = {goal.id for goal in part.definition.goals}
    suffix = f"/{part.definition.id}"
    own = {key.removesuffix(suffix): said[key] for key in said if key.endswith(suffix)}
    return {key: said[key] for key in said if key in mine} | own


def _homeless(
    texts: ReportTexts, headings: Sequence[TemplateHeading], subject: Subject
) -> list[Section]:
    """Sections that neither a heading nor a goal of this programme takes."""
    parts = {part.definition.id for part in subject.parts}
    known = {heading.id for heading in headings}
    goals = {goal.id for one in subject.with_parts() for goal in one.definition.goals}
    each_part = {heading.id for heading in headings if heading.each_part}
    return [
        section
        for section in texts.sections
        if section.heading not in known | goals
        or (
            section.part and (section.part not in parts or section.heading not in each_part | goals)
        )
    ]


def _document(
    subject: Subject, template: ReportTemplate, homeless: list[Section], *, final: bool
) -> Document:
    follow_up = subject.follow_up
    headings = [fill(one, subject) for one in applicable(template.headings, subject.definition)]
    blocks = [*notices(subject), *_body(headings, final=final)]
    return Document(
        title=template.title,
        subtitle=subject.name,
        language=current_language(),
        facts=front_facts(subject, template, final=final),
        blocks=tuple(with_other(blocks, other_texts(subject, homeless))),
        running=preliminary_words(follow_up.rows_left_out),
        created_on=follow_up.as_of,
        one_page=template.one_page,
        appendix=tuple(appendix(subject, template, final=final)),
        tokens=house_words(subject),
    )


def _body(headings: Sequence[FilledHeading], *, final: bool) -> list[Block]:
    return [
        block
        for one in headings
        if one.blocks or one.heading.required or not _is_ours_and_empty(one)
        for block in as_blocks(one, with_help=not final)
    ]


def _is_ours_and_empty(one: FilledHeading) -> bool:
    """An optional heading that was to be filled from data, and had none."""
    return bool(one.heading.fills) and not one.blocks and not one.heading.help
