"""Something told on purpose: its ground, its copy, and whom it lets in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stegvis.core.values.privacy import About
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, collecting
from stegvis.organisations.models import Membership
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.participants.actions.disclosures import disclose, receive
from stegvis.participants.models import ContactSafety, Disclosure, Person, Representative
from stegvis.participants.queries.disclosable import chosen, items_of
from stegvis.participants.queries.disclosures import copy_of, disclosures_of, received, received_one
from stegvis.participants.values.disclosures import Copy, Ground, NewDisclosure
from tests.cast import person as colleague
from tests.people import (
    agency_of,
    consent,
    exception,
    involve,
    looking,
    participant,
    row_about,
    today,
)

PHONE = "contact.phone"


@pytest.fixture
def stage(cast):
    return Stage(cast)


class Stage:
    """Alva tells Bo's agency of a person whose phone number is sensitive."""

    def __init__(self, cast):
        self.cast, self.alva, self.bo = cast, cast.alva, cast.bo
        self.alvas, self.bos = agency_of(cast.alva), agency_of(cast.bo)
        self.person = participant(self.alvas)
        Membership.objects.filter(user=cast.alva).update(role="case_worker")
        involve(cast.alva, self.person)
        with looking(cast.alva):
            ContactSafety.objects.create(
                person=self.person, owner=self.alvas, about="sensitive", phone="070-1740605"
            )

    def new(self, **fields):
        given = NewDisclosure(
            Ground.CONSENT, "Remiss", (PHONE,), recipient=self.bos.pk, to_user=self.bo.pk
        )
        return replace(given, **fields)

    def tell(self, new=None, *, by=None):
        new = new or self.new()
        with looking(by or self.alva) as viewer:
            items = chosen(viewer, self.person, self.alvas.pk, new.what)
            seen = new.seen or Copy.of(items).fingerprint
            return disclose(
                self.person.pk, replace(new, seen=seen), sender=self.alvas.pk, viewer=viewer
            )

    def refused(self, **fields):
        with pytest.raises(Refused) as refused:
            self.tell(self.new(**fields))
        assert not Disclosure.objects.unscoped(reason="t").exists()
        return refused.value.sentence


def test_what_is_told_is_kept_and_is_all_that_the_recipient_sees(stage):
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")

    told = stage.tell()

    with looking(stage.bo) as viewer:
        (seen,) = received(viewer)
        copy = copy_of(received_one(viewer, seen.pk))
        rows = list(ContactSafety.objects.visible_to(viewer))
        found = Person.objects.visible_to(viewer).get()
    assert (seen.pk, rows, found.seen_because) == (told.pk, [], "received")
    assert [(one.label, one.value) for one in copy.items] == [
        ("Namn", "Åsa Öberg"),
        ("Telefon", "070-1740605"),
    ]
    assert (told.about, told.consent.purpose, told.what) == (
        About.SENSITIVE,
        "forward",
        ["identity.name", PHONE],
    )


def test_what_was_told_stays_with_the_recipient_when_the_consent_ends(stage):
    given = consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    stage.tell()
    given.ends_on = today()
    given.save()

    with looking(stage.bo) as viewer:
        assert len(received(viewer)) == 1
    with pytest.raises(Refused):
        stage.tell()


def test_the_log_says_to_whom_and_on_which_ground(stage):
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    with looking(stage.alva) as viewer, collecting() as log:
        copy = Copy.of(chosen(viewer, stage.person, stage.alvas.pk, (PHONE,)))
        new = stage.new(seen=copy.fingerprint)
        disclose(stage.person.pk, new, sender=stage.alvas.pk, viewer=viewer)
        (row,) = log.rows(Action.READ)

    assert (row.action, row.grounds, row.purpose, row.agency, row.about) == (
        Action.DISCLOSE,
        ["consent", "case_worker"],
        f"utlämnande till {stage.bos.name}",
        stage.alvas.pk,
        {About.IDENTITY, About.SENSITIVE},
    )


def test_receipt_is_marked_by_the_first_who_says_so(stage):
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    told = stage.tell()
    with looking(stage.bo) as viewer:
        receive(received_one(viewer, told.pk), viewer=viewer)
        first = received_one(viewer, told.pk)
        receive(first, viewer=viewer)

    with looking(stage.alva) as viewer:
        (seen,) = disclosures_of(viewer, stage.person)
    assert (seen.received_by, seen.received_at) == (stage.bo.pk, first.received_at)


SHORT = {"ends_on": today() - timedelta(days=1)}


@pytest.mark.parametrize(
    "fields",
    [
        {"purpose": "statistics"},
        {"purpose": "forward", "classes": ["ordinary"]},
        {"purpose": "forward", **SHORT},
        None,
    ],
)
def test_a_consent_that_does_not_reach_is_no_ground(stage, fields):
    if fields:
        consent(stage.person, stage.alvas, [stage.bos], **fields)
    assert stage.refused().startswith("Inget samtycke som gäller i dag räcker")


def test_a_consent_to_another_recipient_or_from_another_sender_is_no_ground(stage):
    consent(stage.person, stage.alvas, [agency_of(stage.cast.disa)], purpose="forward")
    consent(stage.person, stage.bos, [stage.bos], purpose="forward")
    assert stage.refused().startswith("Inget samtycke")
    assert stage.refused(recipient=None, to_user=None, outside="Skolan").startswith("Inget")


@pytest.mark.parametrize(
    ("fields", "begins"),
    [
        ({"what": ()}, "Välj vad"),
        ({"recipient": None, "to_user": None}, "Välj vem som ska få"),
        ({"purpose": ""}, "Skriv varför uppgifterna lämnas ut"),
        ({"ground": Ground.LAW}, "Skriv vilken paragraf"),
        ({"ground": Ground.NECESSITY}, "Skriv varför det är nödvändigt"),
        ({"to_user": None}, "Ingen hos mottagaren arbetar"),
        ({"seen": "0" * 64}, "Uppgifterna har ändrats"),
        ({"recipient": "own"}, "Mottagaren finns inte"),
        ({"recipient": "foreign"}, "Mottagaren finns inte"),
        ({"to_user": "alva"}, "Mottagaren finns inte"),
    ],
)
def test_a_telling_that_is_not_whole_is_refused(stage, fields, begins):
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    foreign = agency_of(stage.cast.cecilia).pk
    named = {"own": stage.alvas.pk, "foreign": foreign, "alva": stage.alva.pk}
    assert stage.refused(**{k: named.get(v, v) for k, v in fields.items()}).startswith(begins)


@pytest.mark.parametrize(
    ("ground", "against", "is_told"),
    [
        (Ground.CONSENT, {}, False),
        (Ground.CONSENT, {"classes": ["ordinary"]}, True),
        (Ground.CONSENT, {"classes": ["sensitive"]}, False),
        (Ground.CONSENT, {"against_agency": "alvas"}, True),
        (Ground.CONSENT, {"against_agency": "bos"}, False),
        (Ground.CONSENT, {"owner": "bos"}, True),
        (Ground.CONSENT, {"owner": "alvas"}, False),
        (Ground.CONSENT, {"ends_on": today()}, True),
        (Ground.NECESSITY, {}, False),
        (Ground.LAW, {}, True),
        (Ground.LAW, {"against_user": "bo"}, False),
    ],
)
def test_an_exception_goes_before_every_ground_but_the_laws(stage, ground, against, is_told):
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    named = {"alvas": stage.alvas, "bos": stage.bos, "bo": stage.bo}
    shut = {k: named[v] if isinstance(v, str) else v for k, v in against.items()}
    exception(stage.person, **shut)
    new = stage.new(ground=ground, legal_text="10 kap. 28 § OSL", why="Brådskar")
    if is_told:
        assert stage.tell(new).ground == ground
    else:
        assert stage.refused(ground=ground, legal_text="x", why="x").startswith("Personen har ett")


def test_what_is_closed_is_not_offered_and_not_told(stage):
    involve(stage.alva, stage.person, classes=["closed"])
    row = row_about(stage.person, stage.alvas, "closed")
    with looking(stage.alva) as viewer:
        codes = {one.code for one in items_of(viewer, stage.person, stage.alvas.pk)}
    assert codes == {"identity.name", PHONE}

    new = stage.new(ground=Ground.LAW, legal_text="x", what=(f"representative.{row.pk}",))
    assert [one.code for one in copy_of(stage.tell(new)).items] == ["identity.name"]


def test_only_what_ones_own_agency_answers_for_is_told(stage):
    row_about(stage.person, stage.bos, "ordinary")
    consent(stage.person, stage.bos, [stage.alvas])
    with looking(stage.alva) as viewer:
        assert len(Representative.objects.visible_to(viewer)) == 1
        codes = {one.code for one in items_of(viewer, stage.person, stage.alvas.pk)}
    assert codes == {"identity.name", PHONE}


def test_a_protected_person_is_told_of_only_to_those_who_are_named(stage):
    with looking(stage.alva):
        involve(stage.alva, stage.person, named=True)
        stage.person.protection = "marked"
        stage.person.save()
    fields = {"ground": Ground.LAW, "legal_text": "x"}
    assert stage.refused(**fields).startswith("Personen har skyddad identitet")

    involve(stage.bo, stage.person, named=True, classes=[])

    assert stage.tell(stage.new(**fields)).to_user == stage.bo.pk


def test_who_may_not_tell_does_not(stage):
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    Membership.objects.filter(user=stage.alva).update(role="specialist")
    assert stage.refused().startswith("Den som arbetar med personen")


def test_who_works_for_another_agency_does_not_tell_of_this_ones(stage):
    involve(stage.bo, stage.person)
    with pytest.raises(Refused):
        stage.tell(by=stage.bo)


def test_somebody_outside_is_told_by_law(stage):
    new = stage.new(
        ground=Ground.LAW, legal_text="x", recipient=None, to_user=None, outside="Tingsrätten"
    )
    assert stage.tell(new).outside == "Tingsrätten"


def test_a_third_agency_sees_nothing_of_it(stage):
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    stage.tell()
    other = colleague("Eva Ek", stage.cast.here, AgencyKind.REGION, "case_worker")
    involve(other, stage.person)
    with looking(other) as viewer:
        assert (list(received(viewer)), disclosures_of(viewer, stage.person)) == ([], [])
