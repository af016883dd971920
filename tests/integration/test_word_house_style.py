"""A report on an association's own Word document, and the documents that are refused."""

import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from stegvis.core.values.refusals import Refused
from stegvis.reports.files.word import write_word
from stegvis.reports.values.document import Bullets, Heading, Paragraph, Run
from tests.report_samples import GOAL_TABLE, SIGNATURES, TEXT, sample_document

REPORT = sample_document(blocks=(Heading(1, "Syfte"), TEXT, GOAL_TABLE), appendix=(), facts=())
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def house(path, *paragraphs):
    """An association's document; a list of texts is one paragraph of several runs."""
    word = docx.Document()
    for texts in paragraphs:
        paragraph = word.add_paragraph()
        for text in texts:
            paragraph.add_run(text)
    word.sections[0].header.paragraphs[0].text = "Förbundets sidhuvud {{ diarienummer }}"
    word.sections[0].footer.paragraphs[0].text = "Förbundets sidfot, {{datum}}"
    word.save(str(path))
    return path


def with_part(path, name, content):
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def with_changed_part(path, name, before, after):
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    assert before in parts[name]
    parts[name] = parts[name].replace(before, after, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    return path


@pytest.fixture
def on_house(tmp_path):
    def write(house_style, document=REPORT):
        write_word(document, tmp_path / "report.docx", house_style=house_style)
        return docx.Document(str(tmp_path / "report.docx"))

    return write


def refusal(house_style, tmp_path):
    with pytest.raises(Refused) as refused:
        write_word(REPORT, tmp_path / "report.docx", house_style=house_style)
    assert not (tmp_path / "report.docx").exists()
    return refused.value


def texts(word):
    return [one.text for one in word.paragraphs]


def test_house_style_keeps_front_page_header_and_footer(tmp_path, on_house):
    word = on_house(house(tmp_path / "h.docx", ["Förbundets framsida"]))

    section = word.sections[0]
    assert texts(word)[:2] == ["Förbundets framsida", "Slutrapport Exempelinsatsen"]
    assert word.paragraphs[1]._p.pPr.find(qn("w:pageBreakBefore")) is not None
    assert [one.text for one in section.header.paragraphs] == [
        "Förbundets sidhuvud ________",
        "PRELIMINÄR, 3 rader utelämnade",
    ]
    assert [one.text for one in section.footer.paragraphs] == ["Förbundets sidfot, 2025-01-31"]


def test_house_style_fills_tokens_split_over_runs(tmp_path, on_house):
    front = house(tmp_path / "h.docx", ["Om {", "{ti", "tel}} i {{för", "bund}}", "!"])

    assert texts(on_house(front))[0] == (
        "Om Slutrapport Exempelinsatsen i Samordningsförbundet Exempelbygden!"
    )


def test_house_style_fills_tokens_in_text_boxes(tmp_path, on_house):
    word = docx.Document()
    box = f"<w:txbxContent {WORD}><w:p><w:r><w:t>{{{{insats}}}}</w:t></w:r></w:p></w:txbxContent>"
    word.add_paragraph("Runt om {{titel}}").runs[0]._r.append(parse_xml(box))
    word.save(str(tmp_path / "h.docx"))

    body = on_house(tmp_path / "h.docx").element.body
    (inside,) = body.iter(qn("w:txbxContent"))
    assert "".join(one.text for one in inside.iter(qn("w:t"))) == "Exempelinsatsen"


def test_house_style_never_reads_a_value_as_a_token(tmp_path, on_house):
    front = house(tmp_path / "h.docx", ["{{titel}} {{insats}}"])
    document = sample_document(title="{{insats}} {{7*7}}", blocks=(), appendix=(), facts=())

    assert texts(on_house(front, document))[0] == "{{insats}} {{7*7}} Exempelinsatsen"


def test_house_style_refuses_unknown_tokens(tmp_path):
    front = house(tmp_path / "h.docx", ["{{namn}} {{titel}}"], ["{% for x in y %}"], ["{{ a.b }}"])

    told = refusal(front, tmp_path)
    assert told.sentence == "Ordmallen har ord inom klamrar som inte går att fylla i."
    assert [fault.read for fault in told.faults] == ["{% for x in y %}", "{{ a.b }}", "{{namn}}"]


def test_house_style_says_where_the_report_goes(tmp_path, on_house):
    front = house(tmp_path / "h.docx", ["Före"], ["{{rapport}}"], ["Efter"])

    found = texts(on_house(front))
    assert found[:2] == ["Före", "Slutrapport Exempelinsatsen"]
    assert found[-1] == "Efter"
    assert "{{rapport}}" not in found


def test_house_style_is_used_by_swedish_names(tmp_path, on_house):
    word = docx.Document()
    for name in ("Heading 1", "Body Text", "Caption"):
        word.styles.element.remove(word.styles[name]._element)
    for name in ("Rubrik 1", "Brödtext"):
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    word.save(str(tmp_path / "h.docx"))

    done = on_house(tmp_path / "h.docx")
    named = {one.text: one.style.name for one in done.paragraphs}
    assert named["Syfte"] == "Rubrik 1"
    assert named[TEXT.runs[0].text] == "Brödtext"
    assert named["Tabell 1. Mål och utfall"] == "Caption"


def test_house_style_keeps_its_own_letters(tmp_path, on_house):
    word = docx.Document()
    word.styles["Heading 1"].font.name = "Georgia"
    word.save(str(tmp_path / "h.docx"))

    assert on_house(tmp_path / "h.docx").styles["Heading 1"].font.name == "Georgia"


def test_house_style_of_an_empty_page_starts_at_the_top(tmp_path, on_house):
    word = docx.Document()
    word.save(str(tmp_path / "h.docx"))

    assert texts(on_house(tmp_path / "h.docx"))[0] == "Slutrapport Exempelinsatsen"


def test_house_style_keeps_its_footnotes(tmp_path, on_house):
    noted = sample_document(
        blocks=(Paragraph((Run("Vår", footnote="vår bas"),)), Bullets(((Run("a"),),)), SIGNATURES)
    )
    write_word(noted, tmp_path / "h.docx")

    on_house(tmp_path / "h.docx", noted)
    with zipfile.ZipFile(tmp_path / "report.docx") as archive:
        notes = parse_xml(archive.read("word/footnotes.xml"))
        kept = archive.namelist().count("word/footnotes.xml")
    said = ["".join(t.text for t in note.iter(qn("w:t"))) for note in notes]
    assert (said, kept) == (["", "", " vår bas", " vår bas"], 1)


@pytest.mark.parametrize("name", ["h.docm", "h.doc", "h.dotx", "h.txt"])
def test_house_style_refuses_other_kinds_of_files(tmp_path, name):
    told = refusal(house(tmp_path / name, ["x"]), tmp_path)

    assert told.sentence == (
        f"Ordmallen ska vara ett Worddokument som slutar på .docx. Där står: {name}."
    )


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("word/vbaProject.bin", "Filen innehåller makron."),
        (
            "word/embeddings/a.xlsx",
            "Filen innehåller inbäddade objekt, till exempel ett kalkylblad.",
        ),
    ],
)
def test_house_style_refuses_what_can_run(tmp_path, part, what):
    told = refusal(with_part(house(tmp_path / "h.docx", ["x"]), part, b"x"), tmp_path)

    assert [(fault.where, fault.what) for fault in told.faults] == [(part, what)]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "file:///C:/mall.dotm"),
        ("image", "https://example.org/x.png"),
        ("hyperlink", "file:///x"),
        ("aFChunk", "x.html"),
    ],
)
def test_house_style_refuses_what_is_fetched(tmp_path, kind, target):
    outside = "" if kind == "aFChunk" else ' TargetMode="&#69;xternal"'
    relation = f'<Relationship Id="rX" Type="{RELATION}/{kind}" Target="{target}"{outside}/>'
    path = house(tmp_path / "h.docx", ["x"])
    name = "word/_rels/document.xml.rels"
    with_changed_part(path, name, b"</Relationships>", f"{relation}</Relationships>".encode())

    told = refusal(path, tmp_path)
    assert [(fault.where, fault.read) for fault in told.faults] == [(name, target)]


def test_house_style_may_link_to_a_web_page(tmp_path, on_house):
    where = 'Target="https://example.org" TargetMode="External"'
    relation = f'<Relationship Id="rX" Type="{RELATION}/hyperlink" {where}/>'
    path = house(tmp_path / "h.docx", ["x"])
    name = "word/_rels/document.xml.rels"
    with_changed_part(path, name, b"</Relationships>", f"{relation}</Relationships>".encode())

    assert texts(on_house(path))[0] == "x"


def test_house_style_refuses_a_field_that_fetches(tmp_path):
    pieces = (
        "<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c x</w:instrText></w:r>"
    )
    path = house(tmp_path / "h.docx", ["x"])
    with_changed_part(path, "word/document.xml", b"<w:r>", f"{pieces}<w:r>".encode())

    told = refusal(path, tmp_path)
    assert [(fault.where, fault.read) for fault in told.faults] == [
        ("word/document.xml", "DDEAUTO c x")
    ]


def test_house_style_refuses_a_macro_type(tmp_path):
    path = house(tmp_path / "h.docx", ["x"])
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    with_changed_part(path, "[Content_Types].xml", main, macro)

    assert [fault.what for fault in refusal(path, tmp_path).faults] == [
        "Filen är sparad för makron."
    ]


def test_house_style_refuses_a_document_type(tmp_path):
    path = house(tmp_path / "h.docx", ["x"])
    with_changed_part(path, "word/document.xml", b"<w:document", b"<!DOCTYPE x><w:document")

    (fault,) = refusal(path, tmp_path).faults
    assert fault.what == "Delen har en dokumenttyp, som Word aldrig skriver."


def test_house_style_refuses_a_zip_bomb(tmp_path):
    path = with_part(house(tmp_path / "h.docx", ["x"]), "word/big.xml", b" " * (97 << 20))

    assert refusal(path, tmp_path).sentence == (
        "Ordmallen h.docx är för stor, packad eller uppackad, för att öppnas."
    )


def test_house_style_refuses_what_is_no_document(tmp_path):
    (tmp_path / "h.docx").write_bytes(b"not a zip")

    assert refusal(tmp_path / "h.docx", tmp_path).sentence == (
        "Ordmallen h.docx är skadad eller inget Worddokument."
    )


def test_house_style_that_is_missing_is_named(tmp_path):
    missing = tmp_path / "h.docx"

    assert refusal(missing, tmp_path).sentence == f"Filen {missing} finns inte."


def test_house_style_without_lists_gets_one(tmp_path, on_house):
    path = house(tmp_path / "h.docx", ["x"])
    word = docx.Document(str(path))
    relations = word.part.rels
    del relations[next(key for key, one in relations.items() if one.reltype.endswith("/numbering"))]
    word.styles.element.remove(word.styles.element.find(qn("w:docDefaults")))
    word.save(str(path))

    done = on_house(path, sample_document(blocks=(Bullets(((Run("Ett"),),)),), appendix=()))
    (item,) = (one for one in done.paragraphs if one.text == "Ett")
    numbers = done.part.numbering_part.element.findall(qn("w:num"))
    assert [one.get(qn("w:numId")) for one in numbers] == [str(item._p.pPr.numPr.numId.val)]
    (language,) = done.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "sv-SE"


def test_house_style_says_preliminary_under_every_header(tmp_path, on_house):
    word = docx.Document()
    word.settings.odd_and_even_pages_header_footer = True
    word.sections[0].different_first_page_header_footer = True
    word.add_section()
    word.save(str(tmp_path / "h.docx"))

    first, second = on_house(tmp_path / "h.docx").sections
    headers = (first.header, first.first_page_header, first.even_page_header)
    assert [one.paragraphs[-1].text for one in headers] == ["PRELIMINÄR, 3 rader utelämnade"] * 3
    assert second.header.is_linked_to_previous


def test_house_style_header_stays_when_nothing_is_preliminary(tmp_path, on_house):
    done = on_house(house(tmp_path / "h.docx", ["x"]), sample_document(running=""))

    assert len(done.sections[0].header.paragraphs) == 1


@pytest.mark.parametrize(
    ("part", "content", "what"),
    [
        ("word/x.xml", b"<a", "Delen är ingen giltig XML."),
        ("word/x.xml", b"<a>" + b"\n" * (17 << 20) + b"</a>", "Delen är för stor."),
    ],
)
def test_house_style_refuses_parts_that_cannot_be_read(tmp_path, part, content, what):
    path = house(tmp_path / "h.docx", ["x"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr(part, content)

    assert [(fault.where, fault.what) for fault in refusal(path, tmp_path).faults] == [(part, what)]


def test_house_style_refuses_a_document_without_its_main_part(tmp_path):
    path = house(tmp_path / "h.docx", ["x"])
    with_changed_part(path, "_rels/.rels", b'/officeDocument"', b'/other"')

    assert (
        refusal(path, tmp_path).sentence == "Ordmallen h.docx är skadad eller inget Worddokument."
    )


def test_house_style_refuses_a_template_saved_as_a_document(tmp_path):
    path = house(tmp_path / "h.docx", ["x"])
    with_changed_part(path, "[Content_Types].xml", b"document.main+xml", b"template.main+xml")

    (fault,) = refusal(path, tmp_path).faults
    assert fault.what == "Filen är inget vanligt Worddokument, kanske en mall (.dotx)."


def test_house_style_refuses_a_very_large_file(tmp_path):
    path = house(tmp_path / "h.docx", ["x"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/x.png", b"\0" * (26 << 20))

    assert refusal(path, tmp_path).sentence == (
        "Ordmallen h.docx är för stor, packad eller uppackad, för att öppnas."
    )
