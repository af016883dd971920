"""Word's own XML, made element by element, since much of it python-docx has no words for."""

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

TWIPS_PER_POINT = 20
HALF_POINTS = 2

_NAMES = {"w": nsmap["w"]}
_W = f"{{{nsmap['w']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(name: str, /, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """`w:name` with its attributes in the same namespace.

    A report has ten thousand of them: python-docx's own OxmlElement takes four times as long.
    """
    made: BaseOxmlElement = oxml_parser.makeelement(_W + name, nsmap=_NAMES)
    for key, value in attributes.items():
        made.set(_W + key, str(value))
    made.extend(children)
    return made


def text_run(words: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    """A run; a line break in the words is a line break, a tab a tab."""
    made = element("r")
    if properties:
        made.append(element("rPr", *properties))
    for index, line in enumerate(words.split("\n")):
        if index:
            made.append(element("br"))
        for at, piece in enumerate(line.split("\t")):
            if at:
                made.append(element("tab"))
            if piece:
                made.append(_text(piece))
    return made


def _text(words: str) -> BaseOxmlElement:
    made = element("t")
    made.text = printable(words)
    made.set(_SPACE, "preserve")
    return made


def printable(words: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(one for one in words if one >= " " or one in "\t\n")


def field(code: str, shown: str) -> list[BaseOxmlElement]:
    """A field such as PAGE, with what is shown until Word works it out."""
    instruction = element("instrText")
    instruction.text = f" {code} "
    instruction.set(_SPACE, "preserve")
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", instruction),
        element("r", element("fldChar", fldCharType="separate")),
        text_run(shown),
        element("r", element("fldChar", fldCharType="end")),
    ]


def paragraph(style: str, *content: BaseOxmlElement, keep: bool = False) -> BaseOxmlElement:
    """`keep` holds it on the page of the next."""
    properties = element("pPr", element("pStyle", val=style))
    if keep:
        properties.append(element("keepNext"))
    return element("p", properties, *content)
