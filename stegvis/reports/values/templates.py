"""A report template as data: the association's own headings, and what fills each."""

from collections.abc import Callable
from typing import Literal

from stegvis.programmes.values.records import Record, Slug, Source, Words


class TemplateHeading(Record):
    """One heading. `text` is the form's exact wording; `fills` name figures, tables and charts.

    `applies` limits a heading to some kinds of programme; `help` is ours, in plain words.
    `needs_text` says that what is filled in is only background to an answer that people write.
    """

    id: Slug
    text: Words
    level: int = 1
    required: bool = True
    needs_text: bool = False
    help: str = ""
    from_application: Slug | None = None
    fills: tuple[str, ...] = ()
    applies: tuple[Literal["individual", "structural", "volume"], ...] = ()
    each_part: bool = False


class ReportTemplate(Record):
    """`aliases` are other names of the same form; `one_page` is the status for a steering group.

    `note` stands under the title; `{role}` in a signature line becomes the signer's role.
    `translated`: title and headings are ours and follow the language; those of a form never do.
    """

    id: Slug
    version: Words
    name: Words
    title: Words
    note: str = ""
    source: Source
    aliases: tuple[str, ...] = ()
    one_page: bool = False
    translated: bool = False
    signatures: tuple[str, ...] = ()
    headings: tuple[TemplateHeading, ...]
    appendix: tuple[TemplateHeading, ...] = ()


def reworded(template: ReportTemplate, said: Callable[[str], str]) -> ReportTemplate:
    """The template with each sentence that is ours, not a form's, put through `said`."""
    kept = said if template.translated else str
    return template.model_copy(
        update={
            "name": said(template.name),
            "title": kept(template.title),
            "note": kept(template.note),
            "headings": tuple(_heading(one, kept, said) for one in template.headings),
            "appendix": tuple(_heading(one, said, said) for one in template.appendix),
        }
    )


def _heading(
    heading: TemplateHeading, text: Callable[[str], str], ours: Callable[[str], str]
) -> TemplateHeading:
    return heading.model_copy(update={"text": text(heading.text), "help": ours(heading.help)})
