"""Who sees what of whom, once more: plain sets and periods, written from the decisions alone.

Knows nothing of the database or of the code that it is compared with.
"""

from dataclasses import dataclass, field

SHARED = frozenset({"ordinary", "sensitive"})  # what a consent can open
TEAM_CONSENT, DISCLOSED = "team_consent", "disclosed"


@dataclass
class Dated:
    starts: int
    ends: int | None

    def holds(self, day):
        return self.starts <= day and (self.ends is None or day < self.ends)


@dataclass
class Involved(Dated):
    person: str
    user: str | None
    unit: str | None
    agency: str
    classes: frozenset
    reason: str
    named: bool = False
    consent: "Agreed | None" = None


@dataclass
class Agreed(Dated):
    person: str
    sender: str
    recipients: frozenset
    purpose: str
    classes: frozenset
    withdrawn: bool = False

    def holds(self, day):
        return not self.withdrawn and super().holds(day)


@dataclass
class Excepted(Dated):
    person: str
    owner: str | None
    agency: str | None
    user: str | None
    classes: frozenset


@dataclass
class Member(Dated):
    user: str
    unit: str


@dataclass(frozen=True)
class Row:
    """`recipient` is the agency that it has been disclosed to, of a disclosure."""

    person: str
    owner: str
    about: str
    recipient: str | None = None


@dataclass
class Model:
    """`places` is which agency each unit is of."""

    day: int = 0
    places: dict = field(default_factory=dict)
    protected: set = field(default_factory=set)
    shut_accounts: set = field(default_factory=set)
    members: list = field(default_factory=list)
    involved: list = field(default_factory=list)
    agreed: list = field(default_factory=list)
    excepted: list = field(default_factory=list)

    def units_of(self, user):
        return {one.unit for one in self.members if one.user == user and one.holds(self.day)}

    def mine(self, user, person):
        """The involvements that let a user see a person at all."""
        if user in self.shut_accounts or self._is_shut_out(user, person):
            return []
        found = [
            one
            for one in self.involved
            if one.person == person
            and self._is_theirs(user, one)
            and one.holds(self.day)
            and (one.consent is None or one.consent.holds(self.day))
        ]
        if person in self.protected and not any(one.named for one in found):
            return []
        return found

    def _is_theirs(self, user, one):
        """By name while they work for the agency, or of themself; by unit while they are there."""
        units = self.units_of(user)
        works_there = one.agency in {self.places[unit] for unit in units}
        return one.unit in units or (one.user == user and (works_there or one.reason == "own"))

    def _is_shut_out(self, user, person):
        return any(
            one.user == user and one.person == person and one.holds(self.day)
            for one in self.excepted
        )

    def why_person(self, user, person):
        """Reasons that each would be enough; none: the person does not exist for the user."""
        mine = self.mine(user, person)
        if person in self.protected:
            mine = [one for one in mine if one.named]
        return {one.reason for one in mine}

    def why_row(self, user, row):
        own = self.owning(user, row)
        if own:
            return own
        found = {TEAM_CONSENT} if self._opened(user, row) else set()
        return found | ({DISCLOSED} if self.received(user, row) else set())

    def received(self, user, row):
        """It was told to an agency that the user is involved for."""
        return row.recipient in {one.agency for one in self.mine(user, row.person)}

    def owning(self, user, row):
        """Reasons for which the row is the user's own agency's, in a class that they have."""
        return {
            one.reason
            for one in self.mine(user, row.person)
            if one.agency == row.owner and (row.about == "identity" or row.about in one.classes)
        }

    def _opened(self, user, row):
        return row.about in SHARED and any(
            row.about in mine.classes
            and self._agreed_to(row, mine.agency)
            and not self._excepted_from(row, mine.agency)
            for mine in self.mine(user, row.person)
        )

    def _agreed_to(self, row, agency):
        return any(
            one.purpose == "team"
            and one.person == row.person
            and one.sender == row.owner
            and agency in one.recipients
            and row.about in one.classes
            and one.holds(self.day)
            for one in self.agreed
        )

    def _excepted_from(self, row, agency):
        return any(
            one.user is None
            and one.person == row.person
            and one.owner in {None, row.owner}
            and one.agency in {None, agency}
            and (not one.classes or row.about in one.classes)
            and one.holds(self.day)
            for one in self.excepted
        )
