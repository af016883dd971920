"""When two rows may become one person."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.participants.models import Person
from stegvis.participants.values.persons import NumberKind


def check_can_merge(kept: Person, double: Person) -> None:
    if kept.pk == double.pk:
        raise Refused(_("Det är samma person. Välj den andra."))
    if kept.association_id != double.association_id:
        raise Refused(_("Personerna hör till olika förbund."))
    if kept.merged_into_id or double.merged_into_id:
        raise Refused(_("En av dem är redan sammanförd med någon. Ladda om sidan."))
    if _have_own_numbers(kept, double):
        raise Refused(_("De har olika personnummer, så de är två personer. Rätta numret först."))


def _have_own_numbers(one: Person, other: Person) -> bool:
    """Somebody may get a personal number after a co-ordination number."""
    numbers = {one.personal_number, other.personal_number} - {None}
    kinds = {one.number_kind, other.number_kind}
    return len(numbers) > 1 and NumberKind.COORDINATION not in kinds
