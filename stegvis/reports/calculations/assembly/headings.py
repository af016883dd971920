"""One heading of the form: what fills it, what people wrote, or its help when it is empty."""

from collections.abc import Iterable
from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.assembly.fills import FILLS
from stegvis.reports.calculations.assembly.programme_facts import paragraph
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.values.document import Block, Heading, Paragraph, Run
from stegvis.reports.values.templates import TemplateHeading

LOWEST_LEVEL = 3


@dataclass(frozen=True)
class FilledHeading:
    """`answered` says whether what the form asks for is there."""

    heading: TemplateHeading
    blocks: tuple[Block, ...]
    answered: bool

    @property
    def is_missing(self) -> bool:
        return self.heading.required and not self.answered


def fill(heading: TemplateHeading, subject: Subject) -> FilledHeading:
    subjects = subject.with_parts() if heading.each_part else (subject,)
    found = [(one, *_content(heading, one, subject)) for one in subjects]
    several = sum(bool(blocks) for _one, blocks, _answered in found) > 1
    blocks: list[Block] = []
    for one, content, _answered in found:
        if several and content:
            blocks.append(_part_title(heading, one))
        blocks += content
    return FilledHeading(heading, tuple(blocks), any(answered for *_rest, answered in found))


def _part_title(heading: TemplateHeading, subject: Subject) -> Block:
    """Under a main heading only strong text, so that the list of contents stays the form's own."""
    if heading.level < LOWEST_LEVEL - 1:
        return Paragraph((Run(subject.name, strong=True),))
    return Heading(LOWEST_LEVEL, subject.name)


def _content(heading: TemplateHeading, one: Subject, whole: Subject) -> tuple[list[Block], bool]:
    filled = _filled(heading, one.alone() if heading.each_part else one)
    applied = _from_application(heading, one)
    said = _said(heading.id, one, whole)
    answered = bool(said) or (not heading.needs_text and bool(filled or applied))
    return [*applied, *filled, *said], answered


def _filled(heading: TemplateHeading, subject: Subject) -> list[Block]:
    return [block for name in heading.fills for block in FILLS[name](subject)]


def _from_application(heading: TemplateHeading, subject: Subject) -> list[Block]:
    text = subject.definition.texts.get(heading.from_application or "", "")
    if not text:
        return []
    told = _("Ur ansökan: {text}").format(text=text) if heading.needs_text else text
    return [paragraph(part, "quote" if heading.needs_text else "body") for part in _split(told)]


def _split(text: str) -> Iterable[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _said(heading_id: str, one: Subject, whole: Subject) -> list[Block]:
    """The text of the heading; a sub-programme's stands under `heading/part`."""
    key = heading_id if one.definition.id == whole.definition.id else None
    of_part = f"{heading_id}/{one.definition.id}"
    return [*(whole.said.get(key, ()) if key else ()), *whole.said.get(of_part, ())]


def as_blocks(filled: FilledHeading, *, with_help: bool) -> list[Block]:
    heading = filled.heading
    blocks: list[Block] = [Heading(heading.level, heading.text, heading.id), *filled.blocks]
    if with_help and not filled.answered and heading.help:
        blocks.append(paragraph(heading.help, "help"))
    return blocks
