"""A definition changed on screen: parts as forms, the review, the version saved."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stegvis.core.models import Job
from stegvis.programmes.actions.definitions import RECOMPUTE, NewVersion, add_version
from stegvis.programmes.models import DefinitionVersion
from stegvis.programmes.queries.definitions import decided, definition_of
from tests.cast import sign_in
from tests.pages import form_with, read_page, words_of

REASON = "Förbundet beslutade det i går"
PARTS = ("grunder", "tid", "malgrupp", "parter", "arbete", "personal", "budget")
CHANGES = ("", *(f"del/{part}/" for part in PARTS), "mal/", "mal/nytt/", "text/", "granska/")
SENT = ("", *(f"del/{part}/" for part in PARTS), "text/", "granska/", "mal/andra/resource-team/")


@pytest.fixture
def alva(client, cast):
    return sign_in(client, cast.alva)


@pytest.fixture
def at(cast):
    return f"/insatser/{cast.programme.pk}/andra/"


def post(client, address, field, **changed):
    """Send the form that has `field` as it stands on the page, with some fields changed."""
    form = form_with(client.get(address), field)
    return client.post(address, {**form, **changed})


def save(client, at, **changed):
    form = {"why": REASON, "understood": "on", **changed}
    return post(client, f"{at}granska/", "why", **form)


def newest(programme):
    return DefinitionVersion.objects.filter(programme=programme).order_by("-number").first()


def saved_by_another(cast, old, new):
    """Bo's office saves while Alva writes."""
    version = newest(cast.programme)
    text = version.text.replace(old, new, 1)
    changed = NewVersion(text, version.effective_on, "Annat beslut")
    return add_version(cast.programme, new=changed, by=cast.bo.pk)


def test_every_page_of_the_change_opens(alva, at):
    assert {where: alva.get(f"{at}{where}").status_code for where in CHANGES} == dict.fromkeys(
        CHANGES, 200
    )


@pytest.mark.parametrize("name", ["cecilia", "bo", "disa"])
def test_who_may_not_change_gets_404(client, cast, at, name):
    sign_in(client, getattr(cast, name))
    pages = [*((client.get, one) for one in CHANGES), *((client.post, one) for one in SENT)]

    answers = {(send.__name__, one): send(f"{at}{one}").status_code for send, one in pages}

    assert answers == dict.fromkeys(answers, 404)


def test_a_part_that_is_not_there_is_404(alva, at):
    assert alva.get(f"{at}del/finns-inte/").status_code == 404


def test_the_button_says_why_it_is_disabled(client, cast):
    sign_in(client, cast.disa)

    page = client.get(f"/insatser/{cast.programme.pk}/")

    assert page.context["refusal"] == (
        "Den som leder insatsen och förbundschefen kan ändra den. Du kan läsa allt som står."
    )
    assert page.context["refusal"] in words_of(page)


def test_a_part_sent_as_it_stands_changes_nothing(alva, at):
    for part in PARTS:
        address = f"{at}del/{part}/"
        form = max(read_page(alva.get(address)).forms, key=len)
        assert (part, alva.post(address, form).status_code) == (part, 302)

    assert alva.get(at).context["place"].copy.is_kept is False


def test_a_changed_name_becomes_a_version(alva, cast, at):
    kept = post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")
    saved = save(alva, at)

    assert (kept.status_code, kept.url) == (302, at)
    assert (saved.status_code, saved.url) == (302, f"/insatser/{cast.programme.pk}/")
    version = newest(cast.programme)
    assert (version.number, version.label, version.why) == (2, "3", REASON)
    assert version.recorded_by == cast.alva
    definition = definition_of(version)
    assert (definition.name, definition.version) == ("Unga framåt", "3")
    assert [(one.version, one.why) for one in definition.versions][-1] == ("3", REASON)


def test_a_saved_version_is_counted_again_and_the_copy_is_gone(alva, cast, at):
    post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")

    save(alva, at)

    job = Job.objects.get(subject=cast.programme.pk)
    assert (job.kind, job.lock) == (
        RECOMPUTE,
        f"standing:{cast.programme.pk}",
    )
    assert alva.get(at).context["place"].copy.is_kept is False


def test_both_versions_are_seen(alva, cast, at):
    post(alva, f"{at}del/parter/", "parties-0-name", **{"parties-0-name": "Älvnäs stad"})

    review = alva.get(f"{at}granska/").context["compared"]
    save(alva, at)
    history = alva.get(f"/insatser/{cast.programme.pk}/versioner/").context["versions"]

    (parties,) = review.differences
    assert [(one.earlier.text, one.later.text) for one in parties.changes] == [
        (
            "Kommunen, insatsägare: driver insatsen inom arbetsmarknadsenheten.",
            "Älvnäs stad, insatsägare: driver insatsen inom arbetsmarknadsenheten.",
        ),
    ]
    assert [version.number for version in history] == [2, 1]
    assert history[0].compared.differences == review.differences


def test_rows_are_added_and_taken_away(alva, cast, at):
    address = f"{at}del/personal/"
    before = decided(cast.programme).definition.posts
    form = form_with(alva.get(address), "posts-0-role")
    more = alva.post(address, {**form, "more": "posts"})
    last = len(before)
    new = {
        f"posts-{last}-role": "Läkare",
        f"posts-{last}-percent": "10",
        f"posts-{last}-payer": "region",
        f"posts-{last}-financed": "False",
    }

    alva.post(address, {**form_with(more, "posts-0-role"), **new, "posts-0-DELETE": "on"})
    save(alva, at)

    posts = definition_of(newest(cast.programme)).posts
    assert posts[:-1] == before[1:]
    assert (posts[-1].role, posts[-1].percent, posts[-1].financed) == ("Läkare", 10, False)


def test_what_is_wrong_in_a_part_is_said_and_what_was_written_is_kept(alva, at):
    wrong = {"decisions-0-first": "2022-01-01", "decisions-0-last": "2021-01-01"}

    answer = post(alva, f"{at}del/tid/", "decisions-0-first", **wrong)

    assert answer.status_code == 200
    assert [error for _field, error in answer.context["wrong"]] == [
        "Sista dagen kommer före den första."
    ]
    assert form_with(answer, "decisions-0-first")["decisions-0-last"] == "2021-01-01"


def test_what_the_rest_of_the_definition_does_not_allow_is_refused(alva, at):
    """A goal counts an event: the event cannot be taken away."""
    answer = post(alva, f"{at}del/arbete/", "events-0-name", **{"events-0-DELETE": "on"})

    assert answer.status_code == 200
    assert answer.context["refused"].sentence == "Definitionen har 1 fel."
    assert alva.get(at).context["place"].copy.is_kept is False


def test_nothing_changed_is_nothing_to_save(alva, at):
    page = alva.get(f"{at}granska/")

    assert page.context["refusal"] == (
        "Det som står är likadant som förut. Det finns inget att spara."
    )
    assert str(save(alva, at).context["form"].non_field_errors()[0]) == page.context["refusal"]


@pytest.mark.parametrize(
    ("changed", "field", "error"),
    [
        ({"why": ""}, "why", "Detta fält måste fyllas i."),
        ({"effective_on": ""}, "effective_on", "Detta fält måste fyllas i."),
        ({"effective_on": "1066-10-14"}, "effective_on", "Datumet kan inte stämma."),
        ({"label": "2"}, "label", "Det finns redan en version med det namnet."),
    ],
)
def test_a_version_needs_why_and_from_when(alva, at, changed, field, error):
    post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")

    answer = save(alva, at, **changed)

    assert answer.status_code == 200
    assert answer.context["form"].errors == {field: [error]}


def test_a_version_cannot_apply_before_the_one_it_follows(alva, at):
    post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")

    answer = save(alva, at, effective_on="2019-12-31")

    assert list(answer.context["form"].non_field_errors()) == [
        "Den senaste versionen gäller från 2020-01-01. En ny kan gälla från samma dag eller senare."
    ]


def test_doubts_have_to_be_read(alva, cast, at):
    after = decided(cast.programme).definition.last_day + timedelta(days=30)
    post(alva, f"{at}del/tid/", "intake_stop", intake_stop=str(after))

    page = alva.get(f"{at}granska/")
    answer = save(alva, at, understood="")

    assert page.context["doubts"] == [
        f"Intagsstoppet ligger utanför beslutad tid. Där står: {after}."
    ]
    assert list(answer.context["form"].errors) == ["understood"]
    assert save(alva, at).status_code == 302


def test_a_version_saved_by_another_meanwhile_refuses_and_shows_both(alva, cast, at):
    post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")
    saved_by_another(cast, 'name = "Ung Framtid"', 'name = "Ung nu"')

    refused = save(alva, at)

    assert refused.status_code == 200
    meanwhile = refused.context["meanwhile"]
    assert meanwhile.sentence.startswith("Bo Berg sparade version 2 medan du skrev.")
    theirs, mine = meanwhile.theirs.differences[0], meanwhile.mine.differences[0]
    assert "Ung nu" in theirs.changes[0].later.text
    assert "Unga framåt" in mine.changes[0].later.text
    assert newest(cast.programme).number == 2

    alva.post(f"{at}granska/", {"do": "go_on"})
    assert save(alva, at).status_code == 302
    assert definition_of(newest(cast.programme)).name == "Unga framåt"


def test_what_was_not_seen_is_not_saved(alva, at):
    post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")
    seen = form_with(alva.get(f"{at}granska/"), "why")
    post(alva, f"{at}del/grunder/", "reference", name="Unga bakåt")

    answer = alva.post(f"{at}granska/", {**seen, "why": REASON, "understood": "on"})

    assert list(answer.context["form"].non_field_errors()) == [
        "Du har ändrat mer sedan du såg den här sidan. Läs igenom den igen."
    ]


def test_changes_are_thrown_away_when_asked(alva, cast, at):
    post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")

    answer = alva.post(at)

    assert (answer.status_code, answer.url) == (302, f"/insatser/{cast.programme.pk}/")
    assert alva.get(at).context["place"].copy.is_kept is False


def test_a_version_that_is_decided_ahead_waits_for_its_day(alva, cast, at):
    post(alva, f"{at}del/grunder/", "reference", name="Unga framåt")
    ahead = timezone.localdate() + timedelta(days=30)

    save(alva, at, effective_on=str(ahead))

    page = alva.get(f"/insatser/{cast.programme.pk}/").context
    assert (page["version"].number, page["ahead"].number) == (1, 2)
    assert decided(cast.programme).definition.name == "Ung Framtid"
    assert decided(cast.programme, on=ahead).definition.name == "Unga framåt"
    assert form_with(alva.get(f"{at}del/grunder/"), "reference")["name"] == "Unga framåt"
