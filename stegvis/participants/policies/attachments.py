"""Who may add a file about a person, and take one away."""

from collections.abc import Collection, Mapping
from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import About
from stegvis.core.values.refusals import Refused

Opened = Mapping[UUID, frozenset[About]]
"""Agencies that the viewer may write for, and in which classes."""


def check_may_attach_any(opened: Collection[object]) -> None:
    if not opened:
        sentence = _("Du kan läsa men inte bifoga filer här. Det gör den som arbetar med personen.")
        raise Refused(sentence)


def check_may_attach(opened: Opened, owner: UUID, about: About) -> None:
    check_may_attach_any(opened)
    if about not in opened.get(owner, frozenset()):
        raise Refused(_("Du arbetar inte med den sortens uppgifter om personen. Välj en annan."))


def check_may_remove(opened: Opened, owner: UUID, why: str) -> None:
    if owner not in opened:
        raise Refused(_("Filen hör till en annan part. Be dem ta bort den."))
    if not why.strip():
        raise Refused(_("Skriv varför filen tas bort."))
