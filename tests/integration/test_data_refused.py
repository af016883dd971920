"""What is refused when somebody delivers, each with a sentence that says what to do."""

import resource
import tempfile
import threading
from itertools import chain, repeat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from stegvis.core.models import StoredFile
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Association
from stegvis.results.actions.deliveries import ReceivedFile, receive
from stegvis.results.models import Delivery, Fact
from tests.cast import decided_programme, sign_in
from tests.integration.test_data_in import WHY, address, delivered, page_of, upload
from tests.workbooks import with_rows, workbook

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = OLD_OFFICE + bytes(504) + "EncryptedPackage".encode("utf-16-le")
TWO_HUNDRED_MEGABYTES = 200 * 1024 * 1024
LITTLE_MEMORY = 40 * 1024 * 1024  # beside what the test itself holds
"""How much more memory the process may have taken at its highest."""


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


def refused(client, cast, content, **more):
    delivery = delivered(client, cast, content, **more)
    assert (delivery.state, Fact.objects.unscoped(reason=WHY).count()) == ("REFUSED", 0)
    return page_of(client, delivery)


def test_a_file_that_is_no_workbook(alva, cast):
    page = refused(alva, cast, b"Kund;Belopp\n1;2\n")

    assert "Filen uppgifter.xlsx är en textfil, inte det som ändelsen säger." in page


def test_a_workbook_behind_a_password(alva, cast):
    assert "lösenord" in refused(alva, cast, ENCRYPTED_PACKAGE)


def test_an_old_workbook(alva, cast):
    assert "xlsx" in refused(alva, cast, OLD_OFFICE, name="uppgifter.xls")


def test_the_workbook_of_another_programme(alva, cast):
    content = with_rows("Om uppgifterna", ("sara", "2015-12-31"))

    assert "Uppgifterna gäller insatsen sara, men definitionen gäller Ung Framtid." in refused(
        alva, cast, content
    )


def test_a_workbook_with_personal_numbers_among_the_keys(alva, cast):
    content = with_rows("Personer", ("19900101-1239", "kvinna"), ("19910101-1238", "man"))

    page = refused(alva, cast, content)

    assert ("Uppgifterna pekar ut personer." in page, "19900101" in page) == (True, False)


def test_no_file_at_all(alva, cast):
    page = alva.post(address("data", cast.programme), {}).content.decode()

    assert "Välj en fil." in page


def test_an_empty_file(alva, cast):
    page = upload(alva, cast.programme, b"").content.decode()

    assert "Filen är tom. Välj en fil med innehåll." in page


def test_two_files_with_one_name(alva, cast):
    files = [SimpleUploadedFile("persons.csv", b"person;gender\n1;man\n") for _ in range(2)]

    page = upload(alva, cast.programme, files).content.decode()

    assert "Flera av filerna heter persons.csv. Lämna en fil för varje tabell." in page
    assert Delivery.objects.unscoped(reason=WHY).count() == 0


def test_several_csv_files_are_one_delivery(alva, cast):
    files = [
        SimpleUploadedFile(f"{name}.csv", content.encode())
        for name, content in {
            "about": "programme\nung-framtid\n",
            "persons": "person;gender\n1;man\n",
            "enrolments": "enrolment;person;enrolled_on\nA;1;2014-01-01\n",
        }.items()
    ]

    delivery = delivered(alva, cast, files)

    assert (delivery.state, len(delivery.named)) == ("CHECKED", 3)


def test_a_csv_file_in_another_encoding(alva, cast):
    content = "person;gender;municipality\n1;man;Älvnäs\n".encode("cp1252")
    files = [SimpleUploadedFile("persons.csv", content)]

    page = refused(alva, cast, files)
    told = delivered(alva, cast, [SimpleUploadedFile("persons.csv", content)], encoding="cp1252")

    assert "kodad" in page or "tecken" in page
    assert told.state == "CHECKED"


def test_a_second_delivery_while_one_is_checked(alva, cast):
    upload(alva, cast.programme, workbook())

    page = upload(alva, cast.programme, workbook()).content.decode()

    assert "En leverans kontrolleras eller läses in just nu. Vänta tills den är klar." in page
    assert Delivery.objects.unscoped(reason=WHY).count() == 1


def test_a_newer_delivery_takes_the_place_of_ones_own_that_waits(alva, cast):
    first = delivered(alva, cast, workbook())
    delivered(alva, cast, workbook())

    first.refresh_from_db(from_queryset=Delivery.objects.unscoped(reason=WHY))
    assert (first.state, StoredFile.objects.count()) == ("DISMISSED", 1)


def test_facts_of_a_part_are_delivered_with_the_whole(alva, cast):
    part = cast.programme.parts.unscoped(reason=WHY).get()

    page = alva.get(address("data", part)).content.decode()
    answer = upload(alva, part, workbook())

    sentence = "Uppgifterna om en delinsats lämnas tillsammans med hela insatsens."
    assert (sentence in page, sentence in answer.content.decode()) == (True, True)


def test_two_uploads_at_the_same_moment(transactional_db):
    """The second waits for the first to be decided, and is then refused with a sentence."""
    association = Association.objects.create(name="Exempelbygden")
    programme = decided_programme(association, "ung-framtid")
    outcomes = []

    def deliver():
        try:
            receive(programme, [ReceivedFile("a.xlsx", "", workbook())], by=None)
            outcomes.append("received")
        except Refused as refused:
            outcomes.append(refused.sentence)
        finally:
            connection.close()

    threads = [threading.Thread(target=deliver) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    busy = "En leverans kontrolleras eller läses in just nu. Vänta tills den är klar."
    assert sorted(outcomes) == [busy, "received"]


class Large:
    """A body of 200 MB that is never held: what the client reads, it makes."""

    def __init__(self, head, size, tail):
        self.parts = chain([head], repeat(b"x" * 65_536, size // 65_536), [tail])
        self.size, self.rest = len(head) + size + len(tail), b""

    def read(self, size=-1):
        while len(self.rest) < size and (part := next(self.parts, b"")):
            self.rest += part
        given, self.rest = self.rest[:size], self.rest[size:]
        return given

    def readline(self, _size=-1):
        assert not self.rest, "a line of this is all of it"
        return b""

    def __len__(self):
        return self.size


def test_two_hundred_megabytes(alva, cast, tmp_path, monkeypatch):
    """Refused with a sentence, and kept neither in memory nor on disk."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    head = b'--edge\r\nContent-Disposition: form-data; name="sent"; filename="stor.xlsx"\r\n\r\n'
    body = Large(head, TWO_HUNDRED_MEGABYTES, b"\r\n--edge--\r\n")
    sent = {
        "wsgi.input": body,
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "multipart/form-data; boundary=edge",
    }
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    answer = alva.generic("POST", address("data", cast.programme), **sent)

    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert "Det du skickade är 201 MB, och högst 50 MB tas emot." in answer.content.decode()
    assert (list(tmp_path.iterdir()), taken < LITTLE_MEMORY) == ([], True)
    assert Delivery.objects.unscoped(reason=WHY).count() == 0
