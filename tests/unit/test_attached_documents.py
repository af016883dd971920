"""What is kept of the markup of a Word document, and what of plain text."""

import pytest

from stegvis.core.files.isolated.attachments.document_rules import DocumentRules
from stegvis.core.files.isolated.attachments.package_rules import LinkRules
from stegvis.core.files.isolated.attachments.plain import cleaned_text
from stegvis.core.files.isolated.attachments.rewriting import HEAD, rewritten
from stegvis.core.files.isolated.problems import Unfit


def written(markup, rules=None):
    made = rewritten([markup.encode()], rules or DocumentRules(), "x").decode()
    assert made.startswith(HEAD)
    return made.removeprefix(HEAD)


def test_markup_without_metadata_is_kept():
    markup = '<w:p xmlns:w="u"><w:t xml:space="preserve"> å &lt;b&gt; &amp; "c" </w:t></w:p>'

    assert written(markup) == markup


def test_traces_of_writing_are_left_out():
    markup = (
        '<w:p xmlns:w="u" w:rsidR="00A1" w:val="1"><w:rsids><w:rsid w:val="1"/></w:rsids></w:p>'
    )

    assert written(markup) == '<w:p xmlns:w="u" w:val="1"></w:p>'


def test_author_is_nobody():
    markup = '<w:ins xmlns:w="u" w:id="1" w:author="Anna" w:date="2026" w:initials="A"></w:ins>'

    assert written(markup) == '<w:ins xmlns:w="u" w:id="1" w:author="–"></w:ins>'


def test_picture_loses_the_name_of_its_file():
    markup = '<p:docPr xmlns:p="u" id="1" name="IMG_1.jpg" descr="C:\\Users\\Anna"></p:docPr>'

    assert written(markup) == '<p:docPr xmlns:p="u" id="1" name=""></p:docPr>'


def test_picture_keeps_its_text_alternative():
    markup = '<p:docPr xmlns:p="u" id="1" name="" descr="En cykel"></p:docPr>'

    assert written(markup) == markup


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ('<w:object xmlns:o="u" xmlns:w="v"><o:OLEObject/></w:object>', "embedded"),
        ('<w:fldSimple xmlns:w="u" w:instr=" ddeauto cmd"/>', "active"),
        ("<a><b></a>", "damaged_xml"),
        ("<a>" * 600 + "</a>" * 600, "unusual"),
    ],
)
def test_harmful_markup_is_refused(markup, kind):
    with pytest.raises(Unfit) as unfit:
        written(markup)

    assert unfit.value.problems[0].kind == kind


def test_links_to_what_is_left_out_are_left_out():
    kept = '<Relationship Type="t/styles" Target="styles.xml"></Relationship>'
    markup = f'<R>{kept}<Relationship Type="t/people" Target="people.xml"/></R>'

    rules = LinkRules("word/_rels/document.xml.rels", {"word/styles.xml"})
    assert written(markup, rules) == f"<R>{kept}</R>"


def test_text_is_kept_as_utf_8():
    assert cleaned_text("hej\r\nåäö\t1\f".encode("utf-16")).content.decode() == "hej\r\nåäö\t1\f"
