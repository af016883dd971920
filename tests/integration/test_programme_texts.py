"""A definition as one text: written on screen, read from a file; new programmes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.models import Assignment, DefinitionVersion, Programme
from stegvis.programmes.queries.definitions import decided
from tests.cast import sign_in
from tests.pages import form_with, words_of

NEW = "/insatser/ny/"
STARTER = shipped("starter.toml").read_text(encoding="utf-8")
ANSWERS = {
    "do": "begin",
    "name": "Vägen in",
    "kind": "individual",
    "owner": "Älvnäs kommun",
    "first": "2027-01-01",
    "last": "2028-12-31",
}
REASON = {"why": "Beslut i styrelsen", "understood": "on"}


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


@pytest.fixture
def at(cast):
    return f"/insatser/{cast.programme.pk}/andra/text/"


def text_of(cast):
    return decided(cast.programme).version.text


def written(client, at, text):
    return client.post(at, {"text": text, "do": "check"})


def uploaded(client, at, content, name="insats.toml"):
    return client.post(at, {"file": SimpleUploadedFile(name, content), "do": "upload"})


def review_of(at):
    return at.replace("text/", "granska/")


def reviewed(client, address, **changed):
    form = form_with(client.get(address), "why")
    return client.post(address, {**form, **REASON, **changed})


def found(name):
    return Programme.objects.unscoped(reason="the test").get(name=name)


def test_a_right_text_goes_to_the_review(alva, cast, at):
    answer = written(alva, at, text_of(cast).replace('"Ung Framtid"', '"Unga framåt"', 1))

    assert (answer.status_code, answer.url) == (302, review_of(at))
    assert reviewed(alva, review_of(at)).status_code == 302
    assert decided(cast.programme).definition.name == "Unga framåt"


def test_a_text_with_the_line_ends_of_a_browser_is_the_same_text(alva, cast, at):
    written(alva, at, text_of(cast).replace("\n", "\r\n"))

    assert alva.get(at).context["text"].initial["text"] == text_of(cast)


def test_faults_stand_beside_their_lines_and_the_text_is_kept(alva, cast, at):
    wrong = (
        text_of(cast)
        .replace("percent = 100", 'percent = "hel"', 1)
        .replace('kind = "individual"', 'kind = "person"', 1)
    )

    answer = written(alva, at, wrong)

    assert answer.status_code == 200
    faults = answer.context["faults"]
    assert faults.sentence == "Definitionen har 2 fel."
    assert [(line.number, [fault.read for fault in line.faults]) for line in faults.lines] == [
        (6, ["person"]),
        (66, ["hel"]),
    ]
    assert faults.lines[0].text == 'kind = "person"'
    assert alva.get(at).context["text"].initial["text"] == wrong
    assert DefinitionVersion.objects.filter(programme=cast.programme).count() == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("format = 1\nname = Nya vägar\n", 2),
        ("format = 1\n[[goals]\n", 2),
        ("format = 99\n", 0),
        ("x = " + "[" * 5000, 0),
    ],
)
def test_what_is_no_definition_is_refused_with_a_sentence(alva, at, text, line):
    faults = written(alva, at, text).context["faults"]

    assert [one.number for one in faults.lines] == ([line] if line else [])
    assert faults.sentence.startswith("Definitionen ")


def test_a_wrong_text_closes_the_forms_but_not_the_text(alva, at):
    written(alva, at, "format = 1\nname = Nya vägar\n")
    hub = at.removesuffix("text/")

    closed = ("del/tid/", "mal/", "mal/nytt/", "mal/nytt/volume/", "mal/andra/kaa-link/")
    assert [alva.get(f"{hub}{one}").url for one in closed] == [hub] * len(closed)
    assert alva.get(f"{hub}granska/").url == at
    assert "Se vad som är fel i texten" in words_of(alva.get(hub))


def test_an_example_that_does_not_come_out_is_refused(alva, cast, at):
    answer = written(alva, at, text_of(cast).replace("expect = { k = 1", "expect = { k = 7", 1))

    assert answer.context["faults"].sentence == "Definitionen har räkneexempel som inte stämmer."
    assert alva.get(review_of(at)).url == at


def test_a_file_takes_the_place_of_the_text(alva, cast, at):
    text = text_of(cast).replace('"Ung Framtid"', '"Unga framåt"', 1)

    answer = uploaded(alva, at, text.encode("utf-8-sig"))

    assert (answer.status_code, answer.url) == (302, review_of(at))
    assert alva.get(at).context["text"].initial["text"] == text


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (
            "name = 'Å'\n".encode("latin-1"),
            "insats.toml är inte sparad som UTF-8 (fel på rad 1). Spara om den som UTF-8.",
        ),
        (b"# " + b"x" * 2_000_000, "Texten är för stor för en definition."),
        (b"", "Den skickade filen är tom."),
    ],
)
def test_a_file_that_is_none_is_refused(alva, at, content, error):
    assert uploaded(alva, at, content).context["file"].errors == {"file": [error]}


def test_a_text_that_is_too_large_is_refused(alva, at):
    answer = written(alva, at, "# " + "x" * 2_000_000)

    assert answer.context["text"].errors == {"text": ["Texten är för stor för en definition."]}


def test_a_programme_never_becomes_a_part_of_another(alva, cast, at):
    written(alva, at, text_of(cast).replace('version = "2"', 'version = "3"\npart_of = "annan"', 1))

    answer = reviewed(alva, review_of(at))

    assert list(answer.context["form"].non_field_errors()) == [
        "Vilken insats den är en del av (part_of) ändras aldrig; här står annan."
    ]


def test_a_file_of_another_programme_is_refused(alva, cast, at):
    uploaded(alva, at, STARTER.encode())

    answer = reviewed(alva, review_of(at))

    assert list(answer.context["form"].non_field_errors()) == [
        "Definitionen har id nya-vagar, men insatsen har id ung-framtid. Ett id ändras aldrig."
    ]


def test_a_programme_begins_with_a_few_answers(alva, cast):
    begun = alva.post(NEW, ANSWERS)
    saved = reviewed(alva, f"{NEW}beskriv/granska/", effective_on="2190-01-01")

    assert (begun.status_code, begun.url) == (302, f"{NEW}beskriv/")
    made = found("Vägen in")
    assert (saved.status_code, saved.url) == (302, f"/insatser/{made.pk}/")
    assert (made.slug, made.association) == ("vagen-in", cast.here)
    assert Assignment.objects.get(programme=made).user == cast.alva
    assert alva.get(saved.url).status_code == 200
    assert decided(made).version.why == "Beslut i styrelsen"


def test_a_new_programme_gets_an_id_that_is_free(alva, cast):
    alva.post(NEW, {**ANSWERS, "name": "Ung framtid"})
    reviewed(alva, f"{NEW}beskriv/granska/")

    assert found("Ung framtid").slug == "ung-framtid-2"


def test_what_is_missing_in_a_beginning_is_said(alva, db):
    answer = alva.post(NEW, {**ANSWERS, "name": "", "last": "2026-01-01"})

    assert sorted(answer.context["form"].errors) == ["last", "name"]
    assert answer.context["form"]["owner"].value() == "Älvnäs kommun"


def test_a_programme_is_imported_from_a_file(alva, cast):
    begun = uploaded(alva, NEW, STARTER.encode())
    page = alva.get(begun.url)
    reviewed(alva, f"{NEW}beskriv/granska/")

    assert (begun.url, page.context["faults"]) == (f"{NEW}beskriv/text/", None)
    assert decided(found("Nya vägar")).version.label == "1"


def test_an_id_that_is_taken_is_refused(alva, cast):
    uploaded(alva, NEW, text_of(cast).encode())

    answer = reviewed(alva, f"{NEW}beskriv/granska/")

    assert list(answer.context["form"].non_field_errors()) == [
        "Det finns redan en insats med id ung-framtid. Ändra den, eller välj ett annat id."
    ]


def test_a_part_needs_its_whole(alva, cast):
    part = STARTER.replace('id = "nya-vagar"', 'id = "nya-vagar"\npart_of = "storre"')
    uploaded(alva, NEW, part.encode())

    answer = reviewed(alva, f"{NEW}beskriv/granska/")

    assert list(answer.context["form"].non_field_errors()) == [
        "Insatsen är en del av storre, som inte finns i förbundet. Lägg in den först."
    ]


@pytest.mark.parametrize("name", ["bo", "disa"])
def test_who_may_not_describe_programmes_gets_404(client, cast, name):
    sign_in(client, getattr(cast, name))

    assert client.get(NEW).status_code == 404
    assert client.post(NEW, ANSWERS).status_code == 404
    assert client.get(f"{NEW}beskriv/").status_code == 404


def test_nothing_begun_is_no_page(alva, db):
    assert alva.get(f"{NEW}beskriv/").status_code == 404
