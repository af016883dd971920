"""The report as Word: what stands in it, and what Word and aids for reading are told."""

import io
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.oxml.ns import qn

from stegvis.reports.files.word import write_word
from stegvis.reports.values.document import (
    Bullets,
    ChartBlock,
    Heading,
    Notice,
    Paragraph,
    Run,
    Signatures,
    Table,
)
from tests.report_samples import (
    EMPTY_CHARTS,
    EXITS,
    FLOW,
    GOAL_TABLE,
    TEXT,
    one_page_document,
    sample_document,
)

W = qn("w:x")[:-1]


@pytest.fixture
def written(tmp_path):
    def write(*blocks, **changes):
        given = {"blocks": blocks, "appendix": (), "facts": ()} if blocks else {}
        path = tmp_path / "report.docx"
        write_word(sample_document(**(given | changes)), path)
        return path

    return write


@pytest.fixture
def read(written):
    return lambda *blocks, **changes: docx.Document(str(written(*blocks, **changes)))


def part(path, name):
    with zipfile.ZipFile(path) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 - written by ourselves


def styled(word):
    return [(one.style.name, one.text) for one in word.paragraphs if one.text]


def test_word_has_real_headings_and_paragraphs(read):
    word = read(Heading(1, "Syfte"), TEXT, Heading(3, "Åtgärd"), title="T", subtitle="U")

    assert styled(word) == [
        ("Title", "T"),
        ("Subtitle", "U"),
        ("Heading 1", "Syfte"),
        ("Body Text", TEXT.runs[0].text),
        ("Heading 2", "Åtgärd"),
    ]


def test_word_footnotes_are_real(written):
    path = written(Paragraph((Run("Det blev "), Run("75", footnote="75 av 156 & 1 < 2"), Run("."))))

    notes = part(path, "word/footnotes.xml")
    texts = {n.get(f"{W}id"): "".join(t.text for t in n.iter(f"{W}t")) for n in notes}
    marks = [m.get(f"{W}id") for m in part(path, "word/document.xml").iter(f"{W}footnoteReference")]
    assert texts == {"-1": "", "0": "", "1": " 75 av 156 & 1 < 2"}
    assert marks == ["1"]


def test_word_tables_repeat_their_header(read):
    (table,) = read(EXITS).tables

    headers = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert headers == [True] + [False] * 46
    assert [cell.text for cell in table.rows[0].cells] == list(EXITS.header)
    assert [cell.text for cell in table.rows[46].cells] == list(EXITS.rows[-1])


def test_word_tables_set_numbers_to_the_right(read):
    (table,) = read(GOAL_TABLE).tables

    alignments = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]
    assert [one is not None and one.name for one in alignments] == [
        False,
        False,
        "RIGHT",
        "RIGHT",
        False,
    ]


def test_word_tables_are_described(read):
    (table,) = read(GOAL_TABLE).tables

    properties = table._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Mål och utfall"
    assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == GOAL_TABLE.description


def test_word_numbers_captions_by_field(read):
    word = read(GOAL_TABLE, EXITS, ChartBlock(FLOW))

    captions = [text for style, text in styled(word) if style == "Caption"]
    assert captions == [
        "Tabell 1. Mål och utfall",
        "Tabell 2. Avslut efter orsak och kön",
        "Figur 1. Från intresse till avslut",
    ]
    codes = [one.text for one in word.element.iter(qn("w:instrText"))]
    assert codes == [f" SEQ {name} \\* ARABIC " for name in ("Tabell", "Tabell", "Figur")]


def test_word_charts_have_a_text_instead(read):
    word = read(ChartBlock(FLOW))

    (picture,) = word.inline_shapes
    described = picture._inline.docPr.get("descr")
    assert described == "Från intresse till avslut. Hur många som kom, stannade och gick vidare."
    assert picture.width == pytest.approx(docx.shared.Mm(160), abs=1000)


def test_word_charts_without_data_are_drawn(read):
    assert len(read(*map(ChartBlock, EMPTY_CHARTS)).inline_shapes) == 3


def test_word_bullets_are_a_list(read):
    word = read(Bullets(((Run("Ett"),), (Run("Två"),))))

    items = [one for one in word.paragraphs if one.style.name == "List Bullet"]
    numbers = {one._p.pPr.numPr.numId.val for one in items}
    assert [one.text for one in items] == ["Ett", "Två"]
    assert len(numbers) == 1


def test_word_notices_are_labelled(read):
    word = read(Notice("Läs igen.", "missing"))

    assert styled(word)[-1] == ("Stegvis ruta", "Saknas\nLäs igen.")


def test_word_signature_lines_stay_together(read):
    word = read(Signatures(("Älvnäs kommun",), ("Ort och datum", "Underskrift")))

    lines = [one for one in word.paragraphs if one.style.name == "Stegvis underskrift"]
    kept = [one._p.pPr.find(qn("w:keepNext")) is not None for one in lines]
    assert [one.text for one in lines] == ["Älvnäs kommun", "Ort och datum \t", "Underskrift \t"]
    assert kept == [True, True, False]


def test_word_says_running_text_and_page_on_every_page(written):
    path = written(TEXT)

    (header,) = docx.Document(str(path)).sections[0].header.paragraphs
    footer = part(path, "word/footer1.xml")
    assert header.text == "Slutrapport Exempelinsatsen\tPRELIMINÄR, 3 rader utelämnade"
    assert "".join(one.text for one in footer.iter(f"{W}t")).endswith("Sida 1 av 1")
    assert [one.text for one in footer.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


@pytest.mark.parametrize(("language", "expected"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_word_says_its_language(written, language, expected):
    path = written(TEXT, language=language)

    languages = [one.get(f"{W}val") for one in part(path, "word/styles.xml").iter(f"{W}lang")]
    assert languages == [expected]


def test_word_is_a4_and_tells_who_wrote_it(read):
    word = read(TEXT)

    about = word.core_properties
    assert (about.title, about.author, about.comments, about.last_modified_by) == (
        "Slutrapport Exempelinsatsen",
        "Samordningsförbundet Exempelbygden",
        "",
        "",
    )
    assert about.created.date().isoformat() == "2025-01-31"
    section = word.sections[0]
    assert [round(section.page_width.mm), round(section.page_height.mm)] == [210, 297]


def test_word_appendix_starts_on_a_new_page(read):
    word = read(TEXT, appendix=(TEXT,))

    broken = [
        one.text
        for one in word.paragraphs
        if one._p.find(".//" + qn("w:pageBreakBefore")) is not None
    ]
    assert broken == ["Bilaga"]


def test_word_writes_a_base_once_under_each_heading(written):
    said = Paragraph((Run("75", footnote="bas"), Run("76", footnote="bas")))
    path = written(Heading(1, "A"), said, Heading(1, "B"), said)

    document = part(path, "word/document.xml")
    named = [one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")]
    again = [one.text for one in document.iter(f"{W}instrText") if "NOTEREF" in (one.text or "")]
    assert len([*document.iter(f"{W}footnoteReference")]) == 2
    assert again == [f" NOTEREF {name} \\f \\h " for name in named]


def test_word_has_a_list_of_contents(read):
    word = read()

    entries = [text for style, text in styled(word) if style in {"toc 1", "toc 2"}]
    headings = [text for style, text in styled(word) if style in {"Heading 1", "Heading 2"}]
    assert entries == headings
    assert len(entries) == 22


def test_word_of_one_page_sets_charts_side_by_side(tmp_path):
    write_word(one_page_document(), tmp_path / "one.docx")
    word = docx.Document(str(tmp_path / "one.docx"))

    placed = [
        len(table.columns) for table in word.tables if not table.style.name.startswith("Stegvis")
    ]
    assert placed == [2, 2]


def test_word_keeps_odd_characters_readable(read):
    nasty = "{{titel}} <w:t> & ]]> \x0b\x00 {% x %}"

    word = read(Paragraph((Run(nasty),)), Table("t", ("a",), ((nasty,),)))
    readable = "{{titel}} <w:t> & ]]>  {% x %}"
    assert [word.paragraphs[2].text, word.tables[0].cell(1, 0).text] == [readable, readable]


def test_word_file_has_no_picture_of_an_empty_page(written):
    with zipfile.ZipFile(io.BytesIO(written(TEXT).read_bytes())) as archive:
        assert [name for name in archive.namelist() if "thumbnail" in name] == []
