"""What an association has decided about consents."""

from uuid import UUID

from stegvis.participants.models import ConsentRules


def rules_of(association: UUID) -> ConsentRules:
    """A row that is not kept where the association has decided nothing yet."""
    found: ConsentRules | None = ConsentRules.objects.filter(association=association).first()
    return found or ConsentRules(association_id=association)
