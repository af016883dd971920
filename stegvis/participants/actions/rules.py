"""An association decides about consents."""

from dataclasses import dataclass
from uuid import UUID

from stegvis.organisations.actions.acts import note
from stegvis.organisations.values.acts import ActKind
from stegvis.participants.models import ConsentRules


@dataclass(frozen=True)
class NewRules:
    statistics_need_consent: bool
    extract_names_staff: bool
    warn_weeks: int
    minors_sentence: str


def decide_rules(association: UUID, new: NewRules, *, by: UUID | None) -> None:
    said = {
        "statistics_need_consent": new.statistics_need_consent,
        "extract_names_staff": new.extract_names_staff,
        "warn_weeks": new.warn_weeks,
        "minors_sentence": new.minors_sentence.strip(),
    }
    ConsentRules.objects.update_or_create(association_id=association, defaults=said)
    note(ActKind.CONSENT_RULES, association=association, by=by)
