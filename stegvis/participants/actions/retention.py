"""What may be erased about persons, and how: everything about one, a file, a copy."""

from uuid import UUID

from stegvis.core.actions.retention import erase_rows_of
from stegvis.core.models import StoredFile
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.privacy import About
from stegvis.core.values.retention import (
    BEFORE_PERSONS,
    GROUND,
    PersonRows,
    RecordKind,
    Suggestion,
    register_clock,
    register_kind,
    register_rows,
)
from stegvis.core.values.sightings import Action, did
from stegvis.organisations.actions.forgetting import forget_participant
from stegvis.participants.actions.locks import lock_person
from stegvis.participants.models import Attachment, Disclosure, Person
from stegvis.participants.queries import retention

WHY = "what has served its time is erased"
PERSON, ATTACHMENT, DISCLOSURE = "person", "attachment", "disclosure"
ENDED = {
    retention.ENDED: N_("sista dagen som någon var involverad i personen eller hen var inskriven")
}
MONTHS = 60  # five years after the last note in a record of social services; SOL: not established
HANDBOOK = N_("Socialtjänstens personakter: fem år efter sista anteckningen. Pröva mot ert beslut.")


def register_all() -> None:
    """Said once, when the room is opened."""
    register_clock(retention.involved)
    register_rows(*ROWS)
    for kind in KINDS:
        register_kind(kind)


def erase_person(person_id: UUID) -> bool:
    """Everything about the person and the doubles of them; their account where it is nobody's."""
    ids = retention.same_as(person_id)
    found = Person.objects.unscoped(reason=WHY).filter(pk__in=ids)
    accounts = [one.account_id for one in found if one.account_id]
    if not found:
        return False
    for one in sorted(ids):
        lock_person(one)
    for act in BEFORE_PERSONS:
        act(ids)
    erase_rows_of(ids)
    for account in accounts:
        forget_participant(account)
    for one in found:
        did(Action.DELETE, one.pk, about=About.IDENTITY, ground=GROUND, agency=one.owner_id)
    return True


def erase_attachment(attachment_id: UUID) -> bool:
    row = Attachment.objects.unscoped(reason=WHY).filter(pk=attachment_id).first()
    if row is None:
        return False
    file = row.file_id
    row.delete()
    StoredFile.objects.filter(pk=file).delete()
    _log(row)
    return True


def erase_disclosure(disclosure_id: UUID) -> bool:
    """That it was told stays in the log."""
    row = Disclosure.objects.unscoped(reason=WHY).filter(pk=disclosure_id).first()
    if row is None:
        return False
    row.delete()
    _log(row)
    return True


def _log(row: Attachment | Disclosure) -> None:
    did(Action.DELETE, row.person_id, about=row.information, ground=GROUND, agency=row.owner_id)


ROWS = (
    PersonRows("participants.Attachment", noted="added_at", file="file"),
    PersonRows("participants.Consent"),
    PersonRows("participants.ConsentException", noted="recorded_at"),
    PersonRows("participants.ConsentRecipient", lookups=("consent__person",)),
    PersonRows("participants.ContactSafety"),
    PersonRows("participants.Disclosure", noted="sent_at"),
    PersonRows("participants.Involvement", noted="recorded_at"),
    PersonRows("participants.LinkRequest", lookups=("person", "registered")),
    PersonRows("participants.Merge", lookups=("person", "double")),
    PersonRows("participants.Person", lookups=("pk",)),
    PersonRows("participants.ProtectionDecision", noted="decided_at"),
    PersonRows("participants.Representative"),
    PersonRows("participants.Signing", noted="recorded_at"),
    PersonRows("participants.Wish", noted="asked_at"),
)
KINDS = (
    RecordKind(
        PERSON,
        N_("En person och allt om hen"),
        "participants_person",
        ENDED | {retention.NOTED: N_("sista anteckningen, när inget pågår längre")},
        retention.persons,
        erase_person,
        Suggestion(MONTHS, retention.NOTED, HANDBOOK, spares_births=True),
    ),
    RecordKind(
        ATTACHMENT,
        N_("Bifogade filer"),
        "participants_attachment",
        ENDED | {retention.ADDED: N_("dagen då filen lades till")},
        retention.attachments,
        erase_attachment,
        Suggestion(MONTHS, retention.ENDED, HANDBOOK, spares_births=True),
    ),
    RecordKind(
        DISCLOSURE,
        N_("Kopior av det som har lämnats ut"),
        "participants_disclosure",
        ENDED | {retention.SENT: N_("dagen då det lämnades ut")},
        retention.disclosures,
        erase_disclosure,
        Suggestion(MONTHS, retention.SENT, HANDBOOK, spares_births=True),
    ),
)
