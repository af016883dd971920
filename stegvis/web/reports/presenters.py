"""What the writing page shows: headings with their state, texts with their doubts, what is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.reports.actions.choosing import report_name
from stegvis.reports.actions.making import Made, faults_in, left_in
from stegvis.reports.calculations.texts.references import named_answers
from stegvis.reports.queries.frozen import FrozenReport
from stegvis.reports.queries.reports import Report
from stegvis.reports.values.remaining import Harm, Remaining
from stegvis.reports.values.writing_page import Noted, OpenHeading, TextBox
from stegvis.web.reports.addresses import ReportAddresses, box_id, figure_links
from stegvis.web.reports.blocks import BlockReader, Shown

ROWS, MOST_ROWS, SIGNS_A_ROW = 4, 24, 70
MISSING, ANSWERED, EMPTY = "missing", "answered", "empty"
STATE_WORDS = {MISSING: N_("tom"), ANSWERED: N_("ifylld"), EMPTY: N_("kan lämnas tom")}
SHOWN_UNDER = {
    Harm.GOAL_NOT_MEASURED: ("goals", "goals-overall", "goals-effect", "goals-programme"),
    Harm.GOAL_UNCERTAIN: ("goals", "goals-overall", "goals-effect", "goals-programme"),
    Harm.MONEY_ABOVE_CEILING: ("money", "budget", "money-returned"),
    Harm.LOW_COVERAGE: ("coverage",),
    Harm.UNSIGNED: ("signatures",),
}
"""Where in the report one sees what is left to do, by what fills the heading."""


@dataclass(frozen=True)
class NoteShown:
    """`insert` and `remove` are what the buttons send."""

    note: Noted
    insert: str
    remove: str


@dataclass(frozen=True)
class BoxShown:
    box: TextBox
    id: str
    address: str
    label: str
    saved: str
    unsent: str
    doubts: tuple[str, ...]
    shown: Shown
    notes: tuple[NoteShown, ...]
    rows: int
    is_open: bool


@dataclass(frozen=True)
class HeadingShown:
    id: str
    title: str
    level: int
    help: str
    state: str
    state_words: str
    live: Shown
    main: BoxShown
    used: tuple[BoxShown, ...]
    unused: tuple[BoxShown, ...]
    """Texts about goals and sub-programmes: those there are, and those there may be."""


@dataclass(frozen=True)
class LeftToDo:
    sentence: str
    href: str


@dataclass(frozen=True)
class Reference:
    """A figure that a text may name: what to write, what it is, what it says today."""

    written: str
    title: str
    shown: str


@dataclass(frozen=True)
class WritingPage:
    name: str
    headings: tuple[HeadingShown, ...]
    left: tuple[LeftToDo, ...]
    references: tuple[Reference, ...]
    addresses: ReportAddresses
    is_other_version: bool


@dataclass(frozen=True)
class _Drawn:
    addresses: ReportAddresses
    reader: BlockReader = field(default_factory=BlockReader)


def writing_page(
    made: Made, headings: Sequence[OpenHeading], addresses: ReportAddresses
) -> WritingPage:
    reader = BlockReader(figure_links(made), made.report.language, top=3)
    drawn = _Drawn(addresses, reader)
    return WritingPage(
        name=report_name(made.report),
        headings=tuple(_heading(one, drawn) for one in headings),
        left=left_to_do(made, addresses),
        references=tuple(_references(made)),
        addresses=addresses,
        is_other_version=made.report.template_version != made.template.version,
    )


def _heading(one: OpenHeading, drawn: _Drawn) -> HeadingShown:
    heading = one.heading
    answered = ANSWERED if one.is_answered else EMPTY
    state = MISSING if one.is_missing else answered
    others = [_box(box, one, drawn) for box in one.others]
    return HeadingShown(
        id=f"heading-{heading.id}",
        title=heading.text,
        level=2 if heading.level == 1 else 3,
        help=heading.help,
        state=state,
        state_words=_(STATE_WORDS[state]),
        live=drawn.reader.shown(one.blocks),
        main=_box(one.main, one, drawn),
        used=tuple(box for box in others if box.is_open),
        unused=tuple(box for box in others if not box.is_open),
    )


def _box(box: TextBox, of: OpenHeading, drawn: _Drawn) -> BoxShown:
    waits = not of.heading.fills or of.heading.needs_text
    return BoxShown(
        box=box,
        id=box_id(box.place),
        address=f"{drawn.addresses.texts}{box.place}/",
        label=box.about or of.heading.text,
        saved=_saved(box),
        unsent=_unsent(box),
        doubts=(*box.faults, *(f"”{one.typed}”: {one.advice}" for one in box.typed)),
        shown=drawn.reader.shown(box.shown),
        notes=tuple(NoteShown(one, f"insert:{one.id}", f"remove:{one.id}") for one in box.notes),
        rows=min(MOST_ROWS, max(ROWS, 1 + box.text.count("\n") + len(box.text) // SIGNS_A_ROW)),
        is_open=box.is_used or (waits and not box.about),
    )


def _saved(box: TextBox) -> str:
    if box.saved is None:
        return ""
    at = timezone.localtime(box.saved.at)
    return _("Sparad {day} {time} av {name}.").format(
        day=at.date().isoformat(), time=f"{at:%H:%M}", name=box.saved.by
    )


def _unsent(box: TextBox) -> str:
    if box.unsent_at is None:
        return ""
    at = timezone.localtime(box.unsent_at)
    said = _("Det här är ditt utkast från {day} {time}. Det är inte sparat i rapporten än.").format(
        day=at.date().isoformat(), time=f"{at:%H:%M}"
    )
    if not box.is_stale or box.saved is None:
        return said
    newer = _("{name} har sparat en nyare text sedan du började; när du sparar får du se båda.")
    return f"{said} {newer.format(name=box.saved.by)}"


def left_to_do(made: Made, addresses: ReportAddresses) -> tuple[LeftToDo, ...]:
    """In order of harm, each with where it is put right."""
    filled = {name: one.heading.id for one in made.assembled.headings for name in one.heading.fills}
    known = {one.heading.id for one in made.assembled.headings}
    faults = [LeftToDo(str(fault), addresses.at(place)) for place, fault in faults_in(made)]
    data = reverse("data", args=[made.report.programme_id])
    found = [_left(one, filled, known, addresses.page, data) for one in left_in(made)]
    return (*faults, *found)


def _left(
    one: Remaining, filled: dict[str, str], known: set[str], page: str, data: str
) -> LeftToDo:
    if one.harm is Harm.ROWS_LEFT_OUT:
        return LeftToDo(one.sentence, data)
    names = SHOWN_UNDER.get(one.harm, ())
    under = next((filled[name] for name in names if name in filled), "")
    heading = one.heading if one.heading in known else under
    return LeftToDo(one.sentence, f"{page}#heading-{heading}" if heading else "")


def _references(made: Made) -> Iterable[Reference]:
    for written, title, shown in named_answers(made.subject):
        yield Reference(f"{{{{{written}}}}}", title, shown)


@dataclass(frozen=True)
class ReportRow:
    """A report on its way, in the list."""

    name: str
    href: str
    begun: str
    written: str


@dataclass(frozen=True)
class FrozenRow:
    name: str
    href: str
    frozen: str
    digest: str


def report_rows(programme: UUID, reports: Iterable[Report]) -> list[ReportRow]:
    return [_report_row(programme, one) for one in reports]


def _report_row(programme: UUID, report: Report) -> ReportRow:
    begun = _("Påbörjad {day} av {name}").format(
        day=timezone.localtime(report.created_at).date().isoformat(), name=report.created_by.name
    )
    at = getattr(report, "latest_text_at", None)
    written = (
        _("Senast skriven {day}").format(day=timezone.localtime(at).date().isoformat())
        if at
        else _("Ingen text än")
    )
    href = reverse("report", args=[programme, report.pk])
    return ReportRow(report_name(report), href, begun, written)


def frozen_rows(programme: UUID, frozen: Iterable[FrozenReport]) -> list[FrozenRow]:
    return [_frozen_row(programme, one) for one in frozen]


def _frozen_row(programme: UUID, frozen: FrozenReport) -> FrozenRow:
    name = _("{title} till och med {day}, version {n}").format(
        title=frozen.title, day=frozen.as_of.isoformat(), n=frozen.number
    )
    said = _("Låst {day} av {name}").format(
        day=timezone.localtime(frozen.frozen_at).date().isoformat(), name=frozen.frozen_by.name
    )
    href = reverse("frozen_report", args=[programme, frozen.pk])
    return FrozenRow(name, href, said, frozen.digest)
