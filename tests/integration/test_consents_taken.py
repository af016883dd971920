"""One signature with its ticks; what opens by it, and what stops when it is withdrawn."""

from datetime import timedelta

import pytest

from stegvis.core.values.privacy import About
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Membership
from stegvis.participants.actions.consent_texts import NewText, add_text
from stegvis.participants.actions.consents import take_consents, withdraw
from stegvis.participants.models import Consent, Person, Representative
from stegvis.participants.queries.consents import consents_of, endings_of, holds
from stegvis.participants.values.consents import Form, Purpose
from stegvis.participants.values.signing import NewSigning, Tick
from tests.people import agency_of, involve, looking, participant, row_about, today

BOTH = frozenset({About.ORDINARY, About.SENSITIVE})


@pytest.fixture
def stage(cast):
    return Stage(cast)


class Stage:
    """Alva and Bo work with a person at an agency each; every purpose has a text."""

    def __init__(self, cast):
        self.cast, self.alva, self.bo = cast, cast.alva, cast.bo
        self.alvas, self.bos = agency_of(cast.alva), agency_of(cast.bo)
        self.person = participant(self.alvas)
        for user in (cast.alva, cast.bo):
            Membership.objects.filter(user=user).update(role="case_worker")
            involve(user, self.person)
        for purpose in Purpose:
            new = NewText(purpose, "sv", f"Om {purpose}", "Jag samtycker.", today(), 12)
            add_text(cast.here.pk, new, by=None, on=today())

    def tick(self, purpose=Purpose.TEAM, **fields):
        given = {"recipients": frozenset({self.bos.pk}), "classes": BOTH}
        return Tick(purpose, **(given | fields))

    def take(self, *ticks, by=None, sender=None, **fields):
        given = {"form": Form.PAPER, "signed_on": today(), "note": "I akten"}
        given["ticks"] = ticks or (self.tick(),)
        with looking(by or self.alva) as viewer:
            new = NewSigning(**(given | fields))
            owner = (sender or self.alvas).pk
            return take_consents(self.person, new, sender=owner, viewer=viewer)

    def refused(self, *ticks, **fields):
        with pytest.raises(Refused) as refused:
            self.take(*ticks, **fields)
        return refused.value.sentence

    def rows_bo_sees(self):
        with looking(self.bo) as viewer:
            return [one.about for one in Representative.objects.visible_to(viewer)]


def test_a_signature_holds_a_consent_for_every_tick(stage):
    ends = today() + timedelta(days=400)

    signing = stage.take(stage.tick(ends_on=ends), Tick(Purpose.STATISTICS), note="Muntligt")

    with looking(stage.alva) as viewer:
        taken = sorted(consents_of(viewer, stage.person), key=lambda one: one.purpose)
    told = [(one.purpose, one.text.title, one.classes, one.ends_on) for one in taken]
    assert told == [
        ("statistics", "Om statistics", [], None),
        ("team", "Om team", ["ordinary", "sensitive"], ends),
    ]
    assert [len(one.recipients.all()) for one in taken] == [0, 1]
    assert {one.signing_id for one in taken} == {signing.pk}
    assert (signing.owner_id, signing.taken_by) == (stage.alvas.pk, stage.alva.pk)


def test_a_team_consent_opens_and_its_withdrawal_shuts(stage):
    row_about(stage.person, stage.alvas, "ordinary")
    assert stage.rows_bo_sees() == []
    stage.take()
    assert stage.rows_bo_sees() == ["ordinary"]

    with looking(stage.alva) as viewer:
        assert withdraw(stage.person.pk, viewer=viewer) == 1
        assert withdraw(stage.person.pk, viewer=viewer) == 0

    assert stage.rows_bo_sees() == []


def test_one_tick_is_withdrawn_alone(stage):
    stage.take(stage.tick(), stage.tick(Purpose.FORWARD))
    with looking(stage.alva) as viewer:
        (team,) = (one for one in consents_of(viewer, stage.person) if one.purpose == "team")
        withdraw(stage.person.pk, viewer=viewer, only=[team.pk], by_own=True)

        left = {one.purpose: holds(one, today()) for one in consents_of(viewer, stage.person)}

    assert left == {"team": False, "forward": True}
    team = Consent.objects.unscoped(reason="t").get(pk=team.pk)
    assert (team.withdrawn_by, team.withdrawn_by_participant) == (stage.alva.pk, True)


def test_nobody_withdraws_for_a_person_they_do_not_see(stage):
    stage.take()
    with looking(stage.cast.cecilia) as viewer, pytest.raises(Person.DoesNotExist):
        withdraw(stage.person.pk, viewer=viewer)


def test_nobody_opens_anothers_rows_to_themself(stage):
    tick = stage.tick(recipients=frozenset({stage.bos.pk}))

    sentence = stage.refused(tick, by=stage.bo, sender=stage.alvas)

    assert sentence.startswith("Samtycket tas av den som arbetar med personen")


def test_who_may_not_take_consents_does_not(stage):
    Membership.objects.filter(user=stage.alva).update(role="specialist")
    assert stage.refused().startswith("Samtycket tas av")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"recipients": frozenset()}, "Samarbete i teamet: välj minst en mottagare."),
        ({"classes": frozenset()}, "Samarbete i teamet: välj vilka uppgifter det gäller."),
        ({"classes": BOTH | {About.CLOSED}}, "Samarbete i teamet: det kan ingen samtycka till."),
        ({"ends_on": "today"}, "Samarbete i teamet: sista dagen kommer före den första."),
        (
            {"recipients": "own"},
            "Samarbete i teamet: en mottagare finns inte bland förbundets andra myndigheter.",
        ),
        (
            {"recipients": "foreign"},
            "Samarbete i teamet: en mottagare finns inte bland förbundets andra myndigheter.",
        ),
    ],
)
def test_a_tick_that_cannot_be_is_refused(stage, fields, sentence):
    named = {
        "today": today(),
        "own": frozenset({stage.alvas.pk}),
        "foreign": frozenset({agency_of(stage.cast.cecilia).pk}),
    }
    given = {key: named.get(value, value) for key, value in fields.items()}
    assert stage.refused(stage.tick(**given)) == sentence


def test_a_signing_without_ticks_or_in_the_future_is_refused(stage):
    assert stage.refused(ticks=()) == "Kryssa för minst ett samtycke."
    tomorrow = today() + timedelta(days=1)
    assert stage.refused(signed_on=tomorrow).endswith("har inte kommit än.")


@pytest.mark.parametrize("form", Form)
def test_a_signing_that_cannot_be_shown_is_refused(stage, form):
    begins = {"paper": "Välj det inskannade", "esignature": "Skriv e-under", "oral": "Skriv i ant"}
    assert stage.refused(form=form, note="").startswith(begins[form])


def test_a_purpose_without_words_cannot_be_agreed_to(stage):
    sentence = "Samarbete i teamet: det finns ingen text att samtycka till. Be administratören."
    assert stage.refused(language="en") == sentence


def signs(stage, **fields):
    row = row_about(stage.person, stage.alvas, "identity")
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return row.pk


def test_a_representative_signs_what_they_may_while_they_may(stage):
    with looking(stage.alva):
        may = signs(stage, may_sign=["team"])
        over = signs(stage, may_sign=["team"], ends_on=today())
        other = signs(stage, may_sign=["statistics"])

    assert stage.take(signed_for_by=may).signed_for_by_id == may
    assert "företrädde inte personen" in stage.refused(signed_for_by=over)
    assert stage.refused(signed_for_by=other) == (
        "Någon får inte skriva under ”Samarbete i teamet”."
    )


def test_another_persons_representative_is_not_to_be_chosen(stage):
    other = participant(stage.alvas, "Annan")
    row = row_about(other, stage.alvas, "identity")
    assert stage.refused(signed_for_by=row.pk).startswith("Det som du valde finns inte")


def test_a_consent_that_soon_ends_is_told_to_its_sender_until_another_follows(stage):
    near, far = today() + timedelta(weeks=7), today() + timedelta(weeks=9)
    stage.take(stage.tick(ends_on=near), stage.tick(Purpose.FORWARD, ends_on=far))

    def told(user):
        with looking(user) as viewer:
            return [(one.person_id, one.purpose) for one in endings_of(viewer)]

    assert told(stage.alva) == [(stage.person.pk, "team")]
    assert told(stage.bo) == []
    stage.take(stage.tick(ends_on=far))
    assert told(stage.alva) == []
