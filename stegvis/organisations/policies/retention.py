"""What is asked of a rule of retention, and of the erasing that it leads to."""

from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.retention import KINDS
from stegvis.organisations.models import ErasurePlan
from stegvis.organisations.values.retention import LONGEST_MONTHS, NewRule


def check_rule(new: NewRule, on: date) -> None:
    kind = KINDS.get(new.kind)
    if kind is None or new.event not in kind.events:
        raise Refused(_("Välj vad regeln gäller och från vilken dag tiden räknas."))
    if not 1 <= new.months <= LONGEST_MONTHS:
        said = _("Tiden är {n} månader. Skriv ett helt antal från 1 till {most}.")
        raise Refused(said.format(n=new.months, most=LONGEST_MONTHS))
    check_decision(new.decision, new.decided_on, on)


def check_decision(decision: str, decided_on: date, on: date) -> None:
    if not decision.strip():
        raise Refused(_("Skriv vilket beslut regeln bygger på. Utan beslut gallras ingenting."))
    if decided_on > on:
        said = _("Beslutet är daterat {day}, som inte har varit. Skriv dagen då beslutet togs.")
        raise Refused(said.format(day=day(decided_on)))


def check_nothing_waits(waiting: ErasurePlan | None) -> None:
    if waiting is not None:
        raise Refused(
            _("En gallring väntar redan på beslut eller görs just nu. Avsluta den först.")
        )


def check_is_what_was_shown(plan: ErasurePlan, digest: str, stored: str) -> None:
    """`digest` came with the form, `stored` is reckoned from what stands in the database now."""
    if not digest == plan.digest == stored:
        raise Refused(_("Förhandsvisningen är en annan än den du såg. Läs den igen."))
