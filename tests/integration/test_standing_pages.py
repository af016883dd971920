"""Läget, its figures and home over HTTP: who sees what, on which day, and at what cost."""

import json
import re
from datetime import date

import pytest
from django.urls import reverse

from stegvis.reports.actions.status import status_document
from stegvis.results.actions.standing import compute
from stegvis.results.queries import standing
from stegvis.results.values.figures import DisclosureLevel
from stegvis.web.standing import views
from tests.cast import sign_in
from tests.delivered import deliver_demo

INTERNAL, REPORT = DisclosureLevel.INTERNAL, DisclosureLevel.REPORT
LAST = date(2024, 12, 31)
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


@pytest.fixture
def told(cast):
    """Ung Framtid with its facts, and with its usual day computed."""
    standing.remembered.forget()
    views.bodies.forget()
    deliver_demo(cast.programme)
    for level in (INTERNAL, REPORT):
        compute(cast.programme, as_of=LAST, level=level)
    return cast


def read(client, user, name, programme, *more, **asked):
    address = reverse(name, args=[programme.pk, *more])
    return sign_in(client, user).get(address, asked)


def words(page):
    """The text of the page as one line, without its tags."""
    return " ".join(TAGS.sub(" ", page.content.decode()).replace("\u00a0", " ").split())


def test_standing_says_each_goal_with_base_target_and_what_is_missing(client, told):
    shown = words(read(client, told.alva, "standing", told.programme))

    goal = (
        "Minst hälften av dem som avslutat ska ha gått till arbete eller studier "
        "Tre personer saknas till målet på 78. ✕ inte nådd Nu 75 av 156 (48 %) Måltal minst 50 % "
        "Kvinnor 27 av 56 (48 %) Män 48 av 100 (48 %)"
    )
    assert goal in shown
    assert "7 av 11 mål är nådda, 2 är inte nådda och 2 går inte att bedöma än." in shown


def test_standing_has_its_part_as_a_section(client, told):
    page = read(client, told.alva, "standing", told.programme)

    address = f"/insatser/{told.programme.pk}/laget/persons/?delinsats=halsoverket"
    assert '<h2 class="programme-part-name" id="halsoverket">' in page.content.decode()
    assert f'href="{address}"' in page.content.decode()
    assert "19 personer" in words(sign_in(client, told.alva).get(address))


def test_standing_lists_what_is_missing_with_where_it_is_mended(client, told):
    page = read(client, told.alva, "standing", told.programme).content.decode()

    missing = page.partition('<ol class="to-do">')[2].partition("</ol>")[0]
    assert re.findall(r'href="([^"]+)"', missing)[1] == (
        f"/insatser/{told.programme.pk}/laget/smail-done/"
    )


def test_standing_of_another_day_keeps_it_in_its_links(client, told):
    page = read(client, told.alva, "standing", told.programme, till="2023-12-31")

    assert "Till och med 2023-12-31." in words(page)
    assert "work-or-studies/?till=2023-12-31" in page.content.decode()


def test_standing_of_a_cohort_says_so(client, told):
    shown = words(read(client, told.alva, "standing", told.programme, fran="2023-07-01"))

    assert "De som har skrivits in från och med 2023-07-01, till och med 2024-12-31." in shown
    assert "Har deltagit 72" in shown


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"till": "2025-01-01"}, "Uppgifterna räcker till och med 2024-12-31."),
        ({"till": "2024-06-30", "fran": "2024-07-01"}, "Perioden slutar innan den börjar."),
        ({"till": "i går"}, "Skriv dagen så här: 2026-06-30."),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_the_usual_one_shown(client, told, asked, said):
    shown = words(read(client, told.alva, "standing", told.programme, **asked))

    assert said in shown
    assert "75 av 156 (48 %)" in shown


def test_disa_sees_only_figures_in_which_nobody_is_recognised(client, told):
    exact = read(client, told.alva, "figure", told.programme, "destinations")
    protected = read(client, told.disa, "figure", told.programme, "destinations")

    assert small_counts(exact) != []
    assert small_counts(protected) == []


def small_counts(page):
    return [cell for row in rows_of(page) for cell in row if cell in {"1", "2", "3", "4"}]


def rows_of(page):
    body = page.content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        [TAGS.sub("", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in body.split("</tr>")
    ]


def test_disa_chooses_among_half_years(client, told):
    page = read(client, told.disa, "standing", told.programme, till="2024-05-17")

    assert "Välj en dag ur listan." in words(page)
    assert '<option value="2024-06-30">' in page.content.decode()


def test_disa_sees_no_cohort(client, told):
    shown = words(read(client, told.disa, "standing", told.programme, fran="2024-07-01"))

    assert "De visas bara för alla som har skrivits in." in shown
    assert "Har deltagit 156" in shown


@pytest.mark.parametrize("name", ["standing", "figure", "figure_json", "status"])
def test_cecilia_finds_no_page_of_others(client, told, name):
    more = {"figure": ["persons"], "figure_json": ["persons"], "status": ["pdf"]}.get(name, [])

    assert read(client, told.cecilia, name, told.programme, *more).status_code == 404
    assert read(client, told.alva, name, told.programme, *more).status_code == 200


def test_a_figure_that_is_not_there_is_not_found(client, told):
    assert read(client, told.alva, "figure", told.programme, "no-such").status_code == 404


def test_a_kind_of_file_that_is_not_made_is_not_found(client, told):
    assert read(client, told.alva, "status", told.programme, "exe").status_code == 404


def test_figure_says_all_that_it_is_counted_from(client, told):
    shown = words(read(client, told.alva, "figure", told.programme, "work-or-studies"))

    for said in (
        "Täljare: så många uppfyller målet 75",
        "Nämnare: av så många 156",
        "Inte medräknade: avlidna 0",
        "Osäkerhet, 95 % (Wilson) 40 % – 56 %",
        "Bas Personer som avslutat insatsen",
        "Till och med 2024-12-31",
        "Definition Ung Framtid, version 2",
    ):
        assert said in shown


def test_figure_explains_why_it_is_not_measured(client, told):
    shown = words(read(client, told.alva, "figure", told.programme, "smail-done"))

    assert "Varför går det inte att bedöma?" in shown
    assert "Målet går att mäta när uppgifter är lämnade om" in shown


def test_figure_shows_earlier_half_years(client, told):
    compute(told.programme, as_of=date(2024, 6, 30), level=INTERNAL)

    shown = words(read(client, told.alva, "figure", told.programme, "work-or-studies"))

    assert "2024-06-30 39 av 82 (48 %) inte nådd 2024-12-31 75 av 156 (48 %) inte nådd" in shown


def test_every_figure_has_a_page(client, told):
    found = standing.follow_up_of(told.programme, level=INTERNAL)
    asked = [(one, "") for one in found.figures]
    asked += [(one, part.programme) for part in found.parts for one in part.figures]

    answers = {
        read(client, told.alva, "figure", told.programme, one.id, delinsats=part).status_code
        for one, part in asked
    }

    assert (len(asked) > 40, answers) == (True, {200})


def test_figure_as_json_is_the_figure(client, told):
    page = read(client, told.alva, "figure_json", told.programme, "work-or-studies")

    data = json.loads(page.content)
    assert (data["figure"]["k"], data["figure"]["n"], data["as_of"]) == (75, 156, "2024-12-31")
    named = 'attachment; filename="work-or-studies-ung-framtid-2024-12-31.json"'
    assert page["Content-Disposition"] == named


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("word", b"PK")])
def test_the_page_to_take_along_is_a_file(client, told, kind, begins):
    page = read(client, told.alva, "status", told.programme, kind)

    assert page.content.startswith(begins)


def test_the_page_to_take_along_is_at_level_report(told):
    found = standing.standing_of(told.programme, level=INTERNAL)

    document = status_document(found)

    assert document == status_document(standing.standing_of(told.programme, level=REPORT))
    assert document.running == ""


@pytest.mark.parametrize("asked", [{"as_of": date(2024, 5, 17)}, {"since": date(2024, 7, 1)}])
def test_a_page_that_could_tell_of_one_person_is_marked_as_internal(told, asked):
    found = standing.standing_of(told.programme, level=INTERNAL, **asked)

    assert status_document(found).running == "Intern arbetskopia"


def test_standing_without_facts_says_what_to_do(client, cast):
    shown = words(read(client, cast.alva, "standing", cast.programme))

    assert "Inga uppgifter är lämnade än" in shown
    assert "Lämna uppgifter" in shown
    assert "Lämna uppgifter" not in words(read(client, cast.disa, "standing", cast.programme))


def test_standing_asks_the_database_little(client, told, django_assert_num_queries):
    sign_in(client, told.alva)
    address = reverse("standing", args=[told.programme.pk])
    client.get(address)

    with django_assert_num_queries(11):  # four of them for who is looking
        client.get(address)


def test_home_is_a_worklist_for_those_who_work(client, told):
    shown = words(sign_in(client, told.alva).get("/"))

    assert "Att göra" in shown
    assert "Ung Framtid Avslutad 7 0 2 2 2024-12-31" in shown


def test_home_of_disa_is_a_portfolio(client, told):
    shown = words(sign_in(client, told.disa).get("/"))

    assert "Ung Framtid Avslutad 7 0 2 2 2024-12-31" in shown
    assert "Att göra" not in shown


def test_home_of_somebody_without_programmes_is_pleasant(client, cast):
    cast.alva.assignments.all().delete()

    assert "Du har ingen insats än" in words(sign_in(client, cast.alva).get("/"))
