"""A report opened by one person who writes: figures, texts, what is unsent, what is doubtful."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import speaking
from stegvis.reports.actions.making import Made, titles_of
from stegvis.reports.calculations.assembly.headings import FilledHeading, fill
from stegvis.reports.calculations.places import places_of
from stegvis.reports.calculations.texts.filling import filled
from stegvis.reports.calculations.texts.on_screen import texts_on_screen
from stegvis.reports.calculations.texts.typed_numbers import typed_numbers
from stegvis.reports.models import ReportNote, ReportText
from stegvis.reports.queries.reports import Unsent, notes_in, unsent_by
from stegvis.reports.values.document import Block
from stegvis.reports.values.remaining import TypedNumber
from stegvis.reports.values.templates import TemplateHeading
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import Writer
from stegvis.reports.values.writing_page import Noted, OpenHeading, Saved, TextBox


@dataclass(frozen=True)
class _Opened:
    """What every heading of the page is made from."""

    made: Made
    unsent: Mapping[Place, Unsent]
    notes: Mapping[Place, list[Noted]]
    typed: Mapping[Place, list[TypedNumber]]
    titles: Mapping[str, str]

    def text_of(self, place: Place) -> str:
        if place in self.unsent:
            return self.unsent[place].text
        return self.made.texts[place].text if place in self.made.texts else ""


def opened(made: Made, writer: Writer) -> list[OpenHeading]:
    """Blocks in the report's language, doubts in the reader's. Costs two queries."""
    titles = titles_of(made.template, made.subject)
    unsent = unsent_by(writer)
    displayed = {place: row.text for place, row in made.texts.items()}
    displayed |= {place: one.text for place, one in unsent.items()}
    typed: dict[Place, list[TypedNumber]] = defaultdict(list)
    for number in typed_numbers(texts_on_screen(displayed, titles), made.subject):
        typed[Place(number.heading, number.part)].append(number)
    now = _Opened(made, unsent, _noted(notes_in(made.report)), typed, titles)
    headings = [_heading(one, now) for one in made.assembled.headings]
    return [*headings, *_without_heading(headings, list(displayed), now)]


def _without_heading(
    headings: list[OpenHeading], written: list[Place], now: _Opened
) -> list[OpenHeading]:
    """Texts that no heading of the form takes any more; they stand last, and are never lost."""
    taken = {box.place for one in headings for box in one.boxes}
    boxes = tuple(_box(place, str(place), now) for place in written if place not in taken)
    if not boxes:
        return []
    heading = TemplateHeading(id="other", text=_("Övrigt"), required=False)
    return [OpenHeading(heading, (), boxes, is_answered=True, is_missing=False)]


def _heading(answered: FilledHeading, now: _Opened) -> OpenHeading:
    subject = now.made.subject
    with speaking(now.made.report.language):
        live = fill(answered.heading, subject).blocks
    boxes = tuple(_box(place, about, now) for place, about in places_of(answered.heading, subject))
    return OpenHeading(answered.heading, live, boxes, answered.answered, answered.is_missing)


def _box(place: Place, about: str, now: _Opened) -> TextBox:
    row, unsent = now.made.texts.get(place), now.unsent.get(place)
    shown, faults = _shown(place, now)
    version = row.version if row else 0
    return TextBox(
        place=place,
        about=about,
        text=now.text_of(place),
        base=unsent.base if unsent else version,
        saved=_saved(row),
        unsent_at=unsent.kept_at if unsent else None,
        is_stale=unsent is not None and unsent.base != version,
        typed=tuple(now.typed.get(place, ())),
        faults=faults,
        shown=shown,
        notes=tuple(now.notes.get(place, ())),
    )


def _saved(row: ReportText | None) -> Saved | None:
    return Saved(row.written_by.name, row.written_at) if row else None


def _shown(place: Place, now: _Opened) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The text as it will stand, with its figures; and the figures that nothing is called."""
    texts = texts_on_screen({place: now.text_of(place)}, now.titles)
    with speaking(now.made.report.language):
        blocks, _faults = filled(texts, now.made.subject)
    _blocks, faults = filled(texts, now.made.subject)
    return blocks.get(str(place), ()), tuple(map(str, faults))


def _noted(notes: Iterable[ReportNote]) -> dict[Place, list[Noted]]:
    found: dict[Place, list[Noted]] = defaultdict(list)
    for note in notes:
        found[Place(note.heading, note.part)].append(
            Noted(
                id=note.pk,
                text=note.text,
                said=note.said,
                source=note.source,
                address=note.address,
                by=note.saved_by.name,
                at=note.saved_at,
            )
        )
    return found
