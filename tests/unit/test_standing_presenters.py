"""What Läget and a figure's page say, without a database: words, signs, addresses, reasons."""

from dataclasses import replace
from datetime import date

import pytest

from stegvis.reports.calculations.assembly.assembled import subject_of
from stegvis.results.values.figures import Cell, Verdict
from stegvis.web.standing.addresses import Addresses
from stegvis.web.standing.presenters.facts import facts_of
from stegvis.web.standing.presenters.figure import figure_page, found_figure
from stegvis.web.standing.presenters.goals import Bar, goal_rows, summary
from stegvis.web.standing.presenters.groups import tables_of
from stegvis.web.standing.presenters.missing import missing
from stegvis.web.standing.presenters.numbers import coverage_numbers, key_numbers
from stegvis.web.standing.presenters.pictures import over_time, picture
from stegvis.web.standing.presenters.verdicts import verdict_tag
from tests.follow_up_samples import (
    AS_OF,
    definition,
    figures,
    follow_up,
    part_definition,
    work_or_studies,
)

ADDRESSES = Addresses("/l/", "/l/", "unga-vidare")
HIDDEN = "Uppgiften visas inte, för att ingen ska kunna kännas igen."


def subject(**more):
    return subject_of(definition(), [part_definition()], follow_up(**more))


def page(figure_id="work-or-studies", earlier=(), **more):
    found = found_figure(subject(**more), figure_id, "")
    return figure_page(found, list(earlier), ADDRESSES)


def with_figure(figure):
    return {"figures": (figure, *figures()[1:])}


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        (Verdict.REACHED, "✓ nådd"),
        (Verdict.NOT_REACHED, "✕ inte nådd"),
        (Verdict.NOT_MEASURED, "? inte mätt"),
        (Verdict.NONE, ""),
    ],
)
def test_a_verdict_is_a_word_and_a_sign(verdict, text):
    assert verdict_tag(verdict).text == text


def test_every_verdict_that_judges_has_a_sign():
    assert [one for one in Verdict if not verdict_tag(one)] == [Verdict.NONE]


def test_a_goal_is_told_from_left_to_right():
    row = goal_rows(subject(), ADDRESSES)[0]

    told = (row.value, row.target, row.said, row.women, row.men, row.bar)
    assert told == (
        "75 av 156 (48 %)".replace(" %", "\u00a0%"),
        "minst 50\u00a0%",
        "Tre personer saknas till målet på 78.",
        "27 av 56 (48\u00a0%)",
        "48 av 100 (48\u00a0%)",
        Bar(48.1, 50.0),
    )


def test_a_replaced_goal_stands_before_the_one_in_force():
    rows = goal_rows(subject(), ADDRESSES)

    assert [(row.text, row.is_replaced) for row in rows[1:3]] == [
        ("Nio av tio ökar", True),
        ("Nio av tio mäts", False),
    ]
    assert rows[2].version.startswith("Ändrat mål, gäller från och med 2023-10-19.")


def test_a_count_is_told_without_its_noun():
    row = goal_rows(subject(), ADDRESSES)[3]

    assert (row.value, row.women, row.bar) == ("40", "", None)


def test_a_hidden_goal_says_why_and_nothing_else():
    row = goal_rows(subject(**with_figure(work_or_studies(hidden=HIDDEN))), ADDRESSES)[0]

    assert (row.value, row.said, row.bar) == ("–", HIDDEN, None)


def test_summary_counts_goals_in_force_with_those_of_parts():
    assert summary(subject()) == (
        "2 av 4 mål är nådda, 1 är inte nått och 1 går inte att bedöma än."
    )


def test_addresses_keep_the_days_and_name_the_part():
    asked = replace(ADDRESSES, days=(("till", "2024-06-30"),))

    assert asked.page("pa-en-sida/pdf/") == "/l/pa-en-sida/pdf/?till=2024-06-30"
    assert asked.figure("onwards", "halsan") == "/l/onwards/?delinsats=halsan&till=2024-06-30"
    assert ADDRESSES.figure("persons", "unga-vidare") == "/l/persons/"


def test_what_is_missing_leads_to_where_it_is_mended():
    found = missing(subject(rows_left_out=2), ADDRESSES, "/data/")

    assert [one.link.href for one in found] == ["/data/", "/l/measured/", "/l/coverage-smail/"]


def test_what_is_missing_has_no_link_to_where_one_may_not_go():
    assert missing(subject(rows_left_out=2), ADDRESSES, "")[0].link is None


def test_key_numbers_have_their_base():
    told = [(one.label, one.shown, one.base) for one in key_numbers(subject(), ADDRESSES)]

    assert told == [
        ("Har deltagit", "156", "Kvinnor 56 och män 100"),
        (
            "Rekvirerat av det beviljade",
            "90\u00a0%",
            "90\u00a0000\u00a0kr av 100\u00a0000\u00a0kr",
        ),
    ]


def test_coverage_tells_who_is_to_be_measured_later():
    found = coverage_numbers(subject(), ADDRESSES)

    assert found.header == ("Vad", "Gjort", "Ännu inte aktuellt")
    assert [(row.title, row.value, row.more) for row in found.rows] == [
        ("Samtycke till statistik", "45 av 46 (98\u00a0%)", ("0",)),
        ("Mätta med SMAIL", "60 av 156 (38\u00a0%)", ("2",)),
    ]


def test_facts_of_a_figure_leave_nothing_out():
    unsure = work_or_studies(unknown=6, not_yet_due=2, after_cut_off=1, bounds=(0.48, 0.52))

    told = dict(facts_of(unsure, subject()))

    assert told == {
        "Täljare: så många uppfyller målet": "75",
        "Nämnare: av så många": "156",
        "Inte medräknade: deceased": "0",
        "Uppgift saknas för": "6",
        "Har ännu inte haft tiden på sig": "2",
        "Daterade senare, räknas som ännu inte hänt": "1",
        "Lägst och högst, vad det okända än är": "48\u00a0% – 52\u00a0%",
        "Osäkerhet, 95\u00a0% (Wilson)": "40\u00a0% – 56\u00a0%",
        "Bas": "Avslutade deltagare",
        "Till och med": "2024-12-31",
        "Definition": "Unga vidare, version 2",
        "Uppgifternas kontrollsumma": "abc",
    }


def test_facts_of_a_hidden_figure_tell_no_number():
    told = dict(facts_of(work_or_studies(hidden=HIDDEN), subject()))

    assert list(told) == ["Bas", "Till och med", "Definition", "Uppgifternas kontrollsumma"]


def test_a_hidden_figure_has_neither_picture_nor_tables():
    hidden = work_or_studies(hidden=HIDDEN)

    assert (picture(hidden, subject()), tables_of(hidden, subject())) == (None, [])


def test_a_hidden_group_is_a_dash_with_the_reason():
    groups = {"gender": {"woman": Cell(None, hidden=HIDDEN), "man": Cell(0.48, 48, 100)}}

    table = tables_of(work_or_studies(groups=groups), subject())[0]

    assert (table.rows[0], table.note) == (("Kvinnor", "–"), HIDDEN)


def test_a_figure_page_says_what_is_counted():
    shown = page()

    assert shown.above == "Insatsmål i Unga vidare"
    assert shown.sentences[0].startswith("Räknas: personer där ")
    assert shown.picture.rows == ()
    assert "Alla: 75 av 156" in shown.picture.text


def test_a_goal_that_is_not_measured_says_what_would_make_it():
    assert page("measured").reasons == [
        "Uppgiften saknas för alla som målet handlar om.",
        "Målet går att mäta när uppgifter är lämnade om inskrivningar och avslut.",
    ]


def test_too_few_says_how_many_are_needed():
    few = replace(work_or_studies(verdict=Verdict.TOO_FEW), n=3, k=1, value=1 / 3)

    assert page(**with_figure(few)).reasons == [
        (
            "Basen är 3. Omdömet räknas fram när den är minst 5, så att enstaka personer inte "
            "avgör det."
        )
    ]


def test_a_judged_goal_has_no_reasons():
    assert page().reasons == []


def test_a_changed_goal_leads_to_its_other_version():
    earlier, later = page("progress"), page("measured")

    assert [one.link.href for one in (*earlier.versions, *later.versions)] == [
        "/l/measured/",
        "/l/progress/",
    ]


def test_earlier_values_end_with_the_day_shown():
    before = replace(work_or_studies(), cut_off=date(2024, 6, 30), value=0.5, k=50, n=100)

    shown = page(earlier=[before])

    assert [row[0] for row in shown.earlier.rows] == ["2024-06-30", AS_OF.isoformat()]
    assert shown.over_time.title == "Över tid"


def test_one_day_alone_is_no_line():
    assert (page().earlier, over_time([work_or_studies()], subject())) == (None, None)


def test_a_figure_of_a_part_is_found_by_the_part():
    assert found_figure(subject(), "onwards", "halsan").programme == "halsan"
    assert found_figure(subject(), "onwards", "unga-vidare") is None
    assert found_figure(subject(), "no-such", "") is None
