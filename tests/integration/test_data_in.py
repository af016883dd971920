"""Data in on screen: delivered, checked, read in, undone; and who may."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stegvis.core.models import Job, StoredFile
from stegvis.results.actions.deliveries import dismiss_forgotten
from stegvis.results.models import Delivery, Fact, SavedMapping
from stegvis.results.queries.facts import facts_of
from tests.cast import sign_in
from tests.queued import work_off
from tests.workbooks import OWN, with_rows, workbook

WHY = "a test"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FAULTY = (("1", "kvinna"), ("2", "blå"), ("3", "kvinna"))


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


def address(name, *ids):
    return reverse(name, args=[getattr(one, "pk", one) for one in ids])


def upload(client, programme, content, name="uppgifter.xlsx", **more):
    files = [SimpleUploadedFile(name, content, XLSX)] if isinstance(content, bytes) else content
    return client.post(address("data", programme), {"sent": files, **more})


def delivered(client, cast, content, **more):
    """Delivered and checked: the delivery as it then is."""
    answer = upload(client, cast.programme, content, **more)
    assert answer.status_code == 302, answer.content.decode()
    work_off()
    return latest()


def latest():
    return Delivery.objects.unscoped(reason=WHY).order_by("-delivered_at").first()


def page_of(client, delivery):
    return client.get(address("delivery", delivery.programme, delivery)).content.decode()


def press(client, button, delivery):
    """The button, and the jobs that it asked for."""
    answer = client.post(address(button, delivery.programme, delivery))
    work_off()
    assert answer.status_code == 302
    return latest()


def standing():
    return Fact.objects.unscoped(reason=WHY).standing()


@pytest.mark.parametrize(
    ("name", "status"), [("alva", 200), ("bo", 404), ("cecilia", 404), ("disa", 404)]
)
def test_data_is_for_those_who_deliver_it(client, cast, name, status):
    answer = sign_in(client, getattr(cast, name)).get(address("data", cast.programme))

    assert answer.status_code == status


def test_a_delivery_is_hidden_from_the_outsider(alva, client, cast):
    delivery = delivered(alva, cast, workbook())
    sign_in(client, cast.cecilia)

    pages = ["delivery", "delivery_rows", "delivery_mapping"]
    buttons = ["delivery_apply", "delivery_dismiss", "delivery_check", "delivery_undo"]
    codes = {client.get(address(one, cast.programme, delivery)).status_code for one in pages}
    codes |= {client.post(address(one, cast.programme, delivery)).status_code for one in buttons}
    codes |= {client.get(address(one, cast.foreign, delivery)).status_code for one in pages}
    assert codes == {404}


def test_a_right_workbook_is_checked_before_it_is_read_in(alva, cast):
    delivery = delivered(alva, cast, workbook())

    assert delivery.state == "CHECKED"
    assert "Inga fel hittades" in page_of(alva, delivery)
    assert standing().count() == 0


def test_a_checked_workbook_is_read_in(alva, cast):
    delivery = press(alva, "delivery_apply", delivered(alva, cast, workbook()))

    assert (delivery.state, delivery.applied_by) == ("APPLIED", cast.alva)
    assert facts_of(cast.programme).tables["persons"]["gender"].to_list() == [
        "woman",
        "man",
        "woman",
    ]
    assert "6 nya rader" in page_of(alva, delivery)


def test_the_figures_are_asked_for_when_facts_have_changed(alva, cast):
    delivery = press(alva, "delivery_apply", delivered(alva, cast, workbook()))
    press(alva, "delivery_undo", delivery)

    asked = Job.objects.filter(subject=cast.programme.pk, kind__endswith="compute_standing")
    assert asked.count() == 2


def test_files_are_kept_encrypted_and_only_until_they_are_read_in(alva, cast):
    content = workbook()
    delivery = delivered(alva, cast, content)
    assert [bytes(one.content) for one in StoredFile.objects.all()] == [content]

    delivery = press(alva, "delivery_apply", delivery)

    assert StoredFile.objects.count() == 0
    assert [(one["name"], one["size"]) for one in delivery.named] == [
        ("uppgifter.xlsx", len(content))
    ]
    assert (delivery.excerpt, delivery.proposal) == (None, None)


def test_dismissing_deletes_the_file_and_changes_nothing(alva, cast):
    delivery = press(alva, "delivery_dismiss", delivered(alva, cast, workbook()))

    assert (delivery.state, StoredFile.objects.count(), standing().count()) == ("DISMISSED", 0, 0)


def test_faults_are_told_with_a_link_to_the_row_as_it_was_written(alva, cast):
    delivery = delivered(alva, cast, with_rows("Personer", *FAULTY))

    page = page_of(alva, delivery)
    (href,) = re.findall(r'<a href="([^"]+#rad-3)">Visa rad 3</a>', page)
    rows = alva.get(href.replace("&amp;", "&")).content.decode()
    assert re.findall(r"<mark>([^<]+)</mark>", rows) == ["blå"]
    assert ('id="rad-3"' in rows, 'id="rad-2"' in rows) == (True, False)


def test_faulty_rows_are_left_out_and_the_rest_is_read_in(alva, cast):
    delivery = delivered(alva, cast, with_rows("Personer", *FAULTY))
    press(alva, "delivery_apply", delivery)

    facts = facts_of(cast.programme)
    assert facts.tables["persons"]["person"].to_list() == ["1", "3"]
    assert facts.rows_left_out == 2


def test_a_second_delivery_says_what_it_would_change(alva, cast):
    press(alva, "delivery_apply", delivered(alva, cast, workbook()))

    delivery = delivered(
        alva, cast, with_rows("Personer", ("1", "man"), ("2", "man"), ("3", "kvinna"))
    )

    assert delivery.changes == {"persons": [0, 1, 0, 2], "enrolments": [0, 0, 0, 3]}


def test_undo_brings_back_what_stood(alva, cast):
    press(alva, "delivery_apply", delivered(alva, cast, workbook()))
    second = press(
        alva,
        "delivery_apply",
        delivered(alva, cast, with_rows("Personer", ("1", "man"), ("2", "man"), ("3", "man"))),
    )

    press(alva, "delivery_undo", second)

    assert facts_of(cast.programme).tables["persons"]["gender"].to_list().count("woman") == 2


def test_only_the_latest_reading_can_be_undone(alva, cast):
    first = press(alva, "delivery_apply", delivered(alva, cast, workbook()))
    press(alva, "delivery_apply", delivered(alva, cast, workbook()))

    sentence = "Bara den senaste inläsningen går att ångra. Ångra den först, sedan den här."
    assert sentence in page_of(alva, first)
    answer = alva.post(address("delivery_undo", cast.programme, first), follow=True)
    assert sentence in answer.content.decode()
    assert Delivery.objects.unscoped(reason=WHY).filter(state="APPLIED").count() == 2


def test_a_check_that_is_out_of_date_says_so(alva, client, cast):
    earlier = delivered(alva, cast, workbook())
    Delivery.objects.unscoped(reason=WHY).filter(pk=earlier.pk).update(delivered_by=cast.bo)
    press(alva, "delivery_apply", delivered(alva, cast, workbook()))

    assert "Uppgifterna har ändrats sedan filen kontrollerades" in page_of(alva, earlier)


def test_a_delivery_whose_work_was_lost_can_be_checked_again(alva, cast):
    upload(alva, cast.programme, workbook())
    lost = latest()
    Job.objects.filter(pk=lost.job).update(state="FAILED", ended_at=lost.delivered_at)

    assert "Arbetet avbröts" in page_of(alva, lost)
    assert press(alva, "delivery_check", lost).state == "CHECKED"


def test_a_lost_delivery_stops_nobody_from_delivering(alva, cast):
    upload(alva, cast.programme, workbook())
    Job.objects.update(state="FAILED", ended_at=latest().delivered_at)

    assert delivered(alva, cast, workbook()).state == "CHECKED"


def test_what_nobody_finishes_is_deleted_after_a_month(alva, cast):
    delivery = delivered(alva, cast, workbook())

    early = dismiss_forgotten(delivery.delivered_at + timedelta(days=30))
    late = dismiss_forgotten(delivery.delivered_at + timedelta(days=31))

    assert (early, late, latest().state, StoredFile.objects.count()) == (0, 1, "DISMISSED", 0)


def test_an_old_delivery_is_shown_without_its_job(alva, cast):
    delivery = press(alva, "delivery_apply", delivered(alva, cast, workbook()))
    Job.objects.all().delete()

    assert "Inläst: 6 nya rader" in page_of(alva, delivery)


def test_an_own_sheet_is_asked_about_once(alva, cast):
    delivery = delivered(alva, cast, workbook(OWN))
    assert delivery.state == "ASKING"
    form = address("delivery_mapping", cast.programme, delivery)
    page = alva.get(form).content.decode()
    answers = dict.fromkeys(re.findall(r'name="(word-\d+)"', page), "")
    words = dict(zip(answers, ("woman", "man", "man"), strict=True))

    assert alva.post(form, words | doubts_in(page)).status_code == 302
    work_off()
    press(alva, "delivery_apply", latest())
    genders = facts_of(cast.programme).tables["persons"]["gender"].to_list()
    again = delivered(alva, cast, workbook(OWN))

    assert genders == ["woman", "man", "man"]
    assert (again.state, SavedMapping.objects.count()) == ("CHECKED", 1)


def doubts_in(page):
    return dict.fromkeys(re.findall(r'name="(doubt-\d+)"', page), "read")


def test_words_without_a_meaning_are_asked_for(alva, cast):
    delivery = delivered(alva, cast, workbook(OWN))
    form = address("delivery_mapping", cast.programme, delivery)

    page = alva.post(form, {"word-0": "woman", "word-1": "", "word-2": "man"}).content.decode()

    assert "Välj vad Kille betyder." in page


def test_a_new_word_in_a_known_sheet_is_asked_about(alva, cast):
    remembered(alva, cast)
    rows = OWN["Deltagarlista"]

    new = ("4", "Okänd?", "2014-05-01", "")
    delivery = delivered(alva, cast, workbook({"Ny lista": [*rows, new]}))

    page = alva.get(address("delivery_mapping", cast.programme, delivery)).content.decode()
    assert delivery.state == "ASKING"
    assert page.count("Ordet har ingen betydelse än.") == 1


def remembered(client, cast):
    delivery = delivered(client, cast, workbook(OWN))
    form = address("delivery_mapping", cast.programme, delivery)
    page = client.get(form).content.decode()
    client.post(form, {"word-0": "woman", "word-1": "man", "word-2": "man"} | doubts_in(page))
    work_off()
