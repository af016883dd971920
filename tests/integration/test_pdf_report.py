"""The report as PDF: what a reader, a reader's aid and an archive get."""

import io
import logging
from dataclasses import replace

import page
import pytest
from pypdf import PdfReader

from stegvis.core.values.refusals import Refused
from stegvis.reports.files import fonts, typesetting
from stegvis.reports.files.pdf import pdf_bytes, write_pdf
from stegvis.reports.values.charts import BarChart
from stegvis.reports.values.document import ChartBlock, Heading, Notice, Paragraph, Run, Table
from tests.report_samples import (
    EMPTY_CHARTS,
    FLOW,
    GOAL_TABLE,
    TEXT,
    one_page_document,
    sample_document,
)


def read(document):
    return PdfReader(io.BytesIO(pdf_bytes(document)))


def text_of(document):
    return [" ".join(one.extract_text().split()) for one in read(document).pages]


def small(*blocks, **changes):
    return sample_document(**({"blocks": blocks, "appendix": (), "facts": ()} | changes))


@pytest.fixture(scope="module")
def whole():
    return pdf_bytes(sample_document())


@pytest.fixture(scope="module")
def pages(whole):
    return PdfReader(io.BytesIO(whole)).pages


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("document", [sample_document(), one_page_document()], ids=["whole", "one"])
def test_pdf_keeps_the_standards(tmp_path, document, profile):
    write_pdf(document, tmp_path / "report.pdf")

    report = page.validate_pdf(str(tmp_path / "report.pdf"), profile=profile)
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def test_pdf_says_its_language_and_title(whole):
    reader = PdfReader(io.BytesIO(whole))

    assert reader.trailer["/Root"]["/Lang"] == "sv-SE"
    assert reader.metadata.title == "Slutrapport Exempelinsatsen"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_pdf_of_an_english_report_is_in_english():
    english = read(small(TEXT, language="en"))

    assert english.trailer["/Root"]["/Lang"] == "en-GB"


def test_pdf_says_running_text_and_number_on_every_page(pages):
    texts = [" ".join(one.extract_text().split()) for one in pages]

    assert [text.count("PRELIMINÄR, 3 rader utelämnade") for text in texts] == [1] * len(texts)
    numbers = [f"Sida {number} av {len(texts)}" for number in range(1, len(texts) + 1)]
    assert [
        text[text.index("Sida") :][: len(number)]
        for text, number in zip(texts, numbers, strict=True)
    ] == numbers


def test_pdf_has_the_headings_as_bookmarks():
    reader = read(small(Heading(1, "Syfte"), TEXT, Heading(2, "Mål"), TEXT, Heading(1, "Slut")))

    first, under, second = reader.outline
    assert (first.title, [one.title for one in under], second.title) == ("Syfte", ["Mål"], "Slut")


def test_pdf_mends_a_gap_between_levels():
    reader = read(small(Heading(3, "Syfte"), TEXT, Heading(3, "Mål")))

    first, under = reader.outline
    assert (first.title, [one.title for one in under]) == ("Syfte", ["Mål"])


def test_pdf_never_runs_what_a_person_wrote():
    nasty = '#read("/etc/passwd") *b* _i_ $x$ <a> @b `c` \\ // #{1+1}'

    (text,) = text_of(small(Heading(1, nasty), Paragraph((Run(nasty, footnote=nasty),))))
    assert text.count(nasty) == 3


def test_pdf_repeats_the_header_of_a_long_table():
    rows = tuple((f"Rad {number}", "1") for number in range(110))

    texts = text_of(small(Table("Lång", ("Orsak", "Antal"), rows, numeric=(1,))))
    assert [text.count("Orsak Antal") for text in texts] == [1] * len(texts)
    assert len(texts) == 3


def test_pdf_puts_the_base_of_a_figure_at_the_foot():
    (text,) = text_of(
        small(Paragraph((Run("Det blev "), Run("75", footnote="75 av 156"), Run("."))))
    )

    assert "Det blev 751." in text
    assert "1 75 av 156" in text


def test_pdf_writes_a_base_once_under_each_heading():
    said = Paragraph((Run("Här", footnote="sju av nio"), Run(" och där", footnote="sju av nio")))
    document = small(Heading(1, "A"), said, Heading(1, "B"), said)

    assert " ".join(text_of(document)).count("sju av nio") == 2


def test_pdf_of_one_page_fits_on_one_page():
    texts = text_of(one_page_document())

    assert len(texts) == 1
    assert "1 75 av 156 personer." in texts[0]


def test_pdf_puts_the_appendix_on_its_own_page():
    texts = text_of(small(TEXT, appendix=(TEXT,)))

    assert ["Bilaga" in text for text in texts] == [False, True]


def test_pdf_of_an_empty_report_has_its_title():
    (text,) = text_of(small(running=""))

    assert text == (
        "Slutrapport Exempelinsatsen Samordningsförbundet Exempelbygden "
        "Samordningsförbundet Exempelbygden Sida 1 av 1"
    )


def test_pdf_of_empty_tables_and_charts_says_so():
    blocks = (*map(ChartBlock, EMPTY_CHARTS), Table("Tom tabell", ("Mål", "Utfall"), ()))

    (text,) = text_of(small(*blocks))
    assert text.count("Inga uppgifter") == 3
    assert "Tabell 1. Tom tabell Mål Utfall" in text


def test_pdf_reads_a_chart_aloud_by_its_description():
    chart = BarChart("Rubrik", "Vad bilden visar.", (), 1)

    data = pdf_bytes(small(ChartBlock(chart)))
    tags = PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]
    assert figure_texts(tags) == ["Rubrik. Vad bilden visar."]


def figure_texts(element):
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        return [text for kid in element for text in figure_texts(kid)]
    if not hasattr(element, "get") or element.get("/Type") in {"/MCR", "/OBJR"}:
        return []
    own = [element["/Alt"]] if element.get("/Alt") else []
    return own + figure_texts(element.get("/K", []))


def test_pdf_labels_its_notices():
    kinds = ("preliminary", "missing", "note")

    (text,) = text_of(small(*(Notice(f"Text {kind}.", kind) for kind in kinds)))
    assert "Preliminärt Text preliminary. Saknas Text missing. Att veta Text note." in text


def test_pdf_is_the_same_file_every_time(whole):
    assert pdf_bytes(sample_document()) == whole


@pytest.fixture
def forgotten_fonts():
    """Fonts are looked for once a process: before and after, as if for the first time."""

    def forget():
        fonts.font_folders.cache_clear()
        typesetting.compiler.cache_clear()

    forget()
    yield
    forget()


def font_names(reader):
    """Without the tag of the subset and the name of the encoding."""
    found = [one["/Resources"]["/Font"].get_object().values() for one in reader.pages]
    return {font["/BaseFont"][8:].split("-")[0] for of_page in found for font in of_page}


@pytest.mark.usefixtures("forgotten_fonts")
def test_pdf_without_inter_is_set_in_what_typst_carries(monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(fonts, "_INSTALLED", tmp_path)

    with caplog.at_level(logging.WARNING):
        reader = read(small(TEXT))

    assert font_names(reader) == {"LibertinusSerif"}
    assert caplog.messages == [
        "Typsnittet Inter saknas (npm ci), så dokumenten sätts i Libertinus Serif."
    ]


def test_pdf_uses_no_font_of_the_machine():
    expected = "Inter" if fonts.font_folders() else "LibertinusSerif"

    assert font_names(read(one_page_document())) == {expected}


def test_pdf_of_a_language_that_is_none_is_refused():
    with pytest.raises(Refused, match="Rapporten gick inte att sätta som PDF"):
        pdf_bytes(small(TEXT, language="svenska"))


def test_pdf_of_one_page_keeps_the_tables_of_its_charts():
    (text,) = text_of(replace(one_page_document(), blocks=(ChartBlock(FLOW, GOAL_TABLE),)))

    assert "Från intresse till avslut" in text
    assert "Mål Nivå Utfall Mål Bedömning" in text


def test_pdf_refuses_a_block_that_it_does_not_know():
    with pytest.raises(TypeError, match="unknown kind: str"):
        pdf_bytes(small("text"))
