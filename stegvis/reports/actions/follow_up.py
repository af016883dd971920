"""From a definition and data to figures and a written report."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.programmes.files.definition import load_programme, load_whole
from stegvis.programmes.values.definition import Definition
from stegvis.reports.actions.delivery import check_can_write, deliver
from stegvis.reports.calculations.assembly.assembled import Assembled, assemble
from stegvis.reports.files.given_facts import given_facts
from stegvis.reports.files.house_style import open_house_style
from stegvis.reports.files.templates import load_template
from stegvis.reports.files.texts import read_texts
from stegvis.reports.files.writers import ToWrite, writers
from stegvis.reports.values.requests import FollowUpRequest
from stegvis.reports.values.templates import ReportTemplate
from stegvis.reports.values.texts import ReportTexts
from stegvis.results.calculations.days import default_day
from stegvis.results.calculations.evaluation import evaluate
from stegvis.results.values.figures import FollowUp
from stegvis.results.values.reading import ImportResult

AFTER, DURING = "final-2025", "half-year"

Step = Callable[[str], AbstractContextManager[None]]
"""Around every step that takes time, with the words to show when it is done."""


@dataclass(frozen=True)
class Followed:
    """What came out: the figures, the report, the faults of the facts, the files."""

    definition: Definition
    parts: tuple[Definition, ...]
    facts: ImportResult
    follow_up: FollowUp
    assembled: Assembled
    written: tuple[Path, ...]


def follow_up(request: FollowUpRequest, *, step: Step) -> Followed:
    template, texts = _asked_for(request)
    with step(_("Definitionen är läst")):
        definition, parts = load_programme(request.definition)
    with step(_("Uppgifterna är lästa")):
        whole = partial(load_whole, request.definition, definition)
        facts = given_facts(request.data, definition, mapping=request.mapping, whole=whole)
    today = date.today()  # noqa: DTZ011 - the reader's own day
    as_of = request.as_of or default_day(definition, facts.facts.extracted_on, today)
    with step(_("Siffrorna är räknade till och med {day}").format(day=day(as_of))):
        found = evaluate(definition, parts, facts.facts, as_of=as_of, level=request.level)
    with step(_("Rapporten är sammanställd")):
        template = template or load_template(default_template(definition, as_of))
        assembled = assemble(definition, parts, found, template, texts, final=request.final)
    with step(_("Filerna är skrivna")):
        faults = (*facts.faults, *facts.warnings)
        holds = ToWrite(assembled.document, found, (definition, *parts), faults)
        written = deliver(writers(holds, house_style=request.house_style), request.out)
    return Followed(definition, parts, facts, found, assembled, tuple(written))


def default_template(definition: Definition, as_of: date) -> str:
    """The final report when the programme has ended, before that the half-year report."""
    last = definition.last_day
    return AFTER if last is not None and as_of >= last else DURING


def _asked_for(request: FollowUpRequest) -> tuple[ReportTemplate | None, ReportTexts]:
    """The template, if one is named, and the texts; what is wrong is said before the counting."""
    check_can_write(request.out)
    if request.house_style:
        open_house_style(request.house_style)
    template = load_template(request.template) if request.template else None
    return template, read_texts(request.texts) if request.texts else ReportTexts()
