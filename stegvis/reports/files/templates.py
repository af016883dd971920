"""Report templates from TOML: the shipped ones by name, an association's own by path."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from stegvis.core.calculations.nearest import nearest, with_guess
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.complaints import findings_of
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.files.toml_text import read_toml
from stegvis.programmes.values.findings import Finding, unknown_word
from stegvis.reports.calculations.assembly.fills import FILLS
from stegvis.reports.values.templates import ReportTemplate, TemplateHeading, reworded

FOLDER = "reports"
SHIPPED = ("status", "half-year", "final-2025", "final-2016", "annual-chapter")
"""In the order in which an association meets them."""


def load_template(name: str) -> ReportTemplate:
    """By id or other name of a shipped template, or the path of a file; in the reader's words."""
    return reworded(_template_named(name), _)


def _template_named(name: str) -> ReportTemplate:
    if name.endswith(".toml"):
        return read_template(Path(name))
    if name in SHIPPED:
        return _shipped(name)
    for template in shipped_templates():
        if name in template.aliases:
            return template
    raise Refused(_unknown(name))


def shipped_templates() -> list[ReportTemplate]:
    return [_shipped(name) for name in SHIPPED]


@cache
def _shipped(name: str) -> ReportTemplate:
    """Read once: it comes with the program and is never changed by it."""
    return read_template(shipped(FOLDER) / f"{name}.toml")


def _unknown(name: str) -> str:
    sentence = _(
        "Mallen {name} finns inte. Välj bland {known}, eller ange en fil som slutar på .toml."
    )
    said = sentence.format(name=name, known=", ".join(SHIPPED))
    aliases = [alias for template in shipped_templates() for alias in template.aliases]
    return with_guess(said, nearest(name, [*SHIPPED, *aliases]))


def read_template(path: Path) -> ReportTemplate:
    file = read_toml(path)
    findings: list[Finding] = []
    template = None
    try:
        template = ReportTemplate.model_validate(file.values)
    except ValidationError as error:
        findings = findings_of(error, file.values, ReportTemplate)
    if template is not None:
        findings = [*_unknown_fills(template), *_repeated(template)]
    if findings or template is None:
        sentence = _("Rapportmallen {file} går inte att använda.").format(file=file.name)
        raise Refused(sentence, map(file.fault, findings))
    return template


def _headings(template: ReportTemplate) -> Iterator[tuple[str, int, TemplateHeading]]:
    for index, heading in enumerate(template.headings):
        yield "headings", index, heading
    for index, heading in enumerate(template.appendix):
        yield "appendix", index, heading


def _unknown_fills(template: ReportTemplate) -> list[Finding]:
    return [
        unknown_word(
            (table, index, "fills"),
            _("Det finns inget att fylla i som heter så."),
            name,
            tuple(FILLS),
        )
        for table, index, heading in _headings(template)
        for name in heading.fills
        if name not in FILLS
    ]


def _repeated(template: ReportTemplate) -> Iterator[Finding]:
    """An id is how a text finds its heading: it stands once."""
    seen: set[str] = set()
    for table, index, heading in _headings(template):
        if heading.id in seen:
            what = _("Rubrikens id finns redan i mallen.")
            yield Finding((table, index, "id"), what, heading.id, _("ett id som står en gång"))
        seen.add(heading.id)
