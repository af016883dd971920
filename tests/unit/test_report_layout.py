"""What both Word and PDF do before they set a document."""

import pytest

from stegvis.reports.calculations.layout import (
    Numbering,
    appendix_of,
    charts_together,
    contents_of,
    is_heading_in_text,
    notice_label,
    text_instead,
    without_gaps,
)
from stegvis.reports.values.charts import FlowChart
from stegvis.reports.values.document import ChartBlock, Heading, Notice, Paragraph, Run
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


CHART = ChartBlock(FlowChart("t", "d", ()))


@pytest.mark.parametrize(
    ("one_page", "expected"),
    [
        (True, [[TEXT], [CHART, CHART], [CHART], [TEXT], [CHART]]),
        (False, [[TEXT], [CHART], [CHART], [CHART], [TEXT], [CHART]]),
    ],
)
def test_charts_together_two_and_two_on_one_page_only(one_page, expected):
    blocks = (TEXT, CHART, CHART, CHART, TEXT, CHART)

    assert list(charts_together(blocks, one_page=one_page)) == expected


def test_appendix_of_a_report_gets_a_heading():
    assert appendix_of(sample_document(appendix=(TEXT,))) == (Heading(1, "Bilaga"), TEXT)


def test_appendix_of_a_report_keeps_its_own_heading():
    own = (Heading(1, "Bilaga 1: begrepp"), TEXT)

    assert appendix_of(sample_document(appendix=own)) == own


def test_appendix_of_a_report_without_one_is_empty():
    assert appendix_of(sample_document(appendix=())) == ()


def headings(many, **changes):
    blocks = tuple(Heading(level, f"Rubrik {at}") for at in range(many) for level in (1, 2))
    return sample_document(**({"blocks": blocks, "appendix": (), "facts": ()} | changes))


def levels_listed(document):
    return [heading.level for heading in contents_of(document)]


def test_contents_of_a_short_report_are_not_listed():
    assert [len(contents_of(headings(many))) for many in (3, 4)] == [0, 8]


def test_contents_of_one_page_are_not_listed():
    assert contents_of(headings(9, one_page=True)) == ()


def test_contents_list_two_levels_while_they_have_room():
    assert [set(levels_listed(headings(many))) for many in (19, 20)] == [{1, 2}, {1}]


def test_contents_make_room_for_facts():
    assert set(levels_listed(headings(19, facts=(("Insats", "X"),)))) == {1}


def test_contents_list_the_appendix():
    assert contents_of(headings(5, appendix=(TEXT,)))[-1] == Heading(1, "Bilaga")


def test_heading_in_text_is_all_bold_and_no_figure():
    bold, plain = Run("Hälsan", strong=True), Run("text")
    figure = Run("48 %", strong=True, footnote="bas")

    texts = [(bold,), (bold, plain), (figure,)]
    assert [is_heading_in_text(Paragraph(runs)) for runs in texts] == [True, False, False]


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
