"""What a participant asks for, and what is answered."""

from uuid import UUID

from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Person, Wish
from stegvis.participants.queries.own import wish_of
from stegvis.participants.values.wishes import WishKind


def ask(person: Person, *, kind: WishKind, text: str, by: UUID) -> Wish:
    """To the agency that answers for the person; `by` is the participant."""
    if not text.strip():
        raise Refused(_("Skriv vad du vill."))
    wish: Wish = Wish.objects.create(
        person=person, owner_id=person.owner_id, kind=kind, text=text.strip(), asked_by=by
    )
    return wish


def answer(person: Person, wish_id: UUID, text: str, *, viewer: Viewer) -> None:
    """The first answer stands."""
    if not text.strip():
        raise Refused(_("Skriv ett svar: deltagaren läser det på sin sida."))
    wish = (
        Wish.objects.visible_to(viewer)
        .select_for_update(of=("self",))
        .get(pk=wish_of(viewer, person, wish_id).pk)
    )
    if wish.answered_at is not None:
        raise Refused(_("Någon har redan svarat."))
    wish.answer, wish.answered_at, wish.answered_by = text.strip(), timezone.now(), viewer.user
    wish.version += 1
    wish.save(update_fields=["answer", "answered_at", "answered_by", "version"])
