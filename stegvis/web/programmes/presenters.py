"""The head of every page about one programme."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.calculations.states import day_count_words, state_name, state_on
from stegvis.programmes.calculations.words import period_words
from stegvis.programmes.queries.definitions import Decided
from stegvis.programmes.queries.programmes import Programme
from stegvis.programmes.values.states import ProgrammeState
from stegvis.web.shell.links import Link

SEES_FIGURES = (Permission.SEE_FIGURES, Permission.SEE_PROTECTED_FIGURES)
SEES = (Permission.SEE_PROGRAMMES, Permission.SEE_ALL_PROGRAMMES)
READS_REPORTS = (Permission.READ_REPORTS, Permission.WRITE_REPORTS)
TABS: tuple[tuple[str, str, tuple[Permission, ...]], ...] = (
    ("standing", N_("Läget"), SEES_FIGURES),
    ("programme", N_("Insatsen"), SEES),
    ("data", N_("Uppgifter"), (Permission.DELIVER_FACTS,)),
    ("reports", N_("Rapporter"), READS_REPORTS),
)
"""The name of the address, what the tab says, and any one of what opens it."""

STATE_KINDS = {
    ProgrammeState.PLANNED: "info",
    ProgrammeState.ONGOING: "success",
    ProgrammeState.ENDED: "neutral",
}


@dataclass(frozen=True)
class ProgrammeHead:
    """What stands on top of every page about one programme."""

    id: UUID
    association_id: UUID
    name: str
    association: str
    period: str
    state_name: str
    state_kind: str
    day_count: str
    active: str
    whole: Link | None = None
    """The programme that this one is a part of."""

    def tabs_for(self, viewer: Viewer) -> list[Link]:
        """Only those that the viewer may enter."""
        return [
            Link(_(title), reverse(name, args=[self.id]), name == self.active)
            for name, title, needed in TABS
            if _opens(needed, self.association_id, viewer)
        ]


def programme_head(
    programme: Programme, decided: Decided, active: str, *, on: date | None = None
) -> ProgrammeHead:
    """`active` is the address of the tab that is open: standing, programme, data or reports."""
    definition, day = decided.definition, on or timezone.localdate()
    state = state_on(definition, day)
    return ProgrammeHead(
        id=programme.pk,
        association_id=programme.association_id,
        name=definition.name,
        association=programme.association.name,
        period=period_words(definition.first_day, definition.last_day),
        state_name=state_name(state),
        state_kind=STATE_KINDS[state],
        day_count=day_count_words(definition, day),
        active=active,
        whole=_whole(programme),
    )


def _whole(programme: Programme) -> Link | None:
    if programme.whole is None:
        return None
    return Link(programme.whole.name, reverse("programme", args=[programme.whole.pk]))


def first_tab(association: UUID, viewer: Viewer) -> str:
    """Where a programme opens: at its standing, for those who may see figures."""
    open_tabs = [name for name, _title, needed in TABS if _opens(needed, association, viewer)]
    return open_tabs[0] if open_tabs else "programme"


def _opens(needed: tuple[Permission, ...], association: UUID, viewer: Viewer) -> bool:
    return any(viewer.may(one, association) for one in needed)
