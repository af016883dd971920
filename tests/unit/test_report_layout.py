"""What both Word and PDF do before they set a document."""

import pytest

from stegvis.reports.calculations.layout import (
    Numbering,
    appendix_of,
    has_contents,
    notice_label,
    text_instead,
    without_gaps,
)
from stegvis.reports.values.charts import FlowChart
from stegvis.reports.values.document import Heading, Notice
from tests.report_samples import TEXT, sample_document


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([1, 2, 3], [1, 2, 3]),
        ([2, 3], [1, 2]),
        ([1, 3, 3], [1, 2, 3]),
        ([1, 2, 9, 1], [1, 2, 3, 1]),
    ],
)
def test_without_gaps_never_skips_a_level(levels, expected):
    mended = without_gaps([Heading(level, "x") for level in levels])

    assert [heading.level for heading in mended] == expected


def test_without_gaps_leaves_other_blocks_alone():
    assert without_gaps([TEXT, Heading(1, "x")]) == (TEXT, Heading(1, "x"))


def test_appendix_of_a_report_gets_a_heading():
    assert appendix_of(sample_document(appendix=(TEXT,))) == (Heading(1, "Bilaga"), TEXT)


def test_appendix_of_a_report_keeps_its_own_heading():
    own = (Heading(1, "Bilaga 1: begrepp"), TEXT)

    assert appendix_of(sample_document(appendix=own)) == own


def test_appendix_of_a_report_without_one_is_empty():
    assert appendix_of(sample_document(appendix=())) == ()


@pytest.mark.parametrize(
    ("headings", "one_page", "expected"), [(7, False, False), (8, False, True), (8, True, False)]
)
def test_has_contents_when_there_is_much_to_find(headings, one_page, expected):
    document = sample_document(blocks=(Heading(1, "x"),) * headings, one_page=one_page)

    assert has_contents(document) is expected


def test_numbering_counts_tables_and_charts_apart():
    numbering = Numbering()

    assert [numbering.table(), numbering.chart(), numbering.table()] == [
        ("Tabell", 1),
        ("Figur", 1),
        ("Tabell", 2),
    ]


def test_notice_label_of_an_unknown_kind_is_a_note():
    assert [notice_label(Notice("x", kind)) for kind in ("missing", "other")] == [
        "Saknas",
        "Att veta",
    ]


def test_text_instead_of_a_chart_is_its_title_and_description():
    assert text_instead(FlowChart("Flöde", "Vem som kom.", ())) == "Flöde. Vem som kom."
