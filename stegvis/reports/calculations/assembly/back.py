"""What stands last in a report: texts without a heading, our appendix, and what is left to do."""

from collections.abc import Sequence

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.reports.calculations.assembly.headings import fill
from stegvis.reports.calculations.assembly.programme_facts import bullets
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.values.document import Block, Heading
from stegvis.reports.values.templates import ReportTemplate, TemplateHeading
from stegvis.reports.values.texts import Section

SIGNATURES = "signatures"


def applicable(
    headings: Sequence[TemplateHeading], definition: Definition
) -> list[TemplateHeading]:
    return [one for one in headings if not one.applies or definition.kind in one.applies]


def other_texts(subject: Subject, homeless: list[Section]) -> list[Block]:
    """Texts that fit no heading of the form are kept, never dropped."""
    keys = dict.fromkeys(
        f"{one.heading}/{one.part}" if one.part else one.heading for one in homeless
    )
    blocks = [block for key in keys for block in subject.said.get(key, ())]
    return [Heading(1, _("Övrigt"), "other"), *blocks] if blocks else []


def with_other(blocks: list[Block], other: list[Block]) -> list[Block]:
    """Before the signatures, which stand last."""
    at = next(
        (
            place
            for place, block in enumerate(blocks)
            if isinstance(block, Heading) and block.id == SIGNATURES
        ),
        len(blocks),
    )
    return [*blocks[:at], *other, *blocks[at:]]


def appendix(subject: Subject, template: ReportTemplate, *, final: bool) -> list[Block]:
    blocks: list[Block] = []
    for heading in applicable(template.appendix, subject.definition):
        found = fill(heading, subject)
        if found.blocks:
            blocks += [Heading(2, heading.text, heading.id), *found.blocks]
    if blocks:
        blocks.insert(0, Heading(1, _("Bilaga: siffrorna")))
    if not final and not template.one_page and subject.remaining:
        blocks += [
            Heading(1, _("Kvar att göra"), "left-to-do"),
            *bullets([one.sentence for one in subject.remaining]),
        ]
    return blocks
