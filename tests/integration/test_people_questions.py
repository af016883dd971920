"""Who asked to be let in is answered by the unit responsible, and by nobody else."""

import pytest
from django.test import Client

from stegvis.core.actions import row_security
from stegvis.organisations.models import Membership
from stegvis.participants.models import ContactSafety, Involvement, LinkRequest, Person
from stegvis.participants.queries.numbers import indexes_of
from tests.cast import sign_in
from tests.people import agency_of, consent, involve, participant, row_about

pytestmark = pytest.mark.django_db
NUMBER = "200001019801"


@pytest.fixture
def alva(cast):
    """Works with participants at the unit that answers for the person."""
    Membership.objects.filter(user=cast.alva).update(role="leading_case_worker")
    return sign_in(Client(), cast.alva)


class Asked:
    """Bo has registered somebody whom Alva's unit has; with a row of his own."""

    def __init__(self, cast, **fields):
        index = indexes_of(cast.here.pk, NUMBER)[0]
        self.bo, self.bos, self.alvas = cast.bo, agency_of(cast.bo), agency_of(cast.alva)
        self.person = participant(
            self.alvas, "Åsa", "Öberg", personal_number=NUMBER, number_index=index, **fields
        )
        involve(cast.alva, self.person, named="protection" in fields)
        self.own = participant(self.bos, "Åsa", "Berg", personal_number=NUMBER)
        involve(cast.bo, self.own, reason="registered")
        self.row = row_about(self.own, self.bos, "ordinary")
        with row_security.unscoped(reason="a test"):
            self.question = LinkRequest.objects.create(
                association=cast.here,
                person=self.person,
                registered=self.own,
                to_unit=cast.alva.memberships.get().unit,
                asked_by=cast.bo.pk,
                asked_for=self.bos,
                why="Ett nytt ärende hos oss.",
            )

    @property
    def address(self):
        return f"/personer/fragor/{self.question.pk}/"

    def again(self, row):
        with row_security.unscoped(reason="a test"):
            return type(row).objects.unscoped(reason="a test").get(pk=row.pk)


@pytest.fixture
def asked(cast):
    return Asked(cast)


def test_question_tells_who_asks_and_why(alva, asked):
    told = alva.get("/personer/fragor/").text

    assert "Åsa Öberg" in told
    assert "Bo Berg på SOCIAL_INSURANCE bo registrerade personen" in told
    assert "Deras ärende: Ett nytt ärende hos oss." in told


def test_questions_are_none_for_the_asker_and_for_others(cast, asked):
    browser = sign_in(Client(), cast.bo)

    assert "Inga frågor väntar" in browser.get("/personer/fragor/").text
    assert browser.post(asked.address, {"do": "let_in", "ground": "own"}).status_code == 404


def test_question_of_a_protected_person_reaches_only_the_named(alva, cast):
    asked = Asked(cast, protection="marked")
    assert "Åsa Öberg" in alva.get("/personer/fragor/").text

    Involvement.objects.unscoped(reason="t").filter(user=cast.alva).update(named=False)

    assert "Inga frågor väntar" in alva.get("/personer/fragor/").text
    assert alva.post(asked.address, {"do": "refuse"}).status_code == 404


def test_let_in_makes_them_one_and_keeps_what_the_asker_wrote(alva, cast, asked):
    answer = alva.post(asked.address, {"do": "let_in", "ground": "own"})

    assert answer.url == f"/personer/{asked.person.pk}/"
    bo = sign_in(Client(), cast.bo)
    assert bo.get(f"/personer/{asked.own.pk}/").url == f"/personer/{asked.person.pk}/"
    assert "Åsa Öberg" in bo.get(f"/personer/{asked.person.pk}/").text
    assert asked.again(asked.row).person_id == asked.person.pk
    assert asked.again(asked.question).answer == "let_in"
    double = asked.again(asked.own)
    assert (double.personal_number, double.merged_into_id) == (None, asked.person.pk)


def test_let_in_to_a_protected_person_gives_the_list_a_name(alva, cast):
    asked = Asked(cast, protection="marked")

    alva.post(asked.address, {"do": "let_in", "ground": "own"})

    bo = sign_in(Client(), cast.bo)
    assert bo.get(f"/personer/{asked.person.pk}/").status_code == 200


def test_let_in_by_a_consent_asks_for_one_in_force(alva, cast, asked):
    sent = {"do": "let_in", "ground": "consent"}

    refused = alva.post(asked.address, sent)
    assert refused.status_code == 409
    assert "Inget samtycke som gäller nu nämner SOCIAL_INSURANCE bo." in refused.text

    given = consent(asked.person, asked.alvas, [asked.bos])
    assert alva.post(asked.address, sent).status_code == 302
    row = Involvement.objects.unscoped(reason="t").get(user=cast.bo)
    assert (row.person_id, row.consent_id) == (asked.person.pk, given.pk)


def test_refused_asker_goes_on_and_is_told_nothing(alva, cast, asked):
    bo = sign_in(Client(), cast.bo)
    before = bo.get(f"/personer/{asked.own.pk}/").text

    assert alva.post(asked.address, {"do": "refuse"}).url == "/personer/fragor/"

    after = bo.get(f"/personer/{asked.own.pk}/").text
    assert len(after) == len(before)
    assert bo.get(f"/personer/{asked.person.pk}/").status_code == 404
    assert "Inga frågor väntar" in alva.get("/personer/fragor/").text


def test_question_without_a_ground_is_refused_and_waits(alva, asked):
    assert alva.post(asked.address, {"do": "let_in"}).status_code == 409
    assert asked.again(asked.question).answer == ""


def test_doubles_are_merged_by_two(alva, cast):
    kept = participant(agency_of(cast.alva), personal_number=None)
    double = participant(agency_of(cast.alva), "Åsa", "Öberg", personal_number=NUMBER)
    for person in (kept, double):
        for user in (cast.alva, cast.bo):
            involve(user, person)
        with row_security.unscoped(reason="a test"):
            ContactSafety.objects.create(person=person, owner=agency_of(cast.alva))
    address = f"/personer/{kept.pk}/dubblett/"

    sent = alva.post(address, {"double": str(double.pk), "why": "Samma födelsedag."})
    told = alva.get(address).text
    (decide,) = (
        part.split('"')[0] for part in told.split('action="')[1:] if part.startswith(address)
    )
    own = alva.post(decide, {"do": "merge"})
    other = sign_in(Client(), cast.bo).post(decide, {"do": "merge"})

    assert sent.url == address
    assert "Den som har förberett ett ärende avgör det inte." in own.text
    assert other.url == f"/personer/{kept.pk}/"
    assert alva.get(f"/personer/{double.pk}/").url == f"/personer/{kept.pk}/"
    with row_security.unscoped(reason="a test"):
        found = Person.objects.unscoped(reason="t").get(pk=kept.pk)
        cards = ContactSafety.objects.unscoped(reason="t").filter(person=kept)
        assert (found.personal_number, cards.count()) == (NUMBER, 1)


@pytest.mark.parametrize(("kind", "is_proposed"), [("personal", False), ("coordination", True)])
def test_two_with_their_own_personal_numbers_are_two(alva, cast, kind, is_proposed):
    kept = participant(agency_of(cast.alva), personal_number=NUMBER, number_kind="personal")
    double = participant(agency_of(cast.alva), personal_number="200001019827", number_kind=kind)
    for person in (kept, double):
        involve(cast.alva, person)

    answer = alva.post(
        f"/personer/{kept.pk}/dubblett/", {"double": str(double.pk), "why": "Samma namn."}
    )

    assert ("De har olika personnummer" in answer.text) is not is_proposed
    assert (answer.status_code == 302) is is_proposed


def test_those_who_only_read_propose_nothing(cast):
    person = participant(agency_of(cast.bo))
    other = participant(agency_of(cast.bo))
    for one in (person, other):
        involve(cast.bo, one, classes=[])

    told = sign_in(Client(), cast.bo).get(f"/personer/{person.pk}/dubblett/").text

    assert "Du kan läsa men inte ändra här." in told
