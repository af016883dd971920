"""The words that people agree to, and which of them hold."""

from datetime import date
from uuid import UUID

from stegvis.participants.models import Consent, ConsentText
from stegvis.participants.values.consents import Purpose


def texts_in_force(association: UUID, on: date, language: str = "sv") -> dict[Purpose, ConsentText]:
    """Of each purpose the newest version that has begun; none where that one has ended."""
    begun = ConsentText.objects.filter(
        association=association, language=language, starts_on__lte=on
    ).order_by("number")
    newest = {Purpose(one.purpose): one for one in begun}
    return {
        purpose: newest[purpose]
        for purpose in Purpose
        if purpose in newest and _holds(newest[purpose], on)
    }


def languages_of(association: UUID, on: date) -> list[str]:
    """Those in which there is something to agree to, Swedish first."""
    begun = ConsentText.objects.filter(association=association, starts_on__lte=on)
    found = set(begun.order_by().values_list("language", flat=True))
    return sorted(found, key=lambda code: (code != "sv", code))


def texts_of(association: UUID) -> list[ConsentText]:
    """Every version there has been, the newest of each purpose and language first."""
    found = ConsentText.objects.filter(association=association)
    order = {purpose: place for place, purpose in enumerate(Purpose)}
    rows = list(found)
    return sorted(rows, key=lambda one: (order[Purpose(one.purpose)], one.language, -one.number))


def text_of(associations: frozenset[UUID], text_id: UUID) -> ConsentText:
    found: ConsentText = ConsentText.objects.select_related("association").get(
        pk=text_id, association__in=associations
    )
    return found


def texts_agreed_to(association: UUID) -> frozenset[UUID]:
    """Those that somebody has signed; a count of persons is never told."""
    used = Consent.objects.unscoped(reason="whether a text has been used, and not by whom")
    of_association = used.filter(text__association=association).order_by()
    return frozenset(of_association.values_list("text", flat=True).distinct())


def _holds(text: ConsentText, on: date) -> bool:
    return text.ends_on is None or on < text.ends_on
