"""Two who work with the same person, and texts to agree to."""

from stegvis.organisations.models import Membership
from stegvis.participants.actions.consent_texts import NewText, add_text
from stegvis.participants.values.consents import Purpose
from tests.people import agency_of, involve, participant, today


class Consenting:
    """Alva's agency answers for a person; Bo works with them at his own."""

    def __init__(self, cast, **fields):
        self.cast, self.alva, self.bo = cast, cast.alva, cast.bo
        self.alvas, self.bos = agency_of(cast.alva), agency_of(cast.bo)
        self.person = participant(self.alvas, **fields)
        for user in (cast.alva, cast.bo):
            Membership.objects.filter(user=user).update(role="case_worker")
            involve(user, self.person)

    def texts(self):
        for purpose in Purpose:
            new = NewText(purpose, "sv", f"Om {purpose}", "Jag samtycker.", today(), 12)
            add_text(self.cast.here.pk, new, by=None, on=today())
        return self
