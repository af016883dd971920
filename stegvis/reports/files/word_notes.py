"""Real footnotes: python-docx has none, so their part of the file is written here."""

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from stegvis.reports.files.word_styles import Styles
from stegvis.reports.files.word_xml import element, field, paragraph, text_run

_PART_NAME = "/word/footnotes.xml"
_FIRST_NAME = 700_000_000  # above the bookmarks that a house style may have
_EMPTY = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)


class Footnotes:
    """The footnotes of one Word document, those of a house style among them."""

    def __init__(self, word: WordDocument, styles: Styles) -> None:
        self._styles = styles
        self._part = _existing(word) or _added(word)
        self._root = parse_xml(self._part.blob)
        self._noted: dict[str, tuple[str, int]] = {}

    def add(self, words: str) -> list[BaseOxmlElement]:
        """The mark to stand in the text; the note itself goes to the foot of the page.

        Words that came before under the same heading are not written again: the mark is.
        """
        if words in self._noted:
            return self._again(*self._noted[words])
        number = 1 + max(int(note.get(qn("w:id"))) for note in self._root)
        shown = 1 + sum(note.get(qn("w:type")) is None for note in self._root)
        mark = element("r", self._mark(), element("footnoteRef"))
        note = paragraph(self._styles["footnote text"], mark, text_run(f" {words}"))
        self._root.append(element("footnote", note, id=number))
        name = f"_Ref{_FIRST_NAME + number}"
        self._noted[words] = name, shown
        return [
            element("bookmarkStart", id=_FIRST_NAME + number, name=name),
            element("r", self._mark(), element("footnoteReference", id=number)),
            element("bookmarkEnd", id=_FIRST_NAME + number),
        ]

    def begin_heading(self) -> None:
        self._noted.clear()

    def _again(self, name: str, shown: int) -> list[BaseOxmlElement]:
        runs = field(f"NOTEREF {name} \\f \\h", str(shown))
        for run in runs:
            run.insert(0, self._mark())
        return runs

    def save(self) -> None:
        self._part._blob = serialize_part_xml(self._root)  # noqa: SLF001 - no other way in

    def _mark(self) -> BaseOxmlElement:
        return element("rPr", element("rStyle", val=self._styles["mark"]))


def _existing(word: WordDocument) -> Part | None:
    relations = word.part.rels.values()
    wanted = RELATIONSHIP_TYPE.FOOTNOTES
    return next((one.target_part for one in relations if one.reltype == wanted), None)


def _added(word: WordDocument) -> Part:
    name, package = PackURI(_PART_NAME), word.part.package
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, _EMPTY.encode(), package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _name_separators(word)
    return part


def _name_separators(word: WordDocument) -> None:
    """The settings name the two lines above footnotes, in the place that the schema gives."""
    settings = word.settings.element
    if settings.find(qn("w:footnotePr")) is None:
        named = element("footnotePr", element("footnote", id=-1), element("footnote", id=0))
        after = settings.find(qn("w:compat"))
        if after is not None:
            after.addprevious(named)
