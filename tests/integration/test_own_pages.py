"""A participant's own account: what it opens, and what they may ask for and stop."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Membership
from stegvis.participants.actions.consents import withdraw
from stegvis.participants.actions.own_pages import open_own_page
from stegvis.participants.actions.wishes import answer, ask
from stegvis.participants.models import Consent, Person, Representative, Wish
from stegvis.participants.queries.acting import acting_for
from stegvis.participants.queries.own import own_person, wishes_of
from stegvis.participants.values.wishes import WishKind
from tests.people import agency_of, consent, involve, looking, participant, row_about


@pytest.fixture
def stage(cast):
    return Stage(cast)


class Stage:
    """Alva has given a protected person a page of their own."""

    def __init__(self, cast):
        self.cast, self.alva = cast, cast.alva
        self.alvas = agency_of(cast.alva)
        Membership.objects.filter(user=cast.alva).update(role="case_worker")
        self.person = participant(self.alvas, protection="marked")
        involve(cast.alva, self.person, named=True)
        self.user = self.open("asa@exempel.se")

    def open(self, email, person=None):
        with looking(self.alva) as viewer:
            return open_own_page(person or self.person, email=email, viewer=viewer)


def test_the_participant_sees_themself_and_no_rows(stage):
    for about in ("identity", "ordinary", "sensitive", "closed"):
        row_about(participant(stage.alvas, "Annan"), stage.alvas, about)
        if about != "identity":
            row_about(stage.person, stage.alvas, about)
    with looking(stage.user) as viewer:
        own = own_person(viewer)
        assert (own, own.seen_because) == (stage.person, "own")
        assert list(Person.objects.visible_to(viewer)) == [stage.person]
        assert list(Representative.objects.visible_to(viewer)) == []
        assert acting_for(viewer, own) == []


def test_the_account_does_not_say_who_they_are(stage):
    assert stage.user.name == "Deltagare"


def test_staff_has_no_own_page(stage):
    with looking(stage.alva) as viewer, pytest.raises(Person.DoesNotExist):
        own_person(viewer)


def test_one_account_is_given_once(stage):
    with pytest.raises(Refused) as refused:
        stage.open("igen@exempel.se")
    assert refused.value.sentence == "Personen har redan en egen sida."
    other = participant(stage.alvas, "Annan")
    involve(stage.alva, other)
    with pytest.raises(Refused) as refused:
        stage.open("ASA@exempel.se ", other)
    assert refused.value.sentence.startswith("Adressen används redan")


def test_the_participant_withdraws_their_own_consents_only(stage):
    other = participant(stage.alvas, "Annan")
    for person in (stage.person, other):
        consent(person, stage.alvas, [agency_of(stage.cast.bo)])
    with looking(stage.user) as viewer:
        assert withdraw(stage.person.pk, viewer=viewer, by_own=True) == 1
        with pytest.raises(Person.DoesNotExist):
            withdraw(other.pk, viewer=viewer, by_own=True)
    rows = Consent.objects.unscoped(reason="t").order_by("withdrawn_at")
    assert [(one.person_id, one.withdrawn_by_participant) for one in rows] == [
        (stage.person.pk, True),
        (other.pk, False),
    ]


def test_a_wish_that_a_consent_lets_read_is_answered_by_those_who_were_asked(stage):
    consent(stage.person, stage.alvas, [agency_of(stage.cast.bo)])
    involve(stage.cast.bo, stage.person, named=True)
    with looking(stage.user):
        wish = ask(stage.person, kind=WishKind.OTHER, text="Kan vi ses?", by=stage.user.pk)
    with looking(stage.cast.bo) as viewer:
        assert [one.text for one in wishes_of(viewer, stage.person)] == ["Kan vi ses?"]
        with pytest.raises(Wish.DoesNotExist):
            answer(stage.person, wish.pk, "Klart", viewer=viewer)


def test_a_wish_is_read_by_the_case_worker_and_answered_once(stage):
    with looking(stage.user) as viewer:
        wish = ask(stage.person, kind=WishKind.EXCEPTION, text=" Inte Bo ", by=stage.user.pk)
        assert [one.text for one in wishes_of(viewer, stage.person)] == ["Inte Bo"]
        with pytest.raises(Refused):
            ask(stage.person, kind=WishKind.OTHER, text=" ", by=stage.user.pk)
    with looking(stage.cast.bo) as viewer:
        assert wishes_of(viewer, stage.person) == []
    with looking(stage.alva) as viewer:
        with pytest.raises(Refused):
            answer(stage.person, wish.pk, " ", viewer=viewer)
        answer(stage.person, wish.pk, "Klart", viewer=viewer)
        with pytest.raises(Refused) as refused:
            answer(stage.person, wish.pk, "Igen", viewer=viewer)
        assert refused.value.sentence == "Någon har redan svarat."
    with looking(stage.user) as viewer:
        (seen,) = wishes_of(viewer, stage.person)
    assert (seen.answer, seen.answered_by, seen.seen_because) == ("Klart", stage.alva.pk, "own")


def test_nobody_asks_in_anothers_name(stage):
    other = participant(stage.alvas, "Annan")
    fields = {"owner": stage.alvas, "kind": "other", "text": "x", "asked_by": stage.user.pk}
    wrong = (ProgrammingError, IntegrityError)
    with looking(stage.user), pytest.raises(wrong), transaction.atomic():
        Wish.objects.create(person=other, **fields)
