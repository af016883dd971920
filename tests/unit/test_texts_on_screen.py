"""Texts written under their headings: read as a file would be, and spoken of by heading."""

from stegvis.reports.calculations.assembly.assembled import put_together, subject_of
from stegvis.reports.calculations.texts.on_screen import texts_on_screen
from stegvis.reports.files.templates import load_template
from stegvis.reports.values.document import Table
from stegvis.reports.values.remaining import Harm
from stegvis.reports.values.texts import Place
from tests.follow_up_samples import definition, follow_up, part_definition

TITLES = {"summary": "Det viktigaste", "methods": "Metoder", "goals": "Målen"}


def together(written, titles=TITLES):
    template = load_template("half-year")
    subject = subject_of(definition(), (part_definition(),), follow_up(), template)
    return put_together(subject, template, texts_on_screen(written, titles))


def sentences(made, harm):
    return [one.sentence for one in made.remaining if one.harm is harm]


def test_each_text_is_a_section_of_its_heading_and_part():
    written = {Place("methods"): "Ett stycke.", Place("goals", "halsan"): "Om delen.\n\nMer."}

    found = texts_on_screen(written, TITLES).sections

    assert [(one.heading, one.part, len(one.passages)) for one in found] == [
        ("methods", "", 1),
        ("goals", "halsan", 2),
    ]


def test_line_with_a_hash_is_a_heading_inside_the_text():
    found = texts_on_screen({Place("methods"): "# Hembesök\nVi åkte hem."}, TITLES).sections

    assert [(one.heading, len(one.passages)) for one in found] == [("methods", 2)]
    assert found[0].passages[0].items[0][0].strong


def test_empty_text_answers_nothing():
    assert texts_on_screen({Place("methods"): "  \n"}, TITLES).sections == ()


def test_unknown_figure_is_told_of_by_heading_and_left_in_the_document():
    made = together({Place("methods"): "Först.\n\nAv {{persnos}} personer."})

    assert [one.where for one in made.faults] == ["Metoder, rad 3"]
    assert [one.read for one in made.faults] == ["{{persnos}}"]
    assert "{{persnos}}" in str(made.document.blocks)


def test_typed_number_is_told_of_by_heading():
    made = together({Place("summary"): "Av de 156 personerna gick hälften vidare."})

    assert [(one.heading, one.part, one.line) for one in made.typed] == [("summary", "", 1)]
    found = [one for one in made.remaining if one.harm is Harm.TYPED_NUMBER]
    assert [(one.heading, one.sentence.split(":")[0]) for one in found] == [
        ("summary", "Det viktigaste, rad 1")
    ]


def test_empty_heading_says_nothing_of_a_file():
    made = together({Place("methods"): "Något."})

    assert sentences(made, Harm.HEADING_EMPTY)[0] == (
        "Rubriken ”Det viktigaste sedan förra rapporten” är tom."
    )
    assert "methods" not in [one.heading for one in made.remaining]


def test_text_whose_heading_is_gone_stands_last_and_is_told_of():
    made = together({Place("old-heading"): "Kvar."})

    assert sentences(made, Harm.TEXT_WITHOUT_HEADING) == [
        "Rubriken ”old-heading” finns inte längre i mallen; texten står i Övrigt."
    ]


def test_every_row_of_a_goal_table_and_every_named_figure_can_be_opened():
    made = together({Place("methods"): "Vi nådde {{work-or-studies}}, i delen {{halsan/onwards}}."})

    tables = [one for one in made.document.blocks if isinstance(one, Table)]
    runs = [run for one in made.document.blocks for run in getattr(one, "runs", ())]

    assert next(one.figures[0] for one in tables if one.figures) == "unga-vidare/work-or-studies"
    assert all(len(one.figures) in (0, len(one.rows)) for one in tables)
    assert [run.figure for run in runs if run.text in ("48\u00a0%", "84\u00a0%")] == [
        "unga-vidare/work-or-studies",
        "halsan/onwards",
    ]
