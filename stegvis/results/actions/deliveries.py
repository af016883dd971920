"""A delivery received, looked through, read in, undone: what a person asks for."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from uuid import UUID

from django.db import transaction

from stegvis.core.actions.jobs import ask_for
from stegvis.core.models import Job, StoredFile
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.models import Programme
from stegvis.results.actions import facts
from stegvis.results.actions.standing import ask_to_compute
from stegvis.results.models import Delivery, SavedMapping
from stegvis.results.policies.deliveries import (
    check_can_answer,
    check_can_apply,
    check_can_check,
    check_can_dismiss,
    check_can_receive,
)
from stegvis.results.values.checked import KeptProposal
from stegvis.results.values.deliveries import (
    APPLYING,
    CHECKING,
    DISMISSED,
    OPEN,
    TRANSITIONS,
    UNDER_WAY,
)
from stegvis.results.values.mapping import Mapping

CHECK = "stegvis.results.tasks.deliveries.check"
APPLY = "stegvis.results.tasks.deliveries.apply"
LONGEST_STEM, LONGEST_SUFFIX = 60, 10  # characters, of up to four bytes each
WAITS_AT_MOST = timedelta(days=30)
"""Own choice, as for drafts: through a holiday. The page of data says the same."""

WHY = "a delivery that the person was given"


@dataclass(frozen=True)
class ReceivedFile:
    name: str
    media_type: str
    content: bytes


def receive(
    programme: Programme, files: Sequence[ReceivedFile], *, by: UUID | None, encoding: str = ""
) -> Delivery:
    """Keep the files, encrypted, and ask for them to be checked.

    One's own earlier deliveries that still wait are dismissed: this one takes their place.
    """
    _refuse_doubled(files)
    with transaction.atomic():
        Programme.objects.unscoped(reason="one delivery at a time").select_for_update().get(
            pk=programme.pk
        )
        check_can_receive(programme)
        for earlier in _waiting(programme, by):
            _let_go(earlier)
        delivery = Delivery.objects.create(
            programme=programme,
            encoding=encoding,
            named=[_named(one) for one in files],
            delivered_by_id=by,
        )
        delivery.files.set([_stored(one, by) for one in files])
        _ask(delivery, CHECK, by=by)
    return delivery


def answer(delivery: Delivery, mapping: Mapping, *, by: UUID | None) -> Job:
    """The mapping that a person has looked through is kept for next time, and read by."""
    with transaction.atomic():
        current = _locked(delivery)
        check_can_answer(current)
        kept = KeptProposal.model_validate_json(str(current.proposal))
        text = mapping.model_dump_json()
        SavedMapping.objects.update_or_create(
            programme_id=delivery.programme_id,
            headings=kept.headings,
            defaults={"content": text, "saved_by_id": by},
        )
        current.mapping = text
        current.save(update_fields=["mapping"])
        set_state(current, CHECKING)
        return _ask(current, CHECK, by=by)


def check_again(delivery: Delivery, *, by: UUID | None) -> Job:
    """After something went wrong with the check itself, or when the facts have changed since."""
    with transaction.atomic():
        current = _locked(delivery)
        check_can_check(current)
        if current.state != CHECKING:
            set_state(current, CHECKING)
        return _ask(current, CHECK, by=by)


def ask_to_apply(delivery: Delivery, *, by: UUID | None) -> Job:
    with transaction.atomic():
        current = _locked(delivery)
        check_can_apply(current)
        set_state(current, APPLYING)
        current.applied_by_id = by
        current.save(update_fields=["applied_by"])
        return _ask(current, APPLY, by=by)


def dismiss(delivery: Delivery) -> None:
    with transaction.atomic():
        current = _locked(delivery)
        check_can_dismiss(current)
        _let_go(current)


def dismiss_forgotten(now: datetime) -> int:
    """How many deliveries that nobody has finished were let go of, with their files."""
    with transaction.atomic():
        old = Delivery.objects.unscoped(reason="nobody keeps files for ever").filter(
            state__in=OPEN - UNDER_WAY, delivered_at__lt=now - WAITS_AT_MOST
        )
        forgotten = list(old.select_for_update(of=("self",)))
        for delivery in forgotten:
            _let_go(delivery)
    return len(forgotten)


def undo(delivery: Delivery, *, by: UUID | None) -> None:
    with transaction.atomic():
        facts.undo(delivery, by=by)
        ask_to_compute(delivery.programme, by=by)


def set_state(delivery: Delivery, state: str) -> None:
    if state not in TRANSITIONS[delivery.state]:
        raise Refused(_("Leveransen har ändrats av någon annan. Öppna sidan igen."))
    delivery.state = state
    delivery.save(update_fields=["state"])


def forget_files(delivery: Delivery) -> None:
    """What was written is deleted; what was told and changed stays."""
    delivery.files.all().delete()
    delivery.excerpt = delivery.proposal = None
    delivery.save(update_fields=["excerpt", "proposal"])


def _let_go(delivery: Delivery) -> None:
    set_state(delivery, DISMISSED)
    forget_files(delivery)


def _locked(delivery: Delivery) -> Delivery:
    found: Delivery = (
        Delivery.objects.unscoped(reason=WHY).select_for_update(of=("self",)).get(pk=delivery.pk)
    )
    return found


def _waiting(programme: Programme, by: UUID | None) -> Iterable[Delivery]:
    waiting = Delivery.objects.unscoped(reason=WHY).filter(programme=programme, delivered_by=by)
    return list(waiting.filter(state__in=OPEN - UNDER_WAY).select_for_update(of=("self",)))


def _ask(delivery: Delivery, task: str, *, by: UUID | None) -> Job:
    job = ask_for(
        task,
        subject=delivery.pk,
        lock=f"facts {delivery.programme_id}",
        by=by,
    )
    Delivery.objects.unscoped(reason=WHY).filter(pk=delivery.pk).update(job=job.pk)
    delivery.job = job.pk
    return job


def _refuse_doubled(files: Sequence[ReceivedFile]) -> None:
    names = [plain_name(one.name) for one in files]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        sentence = _("Flera av filerna heter {name}. Lämna en fil för varje tabell.")
        raise Refused(sentence.format(name=doubled[0]))


def plain_name(name: str) -> str:
    """Without folders, however the sender's system writes them, and no longer than disks allow."""
    path = PurePath(name.replace("\\", "/").replace("\0", ""))
    return path.stem.lstrip(".")[:LONGEST_STEM] + path.suffix[:LONGEST_SUFFIX] or "fil"


def _named(file: ReceivedFile) -> dict[str, object]:
    return {
        "name": plain_name(file.name),
        "size": len(file.content),
        "digest": hashlib.sha256(file.content).hexdigest(),
    }


def _stored(file: ReceivedFile, by: UUID | None) -> StoredFile:
    return StoredFile.objects.create(
        name=plain_name(file.name),
        media_type=file.media_type[:120],
        size=len(file.content),
        digest=hashlib.sha256(file.content).hexdigest(),
        content=file.content,
        stored_by=by,
    )
