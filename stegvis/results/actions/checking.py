"""The files of a delivery looked through and read: what the queue does with them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.db import transaction

from stegvis.core.actions.jobs import Progress
from stegvis.core.files.sheets import Sheet, read_sheets
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Refused
from stegvis.programmes.queries.definitions import decided
from stegvis.programmes.values.definition import Definition
from stegvis.results.actions import facts
from stegvis.results.actions.deliveries import WHY, forget_files, set_state
from stegvis.results.actions.standing import ask_to_compute
from stegvis.results.calculations.told import excerpt, kept_proposal, told_of, told_refusal
from stegvis.results.files.facts import delivered, facts_in
from stegvis.results.files.mappings import look_through, propose_for
from stegvis.results.files.own_sheets import asks_for_mapping, fitting, headings_digest
from stegvis.results.models import Delivery, SavedMapping
from stegvis.results.policies.sources import of_files
from stegvis.results.queries.facts import data_state
from stegvis.results.values.deliveries import APPLYING, ASKING, CHECKED, CHECKING, REFUSED
from stegvis.results.values.mapping import Mapping, Proposal
from stegvis.results.values.reading import ImportResult, Written

FOLDER = "uppgifter"


class AsksForMapping(Exception):  # noqa: N818 - a question, not an error
    def __init__(self, proposal: Proposal, headings: str) -> None:
        super().__init__()
        self.proposal = proposal
        self.headings = headings


def check(delivery: Delivery, progress: Progress) -> str:
    """A dry run: what is wrong, what would change, or which mapping is asked for."""
    if delivery.state != CHECKING:
        return _("Leveransen är redan kontrollerad.")
    read = _read_or_told(delivery, progress)
    if isinstance(read, str):
        return read
    progress.step(_("Jämför med det som redan är inläst"))
    return _checked(delivery, *read)


def apply(delivery: Delivery, progress: Progress) -> str:
    """The facts of the delivery take their place; refused as a whole when it cannot be read."""
    if delivery.state != APPLYING:
        return _("Leveransen är redan inläst.")
    read = _read_or_told(delivery, progress)
    if isinstance(read, str):
        return read
    result, _written = read
    progress.step(_("Läser in raderna"))
    with transaction.atomic():
        _keep(delivery, result)
        recorded = facts.record(
            delivery.programme, result.facts, delivery=delivery, by=delivery.applied_by_id
        )
        delivery.changes = facts.changes_kept(recorded)
        delivery.save(update_fields=["changes"])
        forget_files(delivery)
        ask_to_compute(delivery.programme, by=delivery.applied_by_id)
    rows = sum(result.counted.values())
    sentence = ngettext("{rows} rad är inläst.", "{rows} rader är inlästa.", rows)
    return sentence.format(rows=rows)


def _read_or_told(
    delivery: Delivery, progress: Progress
) -> tuple[ImportResult, list[Written]] | str:
    """What the files hold; or the sentence of why they could not be read, which is kept."""
    progress.step(_("Läser filerna"))
    try:
        return _read(delivery)
    except AsksForMapping as asked:
        return _asked(delivery, asked)
    except Refused as refused:
        return _refused(delivery, refused)


def _read(delivery: Delivery) -> tuple[ImportResult, list[Written]]:
    definition = decided(delivery.programme).definition
    with _on_disk(delivery) as path:
        sheets = read_sheets(path, encoding=delivery.encoding or None)
        mapping = _mapping_for(delivery, sheets, definition)
        found = delivered(sheets, definition, mapping=mapping, path=path)
    written = [*found.documented, *([] if found.own is None else [found.own])]
    result = facts_in(sheets, found, definition)
    return replace(result, facts=of_files(delivery.programme, result.facts)), written


@contextmanager
def _on_disk(delivery: Delivery) -> Iterator[Path]:
    """The file, or a folder of the files, in a place of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="stegvis-") as place:
        folder = Path(place) / FOLDER
        folder.mkdir()
        stored = list(delivery.files.order_by("name"))
        for file in stored:
            (folder / file.name).write_bytes(file.content)
        yield folder / stored[0].name if len(stored) == 1 else folder


def _mapping_for(delivery: Delivery, sheets: list[Sheet], definition: Definition) -> Mapping | None:
    """Answered, remembered, or asked for; none for the documented tables and our own sheet.

    The one that was used at the check is used again when the delivery is read in.
    """
    if not asks_for_mapping(sheets, definition):
        return None
    if delivery.mapping and delivery.state == APPLYING:
        return Mapping.model_validate_json(str(delivery.mapping))
    proposal = _looked_through(delivery, sheets, definition)
    delivery.mapping = proposal.mapping.model_dump_json()
    delivery.proposal = kept_proposal(proposal, _headings(proposal, sheets)).model_dump_json()
    delivery.save(update_fields=["mapping", "proposal"])
    return proposal.mapping


def _looked_through(delivery: Delivery, sheets: list[Sheet], definition: Definition) -> Proposal:
    """Asked for again when a column that is newly read has words or dates of its own."""
    if delivery.mapping:
        mapping: Mapping | None = Mapping.model_validate_json(str(delivery.mapping))
    else:
        mapping = _remembered(delivery, sheets, definition)
    if mapping is None:
        proposal = propose_for(sheets, definition)
        raise AsksForMapping(proposal, _headings(proposal, sheets))
    proposal = look_through(sheets, mapping, definition)
    if proposal.word_doubts or proposal.doubts:
        raise AsksForMapping(proposal, _headings(proposal, sheets))
    return proposal


def _remembered(delivery: Delivery, sheets: list[Sheet], definition: Definition) -> Mapping | None:
    saved = SavedMapping.objects.filter(programme=delivery.programme).order_by("-saved_at")
    known = [(one.headings, Mapping.model_validate_json(str(one.content))) for one in saved]
    return fitting(sheets, known, definition)


def _headings(proposal: Proposal, sheets: list[Sheet]) -> str:
    sheet = next(one for one in sheets if one.name == proposal.mapping.sheet)
    return headings_digest(sheet, proposal.mapping.heading_row)


def _asked(delivery: Delivery, asked: AsksForMapping) -> str:
    with transaction.atomic():
        delivery.proposal = kept_proposal(asked.proposal, asked.headings).model_dump_json()
        delivery.mapping = None
        delivery.save(update_fields=["proposal", "mapping"])
        set_state(delivery, ASKING)
    return _("Bladet behöver en översättning. Se över förslaget.")


def _refused(delivery: Delivery, refused: Refused) -> str:
    with transaction.atomic():
        delivery.told = told_refusal(refused).model_dump_json()
        delivery.save(update_fields=["told"])
        set_state(delivery, REFUSED)
    return refused.sentence


def _checked(delivery: Delivery, result: ImportResult, written: list[Written]) -> str:
    places = [result.places[fault] for fault in result.faults if fault in result.places]
    with transaction.atomic():
        _keep(delivery, result)
        delivery.changes = facts.changes_kept(facts.compared(delivery.programme, result.facts))
        delivery.excerpt = excerpt(written, places).model_dump_json()
        delivery.save(update_fields=["changes", "excerpt"])
        set_state(delivery, CHECKED)
    count = len(result.faults)
    if not count:
        return _("Filen är kontrollerad. Inga fel hittades.")
    sentence = ngettext(
        "Filen är kontrollerad. {count} fel hittades.",
        "Filen är kontrollerad. {count} fel hittades.",
        count,
    )
    return sentence.format(count=count)


def _keep(delivery: Delivery, result: ImportResult) -> None:
    delivery.told = told_of(result, state=data_state(delivery.programme)).model_dump_json()
    delivery.digest = result.facts.digest
    delivery.extracted_on = result.facts.extracted_on
    delivery.rows_left_out = result.rows_left_out
    delivery.save(update_fields=["told", "digest", "extracted_on", "rows_left_out"])


def give_up(delivery: Delivery) -> None:
    """Something went wrong with the work itself: the delivery can be tried again."""
    sentence = _("Något gick fel när filen lästes. Försök igen; händer det igen, säg till.")
    if delivery.state == APPLYING:
        set_state(delivery, CHECKED)
    elif delivery.state == CHECKING:
        _refused(delivery, Refused(sentence))


def delivery_for(job_subject: object) -> Delivery:
    found: Delivery = (
        Delivery.objects.unscoped(reason=WHY).select_related("programme").get(pk=job_subject)
    )
    return found
