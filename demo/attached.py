"""The files about Åsa: what she has done, how she is, and where she wants to be."""

from uuid import UUID

from demo.files import letter, pdf, staircase
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.participants.actions.attachments import attach
from stegvis.participants.models import Person
from stegvis.participants.values.attachments import FileKind, NewFile

MERITS = (
    "Två år på gymnasiets samhällsprogram.",
    "Sommarjobb i kommunens park 2019 och 2020.",
    "Kör moped, talar engelska och lite finska.",
)
CERTIFICATE = (
    "Påhittat intyg: ingen läkare har skrivit det, och ingen människa är beskriven.",
    "Åsa Öberg kan delta fyra timmar om dagen, med paus mitt på dagen.",
    "Ny bedömning om tre månader.",
)


def put_files(person: Person, owner: UUID, viewer: Viewer) -> UUID:
    """The key of the merits, which others may get; the certificate is more guarded."""
    merits = NewFile(letter("Meriter", MERITS), "CV.docx", FileKind.MERITS, owner, About.ORDINARY)
    certificate = NewFile(
        pdf("Läkarintyg", CERTIFICATE),
        "Läkarintyg.pdf",
        FileKind.CERTIFICATE,
        owner,
        About.SENSITIVE,
    )
    picture = NewFile(
        staircase(), "Trappan i verkstaden.png", FileKind.OTHER, owner, About.ORDINARY
    )
    attach(viewer, person, certificate)
    attach(viewer, person, picture)
    return attach(viewer, person, merits).attachment.pk
