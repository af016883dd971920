"""The one bullet of a report, as a list that Word and aids for reading know to be one."""

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from stegvis.reports.files.word_xml import element

_PART_NAME = "/word/numbering.xml"
_EMPTY = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def bullet_number(word: WordDocument) -> int:
    """The id of a bullet list of our own, added to those that the document has."""
    root = _numbering(word)
    abstract = 1 + _highest(root, "abstractNum", "abstractNumId")
    number = 1 + _highest(root, "num", "numId")
    earlier = root.findall(qn("w:abstractNum"))
    place = root.index(earlier[-1]) + 1 if earlier else 0
    root.insert(place, _bullet(abstract))
    root.append(element("num", element("abstractNumId", val=abstract), numId=number))
    return number


def _bullet(abstract: int) -> BaseOxmlElement:
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("lvlText", val="•"),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=360, hanging=280)),
        ilvl=0,
    )
    kind = element("multiLevelType", val="singleLevel")
    return element("abstractNum", kind, level, abstractNumId=abstract)


def _highest(root: BaseOxmlElement, name: str, attribute: str) -> int:
    found = root.findall(qn(f"w:{name}"))
    return max((int(one.get(qn(f"w:{attribute}"))) for one in found), default=0)


def _numbering(word: WordDocument) -> BaseOxmlElement:
    relations = word.part.rels.values()
    wanted = RELATIONSHIP_TYPE.NUMBERING
    part = next((one.target_part for one in relations if one.reltype == wanted), None)
    if part is None:
        name, package = PackURI(_PART_NAME), word.part.package
        part = XmlPart(name, CONTENT_TYPE.WML_NUMBERING, parse_xml(_EMPTY), package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    root: BaseOxmlElement = part.element
    return root
