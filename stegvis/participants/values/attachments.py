"""What a file about a person can be, and how guarded."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.privacy import About


class FileKind(StrEnum):
    """Own choice: what the reports say is handed over."""

    CERTIFICATE = "certificate"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    MERITS = "merits"
    LETTER = "letter"
    OTHER = "other"


FILE_KIND_NAMES = {
    FileKind.CERTIFICATE: N_("Läkarintyg"),
    FileKind.ASSESSMENT: N_("Utredning eller bedömning"),
    FileKind.PLAN: N_("Plan"),
    FileKind.MERITS: N_("Betyg, intyg eller CV"),
    FileKind.LETTER: N_("Brev eller beslut"),
    FileKind.OTHER: N_("Annat"),
}

GUARDED_NAMES = {
    About.ORDINARY: N_("Vanlig"),
    About.SENSITIVE: N_("Känslig: hälsa, familj, socialtjänst"),
    About.CLOSED: N_("Sluten: våld i nära relationer"),
}


@dataclass(frozen=True)
class NewFile:
    """`called` is what it is shown as; its own name where nothing is said."""

    content: bytes
    name: str
    kind: FileKind
    owner: UUID
    about: About
    called: str = ""
