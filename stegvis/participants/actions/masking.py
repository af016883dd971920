"""A masked copy is let out on request: the decision and what was let out are kept, and logged."""

from typing import cast
from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.locks import lock_person
from stegvis.participants.models import Disclosure, Person
from stegvis.participants.policies.disclosures import (
    PreviewOutdatedError,
    check_can_disclose,
    check_classes,
)
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.disclosable import chosen
from stegvis.participants.values.disclosures import Copy, Ground
from stegvis.participants.values.masking import Masking, masked


def previewed(viewer: Viewer, person: Person, sender: UUID, masking: Masking) -> Copy:
    """What would be let out; refused where a mask hides nothing or something would be left."""
    check_can_disclose(viewer, person, sender, {one.pk for one in acting_for(viewer, person)})
    if not masking.ground.strip():
        raise Refused(_("Skriv vilken paragraf maskningen stöder sig på."))
    if not masking.why.strip():
        raise Refused(_("Skriv hur du har prövat begäran."))
    items = chosen(viewer, person, sender, masking.what)
    check_classes(one.about for one in items)
    return masked(items, masking)


def let_out(
    viewer: Viewer, person: Person, sender: UUID, masking: Masking, *, seen: str
) -> Disclosure:
    """`seen` is the fingerprint of the preview: exactly that is let out."""
    lock_person(person.pk)
    copy = previewed(viewer, person, sender, masking)
    if seen != copy.fingerprint:
        raise PreviewOutdatedError(_("Uppgifterna har ändrats sedan du såg dem. Läs dem igen."))
    row: Disclosure = Disclosure.objects.create(
        person=person,
        owner_id=sender,
        about=copy.guarded_as,
        outside=masking.outside or _("den som har begärt handlingen"),
        ground=Ground.LAW,
        legal_text=masking.ground,
        why=masking.why,
        purpose=_("Allmän handling, maskad kopia"),
        what=[one.code for one in copy.items],
        content=copy.model_dump_json(),
        sent_by=cast("UUID", viewer.user),
    )
    did(
        Action.DISCLOSE,
        person.pk,
        about=copy.classes,
        ground=Ground.LAW.value,
        purpose=_("allmän handling, maskad kopia"),
        agency=sender,
    )
    return row
