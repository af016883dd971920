"""The pages about the access log: of unit heads, of staff who are asked, and of administrators."""

import io
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from stegvis.core.models import AccessEntry, LogCheck
from stegvis.participants.actions.log_alarms import watch
from stegvis.participants.actions.log_reviews import open_review
from stegvis.participants.models import DrawnRow, LogAlarm, LogProtocol, LogReview, LogRules
from stegvis.participants.queries.numbers import indexes_of
from tests.administered import administrator
from tests.cast import sign_in
from tests.pages import form_with, words_of
from tests.people import exception, involve, participant
from tests.reviewed import Reviewed, working_day, yesterday_at


@pytest.fixture
def stage(cast, client):
    found = Reviewed(cast)
    sign_in(client, found.hedda)
    return found


def begun(client, stage):
    new = stage.month()
    said = {"unit": str(new.unit), "first": new.first, "last": new.last}
    answer = client.post(reverse("new_log_review"), said)
    assert answer.status_code == 302
    return answer.url


def test_a_log_is_checked_from_the_list_of_work_to_the_protocol(client, stage):
    (row,) = stage.read(participant(stage.agency, "Åsa", "Öberg").pk)
    assert "är inte granskad" in words_of(client.get("/"))

    where = begun(client, stage)
    page = client.get(where)
    assert "Alva Alm" in words_of(page)
    assert "Öberg" not in words_of(page)
    sent = form_with(page, f"verdict-{row.pk}") | {f"verdict-{row.pk}": "JUSTIFIED"}
    assert client.post(where, sent).status_code == 302
    review = LogReview.objects.get()
    assert client.post(reverse("sign_log_review", args=[review.pk])).status_code == 302

    assert "Underskriven" in words_of(client.get(where))
    file = client.get(reverse("log_protocol_file", args=[review.pk]))
    assert (file["Content-Type"], file.content[:5]) == ("application/pdf", b"%PDF-")


def test_a_head_who_is_involved_reads_the_name_and_that_is_logged(client, stage):
    person = participant(stage.agency, "Åsa", "Öberg")
    involve(stage.hedda, person)
    stage.read(person.pk)
    where = begun(client, stage)
    before = AccessEntry.objects.count()

    assert "Åsa Öberg" in words_of(client.get(where))

    rows = list(AccessEntry.objects.order_by("id")[before:].values_list("person", "action"))
    assert rows == [(person.pk, "LIST")]


def test_a_note_is_asked_for_beside_the_row(client, stage):
    (row,) = stage.read(uuid4())
    where = begun(client, stage)

    answer = client.post(where, {f"verdict-{row.pk}": "ASK"})

    assert "Skriv en anteckning" in words_of(answer)
    assert form_with(answer, f"verdict-{row.pk}")[f"verdict-{row.pk}"] == "ASK"


def test_what_is_not_judged_is_not_signed(client, stage):
    stage.read(uuid4())
    begun(client, stage)

    answer = client.post(reverse("sign_log_review", args=[LogReview.objects.get().pk]))

    assert answer.status_code == 409
    assert "1 rad är inte bedömd än." in words_of(answer)


def test_there_is_no_protocol_before_it_is_signed(client, stage):
    begun(client, stage)

    where = reverse("log_protocol_file", args=[LogReview.objects.get().pk])
    assert client.get(where).status_code == 404


def test_other_heads_find_no_such_review_or_alarm(client, stage):
    stage.read(*(uuid4() for _ in range(41)))
    watch(since=timedelta(days=9))
    begun(client, stage)
    elsewhere = stage.joined("Hugo Hav", "unit_head", stage.cast.bo.memberships.get().unit)
    sign_in(client, elsewhere)

    for name, one in (("log_review", LogReview), ("log_alarm", LogAlarm)):
        assert client.get(reverse(name, args=[one.objects.first().pk])).status_code == 404


def alarmed(stage, by=None):
    stage.read(*(uuid4() for _ in range(41)), by=by)
    watch(since=timedelta(days=9))
    return reverse("log_alarm", args=[LogAlarm.objects.get().pk])


def test_an_alarm_stands_on_the_first_page_until_it_is_answered(client, stage):
    where = alarmed(stage)
    assert "1 larm om läsning väntar." in words_of(client.get("/"))
    words = words_of(client.get(where))
    assert "Många personer på kort tid" in words
    assert "41, gränsen är 40" in words

    assert client.post(where, {"note": ""}).status_code == 200
    assert client.post(where, {"note": "Talat med Alva."}).status_code == 302

    assert "Talat med Alva." in words_of(client.get(where))
    assert "larm om läsning" not in words_of(client.get("/"))
    assert "Någon har redan" in words_of(client.post(where, {"note": "Igen."}))


def test_the_same_alarm_is_raised_once_a_day(stage):
    alarmed(stage)

    assert watch(since=timedelta(days=9)) == 0


def test_nobody_answers_an_alarm_about_themself(client, stage):
    where = alarmed(stage, by=stage.hedda)
    assert client.get(where).status_code == 404

    sign_in(client, stage.joined("Hulda Hed", "unit_head"))
    assert client.get(where).status_code == 200


def test_rows_of_what_is_closed_stand_in_an_alarm_only_for_who_knows(client, stage):
    person = participant(stage.agency)
    stage.read(*(uuid4() for _ in range(40)))
    stage.read(person.pk, at=yesterday_at(10) + timedelta(seconds=50), about="identity,closed")
    watch(since=timedelta(days=9))
    where = reverse("log_alarm", args=[LogAlarm.objects.get().pk])
    assert len(client.get(where).context["lines"]) == 40

    involve(stage.hedda, person, classes=["ordinary", "closed"])

    assert len(client.get(where).context["lines"]) == 41


@pytest.mark.parametrize("many", [1, 3])
def test_queries_of_the_list_do_not_grow(client, stage, many):
    for number in range(many):
        new = stage.month(days=30)
        first = new.first - timedelta(days=40 * number)
        last = new.last - timedelta(days=40 * number)
        open_review(type(new)(new.unit, first, last), viewer=stage.head)
    stage.read(*(uuid4() for _ in range(41)))
    watch(since=timedelta(days=9))
    client.get(reverse("log_reviews"))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(reverse("log_reviews"))

    assert len(asked) == 12


@pytest.mark.parametrize("many", [1, 3])
def test_queries_of_a_review_do_not_grow(client, stage, many):
    stage.read(*(uuid4() for _ in range(many)))
    where = begun(client, stage)
    client.get(where)

    with CaptureQueriesContext(connection) as asked:
        client.get(where)

    assert len(asked) == 12


def asked_about(stage, client):
    person = participant(stage.agency, "Åsa", "Öberg")
    involve(stage.alva, person)
    sign_in(client, stage.alva)
    return person


def test_who_has_looked_is_two_clicks_from_the_person(client, stage):
    person = asked_about(stage, client)
    other = stage.joined("Nils Nyfiken")
    stage.read(person.pk, by=other)
    where = reverse("person_log", args=[person.pk])
    assert where in client.get(reverse("person", args=[person.pk])).content.decode()

    plain, named = words_of(client.get(where)), words_of(client.get(f"{where}?namn"))

    assert "Nils Nyfiken" not in plain
    assert "Nils Nyfiken" in named


def test_what_is_closed_is_not_told_by_who_does_not_know(client, stage):
    person = asked_about(stage, client)
    stage.read(person.pk, about="closed")
    where = reverse("person_log", args=[person.pk])
    assert client.get(where).context["total"] == 0

    involve(stage.alva, person, classes=["closed"])

    assert client.get(where).context["lines"][-1].at == AccessEntry.objects.earliest("at").at


def test_a_partner_reads_who_of_its_own_has_looked(client, stage):
    person = asked_about(stage, client)
    involve(stage.cast.bo, person)
    stage.read(person.pk)
    unit = stage.cast.bo.memberships.get().unit
    stage.read(person.pk, by=stage.cast.bo, unit=unit.pk, agency=unit.agency_id)
    sign_in(client, stage.cast.bo)

    words = words_of(client.get(reverse("person_log", args=[person.pk]) + "?namn"))

    assert "Läsningar som SOCIAL_INSURANCE bo svarar för" in words
    assert ("Bo Berg, Handläggare" in words, "Alva Alm" in words) == (True, False)


def test_who_knows_the_name_only_does_not_read_who_has_looked(client, stage):
    person = asked_about(stage, client)
    involve(stage.cast.bo, person, classes=[])
    sign_in(client, stage.cast.bo)

    assert client.get(reverse("person_log", args=[person.pk])).status_code == 404
    assert "Visa vem som har sett" not in words_of(client.get(reverse("person", args=[person.pk])))


def test_a_review_is_drawn_again_with_its_own_seed(client, stage):
    stage.read(*(uuid4() for _ in range(35)))
    where = begun(client, stage)
    assert 'href="?dra-om#again"' in client.get(where).content.decode()

    assert "Samma 20 rader dras på måfå nu som då." in words_of(client.get(f"{where}?dra-om"))
    assert "Omdragningen" not in words_of(client.get(where))


def test_a_sample_that_was_not_drawn_so_is_told(client, stage):
    """The database lets nobody change one; this was written past the drawing."""
    rows = stage.read(*(uuid4() for _ in range(35)))
    told = {"agency": stage.agency, "first": working_day(), "last": working_day(), "rules": {}}
    review = LogReview.objects.create(
        association=stage.cast.here,
        unit=stage.unit,
        seed="frö",
        until=rows[-1].pk,
        numbers={},
        opened_by=stage.hedda,
        **told,
    )
    DrawnRow.objects.bulk_create(
        DrawnRow(review=review, number=one.pk, why=["random"]) for one in rows[:20]
    )

    page = client.get(reverse("log_review", args=[review.pk]) + "?dra-om")

    assert "Det dras inte samma rader på måfå nu som då." in words_of(page)


def test_what_stood_out_is_told_apart(client, stage):
    person = participant(stage.agency, "Ask", "Alm")
    stage.read(person.pk, person.pk)
    where = begun(client, stage)

    assert "Av 2 rader som stack ut gör 2 det nu också." in words_of(client.get(f"{where}?dra-om"))


def test_a_signed_protocol_says_that_it_is_as_signed(client, stage):
    (row,) = stage.read(uuid4())
    where = begun(client, stage)
    client.post(where, {f"verdict-{row.pk}": "JUSTIFIED"})
    before = words_of(client.get(where))

    client.post(f"{where}skriv-under/")

    assert "Oförändrat sedan undertecknandet" not in before
    assert "Oförändrat sedan undertecknandet" in words_of(client.get(where))


def test_a_protocol_that_is_not_as_signed_says_so(client, stage):
    stage.read(uuid4())
    where = begun(client, stage)
    told = {"signed_at": timezone.now(), "signed_by": stage.hedda, "outcomes": {}}
    LogProtocol.objects.create(review=LogReview.objects.get(), digest="0" * 64, **told)

    assert "Kontrollsumman stämmer inte." in words_of(client.get(where))


def test_the_name_that_is_shown_to_hand_over_is_not_in_the_check(client, stage):
    person = participant(stage.agency, "Åsa", "Öberg")
    stage.read(person.pk)
    where = begun(client, stage)
    involve(stage.hedda, person, classes=[], reason="handover")
    assert "Öberg" not in words_of(client.get(where))

    involve(stage.hedda, person, starts_on=date(2019, 1, 1))

    assert "Öberg" in words_of(client.get(where))


NUMBER = "200001019801"


def numbered(stage, **fields):
    index = indexes_of(stage.cast.here.pk, NUMBER)[0]
    person = participant(stage.agency, personal_number=NUMBER, number_index=index, **fields)
    stage.read(person.pk)
    other = stage.cast.bo.memberships.get().unit
    stage.read(person.pk, by=stage.cast.bo, unit=other.pk, agency=other.agency_id)
    return person


def text_of(response):
    pages = PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def extract(client, stage, **fields):
    said = {"unit": str(stage.unit.pk), "number": "20000101-9801"} | fields
    answer = client.post(reverse("asked_extract"), said)
    assert answer["Content-Type"] == "application/pdf"
    return text_of(answer)


@pytest.mark.parametrize("names", [True, False])
def test_a_head_hands_over_who_of_the_own_agency_has_looked(client, stage, names):
    person = numbered(stage)
    sign_in(client, stage.hedda)
    assert reverse("asked_extract") in client.get(reverse("log_reviews")).content.decode()

    text = extract(client, stage, **({"names": "on"} if names else {}))

    assert ("läste om dig" in text, "Alva Alm" in text, "Bo Berg" in text) == (True, names, False)
    assert "Öberg" not in text
    row = AccessEntry.objects.get(user=stage.hedda.pk)
    assert (row.person, row.action, row.ground) == (person.pk, "EXPORT", "asked")


@pytest.mark.parametrize("hidden", ["nobody", "protected", "shut out"])
def test_a_head_is_told_nothing_of_whom_they_may_not_know(client, stage, hidden):
    if hidden != "nobody":
        person = numbered(stage, **({"protection": "marked"} if hidden == "protected" else {}))
    if hidden == "shut out":
        exception(person, against_user=stage.hedda)
    sign_in(client, stage.hedda)

    assert "läste om dig" not in extract(client, stage)
    row = AccessEntry.objects.get(user=stage.hedda.pk)
    assert (row.action, row.ground) == ("SEARCH", "found_nobody")
    assert NUMBER not in str(AccessEntry.objects.values().get(pk=row.pk))


def test_a_head_takes_out_of_no_other_unit(client, stage):
    numbered(stage)
    other = stage.cast.bo.memberships.get().unit
    sign_in(client, stage.hedda)

    answer = client.post(
        reverse("asked_extract"), {"unit": str(other.pk), "number": "20000101-9801"}
    )

    assert answer["Content-Type"].startswith("text/html")


def test_who_administers_reads_the_state_of_the_log_and_no_rows(client, stage):
    stage.read(participant(stage.agency, "Åsa", "Öberg").pk)
    sign_in(client, administrator(stage.cast.here))
    assert "inte kontrollerats än" in words_of(client.get(reverse("log_state")))

    LogCheck.objects.create(segments=2, rows=5)
    assert "Loggen är hel" in words_of(client.get(reverse("log_state")))

    wrong = LogCheck.objects.create(segments=1, rows=3, fault="ROW_ALTERED", segment=2, row=4)
    LogCheck.objects.create(segments=1, rows=3, fault="ROW_ALTERED", segment=2, row=4)
    answer = client.get(reverse("log_state"))
    wrong.refresh_from_db()
    assert "Loggen är inte hel" in words_of(answer)
    assert answer.context["state"].faulty_since == wrong.at
    assert "Öberg" not in words_of(answer)


def test_limits_are_decided_and_hold_at_once(client, stage):
    sign_in(client, administrator(stage.cast.here))
    where = reverse("log_rules", args=[stage.cast.here.pk])
    sent = form_with(client.get(where), "sample_size")
    del sent["form_key"]

    assert client.post(where, sent | {"many": "5"}).status_code == 302
    assert "slutar efter" in words_of(client.post(where, sent | {"closes": "3", "opens": "4"}))

    assert LogRules.objects.get().limits["many"] == 5
    stage.read(*(uuid4() for _ in range(6)))
    assert watch(since=timedelta(days=9)) == 1
