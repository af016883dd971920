"""The words that people agree to: a version is added, none is changed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max

from stegvis.organisations.actions.acts import note
from stegvis.organisations.models import Association
from stegvis.organisations.values.acts import ActKind, Told
from stegvis.participants.models import ConsentText
from stegvis.participants.policies.consent_texts import check_text
from stegvis.participants.values.consents import Purpose


@dataclass(frozen=True)
class NewText:
    """`months_valid` is what a consent is proposed to last; None, until it is withdrawn."""

    purpose: Purpose
    language: str
    title: str
    body: str
    starts_on: date
    months_valid: int | None = None


def add_text(association: UUID, new: NewText, *, by: UUID | None, on: date) -> ConsentText:
    """The next version, from its first day on; versions are numbered one at a time."""
    check_text(new.starts_on, on=on)
    Association.objects.select_for_update().get(pk=association)
    versions = ConsentText.objects.filter(
        association=association, purpose=new.purpose, language=new.language
    )
    newest = versions.aggregate(newest=Max("number"))["newest"] or 0
    text: ConsentText = ConsentText.objects.create(
        association_id=association,
        purpose=new.purpose,
        language=new.language,
        number=newest + 1,
        title=new.title,
        body=new.body,
        months_valid=new.months_valid,
        starts_on=new.starts_on,
        decided_by=by,
    )
    told = Told(what=new.title, day=new.starts_on)
    note(ActKind.CONSENT_TEXT, association=association, by=by, told=told)
    return text
