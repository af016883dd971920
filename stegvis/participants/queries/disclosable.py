"""What one may tell of a person: what one sees oneself, and one's own agency answers for.

Rooms that keep more about persons register a source of their own, under a name that the codes of
its items begin with.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from uuid import UUID

from stegvis.core.models import StoredFile
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.core.values.sightings import saw
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models import Attachment, ContactSafety, Person, Representative
from stegvis.participants.values.consents import MAY_BE_TOLD
from stegvis.participants.values.disclosures import NAME, Item
from stegvis.participants.values.persons import REPRESENTATIVE_NAMES, RepresentativeKind

Source = Callable[[Viewer, Person, UUID], Iterable[Item]]
"""Of the rows that belong to the agency, and that the viewer sees."""

NUMBER_OPENED = "number_opened"
"""Purpose in the log, as where somebody asks for the number itself."""

SOURCES: dict[str, Source] = {}
"""By what the codes of its items begin with."""


def register(name: str) -> Callable[[Source], Source]:
    def added(source: Source) -> Source:
        SOURCES[name] = source
        return source

    return added


def items_of(viewer: Viewer, person: Person, owner: UUID) -> list[Item]:
    """What is closed is not offered: that it exists is told to nobody."""
    return _from(SOURCES.values(), viewer, person, owner)


def chosen(viewer: Viewer, person: Person, owner: UUID, codes: Iterable[str]) -> list[Item]:
    """Those that were chosen and are still there, the name always with them."""
    wanted = {NAME, *codes}
    begins = {code.partition(".")[0] for code in wanted}
    sources = [source for name, source in SOURCES.items() if name in begins]
    return [item for item in _from(sources, viewer, person, owner) if item.code in wanted]


def _from(sources: Iterable[Source], viewer: Viewer, person: Person, owner: UUID) -> list[Item]:
    found = [item for source in sources for item in source(viewer, person, owner)]
    return [item for item in found if item.about in MAY_BE_TOLD and item.value]


@register("identity")
def _identity(_viewer: Viewer, person: Person, _owner: UUID) -> Iterator[Item]:
    number = str(person.personal_number or "")
    if number:
        saw(person.pk, about=About.IDENTITY, ground=person.seen_because, purpose=NUMBER_OPENED)
    yield Item(NAME, _("Namn"), About.IDENTITY, str(person))
    yield Item("identity.number", _("Personnummer"), About.IDENTITY, number)


@register("contact")
def _contact(viewer: Viewer, person: Person, owner: UUID) -> Iterator[Item]:
    for one in ContactSafety.objects.of(viewer, person).filter(owner=owner):
        yield Item("contact.phone", _("Telefon"), About(one.about), one.phone)
        yield Item("contact.email", _("E-post"), About(one.about), one.email)
        yield Item("contact.address", _("Adress"), About(one.about), one.address)


@register("representative")
def _representatives(viewer: Viewer, person: Person, owner: UUID) -> Iterator[Item]:
    rows = Representative.objects.of(viewer, person).filter(owner=owner)
    for one in rows.order_by("starts_on", "pk"):
        kind = _(REPRESENTATIVE_NAMES[RepresentativeKind(one.kind)])
        yield Item(f"representative.{one.pk}", kind, About(one.about), one.name)


@register("file")
def _files(viewer: Viewer, person: Person, owner: UUID) -> Iterator[Item]:
    rows = Attachment.objects.of(viewer, person).filter(owner=owner, removed_at=None)
    for one in rows.select_related("file").defer("file__content").order_by("added_at", "pk"):
        if one.file is not None:
            yield Item(
                f"file.{one.pk}",
                _("Handling"),
                About(one.about),
                one.title,
                media_type=one.file.media_type,
                content=partial(_content, one.file),
            )


def _content(file: StoredFile) -> bytes:
    return bytes(file.content)
