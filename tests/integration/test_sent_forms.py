"""A form that is sent twice is carried out once; one that was refused may be sent again."""

from uuid import uuid4

import pytest
from django.http import Http404, HttpResponse, HttpResponseRedirect

from stegvis.core.actions.pages import page
from stegvis.core.models import Draft, Job, SentForm
from stegvis.core.values.viewers import NOBODY, Viewer, anyone, signed_in

SOMEBODY = Viewer(user=uuid4(), name="Någon")


@pytest.fixture
def sent(rf, db):
    """A request as it comes to a view, with whoever is looking."""

    def send(method="post", viewer=SOMEBODY, **fields):
        request = getattr(rf, method)("/formulär/", fields)
        request.viewer = viewer
        return request

    return send


@page(allow=anyone, methods=("GET", "POST"))
def ask_for_a_job(request):
    Job.objects.create(kind=request.POST.get("kind", "visit"))
    if request.POST.get("kind") == "refused":
        return HttpResponse("nej", status=422)
    return HttpResponseRedirect("/klart/")


def test_the_second_sending_leads_to_the_same_place(sent):
    key = str(uuid4())

    answers = [ask_for_a_job(sent(kind="x", form_key=key)) for _sending in range(3)]

    assert [answer["Location"] for answer in answers] == ["/klart/"] * 3
    assert Job.objects.count() == 1


def test_somebody_elses_key_tells_nothing(sent):
    key = str(uuid4())
    ask_for_a_job(sent(kind="x", form_key=key))

    answer = ask_for_a_job(sent(viewer=NOBODY, kind="x", form_key=key))

    assert answer["Location"] == "/formul%C3%A4r/"
    assert Job.objects.count() == 1


def test_a_refused_form_may_be_sent_again(sent):
    key = str(uuid4())

    answers = [ask_for_a_job(sent(kind="refused", form_key=key)) for _sending in range(2)]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert SentForm.objects.count() == 0


def test_without_a_key_every_sending_counts(sent):
    for _sending in range(2):
        ask_for_a_job(sent(kind="x"))

    assert Job.objects.count() == 2


def test_a_get_changes_nothing(sent):
    with pytest.raises(Exception, match="read-only transaction"):
        ask_for_a_job(sent("get"))

    assert Job.objects.count() == 0


def test_a_post_that_fails_leaves_nothing(sent):
    @page(allow=anyone, methods=("POST",))
    def fails(request):
        Job.objects.create(kind="half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fails(sent())

    assert Job.objects.count() == 0


def test_what_is_missing_is_not_found(sent):
    @page(allow=anyone)
    def missing(request):
        Draft.objects.get(place="ingenstans")

    with pytest.raises(Http404):
        missing(sent("get"))


def test_who_may_not_enter_gets_the_same_answer(sent):
    @page(allow=lambda _viewer: False)
    def closed(request):
        return HttpResponse("hemligt")

    with pytest.raises(Http404):
        closed(sent("get"))


def test_other_methods_are_refused(sent):
    @page(allow=signed_in)
    def readable(request):
        return HttpResponse("ok")

    assert readable(sent("post")).status_code == 405
    assert readable(sent("head")).status_code == 200


@page(allow=anyone, methods=("POST",))
def lead_far_away(request):
    del request
    return HttpResponseRedirect(f"/{'a' * 2_000}/")


def test_an_answer_too_long_to_keep_is_given_once(sent):
    key = str(uuid4())

    answers = [lead_far_away(sent(form_key=key)) for _sending in range(2)]

    assert [len(answer["Location"]) for answer in answers] == [2_002, len("/formul%C3%A4r/")]
