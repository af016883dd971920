"""What was masked in a copy of a public document is nowhere in it."""

import io

import pikepdf
import pytest
from django.urls import reverse
from pypdf import PdfReader

from stegvis.core.actions import row_security
from stegvis.core.models import AccessEntry, StoredFile
from stegvis.core.values.privacy import About
from stegvis.participants.models import Attachment, ContactSafety, Disclosure
from stegvis.participants.queries.disclosures import copy_of
from stegvis.participants.values.disclosures import Item
from stegvis.participants.values.masking import DOCX, Masking, is_left_out, masked
from tests.cast import sign_in
from tests.desk import Desk

pytestmark = pytest.mark.django_db
GROUND = "26 kap. 1 § OSL"
TEXT = "Möte med Sven  Secretsson.\nHan bor på Hemligvägen 3, hos SECRETSSON."
SECRETS = ("Öberg", "Åsa", "Secretsson", "Hemligvägen", "070-1234567")


@pytest.fixture
def stage(cast, client):
    desk = Desk(cast)
    with row_security.unscoped(reason="a test"):
        of_person = {"person": desk.person, "owner": desk.agency}
        content = TEXT.encode()
        stored = StoredFile.objects.create(
            name="bilaga.txt", media_type="text/plain; charset=utf-8", size=1, content=content
        )
        desk.file = Attachment.objects.create(
            **of_person, title="Anteckning.txt", file=stored, added_by=desk.elsa.pk
        )
        ContactSafety.objects.create(**of_person, about="identity", phone="070-1234567")
    desk.client = sign_in(client, desk.elsa)
    desk.where = reverse("masked_copy", args=[desk.person.pk])
    return desk


def said(desk, **more):
    usual = {
        "what": [f"file.{desk.file.pk}", "contact.phone"],
        "whole": ["identity.name", "contact.phone"],
        "words": "Sven Secretsson\nSecretsson\nHemligvägen 3",
        "ground": GROUND,
        "why": "Prövat mot sekretessen.",
    }
    return usual | more


def let_out(desk):
    shown = desk.client.post(desk.where, said(desk, do="preview"))
    seen = shown.context["seen"]
    desk.client.post(desk.where, said(desk, do="send", seen=seen))
    row = Disclosure.objects.unscoped(reason="a test").get()
    where = reverse("masked_copy_file", args=[desk.person.pk, row.pk])
    return str(shown.context["lines"]), b"".join(desk.client.get(where))


def everything_in(pdf):
    """Raw bytes, every object unpacked, the text layer, and what the file says of itself."""
    unpacked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(
            unpacked,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
    reader = PdfReader(io.BytesIO(pdf))
    text = "\n".join(one.extract_text() for one in reader.pages)
    raw = b"\n".join((pdf, unpacked.getvalue()))
    told = raw.decode("latin-1") + raw.decode("utf-16-be", "ignore")
    return f"{told}\n{text}\n{reader.metadata}".lower(), text


def test_what_was_masked_is_not_in_the_file(stage):
    shown, pdf = let_out(stage)
    told, text = everything_in(pdf)

    assert [one for one in SECRETS if one.lower() in told] == []
    assert [one for one in SECRETS if one in shown] == []
    assert text.count(f"[maskat: {GROUND}]") >= 5
    assert "Möte med" in text
    assert "bor på" in text


def test_what_was_not_masked_would_be_found(stage):
    """The search itself works: a word that stands there is found."""
    _shown, pdf = let_out(stage)
    told, _text = everything_in(pdf)

    assert "möte med" in told


def test_the_decision_is_kept_and_logged(stage):
    let_out(stage)

    row = Disclosure.objects.unscoped(reason="a test").get()
    assert (row.ground, row.legal_text, str(row.why)) == ("law", GROUND, "Prövat mot sekretessen.")
    assert [one for one in SECRETS if one in str(row.content)] == []
    assert {one.action for one in AccessEntry.objects.filter(person=stage.person.pk)} >= {
        "DISCLOSE",
        "EXPORT",
    }


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"words": "Sekretsson"}, "finns inte i det du har valt"),
        ({"words": "S"}, "minst två tecken"),
        ({"ground": "Secretsson", "words": "Secretsson"}, "står kvar i en rubrik"),
        ({"words": "handling"}, "står kvar i en rubrik"),
    ],
)
def test_a_mask_that_hides_nothing_is_refused(stage, more, words):
    answer = stage.client.post(stage.where, said(stage, do="preview", **more))

    assert words in answer.content.decode()


def test_it_is_let_out_as_it_was_shown(stage):
    stage.client.post(stage.where, said(stage, do="send", seen="0" * 64))

    assert not Disclosure.objects.unscoped(reason="a test").exists()


def test_letters_that_look_alike_are_one():
    item = Item("a", "Text", About.ORDINARY, "A\u030asa O\u0308\u00adberg")
    masking = Masking(("a",), frozenset(), ("Åsa öberg",), GROUND, "x")

    assert masked([item], masking).items[0].value == f"[maskat: {GROUND}]"


FILES = (
    ("Intyg om Secretsson.pdf", "application/pdf", "PDF"),
    ("Brev.docx", DOCX, "Word-dokument"),
    ("Foto.png", "image/png", "bild"),
)


@pytest.fixture
def with_files(stage):
    """Three that cannot be masked; each holds a word of its own."""
    with row_security.unscoped(reason="a test"):
        for name, media_type, _kind in FILES:
            stored = StoredFile.objects.create(
                name="bilaga", media_type=media_type, size=1, content=b"Secretsson i filen"
            )
            Attachment.objects.create(
                person=stage.person,
                owner=stage.agency,
                title=name,
                file=stored,
                added_by=stage.elsa.pk,
            )
    return stage


def test_files_that_cannot_be_masked_are_chosen_from_the_beginning(with_files):
    form = with_files.client.get(with_files.where).context["form"]

    names = [name for code, name in form.fields["what"].choices if code in form["what"].value()]
    said = "(kan inte maskas; kopian säger att den är utelämnad)"
    assert sorted(names) == sorted(f"Handling: {name} {said}" for name, _type, _kind in FILES)


def test_each_file_that_is_left_out_is_listed_with_why(with_files):
    form = with_files.client.get(with_files.where).context["form"]
    chosen = [*form["what"].value(), *said(with_files)["what"]]
    shown = with_files.client.post(with_files.where, said(with_files, what=chosen, do="preview"))
    seen = shown.context["seen"]
    with_files.client.post(with_files.where, said(with_files, what=chosen, do="send", seen=seen))
    row = Disclosure.objects.unscoped(reason="a test").get()
    where = reverse("masked_copy_file", args=[with_files.person.pk, row.pk])
    told, text = everything_in(b"".join(with_files.client.get(where)))

    assert "Utelämnade filer" in text
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert [kind in " ".join(lines) for _name, _type, kind in FILES] == [True] * 3
    assert f"Intyg om [maskat: {GROUND}].pdf" in " ".join(lines)
    assert "secretsson" not in told
    assert str(shown.context["lines"]).count("Utelämnad: i en fil av slaget") == 3
    assert [one.content for one in copy_of(row).items if is_left_out(one)] == [""] * 3


def test_a_file_that_is_not_asked_for_is_not_told_of(with_files):
    _shown, pdf = let_out(with_files)

    assert "Utelämnat" not in everything_in(pdf)[1]
