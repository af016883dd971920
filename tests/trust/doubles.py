"""T13: the same form sent twice at once, and two who change the same row at once."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from stegvis.core.actions import row_security
from stegvis.core.actions.pages import page
from stegvis.core.actions.versions import ChangedMeanwhileError, change_versioned
from stegvis.core.models import Job
from stegvis.core.values.viewers import Viewer, anyone
from stegvis.participants.models import Person

THREADS = 8
KIND = "double"
SOMEBODY = Viewer(user=uuid4(), name="Någon")


@page(allow=anyone, methods=("POST",))
def add(_request):
    Job.objects.create(kind=KIND)
    return HttpResponseRedirect("/klart/")


@page(allow=anyone, methods=("POST",))
def change(request):
    """As every form of a row does: what was read is what is changed, or nothing is."""
    read = int(request.POST["version"])
    with row_security.unscoped(reason="a test"):
        rows = Person.objects.unscoped(reason="a test")
        try:
            change_versioned(rows, UUID(request.POST["person"]), {}, version=read)
        except ChangedMeanwhileError:
            return HttpResponse(status=409)
    return HttpResponse(status=200)


def sent(view, **fields):
    request = RequestFactory().post("/", fields)
    request.viewer = SOMEBODY
    try:
        return view(request).status_code
    finally:
        connection.close()


def doubled(number, *, with_key=True):
    """How many records came of so many forms, each sent twice by eight at once."""
    forms = [str(uuid4()) for _form in range(number)]
    keys = [key for key in forms for _sending in range(2)]
    fields = [{"form_key": key} if with_key else {} for key in keys]
    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(lambda one: sent(add, **one), fields))
    return Job.objects.filter(kind=KIND).count()


def lost(person, rounds):
    """Changes that were said to be made and are not there, of eight windows in each round."""
    answered = 0
    for _round in range(rounds):
        fields = {"person": str(person.pk), "version": answered + 1}
        with ThreadPoolExecutor(THREADS) as threads:
            answers = list(threads.map(partial(_window, fields), range(THREADS)))
        answered += answers.count(200)
    return answered - (version_of(person) - 1)


def _window(fields, _number):
    return sent(change, **fields)


def version_of(person):
    with transaction.atomic(), row_security.unscoped(reason="a test"):
        rows = Person.objects.unscoped(reason="a test").filter(pk=person.pk)
        return rows.values_list("version", flat=True).get()
