"""Every shipped programme through every template, and the status on one page."""

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from stegvis.programmes.files.definition import load_programme
from stegvis.programmes.values.standard_figures import is_standard_figure
from stegvis.reports.calculations.assembly.assembled import assemble
from stegvis.reports.files.given_facts import given_facts
from stegvis.reports.files.pdf import pdf_bytes
from stegvis.reports.files.templates import SHIPPED, load_template
from stegvis.reports.values.document import Heading
from stegvis.reports.values.texts import ReportTexts
from stegvis.results.calculations.evaluation import evaluate

ROOT = Path(__file__).parents[2]
DATA = ROOT / "demo" / "data"
PROGRAMMES = sorted(
    path.stem
    for path in (ROOT / "definitions").glob("*.toml")
    if path.stem not in {"code-lists", "patterns"}
)
TODAY = date(2026, 1, 31)


@pytest.fixture(scope="module", params=PROGRAMMES)
def followed(request):
    definition, parts = load_programme(ROOT / "definitions" / f"{request.param}.toml")
    folder = DATA / request.param
    read = given_facts(folder if folder.exists() else None, definition)
    as_of = min(definition.last_day or TODAY, TODAY)
    return definition, parts, evaluate(definition, parts, read.facts, as_of=as_of)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_programme_has_every_report_with_its_headings(followed, name):
    definition, parts, found = followed
    template = load_template(name)

    document = assemble(definition, parts, found, template, ReportTexts()).document

    expected = [
        heading.text
        for heading in template.headings
        if heading.required and (not heading.applies or definition.kind in heading.applies)
    ]
    shown = [block.text for block in document.blocks if isinstance(block, Heading) and block.id]
    assert [text for text in shown if text in expected] == expected


def test_every_programme_has_its_status_on_one_page(followed):
    definition, parts, found = followed

    document = assemble(definition, parts, found, load_template("status"), ReportTexts()).document

    assert len(PdfReader(io.BytesIO(pdf_bytes(document))).pages) == 1


def test_every_figure_that_is_no_goal_has_a_name_kept_for_it(followed):
    definition, parts, found = followed
    own = {row.id for one in (definition, *parts) for row in (*one.goals, *one.figures)}

    ids = {figure.id for one in (found, *found.parts) for figure in one.figures}
    assert [one for one in sorted(ids - own) if not is_standard_figure(one)] == []
